/* The guidelines in the editor: what visitors see, and its settings beside it. */
import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import { type BlockConfiguration, registerBlockType } from '@wordpress/blocks';
import {
	Disabled,
	PanelBody,
	Placeholder,
	SelectControl,
	ToggleControl,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import ServerSideRender from '@wordpress/server-side-render';

import { useDepartments } from '../../src/people/departments.ts';
import type { Guideline } from '../../src/contract.ts';
import metadata from './block.json';
import './style.scss';

type GuidelineKind = Guideline[ 'kinds' ][ number ];

type Attributes = {
	kind: '' | GuidelineKind;
	department: number;
	level: number;
	showFilter: boolean;
	showReasons: boolean;
};

interface EditProps {
	attributes: Attributes;
	setAttributes: ( changed: Partial< Attributes > ) => void;
}

function Empty() {
	return (
		<Placeholder
			icon="book-alt"
			label={ __( 'Guidelines', 'throughline' ) }
			instructions={ __(
				'No guidelines are in force yet, so visitors see nothing here. Write them in wp-admin: Throughline, Guidelines.',
				'throughline'
			) }
		/>
	);
}

function Failed() {
	return (
		<Placeholder
			icon="book-alt"
			label={ __( 'Guidelines', 'throughline' ) }
			instructions={ __(
				'Their preview can’t be shown just now. Your page keeps them all the same.',
				'throughline'
			) }
		/>
	);
}

function Settings( { attributes, setAttributes }: EditProps ) {
	const { kind, department, level, showFilter, showReasons } = attributes;
	const departments = useDepartments();
	return (
		<InspectorControls>
			<PanelBody title={ __( 'Guidelines', 'throughline' ) }>
				<SelectControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ __( 'For', 'throughline' ) }
					value={ kind }
					options={ [
						{
							value: '',
							label: __( 'Everything', 'throughline' ),
						},
						{
							value: 'story',
							label: __( 'Stories', 'throughline' ),
						},
						{
							value: 'comment',
							label: __( 'Comments', 'throughline' ),
						},
						{
							value: 'share',
							label: __( 'Shares', 'throughline' ),
						},
					] }
					onChange={ ( value ) => setAttributes( { kind: value } ) }
				/>
				<SelectControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ __( 'Department', 'throughline' ) }
					value={ String( department ) }
					options={ [
						{
							value: '0',
							label: __( 'All of them', 'throughline' ),
						},
						...departments.map( ( { id, name } ) => ( {
							value: String( id ),
							label: name,
						} ) ),
					] }
					onChange={ ( value ) =>
						setAttributes( { department: Number( value ) } )
					}
				/>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'Let readers choose', 'throughline' ) }
					help={ __(
						'What they write and where they work, above the guidelines. Only where guidelines differ.',
						'throughline'
					) }
					checked={ showFilter }
					onChange={ ( value ) =>
						setAttributes( { showFilter: value } )
					}
				/>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'Reasons and examples', 'throughline' ) }
					checked={ showReasons }
					onChange={ ( value ) =>
						setAttributes( { showReasons: value } )
					}
				/>
				<SelectControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ __( 'Level of the headings', 'throughline' ) }
					help={ __(
						'One below the headline above them, so that the page reads well aloud.',
						'throughline'
					) }
					value={ String( level ) }
					options={ [ 2, 3, 4 ].map( ( value ) => ( {
						value: String( value ),
						label: sprintf(
							/* translators: %d: level of a heading, from 2 to 4 */
							__( 'Heading %d', 'throughline' ),
							value
						),
					} ) ) }
					onChange={ ( value ) =>
						setAttributes( { level: Number( value ) } )
					}
				/>
			</PanelBody>
		</InspectorControls>
	);
}

function Edit( props: EditProps ) {
	return (
		<div { ...useBlockProps() }>
			<Settings { ...props } />
			<Disabled>
				<ServerSideRender
					block={ metadata.name }
					attributes={ { ...props.attributes } }
					skipBlockSupportAttributes
					EmptyResponsePlaceholder={ Empty }
					ErrorResponsePlaceholder={ Failed }
				/>
			</Disabled>
		</div>
	);
}

registerBlockType( metadata as unknown as BlockConfiguration< Attributes >, {
	edit: Edit,
	save: () => null,
} );

/* The people of a department in the editor: what visitors see, and its settings beside it. */
import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import { type BlockConfiguration, registerBlockType } from '@wordpress/blocks';
import {
	Disabled,
	PanelBody,
	Placeholder,
	RangeControl,
	SelectControl,
	ToggleControl,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import ServerSideRender from '@wordpress/server-side-render';

import { useDepartments } from '../../src/people/departments.ts';
import metadata from './block.json';
import './style.scss';

type Attributes = {
	department: number;
	who: 'experts' | 'deputies' | 'all';
	columns: number;
	showHeading: boolean;
	level: number;
};

interface EditProps {
	attributes: Attributes;
	setAttributes: ( changed: Partial< Attributes > ) => void;
}

function Empty() {
	return (
		<Placeholder
			icon="groups"
			label={ __( 'People of a department', 'throughline' ) }
			instructions={ __(
				'Choose a department beside. As long as nobody stands on its desk, visitors see nothing here.',
				'throughline'
			) }
		/>
	);
}

function Failed() {
	return (
		<Placeholder
			icon="groups"
			label={ __( 'People of a department', 'throughline' ) }
			instructions={ __(
				'Their preview can’t be shown just now. Your page keeps them all the same.',
				'throughline'
			) }
		/>
	);
}

function Settings( { attributes, setAttributes }: EditProps ) {
	const { department, who, columns, showHeading, level } = attributes;
	const departments = useDepartments();
	return (
		<InspectorControls>
			<PanelBody title={ __( 'People', 'throughline' ) }>
				<SelectControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ __( 'Department', 'throughline' ) }
					value={ String( department ) }
					options={ [
						{
							value: '0',
							label: __( 'Please choose', 'throughline' ),
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
				<SelectControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ __( 'Who', 'throughline' ) }
					help={ __(
						'Only people on the desk, in the order in which they were put there.',
						'throughline'
					) }
					value={ who }
					options={ [
						{
							value: 'experts',
							label: __( 'The experts', 'throughline' ),
						},
						{
							value: 'deputies',
							label: __( 'Experts and deputies', 'throughline' ),
						},
						{
							value: 'all',
							label: __(
								'The head, experts and deputies',
								'throughline'
							),
						},
					] }
					onChange={ ( value ) => setAttributes( { who: value } ) }
				/>
				<RangeControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ __( 'Columns', 'throughline' ) }
					help={ __( '0: as many as fit.', 'throughline' ) }
					value={ columns }
					min={ 0 }
					max={ 4 }
					onChange={ ( value ) =>
						setAttributes( { columns: value ?? 0 } )
					}
				/>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'The department’s name above', 'throughline' ) }
					checked={ showHeading }
					onChange={ ( value ) =>
						setAttributes( { showHeading: value } )
					}
				/>
				<SelectControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ __( 'Level of the headings', 'throughline' ) }
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

/* The guidelines in the editor: what visitors see, and its settings beside it. */
import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import { type BlockConfiguration, registerBlockType } from '@wordpress/blocks';
import { PanelBody, SelectControl, ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { Level } from '../../src/level.tsx';
import { DepartmentControl } from '../../src/people/department-control.tsx';
import { Preview } from '../../src/preview.tsx';
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

function Settings( { attributes, setAttributes }: EditProps ) {
	const { kind, department, level, showFilter, showReasons } = attributes;
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
				<DepartmentControl
					label={ __( 'Department', 'throughline' ) }
					none={ __( 'All of them', 'throughline' ) }
					value={ department }
					onChange={ ( value ) =>
						setAttributes( { department: value } )
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
				<Level
					label={ __( 'Level of the headings', 'throughline' ) }
					help={ __(
						'One below the headline above them, so that the page reads well aloud.',
						'throughline'
					) }
					value={ level }
					onChange={ ( value ) => setAttributes( { level: value } ) }
				/>
			</PanelBody>
		</InspectorControls>
	);
}

function Edit( props: EditProps ) {
	return (
		<div { ...useBlockProps() }>
			<Settings { ...props } />
			<Preview
				block={ metadata.name }
				attributes={ props.attributes }
				icon="book-alt"
				label={ __( 'Guidelines', 'throughline' ) }
				empty={ __(
					'No guidelines are in force yet, so visitors see nothing here. Write them in wp-admin: Throughline, Guidelines.',
					'throughline'
				) }
				failed={ __(
					'Their preview can’t be shown just now. Your page keeps them all the same.',
					'throughline'
				) }
			/>
		</div>
	);
}

registerBlockType( metadata as unknown as BlockConfiguration< Attributes >, {
	edit: Edit,
	save: () => null,
} );

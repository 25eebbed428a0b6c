/* The people of a department in the editor: what visitors see, and its settings beside it. */
import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import { type BlockConfiguration, registerBlockType } from '@wordpress/blocks';
import {
	PanelBody,
	RangeControl,
	SelectControl,
	ToggleControl,
} from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { Level } from '../../src/level.tsx';
import { DepartmentControl } from '../../src/people/department-control.tsx';
import { Preview } from '../../src/preview.tsx';
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

function Settings( { attributes, setAttributes }: EditProps ) {
	const { department, who, columns, showHeading, level } = attributes;
	return (
		<InspectorControls>
			<PanelBody title={ __( 'People', 'throughline' ) }>
				<DepartmentControl
					label={ __( 'Department', 'throughline' ) }
					none={ __( 'Please choose', 'throughline' ) }
					value={ department }
					onChange={ ( value ) =>
						setAttributes( { department: value } )
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
				<Level
					label={ __( 'Level of the headings', 'throughline' ) }
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
				icon="groups"
				label={ __( 'People of a department', 'throughline' ) }
				empty={ __(
					'Choose a department beside. As long as nobody stands on its desk, visitors see nothing here.',
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

/* The wall in the editor: what visitors see, and its settings beside it. */
import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import { type BlockConfiguration, registerBlockType } from '@wordpress/blocks';
import { PanelBody, RangeControl, ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { Level } from '../../src/level.tsx';
import { DepartmentControl } from '../../src/people/department-control.tsx';
import { Preview } from '../../src/preview.tsx';
import metadata from './block.json';
import './style.scss';

type Attributes = {
	department: number;
	count: number;
	level: number;
	showFilter: boolean;
	firstLarge: boolean;
};

interface EditProps {
	attributes: Attributes;
	setAttributes: ( changed: Partial< Attributes > ) => void;
}

function Settings( { attributes, setAttributes }: EditProps ) {
	const { department, count, level, showFilter, firstLarge } = attributes;
	return (
		<InspectorControls>
			<PanelBody title={ __( 'Stories', 'throughline' ) }>
				<DepartmentControl
					label={ __( 'Department', 'throughline' ) }
					help={ __( 'With all that is below it.', 'throughline' ) }
					none={ __( 'All of them', 'throughline' ) }
					value={ department }
					onChange={ ( value ) =>
						setAttributes( { department: value } )
					}
				/>
				<RangeControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ __( 'Stories at first', 'throughline' ) }
					min={ 1 }
					max={ 50 }
					value={ count }
					onChange={ ( value ) =>
						setAttributes( { count: value ?? 12 } )
					}
				/>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'Choose by department', 'throughline' ) }
					help={ __(
						'A row of links above the stories.',
						'throughline'
					) }
					checked={ showFilter }
					onChange={ ( value ) =>
						setAttributes( { showFilter: value } )
					}
				/>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'Large first photo', 'throughline' ) }
					checked={ firstLarge }
					onChange={ ( value ) =>
						setAttributes( { firstLarge: value } )
					}
				/>
				<Level
					label={ __( 'Level of the titles', 'throughline' ) }
					help={ __(
						'One below the headline above the wall, so that the page reads well aloud.',
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
				icon="grid-view"
				label={ __( 'Wall of stories', 'throughline' ) }
				empty={ __(
					'Stories appear here as soon as the first one is published. Until then visitors see nothing.',
					'throughline'
				) }
				failed={ __(
					'Its preview can’t be shown just now. Your page keeps the wall all the same.',
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

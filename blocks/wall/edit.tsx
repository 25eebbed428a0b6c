/* The wall in the editor: what visitors see, and its settings beside it. */
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
	count: number;
	level: number;
	showFilter: boolean;
	firstLarge: boolean;
};

interface EditProps {
	attributes: Attributes;
	setAttributes: ( changed: Partial< Attributes > ) => void;
}

function Empty() {
	return (
		<Placeholder
			icon="grid-view"
			label={ __( 'Wall of stories', 'throughline' ) }
			instructions={ __(
				'Stories appear here as soon as the first one is published. Until then visitors see nothing.',
				'throughline'
			) }
		/>
	);
}

function Failed() {
	return (
		<Placeholder
			icon="grid-view"
			label={ __( 'Wall of stories', 'throughline' ) }
			instructions={ __(
				'Its preview can’t be shown just now. Your page keeps the wall all the same.',
				'throughline'
			) }
		/>
	);
}

function Settings( { attributes, setAttributes }: EditProps ) {
	const { department, count, level, showFilter, firstLarge } = attributes;
	const departments = useDepartments();
	return (
		<InspectorControls>
			<PanelBody title={ __( 'Stories', 'throughline' ) }>
				<SelectControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ __( 'Department', 'throughline' ) }
					help={ __( 'With all that is below it.', 'throughline' ) }
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
				<SelectControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ __( 'Level of the titles', 'throughline' ) }
					help={ __(
						'One below the headline above the wall, so that the page reads well aloud.',
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

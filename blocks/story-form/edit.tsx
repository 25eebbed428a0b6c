/* The story form in the editor: the same form that contributors see, and its settings beside it. */
import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import {
	registerBlockType,
	type BlockConfiguration,
	type BlockEditProps,
} from '@wordpress/blocks';
import {
	Disabled,
	PanelBody,
	Placeholder,
	SelectControl,
	TextareaControl,
	TextControl,
} from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import ServerSideRender from '@wordpress/server-side-render';

import { useDepartments } from '../../src/people/departments.ts';
import metadata from './block.json';
import './style.scss';

type Attributes = {
	/** Unset: our own words; empty: none. */
	heading?: string;
	introduction: string;
	department: number;
};

function Nothing() {
	return (
		<Placeholder
			icon="camera"
			label={ __( 'Story form', 'throughline' ) }
			instructions={ __(
				'People who may send stories see the form here: photos, a few sentences, one button. Its preview can’t be shown just now.',
				'throughline'
			) }
		/>
	);
}

function Edit( { attributes, setAttributes }: BlockEditProps< Attributes > ) {
	const { heading, introduction, department } = attributes;
	const departments = useDepartments();
	return (
		<div { ...useBlockProps() }>
			<InspectorControls>
				<PanelBody title={ __( 'Form', 'throughline' ) }>
					<TextControl
						__nextHasNoMarginBottom
						__next40pxDefaultSize
						label={ __( 'Heading', 'throughline' ) }
						help={ __(
							'Leave it empty where the page says it already.',
							'throughline'
						) }
						value={
							heading ??
							__( 'Show what you did today', 'throughline' )
						}
						onChange={ ( value ) =>
							setAttributes( { heading: value } )
						}
					/>
					<TextareaControl
						__nextHasNoMarginBottom
						label={ __( 'Introduction', 'throughline' ) }
						help={ __(
							'One sentence: what you would like to see.',
							'throughline'
						) }
						value={ introduction }
						onChange={ ( value ) =>
							setAttributes( { introduction: value } )
						}
					/>
					<SelectControl
						__nextHasNoMarginBottom
						__next40pxDefaultSize
						label={ __( 'Stories go to', 'throughline' ) }
						value={ String( department ) }
						options={ [
							{
								value: '0',
								label: __(
									'The department people choose',
									'throughline'
								),
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
				</PanelBody>
			</InspectorControls>
			<Disabled>
				<ServerSideRender
					block={ metadata.name }
					attributes={ { ...attributes } }
					skipBlockSupportAttributes
					urlQueryArgs={ { 'throughline-form-preview': 1 } }
					EmptyResponsePlaceholder={ Nothing }
					ErrorResponsePlaceholder={ Nothing }
				/>
			</Disabled>
		</div>
	);
}

registerBlockType( metadata as unknown as BlockConfiguration< Attributes >, {
	edit: Edit,
	save: () => null,
} );

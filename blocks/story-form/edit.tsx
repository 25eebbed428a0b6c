/* The story form in the editor: the same form that contributors see, and its settings beside it. */
import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import {
	registerBlockType,
	type BlockConfiguration,
	type BlockEditProps,
} from '@wordpress/blocks';
import { PanelBody, TextareaControl, TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { DepartmentControl } from '../../src/people/department-control.tsx';
import { Preview } from '../../src/preview.tsx';
import metadata from './block.json';
import './style.scss';

type Attributes = {
	/** Unset: our own words; empty: none. */
	heading?: string;
	introduction: string;
	department: number;
};

function Edit( { attributes, setAttributes }: BlockEditProps< Attributes > ) {
	const { heading, introduction, department } = attributes;
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
					<DepartmentControl
						label={ __( 'Stories go to', 'throughline' ) }
						none={ __(
							'The department people choose',
							'throughline'
						) }
						value={ department }
						onChange={ ( value ) =>
							setAttributes( { department: value } )
						}
					/>
				</PanelBody>
			</InspectorControls>
			<Preview
				block={ metadata.name }
				attributes={ attributes }
				icon="camera"
				label={ __( 'Story form', 'throughline' ) }
				empty={ __(
					'People who may send stories see the form here: photos, a few sentences, one button. Its preview can’t be shown just now.',
					'throughline'
				) }
				query={ { 'throughline-form-preview': 1 } }
			/>
		</div>
	);
}

registerBlockType( metadata as unknown as BlockConfiguration< Attributes >, {
	edit: Edit,
	save: () => null,
} );

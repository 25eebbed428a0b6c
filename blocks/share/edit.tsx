/* A shared post in the editor: an address becomes a card, which waits at the desk like all that is sent. */
import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import {
	type BlockConfiguration,
	type BlockEditProps,
	createBlock,
	registerBlockType,
} from '@wordpress/blocks';
import { PanelBody, Placeholder, ToggleControl } from '@wordpress/components';
import { useSelect } from '@wordpress/data';
import { __ } from '@wordpress/i18n';

import { Preview } from '../../src/preview.tsx';
import { knownPost } from '../../src/shares/known.ts';
import { Make } from '../../src/shares/make.tsx';
import metadata from './block.json';
import './style.scss';

type Attributes = {
	share: number;
	/** Until there is a card. */
	address: string;
	attached: boolean;
};

function Edit( {
	attributes,
	setAttributes,
	context,
}: BlockEditProps< Attributes > & {
	context?: Record< string, unknown >;
} ) {
	const { share, address, attached } = attributes;
	const page = Number( context?.postId ?? 0 );
	// What another person puts in later shows without a reload, once this page is saved.
	const isSaved = useSelect(
		( select ) =>
			! (
				select( 'core/editor' ) as
					{ isSavingPost?: () => boolean } | undefined
			 )?.isSavingPost?.(),
		[]
	);
	return (
		<div { ...useBlockProps() }>
			<InspectorControls>
				<PanelBody title={ __( 'Shared post', 'throughline' ) }>
					<ToggleControl
						__nextHasNoMarginBottom
						label={ __(
							'Posts that belong to this page',
							'throughline'
						) }
						help={ __(
							'Instead of one post: the newest three that link to the page it stands on.',
							'throughline'
						) }
						checked={ attached }
						onChange={ ( value ) =>
							setAttributes( { attached: value } )
						}
					/>
				</PanelBody>
			</InspectorControls>
			{ share > 0 || attached ? (
				<Preview
					key={ String( isSaved ) }
					block={ metadata.name }
					attributes={ attributes }
					icon="share"
					label={ __( 'Shared post', 'throughline' ) }
					empty={ __(
						'There is nothing to see here yet, or not for you: visitors see nothing either.',
						'throughline'
					) }
					failed={ __(
						'Its preview can’t be shown just now. Your page keeps it all the same.',
						'throughline'
					) }
					query={ page ? { post_id: page } : {} }
				/>
			) : (
				<Placeholder
					icon="share"
					label={ __( 'Shared post', 'throughline' ) }
					isColumnLayout
				>
					<Make
						address={ address }
						page={ page }
						onMade={ ( id ) =>
							setAttributes( { share: id, address: '' } )
						}
					/>
				</Placeholder>
			) }
		</div>
	);
}

registerBlockType( metadata as unknown as BlockConfiguration< Attributes >, {
	edit: Edit,
	save: () => null,
	transforms: {
		from: [
			{
				type: 'raw',
				// Before WordPress makes an embed of it, which asks the network at once.
				priority: 5,
				isMatch: ( node: Node ) =>
					node.nodeName === 'P' &&
					knownPost( node.textContent ?? '' ) !== null,
				transform: ( node: Node ) =>
					createBlock( 'throughline/share', {
						address: node.textContent?.trim() ?? '',
					} ),
			},
		],
	},
} );

/* My pieces in the editor: an example of what each person sees of their own. */
import { useBlockProps } from '@wordpress/block-editor';
import { registerBlockType, type BlockConfiguration } from '@wordpress/blocks';
import { Disabled, Placeholder } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import ServerSideRender from '@wordpress/server-side-render';

import metadata from './block.json';
import './style.scss';

function Nothing() {
	return (
		<Placeholder
			icon="portfolio"
			label={ __( 'My pieces', 'throughline' ) }
			instructions={ __(
				'Everybody sees here what they sent, where it stands, and what they can do. Its preview can’t be shown just now.',
				'throughline'
			) }
		/>
	);
}

function Edit() {
	return (
		<div { ...useBlockProps() }>
			<Disabled>
				<ServerSideRender
					block={ metadata.name }
					attributes={ {} }
					skipBlockSupportAttributes
					urlQueryArgs={ { 'throughline-mine-preview': 1 } }
					EmptyResponsePlaceholder={ Nothing }
					ErrorResponsePlaceholder={ Nothing }
				/>
			</Disabled>
		</div>
	);
}

registerBlockType(
	metadata as unknown as BlockConfiguration< Record< string, never > >,
	{
		edit: Edit,
		save: () => null,
	}
);

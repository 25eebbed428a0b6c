/* My pieces in the editor: an example of what each person sees of their own. */
import { useBlockProps } from '@wordpress/block-editor';
import { registerBlockType, type BlockConfiguration } from '@wordpress/blocks';
import { __ } from '@wordpress/i18n';

import { Preview } from '../../src/preview.tsx';
import metadata from './block.json';
import './style.scss';

function Edit() {
	return (
		<div { ...useBlockProps() }>
			<Preview
				block={ metadata.name }
				attributes={ {} }
				icon="portfolio"
				label={ __( 'My pieces', 'throughline' ) }
				empty={ __(
					'Everybody sees here what they sent, where it stands, and what they can do. Its preview can’t be shown just now.',
					'throughline'
				) }
				query={ { 'throughline-mine-preview': 1 } }
			/>
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

/* A block in the editor: what visitors see of it, as the server renders it, or why there is nothing to see. */
import { Disabled, Placeholder } from '@wordpress/components';
import ServerSideRender from '@wordpress/server-side-render';
import type { ComponentProps } from 'react';

interface PreviewProps {
	block: string;
	attributes: object;
	icon: NonNullable< ComponentProps< typeof Placeholder >[ 'icon' ] >;
	label: string;
	/** What is said where visitors see nothing. */
	empty: string;
	/** What is said where the server gives no answer; the same if left out. */
	failed?: string;
	/** What the server is asked besides. */
	query?: Record< string, unknown >;
}

export function Preview( {
	block,
	attributes,
	icon,
	label,
	empty,
	failed = empty,
	query,
}: PreviewProps ) {
	const say = ( instructions: string ) => () => (
		<Placeholder
			icon={ icon }
			label={ label }
			instructions={ instructions }
		/>
	);
	return (
		<Disabled>
			<ServerSideRender
				block={ block }
				attributes={ { ...attributes } }
				skipBlockSupportAttributes
				{ ...( query && { urlQueryArgs: query } ) }
				EmptyResponsePlaceholder={ say( empty ) }
				ErrorResponsePlaceholder={ say( failed ) }
			/>
		</Disabled>
	);
}

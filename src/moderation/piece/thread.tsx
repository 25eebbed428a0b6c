/* Where the piece stands: its page, and what it answers, from the top down. */
import { __ } from '@wordpress/i18n';
import type { QueuePiece } from '../../contract';

export function Thread( { context }: Pick< QueuePiece, 'context' > ) {
	if ( context.length === 0 ) {
		return null;
	}
	return (
		<ol
			className="tl-thread"
			aria-label={ __( 'Where it stands', 'throughline' ) }
		>
			{ context.map( ( { name, text, link }, index ) => (
				<li key={ index } className="tl-thread__place">
					{ link ? (
						<a href={ link } target="_blank" rel="noreferrer">
							<bdi>{ name }</bdi>
						</a>
					) : (
						<bdi className="tl-thread__name">{ name }</bdi>
					) }
					{ text && (
						<p className="tl-thread__text" dir="auto">
							{ text }
						</p>
					) }
				</li>
			) ) }
		</ol>
	);
}

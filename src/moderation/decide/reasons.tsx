/* Why a piece waits, and what its contributor said about the people in it. */
import { __, sprintf } from '@wordpress/i18n';
import type { QueuePiece } from '../../contract';

/** The server's checks say it already where others can be recognised and nobody noted that they agreed. */
function aboutPeople( { item, recognisable }: QueuePiece ): string | null {
	const { name } = item.contributor;
	switch ( recognisable ) {
		case 'nobody':
			return sprintf(
				/* translators: %s: a person's name. */
				__(
					'Photos: nobody can be recognised, says %s.',
					'throughline'
				),
				name
			);
		case 'me':
			return sprintf(
				/* translators: %s: a person's name. */
				__( 'Photos: only %s can be recognised.', 'throughline' ),
				name
			);
		case 'others':
			return item.needsConsent
				? null
				: __( 'Photos: others can be recognised.', 'throughline' );
		case '':
			return null;
	}
}

export function Reasons( { piece }: { piece: QueuePiece } ) {
	const people = aboutPeople( piece );
	const { state, contributor } = piece.item;
	const sentences = [
		...( state === 'returned'
			? [
					sprintf(
						/* translators: %s: a person's name. */
						__( '%s has not answered yet.', 'throughline' ),
						contributor.name
					),
				]
			: [] ),
		...piece.item.reasons.map( ( { text } ) => text ),
		...( people ? [ people ] : [] ),
	];
	if ( sentences.length === 0 ) {
		return null;
	}
	return (
		<section className="tl-decide__part" aria-labelledby="tl-desk-reasons">
			<h3 className="tl-decide__title" id="tl-desk-reasons">
				{ state === 'waiting' || state === 'returned'
					? __( 'Why it waits', 'throughline' )
					: __( 'Good to know', 'throughline' ) }
			</h3>
			<ul className="tl-reasons">
				{ sentences.map( ( sentence ) => (
					<li key={ sentence }>{ sentence }</li>
				) ) }
			</ul>
		</section>
	);
}

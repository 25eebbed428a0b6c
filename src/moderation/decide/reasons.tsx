/* Why a piece waits, and what its contributor said about the people in it. */
import { __, sprintf } from '@wordpress/i18n';
import type { QueuePiece } from '../../contract';
import { Part } from '../part';
import type { ListName } from '../store/types';

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

const OF_CASES = /^(reports?|appeal):/;

function titleFor( list: ListName | null ): string {
	switch ( list ) {
		case 'waiting':
		case 'returned':
			return __( 'Why it waits', 'throughline' );
		case 'reported':
		case 'appealed':
			return __( 'Why it is here', 'throughline' );
		case null:
			return __( 'Good to know', 'throughline' );
	}
}

export function Reasons( { piece }: { piece: QueuePiece } ) {
	const people = aboutPeople( piece );
	const { list, contributor } = piece.item;
	const sentences = [
		...( list === 'returned'
			? [
					sprintf(
						/* translators: %s: a person's name. */
						__( '%s has not answered yet.', 'throughline' ),
						contributor.name
					),
				]
			: [] ),
		...piece.item.reasons
			// The reports themselves stand above.
			.filter( ( { code } ) => ! OF_CASES.test( code ) )
			.map( ( { text } ) => text ),
		...( people ? [ people ] : [] ),
	];
	if ( sentences.length === 0 ) {
		return null;
	}
	return (
		<Part id="reasons" title={ titleFor( list ) }>
			<ul className="tl-reasons">
				{ sentences.map( ( sentence ) => (
					<li key={ sentence }>{ sentence }</li>
				) ) }
			</ul>
		</Part>
	);
}

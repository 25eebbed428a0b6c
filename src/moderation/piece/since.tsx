/* What changed since it was judged last: by its contributor, or by a colleague who was faster. */
import { useSelect } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import type { QueuePiece } from '../../contract';
import { useDesk } from '../context';
import { Difference } from '../difference';
import { Part } from '../part';
import { keyOf } from '../store/types';
import { changedSince, isSame, judged } from '../versions';

export function Since( { piece }: { piece: QueuePiece } ) {
	const { store } = useDesk();
	const seen = useSelect(
		( select ) => select( store ).getJudged( keyOf( piece.item ) ),
		[ store, piece ]
	);
	const now = judged( piece );
	if ( seen && ! isSame( seen, now ) ) {
		return (
			<Part
				id="since"
				className="tl-since"
				title={ __( 'What changed while you looked', 'throughline' ) }
			>
				<Difference before={ seen } after={ now } />
			</Part>
		);
	}
	const change = changedSince( piece );
	if ( ! change ) {
		return null;
	}
	const { reason } = change.decision;
	return (
		<Part
			id="since"
			className="tl-since"
			title={
				piece.proposal
					? sprintf(
							/* translators: %s: a person's name. */
							__( '%s would like to change this', 'throughline' ),
							piece.item.contributor.name
						)
					: __( 'What changed since the question', 'throughline' )
			}
		>
			{ ! piece.proposal && reason && (
				<blockquote className="tl-quote" dir="auto">
					{ reason }
				</blockquote>
			) }
			<Difference before={ change.before } after={ change.after } />
		</Part>
	);
}

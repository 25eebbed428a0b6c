/* What changed since it was judged last: by its contributor, or by a colleague who was faster. */
import { useSelect } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import type { QueuePiece } from '../../contract';
import { useDesk } from '../context';
import { Difference } from '../difference';
import { Part } from '../part';
import { keyOf } from '../store/types';
import { isSame, judged, since } from '../versions';

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
	const change = since( piece );
	if ( ! change ) {
		return null;
	}
	const { question, answer, before, after } = change;
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
			{ question && (
				<blockquote className="tl-quote" dir="auto">
					{ question }
				</blockquote>
			) }
			{ answer && (
				<p className="tl-since__answer">
					<strong>
						<bdi>{ piece.item.contributor.name }</bdi>:
					</strong>{ ' ' }
					<bdi>{ answer }</bdi>
				</p>
			) }
			{ isSame( before, after ) ? (
				<p className="tl-since__same">
					{ __(
						'The words and photos are the same as before.',
						'throughline'
					) }
				</p>
			) : (
				<Difference before={ before } after={ after } />
			) }
		</Part>
	);
}

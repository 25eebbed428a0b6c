/* Which pieces of the grid are ticked, and what became of each. */
import type { Failure, PieceKey } from '../store/types';

export interface Batch {
	keys: PieceKey[];
	/** Not to be published. */
	left: PieceKey[];
	phase: 'choosing' | 'sending' | 'told';
	underway: PieceKey | null;
	published: PieceKey[];
	failed: Record< PieceKey, Failure >;
}

export type BatchEvent =
	| { type: 'LAID_OUT'; keys: PieceKey[]; left: PieceKey[] }
	| { type: 'TICKED'; keys: PieceKey[]; isTicked: boolean }
	| { type: 'SENDING'; key: PieceKey }
	| { type: 'SENT'; key: PieceKey; failure: Failure | null }
	| { type: 'ENDED' }
	| { type: 'TAKEN_BACK'; keys: PieceKey[] };

export const NOTHING: Batch = {
	keys: [],
	left: [],
	phase: 'choosing',
	underway: null,
	published: [],
	failed: {},
};

export function ticked( { keys, left, published }: Batch ): PieceKey[] {
	return keys.filter(
		( key ) => ! left.includes( key ) && ! published.includes( key )
	);
}

export function batch( state: Batch, event: BatchEvent ): Batch {
	switch ( event.type ) {
		case 'LAID_OUT':
			return { ...NOTHING, keys: event.keys, left: event.left };
		case 'TICKED': {
			const others = state.left.filter(
				( key ) => ! event.keys.includes( key )
			);
			return {
				...state,
				phase: 'choosing',
				left: event.isTicked ? others : [ ...others, ...event.keys ],
			};
		}
		case 'SENDING': {
			const { [ event.key ]: again, ...failed } = state.failed;
			return {
				...state,
				phase: 'sending',
				underway: event.key,
				failed: again ? failed : state.failed,
			};
		}
		case 'SENT':
			return event.failure
				? {
						...state,
						failed: {
							...state.failed,
							[ event.key ]: event.failure,
						},
						// Pressed again, only what is ticked goes; a failure is looked at first.
						left: [ ...state.left, event.key ],
					}
				: { ...state, published: [ ...state.published, event.key ] };
		case 'ENDED':
			return { ...state, phase: 'told', underway: null };
		case 'TAKEN_BACK':
			return {
				...state,
				phase: 'choosing',
				published: state.published.filter(
					( key ) => ! event.keys.includes( key )
				),
			};
	}
}

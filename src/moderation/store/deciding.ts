/* Deciding, one piece or many, and taking it back. Nothing here throws: every outcome is told. */
import type { Decision, NewDecision, QueueItem } from '../../contract';
import { listAfter, staysOpen } from '../acts';
import type { Rest } from '../../rest';
import { failureOf, overtakenBy } from './failures';
import type { Reading } from './reading';
import type { Thunk } from './thunk';
import {
	fromKey,
	keyOf,
	type Act,
	type Draft,
	type Failure,
	type PieceKey,
} from './types';

/** `decided` and `overtaken` say what was decided; `failed` stands in the attempt. */
export type Outcome = 'decided' | 'overtaken' | 'failed' | 'ignored';

/** Milliseconds in which a decision can be taken back, as plugin/Moderation/Desk.php says. */
export const UNDO = 10_000;

export interface Undone {
	keys: PieceKey[];
	/** Why the others could not be taken back. */
	failure: Failure | null;
}

const TOLD: readonly Act[] = [ 'return', 'remove', 'hide' ];

/** What an act takes along of what the moderator wrote. */
function told( act: Act, draft: Draft ): Partial< NewDecision > {
	if ( act === 'correct' ) {
		return draft.correction ? { content: draft.correction } : {};
	}
	if ( ! TOLD.includes( act ) && draft.telling !== act ) {
		return {};
	}
	const { guideline, photo } = draft;
	return {
		reason: draft.reason.trim(),
		...( guideline ? { guideline } : {} ),
		...( act === 'hide' ? { photo } : {} ),
	};
}

export function createDeciding( rest: Rest, reading: Reading ) {
	let batches = 0;

	const send =
		(
			key: PieceKey,
			sent: NewDecision,
			batch: number
		): Thunk< Promise< void > > =>
		async ( { dispatch, select } ) => {
			const decision = await rest.post< Decision >( 'decisions', sent );
			const before = select.getItem( key )?.list ?? null;
			dispatch( {
				type: 'DECIDED',
				key,
				decision,
				batch,
				until: Date.now() + UNDO,
			} );
			// It stands in another list now: ask for that one again if it was read already.
			const now = listAfter( sent.act, decision.state, before );
			if (
				now &&
				now !== before &&
				select.getList( now ).status === 'ready'
			) {
				void dispatch( reading.loadList( now ) );
			}
		};

	return {
		/** A number for decisions that are taken back together. */
		newBatch: (): Thunk< number > => () => ++batches,

		/** Decides on the version that is on the screen; `photo` is shown again. */
		decide:
			(
				key: PieceKey,
				act: Act,
				photo = 0
			): Thunk< Promise< Outcome > > =>
			async ( { dispatch, select } ) => {
				const piece = select.getPiece( key )?.piece;
				if (
					! piece ||
					select.isDeciding( key ) ||
					! select.canDecide( key, act )
				) {
					return 'ignored';
				}
				const { kind, id, version } = piece.item;
				const draft = select.getDraft( key );
				const sent: NewDecision = {
					kind,
					id,
					version,
					act,
					...told( act, draft ),
					...( photo ? { photo } : {} ),
				};
				if ( select.needsConsent( key ) && ! staysOpen( act ) ) {
					sent.consent = draft.consent;
				}
				dispatch( { type: 'DECIDING', key, act } );
				try {
					await dispatch( send( key, sent, ++batches ) );
				} catch ( error ) {
					const decision = overtakenBy( error );
					if ( ! decision ) {
						dispatch( {
							type: 'DECISION_FAILED',
							key,
							failure: failureOf( error ),
						} );
						return 'failed';
					}
					dispatch( { type: 'OVERTAKEN', key, decision } );
					await dispatch( reading.loadPiece( key ) );
					return 'overtaken';
				}
				if ( staysOpen( act ) ) {
					await dispatch( reading.loadPiece( key ) );
				}
				return 'decided';
			},

		/** Publishes a piece of the grid in the version that stood there. Null is well; a failure says why it stays. */
		publishListed:
			(
				{ kind, id, version }: QueueItem,
				batch: number
			): Thunk< Promise< Failure | null > > =>
			async ( { dispatch } ) => {
				const sent: NewDecision = { kind, id, version, act: 'publish' };
				try {
					await dispatch( send( keyOf( sent ), sent, batch ) );
					return null;
				} catch ( error ) {
					return failureOf( error );
				}
			},

		/** Takes the last decision back, or the last batch. Null when there is nothing to take back. */
		undo:
			(): Thunk< Promise< Undone | null > > =>
			async ( { dispatch, select } ) => {
				const step = select.getUndo();
				if ( ! step || step.isUnderway ) {
					return null;
				}
				dispatch( { type: 'UNDOING', batch: step.batch } );
				const undone: Undone = { keys: [], failure: null };
				// The newest first, so that each finds the place it had.
				for ( const { key, version } of [ ...step.pieces ].reverse() ) {
					try {
						const decision = await rest.post< Decision >(
							'decisions/undo',
							{ ...fromKey( key ), version }
						);
						dispatch( { type: 'UNDONE', key, decision } );
						undone.keys.unshift( key );
					} catch ( error ) {
						dispatch( { type: 'UNDO_FAILED', key } );
						undone.failure = failureOf( error );
					}
				}
				const [ only ] = undone.keys;
				if ( only !== undefined && step.pieces.length === 1 ) {
					dispatch( reading.open( only ) );
					void dispatch( reading.loadPiece( only ) );
				}
				return undone;
			},
	};
}

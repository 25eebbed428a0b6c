/* Which decisions can be taken back, the newest last. */
import type {
	DeskEvent,
	DeskState,
	PieceKey,
	Undoable,
	UndoStep,
} from './types';

/** How the desk looks right before a decision. */
function remembered(
	state: DeskState,
	event: Extract< DeskEvent, { type: 'DECIDED' } >
): Undoable {
	const { key, decision } = event;
	const list = state.items[ key ]?.list ?? null;
	return {
		key,
		version: decision.version,
		act: decision.act as Undoable[ 'act' ],
		list,
		place: list ? state.lists[ list ].keys.indexOf( key ) : -1,
		draft: state.drafts[ key ] ?? null,
	};
}

function without( steps: UndoStep[], key: PieceKey ): UndoStep[] {
	return steps
		.map( ( step ) => ( {
			...step,
			pieces: step.pieces.filter( ( piece ) => piece.key !== key ),
		} ) )
		.filter( ( { pieces } ) => pieces.length > 0 );
}

export function undos( state: DeskState, event: DeskEvent ): UndoStep[] {
	switch ( event.type ) {
		case 'DECIDED': {
			const { batch, until, key } = event;
			const before = state.undos.find( ( step ) => step.batch === batch );
			// A later decision on the same piece can only be taken back itself.
			return [
				...without( state.undos, key ).filter(
					( step ) => step.batch !== batch
				),
				{
					batch,
					until,
					isUnderway: false,
					pieces: [
						...( before?.pieces ?? [] ),
						remembered( state, event ),
					],
				},
			];
		}
		case 'UNDOING':
			return state.undos.map( ( step ) =>
				step.batch === event.batch
					? { ...step, isUnderway: true }
					: step
			);
		case 'UNDONE':
		case 'UNDO_FAILED':
			return without( state.undos, event.key );
		case 'TIME_PASSED': {
			const left = state.undos.filter(
				( { until, isUnderway } ) => isUnderway || until > event.now
			);
			return left.length === state.undos.length ? state.undos : left;
		}
	}
	return state.undos;
}

/** What is remembered of the decision on a piece. */
export function undoable( state: DeskState, key: PieceKey ): Undoable | null {
	for ( const { pieces } of state.undos ) {
		const found = pieces.find( ( piece ) => piece.key === key );
		if ( found ) {
			return found;
		}
	}
	return null;
}

/* What is loaded when it is read for the first time. */
import type { createActions } from './actions';
import type { Thunk } from './thunk';
import type { DeskState, ListName, PieceKey } from './types';

export function createResolvers( actions: ReturnType< typeof createActions > ) {
	return {
		getList: Object.assign(
			( name: ListName ): Thunk< Promise< void > > =>
				( { dispatch } ) =>
					dispatch( actions.loadList( name ) ),
			{
				isFulfilled: ( state: DeskState, name: ListName ) =>
					state.lists[ name ].status !== 'new',
			}
		),
		getPiece: Object.assign(
			( key: PieceKey ): Thunk< Promise< void > > =>
				( { dispatch } ) =>
					dispatch( actions.loadPiece( key ) ),
			{
				isFulfilled: ( state: DeskState, key: PieceKey | null ) =>
					key === null || state.pieces[ key ] !== undefined,
			}
		),
	};
}

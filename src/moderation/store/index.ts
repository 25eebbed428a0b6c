/* The desk's store: one descriptor, bound to one door to REST. */
import { createReduxStore } from '@wordpress/data';
import type { Rest } from '../../rest';
import { createActions } from './actions';
import { INITIAL, reducer } from './reducer';
import { createResolvers } from './resolvers';
import * as selectors from './selectors';
import type { Draft, PieceKey } from './types';

export const STORE = 'throughline/moderation';

/** `drafts` are what this tab kept from before. */
export function createDesk(
	rest: Rest,
	drafts: Record< PieceKey, Draft > = {}
) {
	const actions = createActions( rest );
	return createReduxStore( STORE, {
		reducer,
		actions,
		selectors,
		resolvers: createResolvers( actions ),
		initialState: { ...INITIAL, drafts },
	} );
}

export type DeskStore = ReturnType< typeof createDesk >;

/* What @wordpress/data hands to every thunk of this store. */
import type * as selectors from './selectors';
import type { DeskEvent, DeskState } from './types';

type Selectors = typeof selectors;

export interface ThunkArgs {
	dispatch: < T >( action: Thunk< T > | DeskEvent ) => T;
	select: {
		[ Name in keyof Selectors ]: Selectors[ Name ] extends (
			state: DeskState,
			...args: infer Args
		) => infer Answer
			? ( ...args: Args ) => Answer
			: never;
	};
}

export type Thunk< T = void > = ( args: ThunkArgs ) => T;

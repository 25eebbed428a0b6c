/* What is being decided: half-written, on its way, failed, or overtaken by somebody else. */
import type { Decision } from '../../contract';
import {
	EMPTY_DRAFT,
	type Attempt,
	type DeskEvent,
	type Draft,
	type PieceKey,
} from './types';

export function without< T >(
	record: Record< PieceKey, T >,
	key: PieceKey
): Record< PieceKey, T > {
	const { [ key ]: gone, ...rest } = record;
	return gone === undefined ? record : rest;
}

export function drafts(
	state: Record< PieceKey, Draft >,
	event: DeskEvent
): Record< PieceKey, Draft > {
	switch ( event.type ) {
		case 'DRAFTED':
			return {
				...state,
				[ event.key ]: {
					...EMPTY_DRAFT,
					...state[ event.key ],
					...event.draft,
				},
			};
		case 'DECIDED':
			return without( state, event.key );
	}
	return state;
}

export function attempts(
	state: Record< PieceKey, Attempt >,
	event: DeskEvent
): Record< PieceKey, Attempt > {
	switch ( event.type ) {
		case 'DECIDING':
			return {
				...state,
				[ event.key ]: { act: event.act, failure: null },
			};
		case 'DECISION_FAILED': {
			const attempt = state[ event.key ];
			return attempt
				? {
						...state,
						[ event.key ]: { ...attempt, failure: event.failure },
					}
				: state;
		}
		case 'DECIDED':
		case 'OVERTAKEN':
			return without( state, event.key );
	}
	return state;
}

export function meanwhile(
	state: Record< PieceKey, Decision >,
	event: DeskEvent,
	left: PieceKey | null
): Record< PieceKey, Decision > {
	switch ( event.type ) {
		case 'OVERTAKEN':
			return { ...state, [ event.key ]: event.decision };
		case 'DECIDED':
			return without( state, event.key );
		case 'OPENED':
			return left === null || left === event.key
				? state
				: without( state, left );
	}
	return state;
}

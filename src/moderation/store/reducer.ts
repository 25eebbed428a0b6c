/* How each event changes what the desk knows. */
import { NO_FILTERS } from '../filters';
import { attempts, drafts, meanwhile } from './decisions';
import { counts, lists, NEW_LIST, opened } from './lists';
import { items, pieces } from './pieces';
import { perList, type DeskEvent, type DeskState } from './types';
import { undos } from './undos';

export const INITIAL: DeskState = {
	list: 'waiting',
	filters: NO_FILTERS,
	lists: perList( () => NEW_LIST ),
	counts: perList( () => 0 ),
	items: {},
	pieces: {},
	open: null,
	drafts: {},
	attempts: {},
	meanwhile: {},
	undos: [],
};

/** Answers to a question that was changed meanwhile. */
function isOutdated( state: DeskState, event: DeskEvent ): boolean {
	return (
		event.type !== 'FILTERED' &&
		'filters' in event &&
		event.filters !== undefined &&
		event.filters !== state.filters
	);
}

export function reducer(
	state: DeskState = INITIAL,
	event: DeskEvent
): DeskState {
	if ( isOutdated( state, event ) ) {
		return state;
	}
	return {
		list: event.type === 'LIST_CHOSEN' ? event.list : state.list,
		filters: event.type === 'FILTERED' ? event.filters : state.filters,
		lists: lists( state, event ),
		counts: counts( state, event ),
		items: items( state, event ),
		pieces: pieces( state, event ),
		open: opened( state, event ),
		drafts: drafts( state, event ),
		attempts: attempts( state.attempts, event ),
		meanwhile: meanwhile( state, event ),
		undos: undos( state, event ),
	};
}

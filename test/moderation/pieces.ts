// Pieces as the queue tells them, for tests of the desk.
import type {
	Content,
	Decision,
	Queue,
	QueueItem,
	QueuePiece,
} from '../../src/contract.ts';
import { listAfter } from '../../src/moderation/acts.ts';

export function item(
	id: number,
	changed: Partial< QueueItem > = {}
): QueueItem {
	return {
		kind: 'story',
		label: 'Story',
		id,
		version: 1,
		list: listAfter( '', changed.state ?? 'waiting', null ),
		state: 'waiting',
		title: `Story ${ id }`,
		excerpt: '',
		contributor: { name: 'Murat Kaya', initials: 'MK', hue: 152 },
		author: 7,
		urgent: false,
		department: null,
		since: `2026-11-21T08:${ String( id ).padStart( 2, '0' ) }:00Z`,
		thumbnail: null,
		reasons: [ { code: 'default', text: 'Somebody looks at it.' } ],
		needsConsent: false,
		link: null,
		claim: null,
		...changed,
	};
}

export function counted(
	counts: Partial< Queue[ 'counts' ] >
): Queue[ 'counts' ] {
	return { waiting: 0, reported: 0, appealed: 0, returned: 0, ...counts };
}

export const CONTENT: Content = {
	title: 'Story',
	text: 'We lifted the rotor in.',
	photos: [],
};

export function page(
	ids: number[],
	{
		after = null,
		counts = counted( { waiting: ids.length } ),
	}: Partial< Queue > = {}
): Queue {
	return { items: ids.map( ( id ) => item( id ) ), after, counts };
}

export function piece(
	id: number,
	changed: Partial< QueueItem > = {},
	history: Decision[] = []
): QueuePiece {
	return {
		item: item( id, changed ),
		preview: `https://example.com/?throughline-preview=story-${ id }`,
		recognisable: '',
		history,
		content: CONTENT,
		proposal: false,
		context: [],
		notes: [],
		standing: [],
		cases: [],
		undoable: null,
	};
}

export function decision(
	id: number,
	changed: Partial< Decision > = {}
): Decision {
	return {
		kind: 'story',
		id,
		version: 2,
		act: 'publish',
		state: 'published',
		by: 'Petra Huber',
		reason: '',
		guideline: 0,
		content: CONTENT,
		at: '2026-11-21T10:15:00Z',
		...changed,
	};
}

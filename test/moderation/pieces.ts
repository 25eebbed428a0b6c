// Pieces as the queue tells them, for tests of the desk.
import type {
	Decision,
	Queue,
	QueueItem,
	QueuePiece,
} from '../../src/contract.ts';

export function item(
	id: number,
	changed: Partial< QueueItem > = {}
): QueueItem {
	return {
		kind: 'story',
		id,
		version: 1,
		state: 'waiting',
		title: `Story ${ id }`,
		excerpt: '',
		contributor: { name: 'Murat Kaya', initials: 'MK', hue: 152 },
		department: null,
		since: `2026-11-21T08:${ String( id ).padStart( 2, '0' ) }:00Z`,
		thumbnail: null,
		reasons: [ { code: 'default', text: 'Somebody looks at it.' } ],
		needsConsent: false,
		...changed,
	};
}

export function page(
	ids: number[],
	{
		after = null,
		counts = { waiting: ids.length, returned: 0 },
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
		at: '2026-11-21T10:15:00Z',
		...changed,
	};
}

// What was begun stays in the tab.
import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, type Draft } from '../../src/moderation/store/types.ts';
import { keepDrafts, readDrafts } from '../../src/moderation/drafts.ts';

function storage( kept: Record< string, string > = {} ): Storage {
	const items = new Map( Object.entries( kept ) );
	return {
		getItem: ( name ) => items.get( name ) ?? null,
		setItem: ( name, value ) => void items.set( name, value ),
		removeItem: ( name ) => void items.delete( name ),
		clear: () => items.clear(),
		key: ( index ) => [ ...items.keys() ][ index ] ?? null,
		get length() {
			return items.size;
		},
	};
}

const DRAFT: Draft = {
	...EMPTY_DRAFT,
	telling: 'return',
	reason: 'Who is on it?',
	guideline: 4,
	consent: true,
};

describe( 'a draft', () => {
	it( 'comes back after a reload, without the consent', () => {
		const tab = storage();
		keepDrafts( tab, { 'story-1': DRAFT } );
		expect( readDrafts( tab ) ).toEqual( {
			'story-1': { ...DRAFT, consent: false },
		} );
	} );

	it( 'comes back with a note and a correction, too', () => {
		const tab = storage();
		const begun = {
			'story-1': { ...EMPTY_DRAFT, note: 'I ask the customer.' },
			'story-2': {
				...EMPTY_DRAFT,
				correction: { title: '', text: 'Saß.', photos: [] },
			},
		};
		keepDrafts( tab, begun );
		expect( readDrafts( tab ) ).toEqual( begun );
	} );

	it( 'of an older page is read as far as it goes', () => {
		const kept =
			'{"story-1":{"reason":"Who?","consent":false,"asking":true}}';
		expect(
			readDrafts( storage( { 'throughline-desk-drafts': kept } ) )[
				'story-1'
			]?.reason
		).toBe( 'Who?' );
	} );

	it( 'leaves nothing behind when nothing is written', () => {
		const tab = storage();
		keepDrafts( tab, { 'story-1': DRAFT } );
		keepDrafts( tab, { 'story-1': { ...DRAFT, reason: ' ' } } );
		expect( tab.length ).toBe( 0 );
	} );

	it( 'is dropped when it is none', () => {
		for ( const kept of [
			'{',
			'null',
			'[1]',
			'{"story-1":{"reason":1}}',
			'{"story-1":{"reason":"","correction":{"title":1}}}',
			'{"story-1":{"reason":"","telling":"burn"}}',
		] ) {
			expect(
				readDrafts( storage( { 'throughline-desk-drafts': kept } ) )
			).toEqual( {} );
		}
	} );

	it( 'does not stop the work where storage is full', () => {
		const full = storage();
		full.setItem = () => {
			throw new DOMException( 'full', 'QuotaExceededError' );
		};
		expect( () => keepDrafts( full, { 'story-1': DRAFT } ) ).not.toThrow();
	} );
} );

// What stays of a story on the device it is written on.
import { describe, expect, test } from 'vitest';
import {
	isEmpty,
	keepDraft,
	parseDraft,
	recallDraft,
	type Draft,
} from '../../src/stories/draft.ts';

const draft: Draft = {
	submission: '0b0e6c1e-3c44-4a54-9f5e-6a2f6f1f2d10',
	text: 'Gestern um vier 👷🏽‍♀️ مرحبا',
	title: '48 Tonnen',
	department: 3,
	recognisable: 'others',
	photos: [
		{
			id: 12,
			upload: '5f1c9a52-8f0e-4a6e-9b1f-0d6a3c2b7e11',
			name: 'turbine.jpg',
			alt: 'Turbine von vorn',
		},
	],
	onTheWay: 0,
};

function shelf() {
	const kept = new Map< string, string >();
	return {
		kept,
		getItem: ( key: string ) => kept.get( key ) ?? null,
		setItem: ( key: string, value: string ) => void kept.set( key, value ),
		removeItem: ( key: string ) => void kept.delete( key ),
	};
}

describe( 'A draft', () => {
	test( 'comes back as it was left', () => {
		const at = shelf();
		expect( keepDraft( 'key', draft, at ) ).toBe( true );
		expect( recallDraft( 'key', at ) ).toEqual( draft );
	} );

	test( 'leaves nothing behind once it is empty or dropped', () => {
		const at = shelf();
		keepDraft( 'key', draft, at );
		keepDraft(
			'key',
			{ ...draft, text: ' \n', title: '', photos: [] },
			at
		);
		expect( at.kept.size ).toBe( 0 );
		keepDraft( 'key', draft, at );
		keepDraft( 'key', undefined, at );
		expect( at.kept.size ).toBe( 0 );
	} );

	test( 'of photos that are still on their way is no empty one', () => {
		const none = { ...draft, text: '', title: '', photos: [] };
		expect( isEmpty( none ) ).toBe( true );
		expect( isEmpty( { ...none, onTheWay: 1 } ) ).toBe( false );
		expect( isEmpty( { ...none, photos: draft.photos } ) ).toBe( false );
	} );

	test( 'says so where the device keeps nothing', () => {
		const full = {
			...shelf(),
			setItem() {
				throw new DOMException( 'full', 'QuotaExceededError' );
			},
		};
		expect( keepDraft( 'key', draft, full ) ).toBe( false );
		// Here in Node there is no localStorage at all, as if a browser forbade it.
		expect( keepDraft( 'key', draft ) ).toBe( false );
		expect( recallDraft( 'key' ) ).toBeUndefined();
	} );

	test.each( [
		null,
		'',
		'null',
		'{',
		'[]',
		'"text"',
		'{"text":"no submission"}',
		'{"submission":"../../etc"}',
	] )( 'that another hand wrote is none: %s', ( json ) => {
		expect( parseDraft( json ) ).toBeUndefined();
	} );

	test( 'of an older version is made whole', () => {
		const { submission } = draft;
		expect(
			parseDraft(
				JSON.stringify( {
					submission,
					text: 7,
					recognisable: 'everybody',
					department: 'x',
					photos: [ null, 1, { id: 3 }, { id: 4, upload: 'no' } ],
				} )
			)
		).toEqual( {
			submission,
			text: '',
			title: '',
			department: 0,
			recognisable: '',
			photos: [],
			onTheWay: 0,
		} );
	} );

	test( 'that was sent tells other tabs what the server answered', () => {
		const sent = { ...draft, sent: 'Thank you!' };
		expect( parseDraft( JSON.stringify( sent ) )?.sent ).toBe(
			'Thank you!'
		);
	} );
} );

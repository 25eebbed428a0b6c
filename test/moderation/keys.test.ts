// Which key means what, and when none does.
import { describe, expect, it } from 'vitest';
import { actOf, type KeyPress } from '../../src/moderation/keys.ts';

const press = ( key: string, changed: Partial< KeyPress > = {} ) =>
	actOf( {
		key,
		code: '',
		ctrlKey: false,
		metaKey: false,
		altKey: false,
		shiftKey: false,
		repeat: false,
		isComposing: false,
		defaultPrevented: false,
		...changed,
	} );

describe( 'a key', () => {
	it( 'stands for an act', () => {
		expect( [ ...'jkprxlezcog/' ].map( ( key ) => press( key ) ) ).toEqual(
			[
				'next',
				'previous',
				'publish',
				'return',
				'remove',
				'keep',
				'correct',
				'undo',
				'claim',
				'open',
				'grid',
				'search',
			]
		);
	} );

	it( 'asks for help with Shift, as most keyboards need', () => {
		expect( press( '?', { shiftKey: true } ) ).toBe( 'help' );
		expect( press( '?' ) ).toBe( 'help' );
		expect( press( '/', { shiftKey: true } ) ).toBe( 'search' );
	} );

	it( 'works with caps lock on', () => {
		expect( press( 'P' ) ).toBe( 'publish' );
	} );

	it( 'counts by its place on keyboards of other scripts', () => {
		expect( press( 'о', { code: 'KeyJ' } ) ).toBe( 'next' );
		// On a German keyboard Z and Y are swapped: the letter counts, not the place.
		expect( press( 'z', { code: 'KeyY' } ) ).toBe( 'undo' );
		expect( press( 'y', { code: 'KeyZ' } ) ).toBeNull();
	} );

	it( 'belongs to the browser with a modifier', () => {
		for ( const name of [ 'ctrlKey', 'metaKey', 'altKey', 'shiftKey' ] ) {
			expect( press( 'p', { [ name ]: true } ) ).toBeNull();
		}
	} );

	it( 'takes back with Control and Z, as everywhere', () => {
		expect( press( 'z', { ctrlKey: true } ) ).toBe( 'undo' );
		expect( press( 'z', { metaKey: true } ) ).toBe( 'undo' );
		expect( press( 'z', { metaKey: true, shiftKey: true } ) ).toBeNull();
	} );

	it( 'means nothing while a word is composed or when somebody else took it', () => {
		expect( press( 'p', { isComposing: true } ) ).toBeNull();
		expect( press( 'p', { defaultPrevented: true } ) ).toBeNull();
	} );

	it( 'runs through the list when it is held, and never publishes it', () => {
		expect( press( 'j', { repeat: true } ) ).toBe( 'next' );
		expect( press( 'p', { repeat: true } ) ).toBeNull();
		expect( press( 'r', { repeat: true } ) ).toBeNull();
		expect( press( 'z', { repeat: true } ) ).toBeNull();
	} );

	it( 'is any other key', () => {
		expect(
			[ 'q', 'Enter', 'Escape', ' ', '1' ].map( ( key ) => press( key ) )
		).toEqual( [ null, null, null, null, null ] );
	} );
} );

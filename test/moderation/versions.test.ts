// What stood in a piece at which time.
import { describe, expect, it } from 'vitest';
import type { Content, Decision } from '../../src/contract.ts';
import {
	changesOf,
	hiddenPhotos,
	judged,
	since,
} from '../../src/moderation/versions.ts';
import { decision, piece } from './pieces.ts';

const words = ( text: string ): Content => ( { title: '', text, photos: [] } );

/** A history in short: [ act, text, reason ]. */
const history = (
	...acts: Array< [ Decision[ 'act' ], string, string? ] >
): Decision[] =>
	acts.map( ( [ act, text, reason = '' ], index ) =>
		decision( 1, {
			act,
			version: index + 1,
			content: words( text ),
			reason,
		} )
	);

const changed = ( ...acts: Parameters< typeof history > ) =>
	[ ...changesOf( history( ...acts ) ) ].map( ( [ version, change ] ) => [
		version,
		change.before.text,
		change.after.text,
	] );

describe( 'a history', () => {
	it( 'tells what each entry changed', () => {
		expect(
			changed(
				[ 'submit', 'a' ],
				[ 'return', 'a' ],
				[ 'revise', 'b' ],
				[ 'correct', 'c' ],
				[ 'publish', 'c' ]
			)
		).toEqual( [
			[ 3, 'a', 'b' ],
			[ 4, 'b', 'c' ],
		] );
	} );

	it( 'shows a proposal once, whether it is accepted or not', () => {
		expect(
			changed(
				[ 'publish', 'a' ],
				[ 'propose', 'b' ],
				[ 'publish', 'b' ]
			)
		).toEqual( [ [ 2, 'a', 'b' ] ] );
		expect(
			changed(
				[ 'publish', 'a' ],
				[ 'propose', 'b' ],
				[ 'return', 'a' ],
				[ 'propose', 'c' ]
			)
		).toEqual( [
			[ 2, 'a', 'b' ],
			[ 4, 'a', 'c' ],
		] );
	} );

	it( 'leaves out what an erased account took along', () => {
		expect(
			changed( [ 'submit', '' ], [ 'publish', 'a' ], [ 'correct', 'b' ] )
		).toEqual( [ [ 3, 'a', 'b' ] ] );
	} );

	it( 'knows which photos are hidden', () => {
		const acts = ( ...list: Array< [ Decision[ 'act' ], number ] > ) =>
			list.map( ( [ act, photo ] ) => decision( 1, { act, photo } ) );
		expect( [
			...hiddenPhotos(
				acts( [ 'hide', 4 ], [ 'hide', 5 ], [ 'show', 4 ] )
			),
		] ).toEqual( [ 5 ] );
		expect( [
			...hiddenPhotos( acts( [ 'hide', 4 ], [ 'undo', 0 ] ) ),
		] ).toEqual( [] );
		expect( [
			...hiddenPhotos(
				acts( [ 'hide', 4 ], [ 'show', 4 ], [ 'undo', 0 ] )
			),
		] ).toEqual( [ 4 ] );
	} );
} );

describe( 'an answer', () => {
	it( 'stands beside the question, with what it changed', () => {
		const answered = {
			...piece(
				1,
				{},
				history(
					[ 'submit', 'a' ],
					[ 'return', 'a', 'Who?' ],
					[ 'revise', 'b', 'Anna.' ]
				)
			),
			content: words( 'b' ),
		};
		expect( since( answered ) ).toMatchObject( {
			question: 'Who?',
			answer: 'Anna.',
			before: { text: 'a' },
			after: { text: 'b' },
		} );
	} );

	it( 'is none while a piece is new, or on its way back', () => {
		expect(
			since( piece( 1, {}, history( [ 'submit', 'a' ] ) ) )
		).toBeNull();
		expect(
			since(
				piece(
					1,
					{ state: 'returned' },
					history( [ 'submit', 'a' ], [ 'return', 'a', 'Who?' ] )
				)
			)
		).toBeNull();
	} );

	it( 'to nobody’s question is a proposal, compared with what is published', () => {
		const proposal = {
			...piece(
				1,
				{ state: 'published' },
				history( [ 'publish', 'a' ], [ 'propose', 'b', 'A slip.' ] )
			),
			content: words( 'a' ),
			proposal: true,
		};
		expect( judged( proposal ) ).toEqual( words( 'b' ) );
		expect( since( proposal ) ).toMatchObject( {
			question: '',
			answer: 'A slip.',
			before: { text: 'a' },
			after: { text: 'b' },
		} );
	} );
} );

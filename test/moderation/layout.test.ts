// How much fits beside each other.
import { expect, it } from 'vitest';
import { layoutOf } from '../../src/moderation/layout.ts';

it( 'follows the room that the admin menu leaves', () => {
	// A window of 1280 px less the menu; a tablet; a phone, or 1280 px at 400 %.
	expect( [ 1120, 768, 360, 320 ].map( layoutOf ) ).toEqual( [
		'wide',
		'medium',
		'narrow',
		'narrow',
	] );
} );

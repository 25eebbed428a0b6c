// By which what is sent is known.
import { expect, test } from 'vitest';
import { uuid } from '../src/uuid.ts';

test( 'An id is a UUID as the contract wants it, and another one each time', () => {
	const ids = Array.from( { length: 200 }, uuid );
	expect( new Set( ids ).size ).toBe( 200 );
	ids.forEach( ( id ) =>
		expect( id ).toMatch(
			/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
		)
	);
} );

import { describe, expect, it } from 'vitest';
import { fingerprint, nudges } from '../../src/guidelines/nudge.ts';
import { GUIDELINES, THOUGHTS } from './thoughts.ts';

describe( 'before something is sent', () => {
	it.each( THOUGHTS )(
		'brings to mind: $name',
		( { texts, before = [], expected } ) => {
			expect(
				nudges( {
					texts,
					guidelines: GUIDELINES,
					before: before.map( fingerprint ),
				} )
			).toEqual( expected );
		}
	);
} );

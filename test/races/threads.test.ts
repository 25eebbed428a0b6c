// Ten thousand random changes of comments through core's own functions, raw SQL and kills among them: the index of threads stays true.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findSite } from '../site/site.ts';

const ACTS = Number( process.env.THROUGHLINE_ACTS ?? 10_000 );
const SEED = Number(
	process.env.THROUGHLINE_SEED ?? Math.floor( Math.random() * 2 ** 31 )
);

it( `${ ACTS } random changes of comments (THROUGHLINE_SEED=${ SEED }) leave the index as a fresh rebuild makes it`, async () => {
	const site = await findSite();
	await site.reset();
	const { rows, listed, deepest, differ } = await site.php< {
		rows: number;
		listed: number;
		deepest: string;
		differ: unknown[];
	} >( `return (require $args['code'])($args['seed'], $args['acts']);`, {
		code: join( import.meta.dirname, 'threads.php' ),
		seed: SEED,
		acts: ACTS,
	} );
	expect( differ, `seed ${ SEED }` ).toEqual( [] );
	// Otherwise nothing was compared.
	expect( rows ).toBeGreaterThan( ACTS / 10 );
	expect( listed ).toBeGreaterThan( rows / 10 );
	expect( Number( deepest ) ).toBeGreaterThan( 2 );
}, 240_000 );

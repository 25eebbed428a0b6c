// Ten thousand random acts through core's functions and ours, in one process: what we keep of pieces stays true.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findSite } from '../site/site.ts';

const ACTS = Number( process.env.THROUGHLINE_ACTS ?? 10_000 );
const SEED = Number(
	process.env.THROUGHLINE_SEED ?? Math.floor( Math.random() * 2 ** 31 )
);

interface Kept {
	rows: [ queue: number, standing: number ];
	queue: { kept: unknown[]; true: unknown[] };
	standing: { kept: unknown[]; true: unknown[] };
	stories: unknown[];
	comments: unknown[];
	took: Record< string, [ times: number, ms: number ] >;
	memory: number;
}

it( `${ ACTS } random acts (THROUGHLINE_SEED=${ SEED }) leave the queue and everybody’s standing as a fresh rebuild makes them`, async () => {
	const site = await findSite();
	await site.reset();
	const kept = await site.php< Kept >(
		`return (require $args['code'])($args['seed'], $args['acts']);`,
		{
			code: join( import.meta.dirname, 'random.php' ),
			seed: SEED,
			acts: ACTS,
		}
	);
	const nothing = { kept: [], true: [] };
	expect( kept.queue, `seed ${ SEED }` ).toEqual( nothing );
	expect( kept.standing, `seed ${ SEED }` ).toEqual( nothing );
	expect( kept.stories, `seed ${ SEED }` ).toEqual( [] );
	expect( kept.comments, `seed ${ SEED }` ).toEqual( [] );
	// Otherwise nothing was compared.
	expect( Math.min( ...kept.rows ) ).toBeGreaterThan( ACTS / 1000 );
}, 240_000 );

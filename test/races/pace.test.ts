// Many at once from one sender: the pace is counted in the database, so exactly as many get through as should.
import { beforeAll, expect, it } from 'vitest';
import { findSite, type Site } from '../site/site.ts';

let site: Site;

beforeAll( async () => {
	site = await findSite();
	await site.reset();
} );

it( 'of thirty at once five get through', async () => {
	const taken = await Promise.all(
		Array.from( { length: 30 }, () =>
			site.php< boolean >(
				"return Throughline\\Moderation\\Pace::take('race', 'user 1', ['burst' => 5, 'every' => 3600]);"
			)
		)
	);
	expect( taken.filter( Boolean ) ).toHaveLength( 5 );
} );

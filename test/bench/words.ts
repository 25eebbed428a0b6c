// What ten thousand blocked words cost a piece, beside core's list of disallowed keys.
import { join } from 'node:path';
import type { StackSite } from '../site/stack.ts';
import { median, ms, times, type Row } from './bench.ts';

export async function words(
	site: StackSite,
	rounds: number
): Promise< Row[] > {
	const costs = ( await site.run(
		`return ( require $args['code'] )( $args['rounds'] );`,
		{ code: join( import.meta.dirname, 'words.php' ), rounds }
	) ) as { ours: number[]; core: number[] };
	const [ ours, core ] = [ median( costs.ours ), median( costs.core ) ];
	return [
		{
			what: '10,000 blocked words, a text of 10,000 characters: PHP',
			ours: ms( ours ),
			core: ms( core ),
			against: times( ours / core ),
			target: 'at most 2 ms',
			met: ours <= 2,
		},
	];
}

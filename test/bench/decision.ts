// What one decision of a moderator costs, with its record and its notices queued, beside core doing the same without.
import { join } from 'node:path';
import type { StackSite } from '../site/stack.ts';
import { median, more, ms, times, type Row } from './bench.ts';

interface Costs {
	ms: number;
	queries: number;
}

export async function decision(
	site: StackSite,
	rounds: number
): Promise< Row[] > {
	const measure = async () =>
		( await site.run(
			`return ( require $args['code'] )( $args['rounds'] );`,
			{ code: join( import.meta.dirname, 'decision.php' ), rounds }
		) ) as Record< 'story' | 'comment', { ours: Costs[]; core: Costs[] } >;
	// As MariaDB ships, and as no other row needs it: a commit waits for the disk. Core commits each of its writes,
	// a decision all of them at once.
	await site.sql( 'SET GLOBAL innodb_flush_log_at_trx_commit = 1' );
	const real = await measure();
	await site.sql( 'SET GLOBAL innodb_flush_log_at_trx_commit = 2' );
	const apart = await measure();
	const comment =
		"one decision on a comment, beside core's wp_set_comment_status()";
	return [
		...rows( comment, real.comment ),
		...rows( `${ comment }, the disk left out`, apart.comment )
			.slice( 0, 1 )
			.map( ( row ) => ( { ...row, target: '', met: null } ) ),
		...rows(
			"one decision on a story, beside core's wp_update_post()",
			real.story
		),
	];
}

function rows( what: string, both: { ours: Costs[]; core: Costs[] } ): Row[] {
	const [ ours, core ] = [ both.ours, both.core ].map( ( list ) => ( {
		ms: median( list.map( ( cost ) => cost.ms ) ),
		queries: median( list.map( ( cost ) => cost.queries ) ),
	} ) ) as [ Costs, Costs ];
	return [
		{
			what: `${ what }: PHP`,
			ours: ms( ours.ms ),
			core: ms( core.ms ),
			against: times( ours.ms / core.ms ),
			target: 'at most 1.5 x',
			met: ours.ms <= 1.5 * core.ms,
		},
		{
			what: `${ what }: queries`,
			ours: String( ours.queries ),
			core: String( core.queries ),
			against: more( ours.queries - core.queries ),
			target: '',
			met: null,
		},
	];
}

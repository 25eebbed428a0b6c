// What somebody sent is theirs: exported, erased, and what becomes of it when they leave. The record stays, without names and words.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Story } from '../../src/contract.ts';
import { findSite, type Session, type Site } from '../site/site.ts';

let site: Site;
let employee: Session;

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
	employee = await site.signIn( 'employee' );
} );

async function story( text: string ): Promise< number > {
	const response = await site.request(
		'/wp-json/throughline/v1/stories',
		{
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( { submission: randomUUID(), text } ),
		},
		employee
	);
	return ( ( await response.json() ) as Story ).id;
}

const publish = ( id: number, version = 1 ) =>
	site.php(
		"Throughline\\Moderation\\Desk::decide(['kind' => 'story', 'id' => $args[0], 'version' => $args[1], 'act' => 'publish', 'reason' => '', 'guideline' => 0, 'consent' => false], get_user_by('login', 'moderator')->ID);",
		[ id, version ]
	);

/** A guest’s comment that waits. */
const comment = ( text: string ) =>
	site.php< number >(
		"return wp_new_comment(wp_slash(['comment_post_ID' => 1, 'comment_author' => 'Gerda Gast', 'comment_author_email' => 'gast@example.com', 'comment_author_url' => '', 'comment_content' => $args, 'comment_type' => 'comment', 'user_id' => 0, 'comment_author_IP' => '192.0.2.7', 'comment_agent' => '']), true);",
		text
	);

/** Everything that WordPress would hand out for this address, page by page, as one text. */
const exported = ( mail: string ) =>
	site.php< string >(
		`$told = [];
		foreach (apply_filters('wp_privacy_personal_data_exporters', []) as $name => $exporter) {
			if (!str_starts_with($name, 'throughline-')) { continue; }
			for ($page = 1; $page < 50; $page++) {
				$answer = $exporter['callback']($args, $page);
				$told[] = $answer['data'];
				if ($answer['done']) { break; }
			}
		}
		return wp_json_encode($told, JSON_UNESCAPED_UNICODE);`,
		mail
	);

const erase = ( mail: string ) =>
	site.php< string[] >(
		`$messages = [];
		foreach (apply_filters('wp_privacy_personal_data_erasers', ['core' => ['callback' => 'wp_comments_personal_data_eraser']]) as $eraser) {
			for ($page = 1; $page < 50; $page++) {
				$answer = $eraser['callback']($args, $page);
				array_push($messages, ...$answer['messages']);
				if ($answer['done']) { break; }
			}
		}
		return $messages;`,
		mail
	);

/** Where in the database these words still stand, posts and comments too; as table names. */
const found = ( ...words: string[] ) =>
	site.php< string[] >(
		`$db = $GLOBALS['wpdb'];
		$found = [];
		foreach ($db->get_col('SHOW TABLES') as $table) {
			foreach (str_contains($table, 'user') || str_contains($table, 'options') ? [] : $db->get_results("SELECT * FROM $table", ARRAY_A) as $row) {
				foreach ($args as $word) {
					if (str_contains(wp_json_encode($row, JSON_UNESCAPED_UNICODE), $word)) {
						$found[] = substr($table, strlen($db->prefix)) . ": $word";
					}
				}
			}
		}
		return array_values(array_unique($found));`,
		words
	);

const EMPLOYEE =
	"$user = get_user_by('login', 'employee')->ID; wp_update_user(['ID' => $user, 'display_name' => 'Mona Keller']); ";

describe( 'every table of ours', () => {
	it( 'is covered by an exporter and an eraser, or says nothing about a person', async () => {
		const { tables, covered, parts } = await site.php< {
			tables: string[];
			covered: Record< string, string >;
			parts: string[];
		} >(
			`$tables = [];
			foreach (Throughline\\FEATURES as $feature) {
				$schema = ["Throughline\\\\$feature\\\\Hooks", 'schema'];
				array_push($tables, ...array_keys(is_callable($schema) ? $schema() : []));
			}
			return [
				'tables' => $tables,
				'covered' => Throughline\\Moderation\\Privacy::TABLES,
				'parts' => array_intersect(array_keys(apply_filters('wp_privacy_personal_data_exporters', [])), array_keys(apply_filters('wp_privacy_personal_data_erasers', []))),
			];`
		);
		expect( Object.keys( covered ).toSorted() ).toEqual(
			tables.toSorted()
		);
		for ( const part of Object.values( covered ).filter( Boolean ) ) {
			expect( Object.values( parts ) ).toContain(
				`throughline-${ part }`
			);
		}
	} );
} );

describe( 'an export', () => {
	it( 'of an account holds every piece with what was decided, over all pages, and nothing of others', async () => {
		const id = await story( 'Meine erste Geschichte.' );
		await site.php(
			"Throughline\\Moderation\\Desk::decide(['kind' => 'story', 'id' => $args, 'version' => 1, 'act' => 'return', 'reason' => 'Welche Turbine?', 'guideline' => 0, 'consent' => false], get_user_by('login', 'moderator')->ID);",
			id
		);
		// So many that are gone fill a page of the export.
		await site.php(
			"for ($i = 0; $i < 25; $i++) { Throughline\\Database::write('INSERT INTO %i (contributor, submission, kind, piece_id, created) VALUES (%d, %s, %s, %d, %s)', Throughline\\Database::table('submissions'), get_user_by('login', 'employee')->ID, \"gone-$i\", 'story', 90000 + $i, '2026-01-01 00:00:00'); }"
		);
		await story( 'Meine letzte Geschichte.' );
		await comment( 'Von einem Gast.' );
		const told = await exported( 'employee@example.com' );
		expect( told ).toContain( 'Meine erste Geschichte.' );
		expect( told ).toContain( 'Welche Turbine?' );
		expect( told ).toContain( 'Meine letzte Geschichte.' );
		expect( told ).not.toContain( 'Von einem Gast' );
		const moderator = await exported( 'moderator@example.com' );
		expect( moderator ).toContain( 'Welche Turbine?' );
		expect( moderator ).not.toContain( 'Meine erste' );
	} );

	it( 'of a guest finds what they sent by their address', async () => {
		await comment( 'Von einem Gast.' );
		const told = await exported( 'gast@example.com' );
		expect( told ).toContain( 'Von einem Gast.' );
		expect( await exported( 'niemand@example.com' ) ).not.toContain(
			'Gast'
		);
	} );
} );

describe( 'an erasure', () => {
	it( 'leaves what is online without a name, deletes the rest, and keeps the record', async () => {
		await site.php( EMPLOYEE );
		const online = await story( 'Das bleibt stehen.' );
		await publish( online );
		const waiting = await story( 'Das wartet noch.' );
		const messages = await erase( 'employee@example.com' );
		expect( messages.join( ' ' ) ).toContain( 'without the name' );
		expect( await found( 'Das wartet noch', 'Mona Keller' ) ).toEqual( [] );
		const left = await site.php< unknown >(
			`$db = $GLOBALS['wpdb']; $p = $db->prefix . 'throughline_';
			return [
				get_post_status($args[0]), (int) get_post_field('post_author', $args[0]), get_post_status($args[1]),
				(int) $db->get_var("SELECT COUNT(*) FROM {$p}decisions"),
				(int) $db->get_var("SELECT COUNT(*) FROM {$p}decisions WHERE user_id = " . get_user_by('login', 'employee')->ID),
				(int) $db->get_var("SELECT COUNT(*) FROM {$p}submissions WHERE contributor = " . get_user_by('login', 'employee')->ID),
				(int) $db->get_var("SELECT COUNT(*) FROM {$p}links"),
			];`,
			[ online, waiting ]
		);
		expect( left ).toEqual( [ 'publish', 0, false, 3, 0, 0, 0 ] );
		expect( await exported( 'employee@example.com' ) ).not.toContain(
			'Das bleibt stehen.'
		);
	} );

	it( 'takes what contributor and moderators wrote to each other, though the piece stays', async () => {
		await site.php( EMPLOYEE );
		const id = await story( 'Das bleibt stehen.' );
		await site.php(
			`$by = get_user_by('login', 'moderator')->ID;
			$piece = ['kind' => 'story', 'id' => $args];
			Throughline\\Moderation\\Desk::decide($piece + ['version' => 1, 'act' => 'return', 'reason' => 'Liebe Mona Keller, wer ist das?', 'guideline' => 0, 'consent' => false], $by);
			Throughline\\Moderation\\Notes::add('story', $args, ['user' => $by, 'text' => 'Mona Keller kenne ich.']);
			Throughline\\Moderation\\Contributions::change($piece + ['version' => 2, 'act' => 'revise', 'answer' => 'Das bin ich, Mona Keller.'], 0);`,
			id
		);
		await publish( id, 3 );
		expect( await found( 'Mona Keller' ) ).not.toEqual( [] );
		await erase( 'employee@example.com' );
		expect( await found( 'Mona Keller' ) ).toEqual( [] );
		expect( await found( 'Das bleibt stehen' ) ).toContain(
			'posts: Das bleibt stehen'
		);
	} );

	it( 'of a guest reaches the record before core takes the address away', async () => {
		await comment( 'Geheimes vom Gast.' );
		await erase( 'gast@example.com' );
		expect(
			await found( 'Geheimes vom Gast', 'gast@example.com', 'Gerda Gast' )
		).toEqual( [] );
	} );

	it( 'of a moderator takes the name from decisions and keeps them', async () => {
		const id = await story( 'Eine Geschichte.' );
		await publish( id );
		await erase( 'moderator@example.com' );
		expect(
			await site.php(
				"return $GLOBALS['wpdb']->get_results(\"SELECT act, user_id FROM {$GLOBALS['wpdb']->prefix}throughline_decisions WHERE act = 'publish'\", ARRAY_A);"
			)
		).toEqual( [ { act: 'publish', user_id: '0' } ] );
	} );
} );

describe( 'when an account is deleted', () => {
	const remove = ( choice: string, heir: boolean ) =>
		site.php(
			`${ EMPLOYEE } require_once ABSPATH . 'wp-admin/includes/user.php';
			if ($args[0] !== '') { Throughline\\Moderation\\Departure::choose($user, $args[0]); }
			wp_delete_user($user, $args[1] ? get_user_by('login', 'moderator')->ID : null);`,
			[ choice, heir ]
		);

	const page = async ( id: number ) => {
		const link = await site.php< string >(
			'return (string) get_permalink($args);',
			id
		);
		return await (
			await site.request( new URL( link, site.url ).pathname )
		).text();
	};

	it.each( [
		[ '', true ],
		[ 'anonymised', false ],
	] )(
		'what is online stays without a name (chosen: “%s”, heir: %s)',
		async ( choice, heir ) => {
			const id = await story( 'Das bleibt stehen.' );
			await publish( id );
			await remove( choice, heir );
			const html = await page( id );
			expect( html ).toContain( 'Das bleibt stehen.' );
			expect( html ).toContain( 'Somebody who was here' );
			expect( html ).not.toContain( 'Mona Keller' );
			expect(
				await site.php(
					"return (int) get_post_field('post_author', $args);",
					id
				)
			).toBe( 0 );
		}
	);

	it( 'it keeps its name where that was chosen, and never gets another one', async () => {
		const id = await story( 'Das bleibt stehen.' );
		await publish( id );
		const waiting = await story( 'Das wartet noch.' );
		await remove( 'kept', true );
		expect( await page( id ) ).toContain( 'Mona Keller' );
		// Nothing vanishes silently: the desk still has it, under its name.
		expect(
			await site.php(
				"return Throughline\\Moderation\\Kinds::get('story')->describe([$args])[$args]['name'];",
				waiting
			)
		).toBe( 'Mona Keller' );
	} );

	it( 'it goes where that was chosen, and the record stays without a word', async () => {
		const id = await story( 'Das geht mit mir.' );
		await publish( id );
		await remove( 'removed', true );
		expect( await found( 'Das geht mit mir', 'Mona Keller' ) ).toEqual(
			[]
		);
		expect(
			await site.php(
				"return $GLOBALS['wpdb']->get_col(\"SELECT act FROM {$GLOBALS['wpdb']->prefix}throughline_decisions ORDER BY version\");"
			)
		).toEqual( [ 'submit', 'publish' ] );
	} );
} );

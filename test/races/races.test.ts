// Two people at the same moment: one is stopped before each of its writes in turn, the other comes in between. Whoever wins, what is told agrees everywhere. Only a database that lets several write at once can show this.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findSite, type Site } from '../site/site.ts';

let site: Site;

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
} );

const wait = ( ms: number ) =>
	new Promise< void >( ( resolve ) => setTimeout( resolve, ms ) );

/** Stops before the write of this number until the test lets it go on; 0 never stops. */
const STOP = `
	$seen = 0;
	add_filter('query', static function ($query) use (&$seen, $args) {
		if (preg_match('/^\\s*(INSERT|UPDATE|DELETE|REPLACE|COMMIT)/i', $query) && ++$seen === $args['stop']) {
			touch(THROUGHLINE_TEST_SEAM . '/stopped');
			for ($i = 0; $i < 10000 && !is_file(THROUGHLINE_TEST_SEAM . '/go'); $i++) {
				usleep(1000);
				clearstatcache();
			}
		}
		return $query;
	});
`;

const PHOTO = `
	wp_set_current_user(get_user_by('login', 'employee')->ID);
	$image = imagecreatetruecolor(400, 300);
	imagefill($image, 0, 0, imagecolorallocate($image, 200, 120, 40));
	$file = tempnam(get_temp_dir(), 'photo');
	imagejpeg($image, $file);
	$photo = Throughline\\Stories\\Upload::add(['name' => 'a.jpg', 'tmp_name' => $file, 'error' => 0, 'size' => filesize($file)], $args['upload'], get_current_user_id());
	return is_wp_error($photo) ? $photo->get_error_code() : $photo['id'];
`;

const SUBMIT = `
	wp_set_current_user(get_user_by('login', 'employee')->ID);
	$sent = Throughline\\Stories\\Stories::submit(['submission' => $args['submission'], 'title' => 'Nachts', 'text' => 'Ein Satz.', 'department' => 0, 'recognisable' => 'nobody', 'photos' => array_map(static fn($id) => ['id' => $id, 'alt' => 'Bild'], $args['photos'])]);
	return is_wp_error($sent) ? $sent->get_error_code() : $sent['story']['id'];
`;

const DECIDE = `
	$user = get_user_by('login', $args['user'] ?? 'moderator')->ID;
	wp_set_current_user($user);
	$done = Throughline\\Moderation\\Desk::decide(['kind' => 'story', 'id' => $args['id'], 'version' => $args['version'] ?? 1, 'act' => $args['act'], 'reason' => 'Bitte noch ein Satz.', 'guideline' => 0, 'consent' => false], $user);
	return is_wp_error($done) ? $done->get_error_code() : $done['state'];
`;

const BY_CORE = `
	wp_set_current_user(get_user_by('login', 'admin')->ID);
	$done = wp_update_post(['ID' => $args['id'], 'post_status' => $args['status']], true);
	return is_wp_error($done) ? $done->get_error_code() : get_post_status($args['id']);
`;

interface Act {
	code: string;
	args: Record< string, unknown >;
}

const perform = ( { code, args }: Act, stop = 0 ) =>
	site.php< number | string >( STOP + code, { ...args, stop } );

interface Round {
	/** Before which write the first was stopped. */
	stop: number;
	first: number | string;
	second: number | string;
}

/**
 * Lets the second come in before each write of the first. The second may have to wait for the first; then both go on
 * together.
 */
async function between(
	prepare: () => Promise< [ Act, Act ] >,
	check: ( round: Round ) => Promise< void >
): Promise< void > {
	for ( let stop = 1; stop < 100; stop++ ) {
		await site.reset();
		const [ one, other ] = await prepare();
		const stopped = join( site.seam, 'stopped' );
		let ended = false;
		const first = perform( one, stop ).finally( () => {
			ended = true;
		} );
		while ( ! ended && ! existsSync( stopped ) ) {
			await wait( 2 );
		}
		if ( ! existsSync( stopped ) ) {
			// It has no more writes.
			await first;
			expect( stop ).toBeGreaterThan( 2 );
			return;
		}
		const second = perform( other );
		await Promise.race( [ second.catch( () => {} ), wait( 150 ) ] );
		await writeFile( join( site.seam, 'go' ), '' );
		await check( {
			stop,
			first: await first,
			second: await second,
		} );
		await rm( join( site.seam, 'go' ) );
	}
	throw new Error( 'The first never came to its end.' );
}

async function photos( count: number ): Promise< number[] > {
	const ids: number[] = [];
	for ( let i = 0; i < count; i++ ) {
		ids.push(
			Number(
				await perform( {
					code: PHOTO,
					args: { upload: randomUUID() },
				} )
			)
		);
	}
	return ids;
}

async function waiting(): Promise< number > {
	return Number(
		await perform( {
			code: SUBMIT,
			args: { submission: randomUUID(), photos: await photos( 1 ) },
		} )
	);
}

/** Everything that a site tells about its stories, and whether it agrees. */
const disagreements = () =>
	site.php< string[] >( `
		$db = $GLOBALS['wpdb'];
		$t = $db->prefix . 'throughline_';
		$base = wp_upload_dir()['basedir'] . '/';
		$wrong = [];
		$say = static function (bool $good, string $what) use (&$wrong): void {
			$good || $wrong[] = $what;
		};
		$known = [];
		foreach ($db->get_results("SELECT ID, post_status FROM $db->posts WHERE post_type = 'tl_story'") as $story) {
			$id = (int) $story->ID;
			$decisions = $db->get_results("SELECT version, state FROM {$t}decisions WHERE piece_id = $id ORDER BY version");
			$state = $decisions ? end($decisions)->state : '';
			$public = $state === 'published';
			$say(array_map('intval', array_column($decisions, 'version')) === range(1, count($decisions)), "versions of $id");
			$status = ['published' => 'publish', 'waiting' => 'pending', 'returned' => 'draft', 'removed' => 'draft'][$state] ?? '?';
			$say($story->post_status === $status, "$id is $state for the desk, $story->post_status for core");
			$queue = $db->get_results("SELECT state, version FROM {$t}queue WHERE piece_id = $id");
			$held = in_array($state, ['waiting', 'returned'], true);
			$say(count($queue) === (int) $held, "$id, $state, has " . count($queue) . ' rows in the queue');
			foreach ($queue as $row) {
				$say($row->state === $state && (int) $row->version === count($decisions), "$id is $state, the queue says $row->state");
			}
			$wall = (int) $db->get_var("SELECT COUNT(*) FROM {$t}pieces WHERE scope = 'all' AND piece_id = $id");
			$say($wall === (int) $public, "$id, $state, is $wall times on the wall");
			foreach ($db->get_results("SELECT * FROM {$t}photos WHERE story_id = $id") as $photo) {
				$files = json_decode($photo->files, true);
				$say(($photo->secret === '') === $public, "a photo of $id, $state, is " . ($photo->secret === '' ? 'open' : 'sealed'));
				$say(($photo->attachment_id > 0) === $public, "a photo of $id, $state, has the attachment $photo->attachment_id");
				foreach ($files as $size => $file) {
					$open = $base . $file['file'];
					$sealed = "$base$photo->path-$size";
					$say(is_file($open) === $public, "the public file of $id, $state, is " . (is_file($open) ? 'there' : 'not there'));
					$say(is_file($sealed) === !$public, "the sealed file of $id, $state, is " . (is_file($sealed) ? 'there' : 'not there'));
					array_push($known, $open, $sealed);
				}
			}
		}
		foreach ($db->get_results("SELECT * FROM {$t}photos WHERE story_id = 0") as $photo) {
			foreach (json_decode($photo->files, true) as $size => $file) {
				$known[] = "$base$photo->path-$size";
				$say($photo->mime === '' || is_file("$base$photo->path-$size"), 'an unclaimed photo lacks its file');
			}
		}
		$folder = $base . 'throughline';
		if (is_dir($folder)) {
			foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)) as $file) {
				$say(in_array((string) $file, $known, true), 'nobody knows the file ' . $file->getFilename());
			}
		}
		$attachments = (int) $db->get_var("SELECT COUNT(*) FROM $db->posts WHERE post_type = 'attachment'");
		$say($attachments === (int) $db->get_var("SELECT COUNT(*) FROM {$t}photos WHERE attachment_id > 0"), "there are $attachments attachments");
		return array_values(array_unique($wrong));
	` );

const agree = async ( round: Round ) =>
	expect( await disagreements(), JSON.stringify( round ) ).toEqual( [] );

const decide = ( id: number, act: string, user: string ): Act => ( {
	code: DECIDE,
	args: { id, act, user },
} );
const byCore = ( id: number, status: string ): Act => ( {
	code: BY_CORE,
	args: { id, status },
} );

describe( 'at the same moment', () => {
	it.each( [
		[ 'publish', 'return' ],
		[ 'return', 'publish' ],
		[ 'publish', 'publish' ],
	] )(
		'two moderators decide, %s and %s: one is told that the other was faster',
		async ( one, other ) => {
			await between(
				async () => {
					const id = await waiting();
					return [
						decide( id, one, 'moderator' ),
						decide( id, other, 'admin' ),
					];
				},
				async ( round ) => {
					const late = [ round.first, round.second ].filter(
						( result ) => result === 'throughline_stale'
					);
					expect( late, JSON.stringify( round ) ).toHaveLength( 1 );
					await agree( round );
				}
			);
		},
		60_000
	);

	it.each( [
		[ 'publish', 'draft' ],
		[ 'publish', 'publish' ],
		[ 'return', 'publish' ],
	] )(
		'a moderator decides (%s) and another plugin makes it %s: all agree on what it is',
		async ( act, status ) => {
			await between( async () => {
				const id = await waiting();
				return [ decide( id, act, 'moderator' ), byCore( id, status ) ];
			}, agree );
		},
		60_000
	);

	it.each( [
		[ 'draft', 'publish' ],
		[ 'publish', 'return' ],
	] )(
		'another plugin makes it %s and a moderator decides (%s): all agree on what it is',
		async ( status, act ) => {
			await between( async () => {
				const id = await waiting();
				return [ byCore( id, status ), decide( id, act, 'moderator' ) ];
			}, agree );
		},
		60_000
	);

	it( 'two tabs send the same story: one comes out, and both are told of it', async () => {
		await between(
			async () => {
				const args = {
					submission: randomUUID(),
					photos: await photos( 1 ),
				};
				return [
					{ code: SUBMIT, args },
					{ code: SUBMIT, args },
				];
			},
			async ( round ) => {
				expect( round.first, JSON.stringify( round ) ).toBeTypeOf(
					'number'
				);
				expect( round.second, JSON.stringify( round ) ).toBe(
					round.first
				);
				await agree( round );
			}
		);
	}, 60_000 );

	it( 'two stories claim the same photo: one gets it, the other is told that it is gone', async () => {
		await between(
			async () => {
				const same = await photos( 1 );
				const story = (): Act => ( {
					code: SUBMIT,
					args: { submission: randomUUID(), photos: same },
				} );
				return [ story(), story() ];
			},
			async ( round ) => {
				const results = [ round.first, round.second ];
				expect( results, JSON.stringify( round ) ).toContain(
					'throughline_photo_gone'
				);
				expect(
					results.filter( ( result ) => typeof result === 'number' ),
					JSON.stringify( round )
				).toHaveLength( 1 );
				await agree( round );
			}
		);
	}, 60_000 );

	it( 'one photo arrives twice: it is there once, and at least one is told so', async () => {
		await between(
			async () => {
				const photo: Act = {
					code: PHOTO,
					args: { upload: randomUUID() },
				};
				return [ photo, photo ];
			},
			async ( round ) => {
				const ids = [ round.first, round.second ].filter(
					( result ) => typeof result === 'number'
				);
				expect( ids.length, JSON.stringify( round ) ).toBeGreaterThan(
					0
				);
				expect( new Set( ids ).size, JSON.stringify( round ) ).toBe(
					1
				);
				await agree( round );
			}
		);
	}, 60_000 );

	it( 'a dozen people send and two moderators publish: nobody is refused', async () => {
		const pictures = await photos( 12 );
		const ids = await Promise.all(
			pictures.map( ( picture ) =>
				perform( {
					code: SUBMIT,
					args: { submission: randomUUID(), photos: [ picture ] },
				} )
			)
		);
		expect( new Set( ids ).size ).toBe( 12 );
		const states = await Promise.all(
			ids.map( ( id, index ) =>
				perform(
					decide(
						Number( id ),
						'publish',
						index % 2 ? 'moderator' : 'admin'
					)
				)
			)
		);
		expect( new Set( states ) ).toEqual( new Set( [ 'published' ] ) );
		expect( await disagreements() ).toEqual( [] );
	} );
} );

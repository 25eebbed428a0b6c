// PHP is killed at every single write of a photo, a story and a decision: afterwards everything is there once, or not at all.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { said, stage, type Stage } from '../http/dialog-site.ts';
import { findSite, type Site } from '../site/site.ts';

// Dozens of crashes and recoveries each.
vi.setConfig( { testTimeout: 300_000 } );

let site: Site;

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
} );

/** Ends the process like a crash would, right before its n-th write to the database; 0 never. */
const KILL = `
	$kill = static function (int $at): void {
		$seen = 0;
		add_filter('query', static function ($query) use (&$seen, $at) {
			if (preg_match('/^\\s*(INSERT|UPDATE|DELETE|REPLACE|COMMIT)/i', $query) && ++$seen === $at) {
				function_exists('posix_kill') && posix_kill(getmypid(), 9);
				exit();
			}
			return $query;
		});
	};
	wp_set_current_user(get_user_by('login', 'employee')->ID);
`;

const ADD_PHOTO = `
	$image = imagecreatetruecolor(320, 240);
	imagefill($image, 0, 0, imagecolorallocate($image, 200, 120, 40));
	$file = tempnam(get_temp_dir(), 'photo');
	imagejpeg($image, $file);
	$kill($args['kill']);
	$photo = Throughline\\Stories\\Upload::add(['name' => 'a.jpg', 'tmp_name' => $file, 'error' => 0, 'size' => filesize($file)], $args['upload'], get_current_user_id());
	return is_wp_error($photo) ? $photo->get_error_code() : $photo['id'];
`;

const SUBMIT = `
	$kill($args['kill']);
	$sent = Throughline\\Stories\\Stories::submit(['submission' => $args['submission'], 'title' => 'Einmal', 'text' => 'Ein Satz.', 'department' => 0, 'recognisable' => 'nobody', 'photos' => array_map(static fn($id) => ['id' => $id, 'alt' => 'Bild'], $args['photos'])]);
	return is_wp_error($sent) ? $sent->get_error_code() : $sent['story']['id'];
`;

const ASK = `
	wp_set_current_user(0);
	$kill($args['kill']);
	$sent = Throughline\\Dialog\\Writing\\Send::comment(['post' => $args['post'], 'parent' => 0, 'text' => 'Wann liefert ihr?', 'name' => 'K. Brandt', 'mail' => 'brandt@example.com', 'ask' => $args['department'], 'submission' => $args['submission'], 'sealed' => '']);
	return is_wp_error($sent) ? $sent->get_error_code() : $sent['id'];
`;

const ANSWER = `
	$user = get_user_by('login', 'moderator')->ID;
	wp_set_current_user($user);
	$kill($args['kill']);
	$said = Throughline\\Dialog\\Questions\\Acts::answer(Throughline\\Dialog\\Questions\\Questions::get($args['question']), $user, 'Am Donnerstag.');
	return is_wp_error($said) ? $said->get_error_code() : $said;
`;

/** Of one page: its comments, what is known of them, and its questions. */
const conversation = ( post: number ) =>
	site.php< Record< string, unknown > >(
		`$db = $GLOBALS['wpdb'];
		$p = $db->prefix . 'throughline_';
		$ids = $db->get_col("SELECT comment_ID FROM $db->comments WHERE comment_post_ID = " . (int) $args);
		$in = implode(', ', [0, ...$ids]);
		return [
			'comments' => count($ids),
			'decisions' => $db->get_col("SELECT act FROM {$p}decisions WHERE kind = 'comment' AND piece_id IN ($in) ORDER BY id"),
			'index' => (int) $db->get_var("SELECT COUNT(*) FROM {$p}threads WHERE comment_id IN ($in)"),
			'questions' => $db->get_col("SELECT state FROM {$p}questions WHERE comment_id IN ($in)"),
			'steps' => $db->get_col("SELECT act FROM {$p}question_steps WHERE comment_id IN ($in) ORDER BY id"),
		];`,
		post
	);

const PUBLISH = `
	$kill($args['kill']);
	$done = Throughline\\Moderation\\Desk::decide(['kind' => 'story', 'id' => $args['id'], 'version' => 1, 'act' => 'publish', 'reason' => '', 'guideline' => 0, 'consent' => false], get_user_by('login', 'moderator')->ID);
	return is_wp_error($done) ? $done->get_error_code() : $done['state'];
`;

interface Held {
	stories: string[];
	photos: string[];
	queue: number;
	decisions: string[];
	submissions: number;
	attachments: number;
	due: number;
	wall: number;
	sealed: number;
	public: number;
}

const held = () =>
	site.php< Held >( `
		$db = $GLOBALS['wpdb'];
		$p = $db->prefix . 'throughline_';
		$files = [];
		$folder = wp_upload_dir()['basedir'] . '/throughline';
		if (is_dir($folder)) {
			foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)) as $file) {
				$files[] = $file->getFilename();
			}
		}
		$public = preg_grep('/\\.(jpg|png)$/', $files);
		return [
			'stories' => $db->get_col("SELECT post_status FROM $db->posts WHERE post_type = 'tl_story'"),
			'photos' => array_map(static fn($photo) => (int) ($photo->story_id > 0) . (int) ($photo->attachment_id > 0) . (int) ($photo->secret !== ''), $db->get_results("SELECT * FROM {$p}photos ORDER BY position")),
			'queue' => (int) $db->get_var("SELECT COUNT(*) FROM {$p}queue"),
			'decisions' => $db->get_col("SELECT act FROM {$p}decisions ORDER BY version"),
			'submissions' => (int) $db->get_var("SELECT COUNT(*) FROM {$p}submissions"),
			'attachments' => (int) $db->get_var("SELECT COUNT(*) FROM $db->posts WHERE post_type = 'attachment'"),
			'due' => (int) $db->get_var("SELECT COUNT(*) FROM {$p}due WHERE what = 'notice'"),
			'wall' => (int) $db->get_var("SELECT COUNT(*) FROM {$p}pieces WHERE scope = 'all'"),
			'sealed' => count($files) - count($public),
			'public' => count($public),
		];
	` );

/** What the hourly event clears away when a day has gone by. */
async function sweepTomorrow(): Promise< void > {
	await site.setClock( Math.floor( Date.now() / 1000 ) + 2 * 86400 );
	await site.php( "do_action('throughline_sweep');" );
	await site.setClock( null );
}

async function killed< T >( code: string, args: object ): Promise< T | null > {
	return await site.php< T >( KILL + code, args ).catch( ( error: Error ) => {
		if ( error.message.startsWith( 'PHP in the site died' ) ) {
			return null;
		}
		throw error;
	} );
}

/** Runs the act, killed at its first write, its second, and so on, until it comes through; the check follows each. */
async function killEverywhere(
	act: ( kill: number ) => Promise< unknown >,
	check: ( kill: number ) => Promise< void >
): Promise< number > {
	// WebAssembly takes its time: there every fourth write, here each.
	const step = site.kind === 'playground' ? 4 : 1;
	for ( let kill = 1; kill < 200; kill += step ) {
		await site.reset();
		const result = await act( kill );
		if ( result !== null ) {
			return kill - 1;
		}
		await check( kill );
	}
	throw new Error( 'It never came through.' );
}

async function photos( count: number ): Promise< number[] > {
	const ids: number[] = [];
	for ( let i = 0; i < count; i++ ) {
		ids.push(
			await site.php< number >( KILL + ADD_PHOTO, {
				kill: 0,
				upload: randomUUID(),
			} )
		);
	}
	return ids;
}

async function waiting(): Promise< number > {
	return await site.php< number >( KILL + SUBMIT, {
		kill: 0,
		submission: randomUUID(),
		photos: await photos( 2 ),
	} );
}

describe( 'killed', () => {
	it( 'while a photo arrives: the second try brings it, and nothing else is left', async () => {
		let upload = '';
		const writes = await killEverywhere(
			async ( kill ) => {
				upload = randomUUID();
				return await killed( ADD_PHOTO, { kill, upload } );
			},
			async ( kill ) => {
				const again = await killed< number >( ADD_PHOTO, {
					kill: 0,
					upload,
				} );
				expect( again, `write ${ kill }` ).toBeGreaterThan( 0 );
				const { photos: rows, sealed } = await held();
				expect( rows, `write ${ kill }` ).toEqual( [ '001' ] );
				await sweepTomorrow();
				const left = await held();
				expect( [ sealed > 0, left.photos, left.sealed ] ).toEqual( [
					true,
					[],
					0,
				] );
			}
		);
		expect( writes ).toBeGreaterThan( 0 );
	} );

	it( 'while a photo arrives, and never sent again: nothing is left after a day', async () => {
		await killEverywhere(
			async ( kill ) =>
				await killed( ADD_PHOTO, { kill, upload: randomUUID() } ),
			async ( kill ) => {
				await sweepTomorrow();
				const { photos: rows, sealed } = await held();
				expect( [ rows, sealed ], `write ${ kill }` ).toEqual( [
					[],
					0,
				] );
			}
		);
	} );

	it( 'while a story arrives: no half story, and the second try makes one', async () => {
		let sent = { submission: '', photos: [] as number[] };
		const writes = await killEverywhere(
			async ( kill ) => {
				sent = {
					submission: randomUUID(),
					photos: await photos( 2 ),
				};
				return await killed( SUBMIT, { kill, ...sent } );
			},
			async ( kill ) => {
				const between = await held();
				// Before COMMIT nothing of it is there; after COMMIT all of it.
				expect(
					[
						between.stories.length,
						between.queue,
						between.submissions,
					],
					`write ${ kill }`
				).toEqual(
					between.stories.length === 0 ? [ 0, 0, 0 ] : [ 1, 1, 1 ]
				);
				expect(
					await killed( SUBMIT, { kill: 0, ...sent } )
				).toBeGreaterThan( 0 );
				const after = await held();
				expect( after, `write ${ kill }` ).toMatchObject( {
					stories: [ 'pending' ],
					photos: [ '101', '101' ],
					queue: 1,
					decisions: [ 'submit' ],
					submissions: 1,
					attachments: 0,
				} );
			}
		);
		expect( writes ).toBeGreaterThan( 5 );
	} );

	it( 'while a story is published: all or nothing, and the second try ends well', async () => {
		let id = 0;
		const writes = await killEverywhere(
			async ( kill ) => {
				id = await waiting();
				return await killed( PUBLISH, { kill, id } );
			},
			async ( kill ) => {
				const where = `write ${ kill }`;
				const between = await held();
				const out = between.stories[ 0 ] === 'publish';
				expect( between, where ).toMatchObject(
					out
						? {
								queue: 0,
								decisions: [ 'submit', 'publish' ],
								attachments: 2,
								due: 1,
								wall: 1,
							}
						: {
								stories: [ 'pending' ],
								queue: 1,
								decisions: [ 'submit' ],
								photos: [ '101', '101' ],
								attachments: 0,
								due: 0,
								wall: 0,
							}
				);
				if ( ! out ) {
					await sweepTomorrow();
					expect( ( await held() ).public, where ).toBe( 0 );
					expect( await killed( PUBLISH, { kill: 0, id } ) ).toBe(
						'published'
					);
				}
				await sweepTomorrow();
				const after = await held();
				expect( after, where ).toMatchObject( {
					stories: [ 'publish' ],
					photos: [ '110', '110' ],
					queue: 0,
					decisions: [ 'submit', 'publish' ],
					attachments: 2,
					due: 0,
					wall: 1,
					sealed: 0,
				} );
				expect( await site.mails(), where ).toHaveLength( 1 );
				expect( after.public, where ).toBeGreaterThan( 0 );
			}
		);
		expect( writes ).toBeGreaterThan( 10 );
	} );

	it( 'while a published story is taken back: it ends sealed, with nothing public', async () => {
		let id = 0;
		await killEverywhere(
			async ( kill ) => {
				id = await waiting();
				await killed( PUBLISH, { kill: 0, id } );
				return await killed(
					"$kill($args['kill']); wp_update_post(['ID' => $args['id'], 'post_status' => 'draft']); return 'done';",
					{ kill, id }
				);
			},
			async ( kill ) => {
				const asked = await site.php< string >(
					'return get_post_status($args);',
					id
				);
				await sweepTomorrow();
				if ( asked === 'publish' ) {
					return; // Killed before core wrote anything.
				}
				expect( await held(), `write ${ kill }` ).toMatchObject( {
					stories: [ 'draft' ],
					photos: [ '101', '101' ],
					attachments: 0,
					public: 0,
					wall: 0,
				} );
			}
		);
	} );

	it( 'while a question arrives: the second try makes one comment, one question, one entry on the desk', async () => {
		let place: Stage;
		let sent = {};
		const writes = await killEverywhere(
			async ( kill ) => {
				place = await stage();
				sent = { ...place, submission: randomUUID() };
				return await killed( ASK, { kill, ...sent } );
			},
			async ( kill ) => {
				const again = await killed( ASK, { kill: 0, ...sent } );
				expect( again, `write ${ kill }` ).toEqual(
					expect.any( Number )
				);
				await site.php( "do_action('throughline_sweep');" );
				expect(
					await conversation( place.post ),
					`write ${ kill }`
				).toEqual( {
					comments: 1,
					decisions: [ 'submit' ],
					index: 1,
					questions: [ 'open' ],
					steps: [ 'ask' ],
				} );
			}
		);
		expect( writes ).toBeGreaterThan( 5 );
	} );

	it( 'while an answer is sent: the question is answered once, by one comment', async () => {
		let place: Stage;
		let question = 0;
		const writes = await killEverywhere(
			async ( kill ) => {
				place = await stage();
				[ question = 0 ] = await said( place.post, [
					{ text: 'Wann?' },
				] );
				await site.php(
					`Throughline\\People\\Desks::put($args[0], Throughline\\People\\Desks::EXPERTS, [get_user_by('login', 'moderator')->ID]);
					Throughline\\Dialog\\Questions\\Asking::put($args[1], $args[0], 0);`,
					[ place.department, question ]
				);
				return await killed( ANSWER, { kill, question } );
			},
			async ( kill ) => {
				// Whoever presses again is told that it is answered, or answers.
				await killed( ANSWER, { kill: 0, question } );
				await site.php( "do_action('throughline_sweep');" );
				const { comments, index, questions, steps } =
					await conversation( place.post );
				expect(
					{ comments, index, questions, steps },
					`write ${ kill }`
				).toEqual( {
					comments: 2,
					index: 2,
					questions: [ 'answered' ],
					steps: [ 'ask', 'answer' ],
				} );
			}
		);
		expect( writes ).toBeGreaterThan( 3 );
	} );
} );

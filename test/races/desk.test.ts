// Two at once, on MariaDB: two moderators on one story, two tabs with one story, two tries with one photo.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Story } from '../../src/contract.ts';
import { findSite, type Session, type Site } from '../site/site.ts';

const ROUNDS = 50;

let site: Site;
let employee: Session;
let moderator: Session;
let admin: Session;

beforeAll( async () => {
	site = await findSite();
	await site.reset();
	[ employee, moderator, admin ] = await Promise.all( [
		site.signIn( 'employee' ),
		site.signIn( 'moderator' ),
		site.signIn( 'admin' ),
	] );
} );

const post = ( path: string, body: unknown, session: Session ) =>
	site.request(
		`/wp-json/throughline/v1/${ path }`,
		{
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( body ),
		},
		session
	);

const count = ( query: string ) =>
	site.php< number >(
		"return (int) $GLOBALS['wpdb']->get_var(str_replace('{}', $GLOBALS['wpdb']->prefix, $args));",
		query
	);

describe( 'two at once', () => {
	it( `one of two moderators decides, the other hears of it, ${ ROUNDS } times`, async () => {
		for ( let round = 0; round < ROUNDS; round++ ) {
			const sent = await post(
				'stories',
				{ submission: randomUUID(), text: `Runde ${ round }` },
				employee
			);
			const { id } = ( await sent.json() ) as Story;
			const piece = { kind: 'story', id, version: 1 };
			const answers = await Promise.all( [
				post( 'decisions', { ...piece, act: 'publish' }, moderator ),
				post(
					'decisions',
					{ ...piece, act: 'return', reason: 'Noch etwas.' },
					admin
				),
			] );
			const statuses = answers.map( ( { status } ) => status );
			expect( statuses.toSorted(), `round ${ round }` ).toEqual( [
				200, 409,
			] );
			const published = statuses[ 0 ] === 200;
			expect(
				await site.php( 'return get_post_status($args);', id )
			).toBe( published ? 'publish' : 'draft' );
			expect(
				await count(
					`SELECT COUNT(*) FROM {}throughline_decisions WHERE piece_id = ${ id }`
				)
			).toBe( 2 );
			expect(
				await count(
					`SELECT COUNT(*) FROM {}throughline_due WHERE what = 'notice' AND piece_id = ${ id }`
				)
			).toBe( 1 );
			expect(
				await count(
					`SELECT COUNT(*) FROM {}throughline_queue WHERE piece_id = ${ id }`
				)
			).toBe( published ? 0 : 1 );
		}
	} );

	it( 'one story comes out of four tabs that send it together', async () => {
		for ( let round = 0; round < ROUNDS / 5; round++ ) {
			const submission = randomUUID();
			const answers = await Promise.all(
				[ 1, 2, 3, 4 ].map( ( tab ) =>
					post(
						'stories',
						{ submission, text: `Aus Fenster ${ tab }` },
						employee
					)
				)
			);
			expect(
				answers.map( ( { status } ) => status ).toSorted()
			).toEqual( [ 200, 200, 200, 201 ] );
			const ids = await Promise.all(
				answers.map(
					async ( answer ) => ( ( await answer.json() ) as Story ).id
				)
			);
			expect( new Set( ids ).size ).toBe( 1 );
		}
	} );

	it( 'one photo comes out of two tries that overlap', async () => {
		const jpeg = await site.php< string >(
			'$image = imagecreatetruecolor(1600, 1200); imagefill($image, 0, 0, 0x336699); ob_start(); imagejpeg($image); return base64_encode(ob_get_clean());'
		);
		for ( let round = 0; round < 5; round++ ) {
			const upload = randomUUID();
			const send = () => {
				const form = new FormData();
				form.set( 'upload', upload );
				form.set(
					'photo',
					new Blob( [ Buffer.from( jpeg, 'base64' ) ] ),
					'a.jpg'
				);
				return site.request(
					'/wp-json/throughline/v1/photos',
					{ method: 'POST', body: form },
					employee
				);
			};
			await Promise.all( [ send(), send() ] );
			// Whoever was overtaken may have to ask once more, and then finds the one photo.
			expect( ( await send() ).status ).toBe( 201 );
			expect(
				await count(
					`SELECT COUNT(*) FROM {}throughline_photos WHERE upload = '${ upload }' AND mime <> ''`
				)
			).toBe( 1 );
		}
		const { rows, files } = await site.php< {
			rows: number;
			files: number;
		} >(
			"$db = $GLOBALS['wpdb']; $names = glob(wp_upload_dir()['basedir'] . '/throughline/*/*'); return ['rows' => array_sum(array_map(static fn($json) => count(json_decode($json, true)), $db->get_col(\"SELECT files FROM {$db->prefix}throughline_photos\"))), 'files' => count($names)];"
		);
		expect( files ).toBe( rows );
	} );
} );

// A German site speaks German, in the form of address it chose; a person gets mails and a desk in their own language; what nobody sees is not loaded.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Queue } from '../../src/contract.ts';
import { findSite, type Session, type Site } from '../site/site.ts';

let site: Site;
let admin: Session;
let employee: Session;
let moderator: Session;

beforeAll( async () => {
	site = await findSite();
	await site.reset();
	[ admin, employee, moderator ] = await Promise.all( [
		site.signIn( 'admin' ),
		site.signIn( 'employee' ),
		site.signIn( 'moderator' ),
	] );
	await site.php( `wp_insert_post( [
		'post_type' => 'page',
		'post_status' => 'publish',
		'post_name' => 'german',
		'post_title' => 'Geschichten',
		'post_content' => '<!-- wp:throughline/story-form /-->',
	] );` );
} );
afterAll( () => site.reset() );

/** Our German comes with the plugin: core's own need not be there. */
const OFFER = `add_filter(
	'get_available_languages',
	static fn ( array $names ) => [ ...$names, 'de_DE', 'de_DE_formal', 'de_AT', 'de_CH', 'de_CH_informal' ]
);`;

const speak = ( language: string ) =>
	site.php( `${ OFFER } update_option( 'WPLANG', $args );`, language );

async function textOf( path: string, session: Session ): Promise< string > {
	const response = await site.request( path, {}, session );
	expect( response.status ).toBe( 200 );
	return await response.text();
}

async function refusal(): Promise< string > {
	const response = await site.request(
		'/wp-json/throughline/v1/stories',
		{
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( { submission: randomUUID() } ),
		},
		employee
	);
	return ( ( await response.json() ) as { message: string } ).message;
}

/** What WordPress prints for wp.i18n, of one script. */
function scriptTranslations( page: string, handle: string ): string {
	return (
		new RegExp(
			`<script[^>]* id="${ handle }-js-translations"[^>]*>([\\s\\S]*?)</script>`
		).exec( page )?.[ 1 ] ?? ''
	);
}

describe.each( [
	[
		'de_DE',
		{
			form: 'Zeig, was du heute gemacht hast',
			refusal: 'Füg ein Foto hinzu oder schreib einen Satz',
			desk: 'Schalte es im Browser ein',
			script: 'Deine Entscheidung',
		},
	],
	[
		'de_DE_formal',
		{
			form: 'Zeigen Sie, was Sie heute gemacht haben',
			refusal: 'Fügen Sie ein Foto hinzu oder schreiben Sie einen Satz',
			desk: 'Schalten Sie es im Browser ein',
			script: 'Ihre Entscheidung',
		},
	],
] )( 'a site in %s', ( language, said ) => {
	beforeAll( () => speak( language ) );

	test( 'has a form that says so, also what only its script says', async () => {
		const page = await textOf( '/german/', employee );
		expect( page ).toContain( said.form );
		expect( page ).toContain( 'Kann man auf den Fotos jemanden erkennen?' );
		expect( page ).toContain( 'Abschicken' );
		expect( page ).not.toMatch( /Can anybody|Photo or camera/ );
		expect( page ).toMatch( /Foto %s ist nicht angekommen/ );
	} );

	test( 'refuses in words that say what to do', async () => {
		expect( await refusal() ).toContain( said.refusal );
	} );

	test( 'has a desk in which page and script speak it', async () => {
		const page = await textOf(
			'/wp-admin/admin.php?page=throughline',
			moderator
		);
		expect( page ).toContain( said.desk );
		const script = scriptTranslations( page, 'throughline-moderation' );
		expect( script ).toContain( said.script );
		// Only its own: the form's words would be ballast.
		expect( script ).not.toContain( 'Foto oder Kamera' );
	} );

	test( 'offers blocks by German names, with German settings', async () => {
		const block = await textOf(
			'/wp-json/wp/v2/block-types/throughline/wall',
			admin
		);
		expect( JSON.parse( block ) ).toMatchObject( {
			title: 'Geschichtenwand',
			keywords: expect.arrayContaining( [ 'Belegschaft' ] ) as unknown,
		} );
		const editor = await textOf(
			'/wp-admin/post-new.php?post_type=page',
			admin
		);
		expect( editor ).toContain( 'Formular f\\u00fcr Geschichten' );
		for ( const name of [ 'wall', 'story-form' ] ) {
			expect(
				scriptTranslations(
					editor,
					`throughline-${ name }-editor-script`
				)
			).toMatch( /Bereich/ );
		}
	} );
} );

test.each( [
	[ 'de_AT', 'Zeig, was du' ],
	[ 'de_CH', 'Zeigen Sie' ],
	[ 'de_CH_informal', 'Zeig, was du' ],
] )( 'a site in %s speaks German, too', async ( language, heading ) => {
	await speak( language );
	expect( await textOf( '/german/', employee ) ).toContain( heading );
} );

describe( 'on an English site', () => {
	beforeAll( () => speak( '' ) );

	test( 'everything is English', async () => {
		expect( await textOf( '/german/', employee ) ).toContain(
			'Show what you did today'
		);
		expect( await refusal() ).toContain( 'There is nothing to send yet' );
	} );

	test( 'a moderator who chose German gets the desk and its answers in German', async () => {
		await site.php(
			"update_user_meta( get_user_by( 'login', 'moderator' )->ID, 'locale', 'de_DE' );"
		);
		await site.request(
			'/wp-json/throughline/v1/stories',
			{
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify( {
					submission: randomUUID(),
					text: 'Läufer eingehoben.',
				} ),
			},
			employee
		);
		const page = await textOf(
			'/wp-admin/admin.php?page=throughline',
			moderator
		);
		expect(
			scriptTranslations( page, 'throughline-moderation' )
		).toContain( 'Veröffentlichen' );
		// As src/rest.ts asks with what the desk's page tells it.
		expect( page ).toContain( '"locale":"user"' );
		const response = await site.request(
			'/wp-json/throughline/v1/queue?_locale=user',
			{ headers: { Accept: 'application/json' } },
			moderator
		);
		const { items } = ( await response.json() ) as Queue;
		expect( items[ 0 ]?.reasons[ 0 ]?.text ).toMatch(
			/^Hier schaut jemand/
		);
	} );

	test( 'a contributor who chose German gets mails in German', async () => {
		await site.php( `
			${ OFFER }
			$user = get_user_by( 'login', 'employee' );
			update_user_meta( $user->ID, 'locale', 'de_DE_formal' );
			// It notes what there is when WordPress starts.
			$GLOBALS['wp_locale_switcher'] = new WP_Locale_Switcher();
			$GLOBALS['wp_locale_switcher']->init();
			wp_set_current_user( get_user_by( 'login', 'moderator' )->ID );
			$story = get_posts( [ 'post_type' => 'tl_story', 'post_status' => 'pending' ] )[0];
			wp_publish_post( $story->ID );
			do_action( 'throughline_due' );
		` );
		const [ mail ] = await site.mails();
		expect( mail?.subject ).toMatch( /^„.*“ ist online$/ );
		expect( mail?.message ).toContain( 'Was Sie eingesandt haben' );
	} );
} );

test( 'a page without our blocks loads no translations, in whatever language', async () => {
	for ( const language of [ '', 'de_DE' ] ) {
		await speak( language );
		// The tests' door is such a page until it opens.
		expect(
			await site.php( "return isset( $GLOBALS['l10n']['throughline'] );" )
		).toBe( false );
	}
} );

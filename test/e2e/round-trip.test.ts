// A guest's round trip by links alone, on a phone without JavaScript: asked, answered, online. axe finds nothing on the way.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { findSite, type Session, type Site } from '../site/site.ts';
import { visit } from './browser.ts';

let site: Site;
let id: number;
let later = 0;

beforeAll( async () => {
	site = await findSite();
	await site.reset();
	id = await site.php< number >( `
		wp_insert_post(['post_type' => 'page', 'post_status' => 'publish', 'post_name' => 'mine', 'post_title' => 'What I sent', 'post_content' => '<!-- wp:throughline/my-pieces /-->']);
		return wp_new_comment(wp_slash(['comment_post_ID' => 1, 'comment_author' => 'Gerda Gast', 'comment_author_email' => 'gast@example.com', 'comment_author_url' => '', 'comment_content' => 'Wer hat das gebaut?', 'comment_type' => 'comment', 'user_id' => 0, 'comment_author_IP' => '192.0.2.7', 'comment_agent' => '']), true);
	` );
} );

const decide = ( version: number, act: string, more: object = {} ) =>
	site.php(
		`$done = Throughline\\Moderation\\Desk::decide($args + ['kind' => 'comment', 'reason' => '', 'guideline' => 0, 'consent' => false], get_user_by('login', 'moderator')->ID);
		if (is_wp_error($done)) { throw new Exception($done->get_error_message()); }`,
		{ id, version, act, ...more }
	);

/** The link in the newest mail to the guest. */
async function mailed(): Promise< string > {
	// Every decision can be undone for ten seconds; then it is told, and can be objected to.
	later += 11;
	await site.setClock( Math.floor( Date.now() / 1000 ) + later );
	await site.php( "do_action('throughline_due');" );
	const mails = ( await site.mails() ).filter( ( { to } ) =>
		to.includes( 'gast@example.com' )
	);
	return (
		/\S*throughline-piece=\S+/.exec(
			mails.at( -1 )?.message ?? ''
		)?.[ 0 ] ?? ''
	);
}

/** axe at both sizes, everything unfolded, and nothing that scrolls sideways. */
async function areSound( addresses: string[], as?: Session ): Promise< void > {
	for ( const size of [ 'phone', 'desktop' ] as const ) {
		const { page, context, foreign, errors } = await visit( site, {
			size,
			...( as && { as } ),
		} );
		for ( const address of addresses ) {
			await page.goto( address );
			await page.evaluate( () =>
				document
					.querySelectorAll( 'details' )
					.forEach( ( details ) => ( details.open = true ) )
			);
			const { violations } = await new AxeBuilder( { page } )
				.include( '.wp-block-throughline-my-pieces' )
				.analyze();
			expect( violations ).toEqual( [] );
			expect(
				await page.evaluate(
					() => document.documentElement.scrollWidth - innerWidth
				)
			).toBeLessThanOrEqual( 0 );
		}
		expect( [ foreign, errors ] ).toEqual( [ [], [] ] );
		await context.close();
	}
}

const send = async ( page: Page ) => {
	await page
		.getByLabel( 'Your answer' )
		.fill( 'Die Turbine in Halle 3, die vom Sommer.' );
	await page
		.getByLabel( 'Text', { exact: true } )
		.fill( 'Wer hat die Turbine in Halle 3 gebaut?' );
	await page.getByRole( 'button', { name: 'Send it again' } ).click();
};

it( 'a guest is asked, answers by the link without JavaScript, and is online', async () => {
	await decide( 1, 'return', { reason: 'Welche Anlage meinst du denn?' } );
	const link = await mailed();
	const { page, context } = await visit( site, { javaScriptEnabled: false } );
	await page.goto( link );
	await page.getByText( 'Welche Anlage meinst du denn?' ).first().waitFor();
	await page.getByRole( 'link', { name: /^Object/ } ).waitFor();
	await send( page );
	await page.getByText( 'It has arrived, and waits' ).waitFor();

	await decide( 3, 'publish' );
	await page.goto( await mailed() );
	await page.getByRole( 'link', { name: 'See it where it stands' } ).click();
	await page.getByText( 'Wer hat die Turbine in Halle 3 gebaut?' ).waitFor();
	await context.close();
} );

it( 'somebody with an account finds all of theirs, with what was corrected', async () => {
	const employee = await site.signIn( 'employee' );
	const link = await site.php< string >( `
		wp_set_current_user(get_user_by('login', 'employee')->ID);
		$image = imagecreatetruecolor(320, 240);
		$file = tempnam(get_temp_dir(), 'photo');
		imagejpeg($image, $file);
		$photo = Throughline\\Stories\\Upload::add(['name' => 'a.jpg', 'tmp_name' => $file, 'error' => 0, 'size' => filesize($file)], wp_generate_uuid4(), get_current_user_id());
		$photos = [['id' => $photo['id'], 'alt' => 'Turbine von vorn']];
		$sent = Throughline\\Stories\\Stories::submit(['submission' => wp_generate_uuid4(), 'title' => '48 Tonnen, zwei Millimeter Luft', 'text' => 'Der Leufer sitzt.', 'department' => 0, 'recognisable' => 'nobody', 'photos' => $photos]);
		$decide = static fn($version, $act, $more) => Throughline\\Moderation\\Desk::decide($more + ['kind' => 'story', 'id' => $sent['story']['id'], 'version' => $version, 'act' => $act, 'reason' => '', 'guideline' => 0, 'consent' => false], get_user_by('login', 'moderator')->ID);
		$decide(1, 'correct', ['content' => ['title' => '48 Tonnen, zwei Millimeter Luft', 'text' => 'Der Läufer sitzt.', 'photos' => $photos]]);
		$decide(2, 'return', ['reason' => 'Welche Anlage ist das?']);
		return Throughline\\Moderation\\Links::address('story', $sent['story']['id']);
	` );
	await areSound( [ '/mine/', link ], employee );
	const { page, context } = await visit( site, { as: employee } );
	await page.goto( '/mine/' );
	await page.getByRole( 'link', { name: /48 Tonnen/ } ).click();
	await page
		.getByRole( 'img', { name: 'Photo 1' } )
		.evaluate( async ( image: HTMLImageElement ) => image.decode() );
	await page.getByRole( 'button', { name: 'Put my own words back' } ).click();
	await page.getByText( 'Your own words are back.' ).waitFor();
	await context.close();
} );

// The people in charge on a page, a question to them by keyboard, and following what comes of it: by mail, without JavaScript, until one click ends it.
import { beforeAll, describe, expect, it } from 'vitest';
import { begin, due, pass, site } from '../http/cases.ts';
import { problems, visit } from './browser.ts';

interface Place {
	id: number;
	path: string;
	department: number;
}

let place: Place;

beforeAll( async () => {
	await begin();
	place = await site.php< Place >(
		`$department = Throughline\\People\\Departments::add('Seilwerk', 0);
		$users = [get_user_by('login', 'employee')->ID, get_user_by('login', 'moderator')->ID];
		wp_update_user(['ID' => $users[0], 'display_name' => 'Ines Alt']);
		wp_update_user(['ID' => $users[1], 'display_name' => 'Paul Huber']);
		Throughline\\People\\Person::set_role($users[0], 'Seilprüferin');
		Throughline\\People\\Desks::put($department, Throughline\\People\\Desks::EXPERTS, $users);
		Throughline\\People\\Desks::promise_that($department, 'Wir antworten innerhalb von zwei Arbeitstagen.');
		update_term_meta($department, Throughline\\People\\Desks::ANSWERS, 'Fragen zu Prüffristen.');
		$id = wp_insert_post([
			'post_type' => 'page',
			'post_status' => 'publish',
			'comment_status' => 'open',
			'post_title' => 'Seile',
			'post_content' => '<!-- wp:throughline/people {"department":' . $department . ',"level":2} /--><!-- wp:throughline/ask {"department":' . $department . ',"level":2} /--><!-- wp:throughline/dialog /-->',
		]);
		return ['id' => $id, 'path' => wp_make_link_relative(get_permalink($id)), 'department' => $department];`
	);
} );

/** Does what is due, and gives the newest mail to somebody. */
async function mail( to: string ) {
	await due();
	await site.php( "do_action('throughline_follow');" );
	return ( await site.mails() )
		.filter( ( one ) => one.to.includes( to ) )
		.at( -1 );
}

const link = ( message = '' ) =>
	/\/\?throughline-follow=\d+-[0-9a-f]{64}\S*/.exec( message )?.[ 0 ] ?? '';

const comment = ( text: string ) =>
	site.php(
		"add_filter('comment_flood_filter', '__return_false'); $id = wp_new_comment(wp_slash($args + ['comment_author' => 'Gerda Gast', 'comment_author_email' => 'gerda@example.com', 'comment_author_url' => '', 'comment_type' => 'comment', 'user_id' => 0, 'comment_author_IP' => '192.0.2.7', 'comment_agent' => '']), true); wp_set_comment_status($id, 'approve');",
		{ comment_post_ID: place.id, comment_content: text }
	);

describe( 'a conversation', () => {
	it( 'is followed without JavaScript, once a day, until one click ends it', async () => {
		const { page } = await visit( site, { javaScriptEnabled: false } );
		// axe needs scripts; the pages have none.
		const { page: reader } = await visit( site, { size: 'desktop' } );
		await page.goto( `/?throughline-follow=post-${ place.id }` );
		await reader.goto( page.url() );
		expect( await problems( reader, 'main' ) ).toEqual( [] );
		await page.getByLabel( 'Your mail address' ).fill( 'kim@example.com' );
		await page.getByLabel( 'One mail a day' ).check();
		await page.getByRole( 'button', { name: 'Follow' } ).click();
		// What was written stands there once more, with one button.
		expect(
			await page.getByLabel( 'Your mail address' ).inputValue()
		).toBe( 'kim@example.com' );
		expect( await page.getByLabel( 'One mail a day' ).isChecked() ).toBe(
			true
		);
		await pass( 3 );
		await page.getByRole( 'button', { name: /send me the mail/ } ).click();
		expect( await page.textContent( 'main' ) ).toContain(
			'kim@example.com'
		);
		await page.goto( link( ( await mail( 'kim@example.com' ) )?.message ) );
		await reader.goto( page.url() );
		expect( await problems( reader, 'main' ) ).toEqual( [] );
		await page.getByRole( 'button', { name: 'Yes, follow' } ).click();
		expect( await page.textContent( 'main' ) ).toContain(
			'You follow this now'
		);
		await comment( 'Wie lange hält das Seil?' );
		await mail( 'kim@example.com' );
		await pass( 25 * 3600 );
		const digest = await mail( 'kim@example.com' );
		expect( digest?.message ).toContain( 'Wie lange hält das Seil?' );
		await page.goto( link( digest?.message ) );
		await reader.goto( page.url() );
		expect( await problems( reader, 'main' ) ).toEqual( [] );
		await page.getByRole( 'button', { name: 'Stop following' } ).click();
		expect( await page.textContent( 'main' ) ).toContain( 'No more mails' );
	} );
} );

describe( 'the people of a department', () => {
	it.each( [ 'phone', 'desktop' ] as const )(
		'are read by everybody on a %s',
		async ( size ) => {
			const { page, errors, foreign } = await visit( site, { size } );
			await page.goto( place.path );
			expect(
				await page
					.getByRole( 'region', { name: 'Seilwerk', exact: true } )
					.getByRole( 'listitem' )
					.allTextContents()
			).toEqual( [ 'IAInes AltSeilprüferin', 'PHPaul Huber' ] );
			expect( await problems( page, '.throughline-people' ) ).toEqual(
				[]
			);
			expect( [ ...errors, ...foreign ] ).toEqual( [] );
		}
	);
} );

/** What was asked, of whom, by the record of questions. */
const asked = () =>
	site.php< { text: string; department: number }[] >(
		`return array_map(static fn($row) => ['text' => get_comment($row->comment_id)->comment_content, 'department' => (int) $row->department], $GLOBALS['wpdb']->get_results("SELECT * FROM {$GLOBALS['wpdb']->prefix}throughline_questions ORDER BY comment_id"));`
	);

describe( 'the people in charge', () => {
	it( 'are asked by keyboard, and the question stands in the dialog of the page', async () => {
		const { page, errors, foreign } = await visit( site );
		await page.goto( place.path );
		const ask = page.getByRole( 'region', { name: 'Ask Seilwerk' } );
		for ( const said of [
			'Wir antworten innerhalb von zwei Arbeitstagen.',
			'Fragen zu Prüffristen.',
		] ) {
			expect( await ask.textContent() ).toContain( said );
		}
		const form = page.locator( '#throughline-ask' );
		await form.getByLabel( 'Your question' ).focus();
		// The token comes with the first touch, and nobody writes so quickly.
		await page.waitForResponse( /\/token/ );
		await page.keyboard.type( 'Wie oft prüft ihr das Seil?' );
		expect( await problems( page, '.throughline-ask' ) ).toEqual( [] );
		await page.keyboard.press( 'Tab' );
		await page.keyboard.type( 'Kim Brandt' );
		await page.keyboard.press( 'Tab' );
		await page.keyboard.type( 'kim@example.com' );
		await page.keyboard.press( 'Tab' );
		await page.keyboard.press( 'Space' );
		await pass( 3 );
		await page.keyboard.press( 'Tab' );
		await page.keyboard.press( 'Enter' );
		await page
			.locator( '.throughline-dialog' )
			.getByText( 'Wie oft prüft ihr das Seil?' )
			.waitFor();
		expect( await asked() ).toEqual( [
			{
				text: 'Wie oft prüft ihr das Seil?',
				department: place.department,
			},
		] );
		// Whoever asks can hear of the answer in the same breath.
		await due();
		expect(
			( await site.mails() )
				.filter( ( { to } ) => to.includes( 'kim@example.com' ) )
				.map( ( { subject } ) => subject )
		).toContain( 'Follow “Seile”?' );
		// The conversation is followed in place.
		await page.getByText( 'Follow this conversation' ).click();
		const follow = page.locator( '.throughline-follow' );
		await follow
			.getByLabel( 'Your mail address' )
			.fill( 'tom@example.com' );
		await follow.getByRole( 'button', { name: 'Follow' } ).click();
		await follow.getByText( /on its way to tom@example.com/ ).waitFor();
		expect( ( await mail( 'tom@example.com' ) )?.subject ).toContain(
			'Follow “Seile”?'
		);
		expect( [ ...errors, ...foreign ] ).toEqual( [] );
	} );

	it( 'are asked without JavaScript', async () => {
		const { page } = await visit( site, {
			size: 'desktop',
			javaScriptEnabled: false,
		} );
		await page.goto( place.path );
		const form = page.locator( '#throughline-ask' );
		await form.getByLabel( 'Your question' ).fill( 'Und bei Frost?' );
		await form.getByLabel( 'Your name' ).fill( 'Tom' );
		await form.getByLabel( /Your mail/ ).fill( 'tom@example.com' );
		await form.getByRole( 'button', { name: 'Send' } ).click();
		await pass( 3 );
		await page.getByRole( 'button', { name: 'Send' } ).click();
		expect( ( await asked() ).at( -1 ) ).toEqual( {
			text: 'Und bei Frost?',
			department: place.department,
		} );
	} );
} );

describe( 'in the editor', () => {
	it( 'the blocks show what visitors see, and what is missing where they would see nothing', async () => {
		const admin = await site.signIn( 'admin' );
		const { page, errors } = await visit( site, {
			as: admin,
			size: 'desktop',
		} );
		const empty = await site.php< number >(
			"return wp_insert_post(['post_type' => 'page', 'post_title' => 'Entwurf', 'post_content' => '<!-- wp:throughline/people /--><!-- wp:throughline/ask /-->']);"
		);
		for ( const [ id, shown ] of [
			[ place.id, '.throughline-people__name >> nth=3' ],
			[ place.id, '.throughline-dialog .throughline-comment >> nth=0' ],
			[ empty, '.components-placeholder >> nth=1' ],
		] as const ) {
			await page.goto( `/wp-admin/post.php?post=${ id }&action=edit` );
			await page
				.frameLocator( 'iframe[name="editor-canvas"]' )
				.locator( shown )
				.waitFor( { timeout: 30_000 } );
		}
		expect( errors ).toEqual( [] );
	} );
} );

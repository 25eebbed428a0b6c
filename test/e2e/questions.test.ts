// A question in the browser: the desk takes and answers it in wp-admin, its asker says that it helped; what was changed stands on the page and on a story.
import { beforeEach, expect, it } from 'vitest';
import { story } from '../http/cases.ts';
import {
	begin,
	due,
	said,
	site,
	stage,
	type Stage,
} from '../http/dialog-site.ts';
import { problems, visit } from './browser.ts';

const SCREEN = '/wp-admin/admin.php?page=throughline-questions';

let place: Stage;

beforeEach( async () => {
	await begin();
	place = await stage();
	const questions = await said( place.post, [
		{ text: 'Wann liefert ihr die Ersatzteile?' },
		{ text: 'Warum klemmt die Tür?' },
	] );
	for ( const question of questions ) {
		await site.php(
			'Throughline\\Dialog\\Questions\\Asking::put($args[0], $args[1], 0);',
			[ question, place.department ]
		);
	}
} );

const approve = () =>
	site.php(
		'foreach (get_comments(["post_id" => $args, "status" => "hold"]) as $one) { wp_set_comment_status($one->comment_ID, "approve"); }',
		place.post
	);

/** The page that the newest mail to somebody opens. */
async function linkTo( who: string ): Promise< string > {
	await due();
	const mails = ( await site.mails() ).filter( ( { to } ) =>
		to.includes( who )
	);
	return (
		/\/\?throughline-question=\S+/.exec(
			mails.at( -1 )?.message ?? ''
		)?.[ 0 ] ?? ''
	);
}

it( 'a question is taken and answered in wp-admin, its asker says that it helped', async () => {
	const { page: expert, errors } = await visit( site, {
		as: await site.signIn( 'employee' ),
	} );
	await expert.goto( SCREEN );
	const first = expert
		.locator( '.tl-card' )
		.filter( { hasText: 'Wann liefert ihr' } );
	await first.getByRole( 'button', { name: 'I take it' } ).click();
	await first.getByText( 'You have it' ).waitFor();
	await first.getByRole( 'button', { name: 'Answer' } ).click();
	// Nothing to send yet is said, beside the field.
	await first.getByRole( 'button', { name: 'Answer' } ).click();
	await first.getByText( 'please write a sentence' ).waitFor();
	await first
		.getByLabel( 'Your answer, in your own name' )
		.fill( 'Am *Donnerstag*.' );
	await first.getByRole( 'button', { name: 'Back' } ).press( 'Enter' );
	await first.getByRole( 'button', { name: 'Answer' } ).press( 'Enter' );
	// The focus is in the field, where everything still stands.
	expect( await expert.locator( ':focus' ).inputValue() ).toBe(
		'Am *Donnerstag*.'
	);
	expect( await problems( expert, '#throughline-questions' ) ).toEqual( [] );
	await first.getByRole( 'button', { name: 'Answer' } ).click();
	// Nobody writes a second one meanwhile.
	await first.getByText( 'waits until somebody has looked at it' ).waitFor();
	expect( await first.locator( 'textarea' ).count() ).toBe( 0 );
	await approve();
	await expert.reload();
	await expert.getByText( 'Warum klemmt die Tür?' ).waitFor();
	expect( await first.count() ).toBe( 0 );

	const { page: asker, errors: theirs } = await visit( site );
	await asker.goto( await linkTo( 'brandt@example.com' ) );
	await asker.getByText( 'Donnerstag' ).first().waitFor();
	expect( await problems( asker, 'main' ) ).toEqual( [] );
	await asker.getByRole( 'button', { name: 'That helped' } ).click();
	await asker.getByText( 'Good to know' ).waitFor();
	await asker.goto( place.path );
	await asker.getByText( 'This helped.' ).waitFor();
	expect( await problems( asker, '.throughline-dialog' ) ).toEqual( [] );
	expect( theirs ).toEqual( [] );
	// The attempt without words is all that a browser notes.
	expect(
		errors.filter( ( error ) => ! error.includes( 'status of 422' ) )
	).toEqual( [] );
} );

it( 'a desk closes a question with what it changed', async () => {
	const { page, errors } = await visit( site, {
		size: 'desktop',
		as: await site.signIn( 'employee' ),
	} );
	await page.goto( SCREEN );
	const second = page
		.locator( '.tl-card' )
		.filter( { hasText: 'Warum klemmt' } );
	await second
		.getByRole( 'button', { name: 'We changed something' } )
		.click();
	await second
		.getByLabel( 'What you changed, in a sentence' )
		.fill( 'Die Türen haben neue Rollen.' );
	await second
		.getByLabel( 'Where to read more' )
		.fill( 'https://example.com/rollen' );
	expect( await problems( page, '#throughline-questions' ) ).toEqual( [] );
	await second
		.getByRole( 'button', { name: 'Say what was changed' } )
		.click();
	await second.waitFor( { state: 'detached' } );
	expect( await page.locator( ':focus' ).textContent() ).toBe( 'Questions' );
	await page.goto( place.path );
	const changed = page.locator( '.throughline-dialog' );
	await changed.getByText( 'Die Türen haben neue Rollen.' ).waitFor();
	expect(
		await changed.locator( 'a[href="https://example.com/rollen"]' ).count()
	).toBe( 1 );
	expect( await problems( page, '.throughline-dialog' ) ).toEqual( [] );
	expect( errors ).toEqual( [] );
} );

it( 'a story says what was changed because of it, from the bar above its page', async () => {
	const told = await story( 0 );
	const { page, errors } = await visit( site, {
		size: 'desktop',
		as: await site.signIn( 'moderator' ),
	} );
	await page.goto( told.page );
	await page
		.locator( '#wpadminbar' )
		.getByText( 'We changed something' )
		.click();
	await page
		.getByLabel( 'What you changed, in a sentence' )
		.fill( 'Der Lift hält jetzt weicher.' );
	expect( await problems( page, '#throughline-questions' ) ).toEqual( [] );
	await page.getByRole( 'button', { name: 'Say what was changed' } ).click();
	await page
		.getByText( 'Everybody can read now what you changed' )
		.first()
		.waitFor();
	await page.goto( told.page );
	await page.getByText( 'Der Lift hält jetzt weicher.' ).waitFor();
	expect( errors ).toEqual( [] );
} );

// People link their profiles on their own page in wp-admin: by keyboard, without JavaScript, and nothing that they wrote is lost.
import { beforeAll, expect, it } from 'vitest';
import { findSite, type Site } from '../site/site.ts';
import { problems, visit } from './browser.ts';

let site: Site;

beforeAll( async () => {
	site = await findSite();
	await site.reset();
} );

it.each( [ true, false ] )(
	'a profile is refused, linked and removed again; with JavaScript: %s',
	async ( javaScriptEnabled ) => {
		const { page, errors, foreign } = await visit( site, {
			as: await site.signIn( 'employee' ),
			javaScriptEnabled,
		} );
		await page.goto( '/wp-admin/profile.php' );
		const address = page.getByLabel( 'Address of a profile' );
		await address.fill( 'jana@' );
		await address.press( 'Enter' );
		await page.getByRole( 'alert' ).waitFor();
		expect( await address.inputValue() ).toBe( 'jana@' );
		await address.fill( 'https://www.linkedin.com/in/jana-wind' );
		await page.getByRole( 'button', { name: 'Link this profile' } ).click();
		const row = page.locator( 'li', { hasText: 'jana-wind' } );
		await row.waitFor();
		if ( javaScriptEnabled ) {
			expect(
				await problems(
					page,
					'#throughline-profiles ~ ul',
					'#throughline-profile-address'
				)
			).toEqual( [] );
		}
		// The empty field holds up nobody who presses another button.
		await row.getByRole( 'button', { name: /^Remove/ } ).press( 'Enter' );
		await page.getByText( 'Your profiles on other networks' ).waitFor();
		expect( await row.count() ).toBe( 0 );
		expect( foreign ).toEqual( [] );
		// The refused address, and core's own moving from page to page.
		expect(
			errors.filter(
				( error ) => ! /status of 422|ViewTransition/.test( error )
			)
		).toEqual( [] );
	}
);

// The page Standing: a hand-over is signed there with a look back and a reason, at every width and without a mouse.
import { AxeBuilder } from '@axe-core/playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { findSite, type Session, type Site } from '../site/site.ts';
import { visit } from './browser.ts';

let site: Site;
let admin: Session;

beforeAll( async () => {
	site = await findSite();
	await site.reset();
	admin = await site.signIn( 'admin' );
	await site.php(
		`$employee = get_user_by('login', 'employee')->ID;
		$department = Throughline\\People\\Departments::add('Montage', 0);
		Throughline\\People\\Departments::assign($employee, $department);
		foreach (range(1, 6) as $i) {
			wp_set_current_user($employee);
			$id = Throughline\\Stories\\Stories::submit(['submission' => wp_generate_uuid4(), 'title' => '', 'text' => "Geschichte $i", 'department' => $department, 'recognisable' => '', 'photos' => []])['story']['id'];
			Throughline\\Moderation\\Desk::decide(['kind' => 'story', 'id' => $id, 'version' => 1, 'act' => 'publish', 'reason' => '', 'guideline' => 0, 'consent' => false], get_user_by('login', 'admin')->ID);
		}`
	);
} );

describe.each( [ 'phone', 'desktop' ] as const )( 'on a %s', ( size ) => {
	it( 'a hand-over is signed, and axe finds nothing on the way', async () => {
		const { page, errors } = await visit( site, { size, as: admin } );
		const accessible = async () => {
			const { violations } = await new AxeBuilder( { page } )
				.include( '.tl-page' )
				.analyze();
			expect( violations.map( ( { id } ) => id ) ).toEqual( [] );
			expect(
				await page.evaluate(
					() =>
						document.documentElement.scrollWidth -
						document.documentElement.clientWidth
				)
			).toBe( 0 );
		};
		await page.goto( '/wp-admin/admin.php?page=throughline-standing' );
		await page.getByRole( 'button', { name: 'Change: Employee' } ).click();
		await page.getByRole( 'radio', { name: /^Trusted/ } ).check();
		await page
			.getByText(
				'At this standing, 6 of the last 6 would have gone live at once; none of them was refused.'
			)
			.waitFor();
		await accessible();
		await page
			.getByRole( 'textbox', { name: 'Why' } )
			.fill( 'Kennt die Montage am besten.' );
		await page
			.getByRole( 'button', { name: 'Sign the hand-over' } )
			.click();
		await page
			.getByText( 'By hand: Kennt die Montage am besten.' )
			.first()
			.waitFor();
		await accessible();
		for ( const tab of [ 'Rules', 'What was decided' ] ) {
			await page.getByRole( 'button', { name: tab } ).click();
			await page.getByRole( 'heading', { level: 2 } ).first().waitFor();
			await accessible();
		}
		expect( errors ).toEqual( [] );
	} );
} );

// The people of a desk on a page, with their own pictures; of anybody else nothing is told.
import { beforeAll, describe, expect, it } from 'vitest';
import { CAMERA, corners, exif, jpeg, jpegExif, POSITION } from '../photos.ts';
import { findSite, type Session, type Site } from '../site/site.ts';

let site: Site;
let employee: Session;
let desk: { id: number; employee: number };

beforeAll( async () => {
	site = await findSite();
	await site.reset();
	employee = await site.signIn( 'employee' );
	desk = await site.php(
		`$employee = get_user_by('login', 'employee')->ID;
		$moderator = get_user_by('login', 'moderator')->ID;
		wp_update_user(['ID' => $employee, 'display_name' => 'Ines </script><b>Alt</b> [gallery]']);
		wp_update_user(['ID' => $moderator, 'display_name' => 'Paul Huber']);
		Throughline\\People\\Person::set_role($employee, 'Meisterin & Prüferin');
		$id = Throughline\\People\\Departments::add('Seil & Winde', 0);
		Throughline\\People\\Desks::put($id, Throughline\\People\\Desks::EXPERTS, [$employee]);
		Throughline\\People\\Desks::put($id, Throughline\\People\\Desks::DEPUTIES, [$moderator]);
		Throughline\\People\\Desks::put($id, Throughline\\People\\Desks::HEAD, [$moderator]);
		return ['id' => $id, 'employee' => $employee];`
	);
} );

/** A page with the block, as a stranger gets it. */
const people = ( attributes: object ) =>
	site.php< string >(
		"wp_set_current_user(0); return do_blocks('<!-- wp:throughline/people ' . wp_json_encode($args) . ' /-->');",
		attributes
	);

interface Described {
	'@graph': {
		'@type': string;
		name: string;
		jobTitle?: string;
		image?: string;
		worksFor: { name: string; department: { name: string } };
	}[];
}

const described = ( html: string ) =>
	JSON.parse(
		/<script type="application\/ld\+json">(.*?)<\/script>/.exec(
			html
		)?.[ 1 ] ?? '{}'
	) as Described;

const account = ( session: Session ) =>
	site.request( '/wp-admin/profile.php', {}, session );

/** Sends the profile's form as a browser does. */
async function profile(
	session: Session,
	more: Record< string, string | Blob >
) {
	const page = await ( await account( session ) ).text();
	const form = new FormData();
	for ( const [ , tag = '' ] of page.matchAll( /<input ([^>]*)>/g ) ) {
		const value = ( name: string ) =>
			new RegExp( `\\b${ name }="(.*?)"` ).exec( tag )?.[ 1 ] ?? '';
		if ( /type="(hidden|text|email|url)"/.test( tag ) && value( 'name' ) ) {
			form.set( value( 'name' ), value( 'value' ) );
		}
	}
	for ( const [ name, value ] of Object.entries( more ) ) {
		form.set( name, value );
	}
	return await site.request(
		'/wp-admin/profile.php',
		{ method: 'POST', body: form },
		session
	);
}

const face = () =>
	site.php< { url: string | null; files: string[]; avatar: string } >(
		`clean_user_cache($args); $files = glob(wp_upload_dir()['basedir'] . '/throughline/faces/*');
		return ['url' => Throughline\\People\\Person::picture($args), 'files' => $files, 'avatar' => get_avatar_url($args)];`,
		desk.employee
	);

describe( 'the people of a department', () => {
	it( 'are its experts, with name and role, for people and machines, whatever they are called', async () => {
		const html = await people( { department: desk.id } );
		expect( html ).toContain( 'Seil &amp; Winde</h3>' );
		expect( html ).toContain( 'Meisterin &amp; Prüferin' );
		expect( html ).not.toContain( 'Paul Huber' );
		expect( html ).not.toContain( '<b>Alt' );
		expect( html ).not.toContain( '[gallery]' );
		expect( described( html )[ '@graph' ] ).toEqual( [
			{
				'@type': 'Person',
				name: 'Ines Alt [gallery]',
				jobTitle: 'Meisterin & Prüferin',
				worksFor: {
					'@type': 'Organization',
					name: expect.any( String ) as string,
					url: expect.any( String ) as string,
					department: {
						'@type': 'Organization',
						name: 'Seil & Winde',
					},
				},
			},
		] );
		const all = await people( {
			department: desk.id,
			who: 'all',
			showHeading: false,
		} );
		expect( all.match( /Paul Huber/g ) ).toHaveLength( 2 );
		expect( all.indexOf( 'Paul' ) ).toBeLessThan( all.indexOf( 'Ines' ) );
		expect( all ).not.toContain( '<h3' );
		expect( all ).toContain( 'aria-label="Seil &amp; Winde"' );
		// No mail, no login, no id.
		expect( all ).not.toMatch( /@example|employee|moderator/ );
	} );

	it( 'print nothing where nobody stands or no department is chosen', async () => {
		const empty = await site.php(
			"return Throughline\\People\\Departments::add('Leer', 0);"
		);
		expect( await people( { department: empty } ) ).toBe( '' );
		expect( await people( { who: 'all' } ) ).toBe( '' );
		expect( await people( { department: 4711 } ) ).toBe( '' );
	} );
} );

describe( 'somebody’s own picture', () => {
	it( 'is made anew in two squares, shown on their desk, replaced, taken away, and goes with the account', async () => {
		const photo = new Blob(
			[
				new Uint8Array(
					jpeg( {
						width: 640,
						height: 480,
						paint: corners( 640, 480 ),
						before: [ jpegExif( exif( { gps: true } ) ) ],
					} )
				),
			],
			{ type: 'image/jpeg' }
		);
		await profile( employee, { throughline_photo: photo } );
		const first = await face();
		expect( first.files ).toHaveLength( 2 );
		expect( first.avatar ).toBe( first.url?.replace( '-96.', '-192.' ) );
		const file = Buffer.from(
			await ( await site.request( first.url ?? '' ) ).arrayBuffer()
		);
		expect( file.includes( CAMERA ) || file.includes( POSITION ) ).toBe(
			false
		);
		const sizes = await site.php< string[] >(
			"return array_map(static fn($file) => implode('x', array_slice(getimagesize($file), 0, 2)), glob(wp_upload_dir()['basedir'] . '/throughline/faces/*'));"
		);
		expect( sizes.toSorted() ).toEqual( [ '192x192', '96x96' ] );
		const html = await people( { department: desk.id } );
		expect( html ).toContain( first.url?.replace( '-96.', '-192.' ) );
		expect( described( html )[ '@graph' ][ 0 ]?.image ).toContain(
			'/throughline/faces/'
		);
		// It is no attachment, and nobody's post.
		expect(
			await site.php(
				"return (int) wp_count_posts('attachment')->inherit;"
			)
		).toBe( 0 );
		await profile( employee, { throughline_photo: photo } );
		const second = await face();
		expect( second.files ).toHaveLength( 2 );
		expect( second.url ).not.toBe( first.url );
		const bad = await profile( employee, {
			throughline_photo: new Blob( [ '<?php phpinfo();' ] ),
		} );
		expect( await bad.text() ).toContain(
			'is not a photo that can be taken here'
		);
		expect( ( await face() ).url ).toBe( second.url );
		await profile( employee, { throughline_face_remove: '1' } );
		expect( await face() ).toMatchObject( { url: null, files: [] } );
		// Among one's own pieces, too; nobody else's form does anything.
		const mine = await (
			await site.request( '/?throughline-piece=mine', {}, employee )
		).text();
		const form = mine.slice( mine.indexOf( 'throughline-face=1' ) );
		const send = async ( seal: string ) => {
			const body = new FormData();
			body.set( 'throughline_seal', seal );
			body.set( 'throughline_photo', photo, 'ich.jpg' );
			await site.request(
				'/?throughline-face=1',
				{ method: 'POST', body },
				employee
			);
			return ( await face() ).files.length;
		};
		expect( await send( 'forged' ) ).toBe( 0 );
		expect(
			await send(
				/name="throughline_seal" value="(\w+)"/.exec( form )?.[ 1 ] ??
					''
			)
		).toBe( 2 );
		await site.php(
			"require_once ABSPATH . 'wp-admin/includes/user.php'; wp_delete_user($args);",
			desk.employee
		);
		expect( ( await face() ).files ).toEqual( [] );
	} );
} );

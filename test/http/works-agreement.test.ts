// The works agreement: on from the first day, off only with a reason that stays; and every stored field is described.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SettingsPage } from '../../src/contract.ts';
import { findSite, type Session, type Site } from '../site/site.ts';

let site: Site;
let admin: Session;

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
	admin = await site.signIn( 'admin' );
} );

interface Described {
	store: string;
	name: string;
	fields: Record< string, string >;
	technical?: string[];
	seen: string[];
	kept: string;
}

async function turn( body: object ): Promise< {
	status: number;
	page: SettingsPage & { code?: string };
} > {
	const response = await site.request(
		'/wp-json/throughline/v1/settings/agreement',
		{
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( body ),
		},
		admin
	);
	return {
		status: response.status,
		page: ( await response.json() ) as SettingsPage,
	};
}

const isOn = ( rule: string ) =>
	site.php< boolean >(
		'return Throughline\\Moderation\\WorksAgreement::on($args);',
		rule
	);

describe( 'a rule', () => {
	it( 'holds from the first day, and the option it stands in costs no query', async () => {
		for ( const rule of [
			'visitors_wait',
			'no_numbers',
			'no_ranking',
			'no_export',
		] ) {
			expect( await isOn( rule ), rule ).toBe( true );
		}
		expect(
			await site.php(
				"return isset(wp_load_alloptions(true)['throughline_settings']);"
			)
		).toBe( true );
	} );

	it( 'goes off with a reason only, which stays with who and when', async () => {
		const rule = 'visitors_wait';
		const without = await turn( { rule, on: false, reason: ' \n ' } );
		expect( without.page.code ).toBe( 'throughline_reason_missing' );
		expect( await isOn( rule ) ).toBe( true );
		await turn( { rule, on: false, reason: 'Drei Monate Versuch.' } );
		expect( await isOn( rule ) ).toBe( false );
		const { page } = await turn( { rule, on: true, reason: 'Zu Ende.' } );
		expect( await isOn( rule ) ).toBe( true );
		expect( page.agreement.history ).toMatchObject( [
			{ rule, on: true, reason: 'Zu Ende.', by: 'admin' },
			{ rule, on: false, reason: 'Drei Monate Versuch.', by: 'admin' },
		] );
	} );

	it( 'is not switched by saving settings, and a full option stays small', async () => {
		await turn( { rule: 'no_export', on: false, reason: 'x' } );
		await site.request(
			'/wp-json/throughline/v1/settings',
			{
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify( {
					modes: {
						site: 'after',
						story: 'before',
						comment: 'before',
						share: 'before',
					},
					links: 3,
					contact: {
						name: 'Beispielwerke Aktiengesellschaft',
						mail: 'redaktion@example.com',
						post: 'Werkstraße 1, 01067 Dresden',
						disputes: '',
					},
				} ),
			},
			admin
		);
		expect( await isOn( 'no_export' ) ).toBe( false );
		const [ links, size ] = await site.php< [ number, number ] >(
			"return [Throughline\\Moderation\\Settings::get('links'), strlen(wp_load_alloptions(true)['throughline_settings'])];"
		);
		expect( links ).toBe( 3 );
		expect( size ).toBeLessThan( 1000 );
	} );
} );

describe( 'the page for the works council', () => {
	const PAGE = '/?throughline-works-agreement=';

	it( 'is for every colleague, and for nobody else', async () => {
		const stranger = await site.request( `${ PAGE }page` );
		expect( stranger.status ).toBe( 302 );
		expect( stranger.headers.get( 'location' ) ).toContain( 'wp-login' );
		await site.php(
			"wp_insert_user(['user_login' => 'customer', 'user_pass' => 'password', 'role' => 'subscriber']);"
		);
		const customer = await site.signIn( 'customer' );
		expect(
			( await site.request( `${ PAGE }page`, {}, customer ) ).status
		).toBe( 403 );
		const employee = await site.signIn( 'employee' );
		await turn( {
			rule: 'no_ranking',
			on: false,
			reason: '<script>alert(1)</script>Wir feiern die Elf.',
		} );
		const page = await site.request( `${ PAGE }page`, {}, employee );
		expect( page.status ).toBe( 200 );
		const html = await page.text();
		expect( html ).toContain( 'Wir feiern die Elf.' );
		expect( html ).toContain( 'throughline_settings' );
		expect( html ).not.toContain( '<script' );
	} );

	it( 'comes as a file, too', async () => {
		for ( const [ as, type ] of [
			[ 'html', 'text/html' ],
			[ 'text', 'text/plain' ],
		] ) {
			const file = await site.request( `${ PAGE }${ as }`, {}, admin );
			expect( file.headers.get( 'content-type' ) ).toContain( type );
			expect( file.headers.get( 'content-disposition' ) ).toContain(
				'attachment'
			);
			expect( await file.text() ).toContain( 'user_id' );
		}
	} );
} );

describe( 'every stored field is described', () => {
	let described: Described[];

	beforeAll( async () => {
		described = await site.php(
			'return Throughline\\Moderation\\Fields::all();'
		);
	} );

	const names = ( store: string ) =>
		described
			.filter( ( one ) => one.store === store )
			.map( ( { name } ) => name );

	it( 'of every table, and none that is gone', async () => {
		const columns = await site.php< Record< string, string[] > >( `
			$columns = [];
			foreach ($GLOBALS['wpdb']->get_col("SHOW TABLES LIKE '%throughline%'") as $table) {
				$name = substr($table, strlen($GLOBALS['wpdb']->prefix . 'throughline_'));
				$columns[$name] = $GLOBALS['wpdb']->get_col("SHOW COLUMNS FROM $table");
			}
			return $columns;
		` );
		expect( names( 'table' ).toSorted() ).toEqual(
			Object.keys( columns ).toSorted()
		);
		for ( const { store, name, fields, technical = [] } of described ) {
			if ( store === 'table' ) {
				expect
					.soft(
						[ ...Object.keys( fields ), ...technical ].toSorted(),
						name
					)
					.toEqual( columns[ name ]?.toSorted() );
			}
		}
	} );

	it( 'of every option and every kind of meta that the code names', () => {
		const plugin = join( import.meta.dirname, '../../plugin' );
		const code = readdirSync( plugin, { recursive: true } )
			.map( String )
			.filter( ( file ) => file.endsWith( '.php' ) )
			.map( ( file ) => readFileSync( join( plugin, file ), 'utf8' ) )
			.join( '\n' );
		const stored = [
			'option',
			'post meta',
			'user meta',
			'term meta',
			'comment meta',
		].flatMap( names );
		const named = [
			...code.matchAll( /const \w+ = '(_?throughline_[a-z_]+)'/g ),
		].map( ( [ , name ] ) => name ?? '' );
		expect( named.length ).toBeGreaterThan( 20 );
		expect(
			[ ...new Set( named ) ].filter(
				( name ) =>
					! stored.includes( name ) && ! NOT_STORED.has( name )
			)
		).toEqual( [] );
		expect(
			stored.filter( ( name ) => ! code.includes( `'${ name }'` ) )
		).toEqual( [] );
	} );

	it( 'with who sees it and for how long', () => {
		for ( const { name, seen, kept, fields } of described ) {
			expect.soft( seen, name ).not.toHaveLength( 0 );
			expect.soft( kept, name ).not.toBe( '' );
			expect.soft( Object.values( fields ), name ).not.toContain( '' );
		}
	} );
} );

/** Capabilities, roles, events, marks of forms: names in the code, and nothing in the database of their own. */
const NOT_STORED = new Set( [
	'throughline_submit',
	'throughline_answer',
	'throughline_moderate',
	'throughline_manage',
	'throughline_employee',
	'throughline_due',
	'throughline_follow',
	'throughline_sweep',
	'throughline_rebuild_wall',
	'throughline_build_threads',
	'throughline_form',
	'throughline_share_form',
	'throughline_posted',
	'throughline_look',
	'throughline_profiles',
	'throughline_act',
	'throughline_photo',
	'throughline_',
	'throughline_decisions',
] );

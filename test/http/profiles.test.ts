// Profiles that people link: their own alone, proven only by what their owner can write there, and no longer once a name is somebody else's. Look-ups need the second stack.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../site/replay.ts';
import type { Session } from '../site/site.ts';
import {
	AS,
	finger,
	JANA,
	jana,
	NORDEN,
	play,
	replay,
	site,
} from './networks.ts';

play();

interface One {
	id: number;
	network: string;
	handle: string;
	proof: string;
	own: boolean;
	message: string;
	code?: string;
}

const PROFILE = 'https://norden.social/@jana';
const KARL = 'https://norden.social/users/karl';

let employee: Session;
/** Mails that went out before. */
let told = 0;

async function ask< T >(
	method: string,
	path = '',
	body?: object,
	session: Session | undefined = employee
): Promise< { status: number; body: T } > {
	const response = await site.request(
		`/wp-json/throughline/v1/profiles${ path }`,
		{
			method,
			headers: { 'Content-Type': 'application/json' },
			...( body && { body: JSON.stringify( body ) } ),
		},
		session
	);
	return { status: response.status, body: ( await response.json() ) as T };
}

const link = async ( address = PROFILE ) =>
	( await ask< One >( 'POST', '', { address } ) ).body;
const mine = async () =>
	( await ask< { link: string; profiles: One[] } >( 'GET' ) ).body;
const one = async () => ( await mine() ).profiles[ 0 ];

/** Links to hosts without a name or https count nowhere, and test sites have neither. */
const HOME = 'https://hallbruck.example';

/** What the background does, some days from now. */
const look = ( days = 0 ) =>
	site.php(
		`add_filter( 'throughline_now', static fn ( $now ) => $now + $args['days'] * DAY_IN_SECONDS, 99 );
		add_filter( 'home_url', static fn ( $url ) => str_replace( $args['from'], $args['home'], $url ) );
		do_action( 'throughline_profiles' ); do_action( 'throughline_due' );`,
		{ days, from: site.url, home: HOME }
	);

/** The network, with this actor at every address of hers. */
const network = ( change: object = {} ): Record< string, Reply > => ( {
	...NORDEN,
	[ PROFILE ]: jana( change ),
	[ JANA ]: jana( change ),
} );

/** Whether a post by her, as the protocol gives it, counts as proven for whoever sent it. */
const proven = ( user = 'employee' ) =>
	site.php< { proven: boolean } | null >(
		`return apply_filters( 'throughline_share_proof', null, get_user_by( 'login', $args )->ID, Throughline\\Shares\\Fetch\\Post::fetch( Throughline\\Shares\\Networks\\Address::parse( 'https://norden.social/@jana/1' ) ) );`,
		user
	);

beforeEach( async () => {
	await site.php(
		`$GLOBALS['wpdb']->query( "DELETE FROM {$GLOBALS['wpdb']->prefix}throughline_profiles" );`
	);
	employee = await site.signIn( 'employee' );
	replay.serve( network() );
	told = ( await site.mails() ).length;
} );

describe( 'a profile', () => {
	it( 'is linked by the form on one’s own page, which refuses yesterday’s seal and keeps what was written', async () => {
		const send = async ( as?: Session ) =>
			await site.request(
				'/?throughline-profiles=1',
				{
					method: 'POST',
					body: new URLSearchParams( {
						throughline_seal: 'of yesterday',
						throughline_act: 'add',
						throughline_address:
							'https://www.linkedin.com/in/jana-form',
					} ),
				},
				as
			);
		const refused = await send( await site.signIn( 'employee' ) );
		expect( refused.status ).toBe( 403 );
		expect( await refused.text() ).toContain( 'jana&#45;form' );
		await send();
		expect(
			await site.php(
				`return (int) $GLOBALS['wpdb']->get_var( "SELECT COUNT(*) FROM {$GLOBALS['wpdb']->prefix}throughline_profiles WHERE address LIKE '%jana-form%'" );`
			)
		).toBe( 0 );
	} );

	it( 'is linked once, seen and changed by its own person alone', async () => {
		const { id } = await link();
		await link( `${ PROFILE }?utm_source=x` );
		expect( ( await mine() ).profiles ).toHaveLength( 1 );
		const moderator = await site.signIn( 'moderator' );
		expect(
			(
				await ask< { profiles: One[] } >(
					'GET',
					'',
					undefined,
					moderator
				)
			).body.profiles
		).toEqual( [] );
		for ( const method of [ 'POST', 'DELETE' ] ) {
			const refused = await ask(
				method,
				`/${ id }`,
				method === 'POST' ? { act: 'code' } : undefined,
				moderator
			);
			expect( refused.status ).toBe( 403 );
		}
		const stranger = await site.request(
			'/wp-json/throughline/v1/profiles'
		);
		expect( stranger.status ).toBe( 401 );
		expect( ( await ask( 'DELETE', `/${ id }` ) ).status ).toBe( 200 );
		expect( ( await mine() ).profiles ).toEqual( [] );
	} );

	it.each( [
		'x',
		'https://norden.social/@jana/1',
		'https://user:pass@norden.social/@jana',
		'javascript:alert(1)',
		'https://127.0.0.1/@jana',
	] )( 'is none: %s', async ( address ) => {
		expect( ( await ask( 'POST', '', { address } ) ).status ).toBe( 422 );
	} );

	it( 'goes with its person, and is told to them when they ask', async () => {
		await site.php(
			`wp_insert_user( [ 'user_login' => 'karla', 'user_pass' => 'x', 'user_email' => 'karla@example.com', 'role' => 'throughline_employee' ] );`
		);
		employee = await site.signIn( 'karla' );
		await link();
		expect(
			await site.php(
				`$told = '';
				foreach ( apply_filters( 'wp_privacy_personal_data_exporters', [] ) as $one ) {
					$told .= wp_json_encode( $one['callback']( 'karla@example.com', 1 ), JSON_UNESCAPED_SLASHES );
				}
				return str_contains( $told, $args );`,
				PROFILE
			)
		).toBe( true );
		expect(
			await site.php(
				`require_once ABSPATH . 'wp-admin/includes/user.php';
				wp_delete_user( get_user_by( 'login', 'karla' )->ID );
				return (int) $GLOBALS['wpdb']->get_var( "SELECT COUNT(*) FROM {$GLOBALS['wpdb']->prefix}throughline_profiles" );`
			)
		).toBe( 0 );
	} );
} );

describe.skipIf( site.kind !== 'stack' )( 'a proof', () => {
	it( 'is no look-up alone: anybody can link anybody’s profile', async () => {
		await link();
		await look();
		expect( await one() ).toMatchObject( {
			network: 'fediverse',
			handle: 'jana@norden.social',
			proof: 'protocol',
			own: false,
		} );
		expect( await proven() ).toBeNull();
		// What was never proven falls without a mail.
		replay.serve( {
			[ PROFILE ]: { status: 410, body: '' },
			[ JANA ]: { status: 410, body: '' },
		} );
		await look( 31 );
		await look( 33 );
		expect( ( await one() )?.message ).toContain( 'doesn’t have this' );
		expect( await site.mails() ).toHaveLength( told );
	} );

	it( 'is a code in the profile’s text, shown once, and counts for its person alone', async () => {
		const { id } = await link();
		await look();
		const { code = '' } = (
			await ask< One >( 'POST', `/${ id }`, { act: 'code' } )
		).body;
		expect( code ).toMatch( /^throughline-[a-z0-9]{12}$/ );
		expect( JSON.stringify( await mine() ) ).not.toContain( code );
		replay.serve( network( { summary: `<p>Fitterin. ${ code }</p>` } ) );
		await ask( 'POST', `/${ id }`, { act: 'check' } );
		await look();
		expect( await one() ).toMatchObject( { proof: 'code', own: true } );
		expect( await proven() ).toMatchObject( { proven: true } );
		expect( await proven( 'moderator' ) ).toBeNull();
	} );

	it( 'is a link back to the person’s own address, and not to the site', async () => {
		await link();
		const back = ( await mine() ).link.replace( site.url, HOME );
		const field = ( href: string ) => ( {
			attachment: [
				{
					type: 'PropertyValue',
					name: 'Arbeit',
					value: `<a href="${ href }" rel="me">x</a>`,
				},
			],
		} );
		replay.serve( network( field( `${ HOME }/` ) ) );
		await look();
		expect( ( await one() )?.own ).toBe( false );
		replay.serve( network( field( back ) ) );
		await look( 31 );
		expect( await one() ).toMatchObject( { proof: 'rel-me', own: true } );
		// The link is gone: it is what the person says again, and they hear of it once.
		replay.serve( network() );
		await look( 70 );
		await look( 71 );
		expect( ( await one() )?.own ).toBe( false );
		expect( await site.mails() ).toHaveLength( told + 1 );
	} );

	it( 'ends when the name is somebody else’s: another id behind it is never proven', async () => {
		const { id } = await link();
		await look();
		const { code = '' } = (
			await ask< One >( 'POST', `/${ id }`, { act: 'code' } )
		).body;
		replay.serve( network( { summary: code } ) );
		await ask( 'POST', `/${ id }`, { act: 'check' } );
		await look();
		expect( ( await proven() )?.proven ).toBe( true );
		// The same name, and another actor behind it, who even copied the code.
		const karl = jana( { id: KARL, summary: code, url: PROFILE } );
		const note = {
			type: AS,
			body: {
				'@context': 'https://www.w3.org/ns/activitystreams',
				id: `${ KARL }/statuses/1`,
				type: 'Note',
				url: `${ PROFILE }/1`,
				attributedTo: KARL,
				to: [ 'https://www.w3.org/ns/activitystreams#Public' ],
				content: 'Ich bin Jana.',
				published: '2026-03-01T10:00:00Z',
			},
		};
		replay.serve( {
			[ `${ PROFILE }/1` ]: note,
			[ `${ KARL }/statuses/1` ]: note,
			[ KARL ]: karl,
			[ PROFILE ]: karl,
			'https://norden.social/.well-known/webfinger*': finger(
				'acct:jana@norden.social',
				KARL
			),
		} );
		expect( await proven() ).toBeNull();
		expect( await one() ).toMatchObject( { own: false, proof: 'none' } );
		await look();
		expect( await site.mails() ).toHaveLength( told + 1 );
	} );
} );

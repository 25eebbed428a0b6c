// People: departments and their desks, who decides where, when somebody looks, and tables of people in and out.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
	Colleague,
	ColleagueChange,
	Colleagues,
	Department,
	DepartmentChange,
	Desks,
	Hours,
	Import,
	SiteHours,
} from '../../src/contract.ts';
import { findSite, type Session, type Site } from '../site/site.ts';

let site: Site;
let manager: Session;

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
	manager = await site.signIn( 'moderator' );
} );

interface Refusal {
	code: string;
	message: string;
	data: { field?: string; preview?: Import };
}

async function ask< T >(
	method: string,
	path: string,
	body?: unknown
): Promise< { status: number; body: T & Refusal } > {
	const response = await site.request(
		`/wp-json/throughline/v1/${ path }`,
		{
			method,
			...( body instanceof FormData && { body } ),
			...( body !== undefined &&
				! ( body instanceof FormData ) && {
					headers: { 'Content-Type': 'application/json' },
					body: JSON.stringify( body ),
				} ),
		},
		manager
	);
	return {
		status: response.status,
		body: ( await response.json() ) as T & Refusal,
	};
}

async function add( name: string, parent = 0 ): Promise< number > {
	const { body } = await ask< Department >( 'POST', 'departments', {
		name,
		parent,
	} );
	return body.id;
}

const changeDepartment = ( id: number, change: DepartmentChange ) =>
	ask< Department >( 'POST', `departments/${ id }`, change );

const changePerson = ( id: number, change: ColleagueChange ) =>
	ask< Colleague >( 'POST', `people/${ id }`, change );

const remove = ( id: number ) =>
	ask< Desks >( 'DELETE', `departments/${ id }` );

const desks = async () =>
	( await ask< Desks >( 'GET', 'desks' ) ).body.departments;

/** Somebody new, who only submits. */
const person = ( login: string, role = 'throughline_employee' ) =>
	site.php< number >(
		"return wp_insert_user(['user_login' => $args[0], 'user_pass' => 'password', 'user_email' => $args[0] . '@example.com', 'display_name' => ucfirst($args[0]), 'role' => $args[1]]);",
		[ login, role ]
	);

const id = ( login: string ) =>
	site.php< number >( "return get_user_by('login', $args)->ID;", login );

const scope = ( user: number ) =>
	site.php< number[] | null >(
		'return Throughline\\People\\Scope::of($args);',
		user
	);

describe( 'departments', () => {
	it( 'are added below each other, renamed and moved, with names as people write them', async () => {
		const works = await add( 'Werk “Nord”' );
		const research = await add( 'Forschung & Entwicklung', works );
		const { body } = await changeDepartment( research, {
			name: 'F&E / Labor',
			parent: 0,
		} );
		expect( body ).toMatchObject( { name: 'F&E / Labor', parent: 0 } );
		expect( await desks() ).toMatchObject( [
			{ name: 'F&E / Labor', parent: 0 },
			{ name: 'Werk “Nord”', parent: 0 },
		] );
	} );

	it( 'are not added twice in one place, nor without a name, nor with markup or a path as their name', async () => {
		await add( 'Montage' );
		for ( const [ name, code ] of [
			[ 'MONTAGE', 'name_taken' ],
			[ '  ', 'name_missing' ],
			[ '<b>Montage</b>', 'name_invalid' ],
			[ 'Werk > Lager', 'name_invalid' ],
		] ) {
			const answer = await ask( 'POST', 'departments', { name } );
			expect( [ answer.status, answer.body.code ] ).toEqual( [
				422,
				`throughline_${ code }`,
			] );
		}
		expect( await desks() ).toHaveLength( 1 );
	} );

	it( 'don’t move below themselves, nor below what is gone', async () => {
		const above = await add( 'Werk' );
		const below = await add( 'Montage', above );
		for ( const parent of [ above, below, 999999 ] ) {
			expect(
				( await changeDepartment( above, { parent } ) ).status
			).toBe( 422 );
		}
		expect( ( await changeDepartment( 999999, {} ) ).status ).toBe( 404 );
	} );

	it( 'are listed to nobody by core’s own routes', async () => {
		await add( 'Montage' );
		for ( const session of [ undefined, manager ] ) {
			const response = await site.request(
				'/wp-json/wp/v2/tl_department',
				{},
				session
			);
			expect( response.status ).toBe( 404 );
		}
	} );
} );

describe( 'a desk', () => {
	it( 'has a head, experts, deputies and a promise, and who stands there may answer', async () => {
		const department = await add( 'Montage' );
		const [ elif, jana ] = [
			await person( 'elif' ),
			await person( 'jana' ),
		];
		const { body } = await changeDepartment( department, {
			head: jana,
			experts: [ elif, jana ],
			deputies: [ jana ],
			promise: 'Wir antworten in \\ zwei “Tagen”.',
		} );
		expect( body.experts.map( ( one ) => one.name ) ).toEqual( [
			'Elif',
			'Jana',
		] );
		expect( body ).toMatchObject( {
			head: { id: jana },
			// Who answers needs nobody to stand in for.
			deputies: [],
			promise: 'Wir antworten in \\ zwei “Tagen”.',
		} );
		const answers = ( user: number ) =>
			site.php< boolean >(
				"return user_can($args, 'throughline_answer');",
				user
			);
		expect( await answers( elif ) ).toBe( true );
		await changeDepartment( department, { experts: [ jana ] } );
		expect( await answers( elif ) ).toBe( false );
	} );

	it( 'takes nobody who isn’t there', async () => {
		const department = await add( 'Montage' );
		const { status } = await changeDepartment( department, {
			experts: [ 999999 ],
		} );
		expect( status ).toBe( 404 );
	} );
} );

describe( 'a moderator', () => {
	it( 'of a department decides there and below, and nowhere else', async () => {
		const works = await add( 'Werk' );
		const assembly = await add( 'Montage', works );
		const other = await add( 'Lager' );
		const elif = await person( 'elif' );
		const { body } = await changePerson( elif, {
			moderates: 'some',
			scope: [ works ],
		} );
		expect( body ).toMatchObject( {
			moderates: 'some',
			scope: [ works ],
			byRole: false,
		} );
		expect( await scope( elif ) ).toEqual( [ works, assembly ] );
		const covers = await site.php< boolean[] >(
			'return [user_can($args[0], "throughline_moderate"), ...array_map(static fn($department) => Throughline\\People\\Scope::covers($args[0], $department), $args[1])];',
			[ elif, [ works, assembly, other, 0 ] ]
		);
		expect( covers ).toEqual( [ true, true, true, false, false ] );
		const of = await site.php< number[] >(
			'return Throughline\\People\\Moderators::of($args);',
			assembly
		);
		expect( of ).toEqual( [
			elif,
			await id( 'admin' ),
			await id( 'moderator' ),
		] );
	} );

	it( 'by role decides everything, until somebody says less', async () => {
		const editor = await id( 'moderator' );
		expect( await scope( editor ) ).toBeNull();
		await changePerson( editor, { moderates: 'nothing' } );
		expect( await scope( editor ) ).toEqual( [] );
		await changePerson( editor, { moderates: 'everything' } );
		expect( await scope( editor ) ).toBeNull();
	} );

	it( 'who is none any more has no right left', async () => {
		const elif = await person( 'elif' );
		await changePerson( elif, { moderates: 'everything' } );
		await changePerson( elif, { moderates: 'nothing' } );
		expect(
			await site.php(
				'return [user_can($args, "throughline_moderate"), Throughline\\People\\Scope::of($args)];',
				elif
			)
		).toEqual( [ false, [] ] );
	} );

	it( 'whose right comes from a filter decides what the filter says, and never everything', async () => {
		const department = await add( 'Montage' );
		const elif = await person( 'elif' );
		expect(
			await site.php(
				`add_filter('user_has_cap', static fn($has) => ['throughline_moderate' => true] + $has);
				$before = Throughline\\People\\Scope::of($args[0]);
				add_filter('throughline_scope', static fn($scope) => [...(array) $scope, $args[1]]);
				add_filter('throughline_moderators', static fn($users) => [...$users, $args[0]]);
				return [$before, Throughline\\People\\Scope::of($args[0]), Throughline\\People\\Moderators::of($args[1])[0]];`,
				[ elif, department ]
			)
		).toEqual( [ [], [ department ], elif ] );
	} );

	it( 'has a deputy, who is somebody else', async () => {
		const [ elif, jana ] = [
			await person( 'elif' ),
			await person( 'jana' ),
		];
		const { body } = await changePerson( elif, { deputy: jana } );
		expect( body.deputy ).toMatchObject( { id: jana, name: 'Jana' } );
		await changePerson( elif, { deputy: elif } );
		expect(
			await site.php(
				'return Throughline\\People\\Moderators::deputy($args);',
				elif
			)
		).toBe( 0 );
	} );
} );

describe( 'what is deleted leaves nothing that points there:', () => {
	it( 'a department’s people go to the one above, and who decided there still decides below', async () => {
		const works = await add( 'Werk' );
		const assembly = await add( 'Montage', works );
		const turbines = await add( 'Turbinen', assembly );
		const elif = await person( 'elif' );
		await changePerson( elif, {
			department: assembly,
			moderates: 'some',
			scope: [ assembly ],
		} );
		await changeDepartment( assembly, { experts: [ elif ] } );
		await remove( assembly );
		const { body } = await ask< Colleague >( 'GET', `people/${ elif }` );
		expect( body ).toMatchObject( {
			department: works,
			desks: [],
			moderates: 'some',
			scope: [ turbines ],
		} );
		await remove( turbines );
		// Nothing is left to decide: that is nothing, and not everything.
		expect( await scope( elif ) ).toEqual( [] );
		expect( ( await remove( turbines ) ).status ).toBe( 200 );
	} );

	it( 'its stories too', async () => {
		const works = await add( 'Werk' );
		const assembly = await add( 'Montage', works );
		const left = await site.php< number[] >(
			`wp_set_current_user(get_user_by('login', 'employee')->ID);
			$sent = Throughline\\Stories\\Stories::submit(['submission' => wp_generate_uuid4(), 'title' => 'x', 'text' => 'y', 'department' => $args, 'recognisable' => '', 'photos' => []]);
			wp_delete_term($args, 'tl_department');
			return wp_get_object_terms($sent['story']['id'], 'tl_department', ['fields' => 'ids']);`,
			assembly
		);
		expect( left ).toEqual( [ works ] );
	} );

	it( 'somebody’s account', async () => {
		const department = await add( 'Montage' );
		const [ elif, jana ] = [
			await person( 'elif' ),
			await person( 'jana' ),
		];
		await changeDepartment( department, {
			head: elif,
			experts: [ elif, jana ],
		} );
		await changePerson( jana, { deputy: elif } );
		await site.php(
			"require_once ABSPATH . 'wp-admin/includes/user.php'; wp_delete_user($args);",
			elif
		);
		const { body } = await ask< Department >(
			'GET',
			`departments/${ department }`
		);
		expect( body.head ).toBeNull();
		expect( body.experts ).toHaveLength( 1 );
		expect(
			( await ask< Colleague >( 'GET', `people/${ jana }` ) ).body.deputy
		).toBeNull();
	} );
} );

describe( 'the list of people', () => {
	it( 'comes page by page, by name, without gaps or doubles', async () => {
		await site.php(
			"foreach (range(1, 45) as $i) { wp_insert_user(['user_login' => \"u$i\", 'user_pass' => 'x', 'display_name' => $i % 3 ? 'Ölçay' : \"Nr. $i\"]); }"
		);
		const seen: Colleague[] = [];
		let after: string | null = '';
		while ( after !== null ) {
			const page: { body: Colleagues } = await ask< Colleagues >(
				'GET',
				`people?after=${ encodeURIComponent( after ) }`
			);
			seen.push( ...page.body.people );
			after = page.body.after;
		}
		expect( new Set( seen.map( ( one ) => one.id ) ).size ).toBe( 48 );
		expect( seen ).toHaveLength( 48 );
	} );

	it( 'finds by name, department, desk and what somebody decides', async () => {
		const department = await add( 'Montage' );
		const [ elif, jana ] = [
			await person( 'elif' ),
			await person( 'jana' ),
		];
		await changePerson( elif, { department } );
		await changeDepartment( department, { experts: [ jana ] } );
		const found = async ( query: string ) =>
			(
				await ask< Colleagues >( 'GET', `people?${ query }` )
			).body.people.map( ( one ) => one.name );
		expect( await found( 'search=eli' ) ).toEqual( [ 'Elif' ] );
		expect( await found( 'search=%25' ) ).toEqual( [] );
		expect( await found( `department=${ department }` ) ).toEqual( [
			'Elif',
		] );
		expect( await found( 'only=desks' ) ).toEqual( [ 'Jana' ] );
		expect( await found( 'only=moderators' ) ).toHaveLength( 2 );
	} );

	it( 'shows mail addresses to those who may list users, and to nobody else', async () => {
		const elif = await person( 'elif' );
		const account = async () =>
			( await ask< Colleague >( 'GET', `people/${ elif }` ) ).body
				.account;
		expect( await account() ).toBe( 'elif' );
		const { body } = await ask< Colleagues >(
			'GET',
			'people?search=example.com'
		);
		expect( body.people ).toEqual( [] );
		manager = await site.signIn( 'admin' );
		expect( await account() ).toBe( 'elif@example.com' );
	} );

	it( 'refuses a cursor that is none', async () => {
		for ( const after of [ 'x', '..', 'MTI=' ] ) {
			const { status } = await ask( 'GET', `people?after=${ after }` );
			expect( status ).toBe( 400 );
		}
	} );
} );

const OFFICE: Hours = {
	week: [ 1, 2, 3, 4, 5 ].flatMap( ( day ) => [
		{ day, from: '13:00', to: '17:00' },
		{ day, from: '08:00', to: '12:00' },
	] ),
	holidays: [],
};

describe( 'hours', () => {
	const at = ( time: string ) => Date.parse( time ) / 1000;

	const next = async ( time: string, department = 0 ) => {
		const found = await site.php< number | null >(
			'return Throughline\\People\\Hours::next_look(...$args);',
			[ department, at( time ) ]
		);
		return found === null ? null : new Date( found * 1000 ).toISOString();
	};

	const later = async ( time: string, hours: number ) =>
		new Date(
			1000 *
				( await site.php< number >(
					'return Throughline\\People\\Hours::add(0, ...$args);',
					[ at( time ), hours * 3600 ]
				) )
		).toISOString();

	beforeEach( async () => {
		await site.php( "update_option('timezone_string', 'Europe/Berlin');" );
	} );

	it( 'are refused where they are missing, or a part of them', async () => {
		for ( const body of [
			{},
			{ hours: {} },
			{ hours: { week: null } },
			{ hours: true },
		] ) {
			const { status } = await ask( 'POST', 'hours', body );
			expect( status, JSON.stringify( body ) ).toBe( 400 );
		}
	} );

	it( 'that nobody set promise nothing, and count plain time', async () => {
		expect( await next( '2026-11-21T08:00:00Z' ) ).toBeNull();
		expect( await later( '2026-11-21T08:00:00Z', 5 ) ).toBe(
			'2026-11-21T13:00:00.000Z'
		);
		const { body } = await ask< SiteHours >( 'GET', 'hours' );
		expect( body ).toEqual( {
			hours: { week: null, holidays: [] },
			nextLook: null,
		} );
	} );

	it( 'say when somebody looks next: now, after lunch, on Monday, after the holidays', async () => {
		await site.setClock( at( '2026-11-21T08:00:00Z' ) );
		const { body } = await ask< SiteHours >( 'POST', 'hours', {
			hours: {
				...OFFICE,
				holidays: [
					{ from: '2026-12-24', to: '2027-01-01', name: 'Ferien' },
				],
			},
		} );
		expect( body.nextLook ).toMatch( /^Monday, .*8:00/ );
		expect( await next( '2026-11-23T09:30:00Z' ) ).toBe(
			'2026-11-23T09:30:00.000Z'
		);
		expect( await next( '2026-11-23T11:00:00Z' ) ).toBe(
			'2026-11-23T12:00:00.000Z'
		);
		expect( await next( '2026-11-20T16:00:00Z' ) ).toBe(
			'2026-11-23T07:00:00.000Z'
		);
		expect( await next( '2026-12-23T16:00:00Z' ) ).toBe(
			'2027-01-04T07:00:00.000Z'
		);
	} );

	it( 'follow the clock when it changes', async () => {
		await ask( 'POST', 'hours', {
			hours: {
				week: [
					{ day: 6, from: '08:00', to: '24:00' },
					{ day: 7, from: '00:00', to: '24:00' },
					{ day: 1, from: '08:00', to: '16:00' },
				],
				holidays: [],
			},
		} );
		// Summer time begins on 29 March 2026, when that Sunday has 23 hours, and ends on 25 October, which has 25.
		expect( await later( '2026-03-28T22:00:00Z', 24 ) ).toBe(
			'2026-03-29T22:00:00.000Z'
		);
		expect( await later( '2026-03-28T22:00:00Z', 25 ) ).toBe(
			'2026-03-30T07:00:00.000Z'
		);
		expect( await later( '2026-10-24T22:00:00Z', 25 ) ).toBe(
			'2026-10-25T23:00:00.000Z'
		);
		expect( await next( '2026-10-25T23:30:00Z' ) ).toBe(
			'2026-10-26T07:00:00.000Z'
		);
	} );

	it( 'of a department hold there and below, with everybody’s holidays', async () => {
		const works = await add( 'Werk' );
		const assembly = await add( 'Montage', works );
		await ask( 'POST', 'hours', {
			hours: {
				...OFFICE,
				holidays: [
					{ from: '2026-11-21', to: '2026-11-21', name: '' },
				],
			},
		} );
		const { body } = await changeDepartment( works, {
			hours: {
				week: [
					{ day: 6, from: '06:00', to: '14:00' },
					{ day: 7, from: '06:00', to: '14:00' },
				],
				holidays: [],
			},
		} );
		expect( body.above ).toMatchObject( { from: '', week: OFFICE.week } );
		expect( await next( '2026-11-20T23:30:00Z', assembly ) ).toBe(
			'2026-11-22T05:00:00.000Z'
		);
		expect( await next( '2026-11-20T23:30:00Z' ) ).toBe(
			'2026-11-23T07:00:00.000Z'
		);
	} );

	it( 'of a moderator are their own, else the site’s', async () => {
		const editor = await id( 'moderator' );
		await ask( 'POST', 'hours', { hours: OFFICE } );
		const works = ( time: string ) =>
			site.php< boolean >(
				'return Throughline\\People\\Hours::works(...$args);',
				[ editor, at( time ) ]
			);
		expect( await works( '2026-11-23T09:30:00Z' ) ).toBe( true );
		await changePerson( editor, {
			hours: {
				week: null,
				holidays: [
					{ from: '2026-11-23', to: '2026-11-27', name: 'Urlaub' },
				],
			},
		} );
		expect( await works( '2026-11-23T09:30:00Z' ) ).toBe( false );
		expect( await works( '2026-11-30T09:30:00Z' ) ).toBe( true );
	} );

	it( 'that can’t be are refused: ends before beginnings, overlaps, days that aren’t there', async () => {
		for ( const wrong of [
			{ week: [ { day: 1, from: '17:00', to: '08:00' } ] },
			{
				week: [
					{ day: 1, from: '08:00', to: '12:00' },
					{ day: 1, from: '11:00', to: '17:00' },
				],
			},
			{
				holidays: [
					{ from: '2026-02-30', to: '2026-03-01', name: '' },
				],
			},
			{
				holidays: [
					{ from: '2026-03-02', to: '2026-03-01', name: '' },
				],
			},
		] ) {
			const { status, body } = await ask( 'POST', 'hours', {
				hours: { week: null, holidays: [], ...wrong },
			} );
			expect( [ status, body.code ] ).toEqual( [
				422,
				'throughline_hours_invalid',
			] );
		}
	} );
} );

describe( 'a table of people', () => {
	const send = ( table: string | Uint8Array, expects?: string ) => {
		const form = new FormData();
		form.set( 'file', new Blob( [ table as BlobPart ] ), 'people.csv' );
		if ( expects !== undefined ) {
			form.set( 'expects', expects );
		}
		return ask< Import >( 'POST', 'people/import', form );
	};

	const TABLE = [
		'Login;Name;Department;Job title;Desk;Moderates',
		'elif;Elif Şahin;Werk > Montage;Monteurin;expert;Werk > Montage',
		'JANA@example.com;;Werk;;head | deputy: werk >montage;-',
		'nobody@example.com;Niemand;Werk;;;',
		'',
	].join( '\r\n' );

	async function people() {
		return [ await person( 'elif' ), await person( 'jana' ) ] as const;
	}

	it( 'is shown as what it would change, and then does exactly that', async () => {
		const [ elif, jana ] = await people();
		const { body } = await send( TABLE );
		expect( body ).toMatchObject( {
			departments: [ 'Werk', 'Werk > Montage' ],
			people: [
				{
					line: 2,
					name: 'Elif',
					changes: [
						{
							field: 'department',
							before: [],
							after: [ 'Werk > Montage' ],
						},
						{ field: 'role', after: [ 'Monteurin' ] },
						{ field: 'desks', after: [ 'expert: Werk > Montage' ] },
						{ field: 'moderates', after: [ 'Werk > Montage' ] },
					],
				},
				{
					line: 3,
					name: 'Jana',
					changes: [
						{ field: 'department', after: [ 'Werk' ] },
						{
							field: 'desks',
							after: [ 'head: Werk', 'deputy: Werk > Montage' ],
						},
					],
				},
			],
			unknown: [ { line: 4, who: 'nobody@example.com' } ],
			problems: [],
			applied: false,
		} );
		expect( await desks() ).toEqual( [] );
		const written = await send( TABLE, body.version );
		expect( written.body.applied ).toBe( true );
		const [ works, assembly ] = await desks();
		expect( works ).toMatchObject( { name: 'Werk', head: 'Jana' } );
		expect( assembly ).toMatchObject( {
			parent: works?.id,
			experts: 1,
			deputies: 1,
		} );
		expect( await scope( elif ) ).toEqual( [ assembly?.id ] );
		expect(
			( await ask< Colleague >( 'GET', `people/${ jana }` ) ).body
				.department
		).toBe( works?.id );
		const again = await send( TABLE );
		expect( again.body ).toMatchObject( {
			departments: [],
			people: [],
			unchanged: 2,
		} );
		expect(
			await site.php(
				"return get_user_by('email', 'nobody@example.com');"
			)
		).toBe( false );
	} );

	it( 'that somebody overtook is shown anew, and writes nothing', async () => {
		const [ elif ] = await people();
		const { body } = await send( TABLE );
		await changePerson( elif, { role: 'Meisterin' } );
		const late = await send( TABLE, body.version );
		expect( late.status ).toBe( 409 );
		expect( late.body.data.preview?.people[ 0 ]?.changes[ 1 ] ).toEqual( {
			field: 'role',
			before: [ 'Meisterin' ],
			after: [ 'Monteurin' ],
		} );
		expect( await desks() ).toEqual( [] );
	} );

	it( 'names its lines that can’t be read, and writes none of the others', async () => {
		await people();
		const table = [
			'Login;Department;Desk;Moderates',
			'elif;Werk >> Montage;;',
			'"jana";"Werk";"chief: ""Werk""\nauch";Lager',
			'elif;;;',
		].join( '\n' );
		const { body } = await send( table );
		expect( body.problems.map( ( { line } ) => line ) ).toEqual( [
			2, 3, 3, 5,
		] );
		expect( body.problems.map( ( { text } ) => text ) ).toEqual( [
			expect.stringContaining( 'can’t be a department' ),
			expect.stringContaining( 'is no place on a desk' ),
			expect.stringContaining( 'no department “Lager”' ),
			expect.stringContaining( 'stands in line 2 already' ),
		] );
		const refused = await send( table, body.version );
		expect( refused.status ).toBe( 422 );
		expect( await desks() ).toEqual( [] );
	} );

	it( 'gives a desk one head, and shows who was it before', async () => {
		const [ elif ] = await people();
		const works = await add( 'Werk' );
		await changeDepartment( works, { head: elif, experts: [ elif ] } );
		const table = 'login,desk\njana,head: Werk';
		const { body } = await send( table );
		expect( body.people ).toMatchObject( [
			{
				name: 'Jana',
				changes: [ { before: [], after: [ 'head: Werk' ] } ],
			},
			{
				name: 'Elif',
				changes: [
					{
						before: [ 'head: Werk', 'expert: Werk' ],
						after: [ 'expert: Werk' ],
					},
				],
			},
		] );
		await send( table, body.version );
		expect( await desks() ).toMatchObject( [
			{ head: 'Jana', experts: 1 },
		] );
		const two = await send(
			'login,desk\njana,head: Werk\nelif,head: Werk'
		);
		expect( two.body.problems ).toMatchObject( [ { line: 3 } ] );
	} );

	it( 'may come from a German Excel, old or new', async () => {
		await people();
		const german =
			'sep=;\r\nBenutzername;Abteilung;Funktion\r\nelif;Gießerei;Prüferin\r\n';
		const bytes = Uint8Array.from(
			[ ...german ].map( ( character ) => character.charCodeAt( 0 ) )
		);
		const utf16 = new Uint8Array( [
			0xff,
			0xfe,
			...new Uint8Array(
				Uint16Array.from(
					[ ...german.replaceAll( ';', '\t' ) ].map( ( character ) =>
						character.charCodeAt( 0 )
					)
				).buffer
			),
		] );
		for ( const table of [ bytes, `\uFEFF${ german }`, utf16 ] ) {
			const { body } = await send( table );
			expect( body ).toMatchObject( {
				departments: [ 'Gießerei' ],
				people: [
					{ line: 3, changes: [ {}, { after: [ 'Prüferin' ] } ] },
				],
			} );
		}
	} );

	it( 'with formulas is harmless where it goes in, and where it comes out', async () => {
		const [ elif ] = await people();
		const evil = "=cmd|' /C calc'!A0";
		const table = `login;job title;department\nelif;${ evil };+49\njana;@SUM(1);-1 & <script>`;
		const { body } = await send( table );
		expect( body.problems ).toMatchObject( [ { line: 3 } ] );
		const good = `login;job title;department\nelif;${ evil };+49`;
		await send( good, ( await send( good ) ).body.version );
		await site.php(
			"wp_update_user(['ID' => $args, 'display_name' => \"\\t@HYPERLINK(1)\"]);",
			elif
		);
		const response = await site.request(
			'/wp-json/throughline/v1/people/export',
			{},
			manager
		);
		const headers = response.headers;
		expect( headers.get( 'content-type' ) ).toBe(
			'text/csv; charset=utf-8'
		);
		expect( headers.get( 'content-disposition' ) ).toContain(
			'people.csv'
		);
		const bytes = new Uint8Array( await response.arrayBuffer() );
		expect( [ ...bytes.slice( 0, 3 ) ] ).toEqual( [ 0xef, 0xbb, 0xbf ] );
		const text = new TextDecoder().decode( bytes );
		const line = text
			.split( '\r\n' )
			.find( ( one ) => one.startsWith( 'elif' ) );
		expect( line ).toBe( `elif,'@HYPERLINK(1),'+49,"'${ evil }",,` );
		for ( const cell of text.split( /[,;\r\n]/ ) ) {
			expect( cell ).not.toMatch( /^"?\s*[=+\-@]/ );
		}
		const back = await send( text );
		expect( back.body ).toMatchObject( {
			people: [],
			problems: [],
			unknown: [],
			unchanged: 5,
		} );
	} );

	it( 'that can’t be one is refused with a sentence', async () => {
		for ( const [ table, code ] of [
			// An Excel workbook.
			[ 'PK\u0003\u0004\0\0', 'file_unreadable' ],
			[ 'Name;Abteilung\nElif;Werk', 'columns_missing' ],
			[ '', 'columns_missing' ],
			[ `login\n${ 'x\n'.repeat( 5001 ) }`, 'file_too_large' ],
			[ 'x'.repeat( 1_000_001 ), 'file_too_large' ],
		] as const ) {
			const { body } = await send( table );
			expect( body.code ).toBe( `throughline_${ code }` );
			expect( body.message ).toMatch( /^[A-Z].*\.$/ );
		}
		const { body } = await ask( 'POST', 'people/import', new FormData() );
		expect( body.code ).toBe( 'throughline_file_missing' );
	} );

	it( 'whose writing fails half-way leaves nothing behind', async () => {
		await people();
		const answer = await site.php< [ number, string[], number ] >(
			`wp_set_current_user(1);
			$file = tempnam(get_temp_dir(), 'people');
			file_put_contents($file, $args);
			$request = new WP_REST_Request('POST', '/throughline/v1/people/import');
			$request->set_file_params(['file' => ['tmp_name' => $file, 'error' => 0]]);
			$request->set_param('expects', rest_do_request($request)->get_data()['version']);
			$writes = 0;
			add_filter('update_user_metadata', static function ($go) use (&$writes) {
				return ++$writes === 5 ? throw new RuntimeException('The database is gone.') : $go;
			});
			$status = @rest_do_request($request)->get_status();
			wp_cache_flush();
			return [$status, array_column(Throughline\\People\\Departments::all(), 'name'), count(get_users(['meta_key' => $GLOBALS['wpdb']->prefix . 'throughline_role']))];`,
			TABLE
		);
		expect( answer ).toEqual( [ 503, [], 0 ] );
	} );

	it( 'that could mean two people is not guessed at', async () => {
		await person( 'elif' );
		await site.php(
			"wp_insert_user(['user_login' => 'elif@example.com', 'user_pass' => 'x', 'user_email' => 'other@example.com']);"
		);
		const { body } = await send( 'login;role\nelif@example.com;x' );
		expect( body.problems ).toMatchObject( [ { line: 2 } ] );
	} );
} );

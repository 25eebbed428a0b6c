// Guidelines: written, agreed to, in force, acknowledged, and shown.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
	Editions,
	GuidelineText,
	Guidelines,
} from '../../src/contract.ts';
import { findSite, type Session, type Site } from '../site/site.ts';
import { GUIDELINES, THOUGHTS } from '../guidelines/thoughts.ts';

let site: Site;
let moderator: Session;
let employee: Session;
let employeeId: number;

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
	moderator = await site.signIn( 'moderator' );
	employee = await site.signIn( 'employee' );
	employeeId = await site.php(
		"return get_user_by( 'login', 'employee' )->ID;"
	);
} );

const text = ( sentence: string, more: Partial< GuidelineText > = {} ) => ( {
	lineage: `line-${ sentence.toLowerCase().replace( /\W/g, '-' ) }`.slice(
		0,
		36
	),
	tone: 'do' as const,
	sentence,
	reason: '',
	example: '',
	kinds: [],
	departments: [],
	words: '',
	...more,
} );

/** Asks as somebody; the answer and its status. */
async function ask< T = Editions >(
	path: string,
	body?: object,
	session: Session | undefined = moderator
) {
	const response = await site.request(
		`/wp-json/throughline/v1/${ path }`,
		body && {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( body ),
		},
		session
	);
	return {
		status: response.status,
		body: ( await response.json() ) as T & { code?: string },
	};
}

const version = async () =>
	( await ask( 'guidelines/editions' ) ).body.next[ 0 ]?.version ?? 0;

/** Writes an edition and puts it to those who are named; in force at once when nobody is. One request: the routes have tests of their own. */
const write = (
	guidelines: GuidelineText[],
	more: { named?: number[]; matters?: boolean; summary?: string } = {}
) =>
	site.php< Editions >(
		`
		$user = get_user_by( 'login', 'moderator' )->ID;
		Throughline\\Guidelines\\Drafts::begin( 'nothing', $user );
		$version = Throughline\\Guidelines\\Editions::next()['version'];
		Throughline\\Guidelines\\Drafts::save( [ 'version' => $version ] + $args, $user );
		Throughline\\Guidelines\\Drafts::put( $version + 1, $user );
		return Throughline\\Guidelines\\Editions::overview( $user );
		`,
		{ matters: true, summary: '', named: [], ...more, guidelines }
	);

const inForce = async ( query = '', session?: Session ) =>
	( await (
		await site.request(
			`/wp-json/throughline/v1/guidelines${ query }`,
			{},
			session
		)
	).json() ) as Guidelines;

describe( 'an edition', () => {
	it( 'is in force at once where nobody is named, and the next begins with it', async () => {
		expect( await inForce() ).toEqual( { edition: 0, guidelines: [] } );
		await ask( 'guidelines/begin', { with: 'nothing' } );
		await ask( 'guidelines/draft', {
			version: 1,
			matters: true,
			summary: '',
			named: [],
			guidelines: [
				text( 'No prices.', { tone: 'dont' } ),
				text( 'Ask first.' ),
			],
		} );
		const { current, next } = (
			await ask( 'guidelines/put', { version: 2 } )
		).body;
		expect( next ).toEqual( [] );
		expect( current ).toMatchObject( [
			{
				edition: 1,
				state: 'in_force',
				guidelines: [ { sentence: 'Ask first.' }, { tone: 'dont' } ],
			},
		] );
		expect( await inForce() ).toMatchObject( {
			edition: 1,
			guidelines: [ { number: 1, tone: 'do' }, { number: 2 } ],
		} );
		const begun = await ask( 'guidelines/begin', { with: 'current' } );
		expect( begun.body.next ).toMatchObject( [
			{ edition: 2, guidelines: current[ 0 ]?.guidelines },
		] );
	} );

	it( 'waits until everybody who is named agreed with their own account', async () => {
		await write( [ text( 'Ask first.' ) ] );
		const adminId = await site.php< number >(
			"return get_user_by( 'login', 'admin' )->ID;"
		);
		const { next } = await write(
			[ text( 'Ask first.' ), text( 'New.' ) ],
			{ named: [ employeeId, adminId ], summary: 'One more' }
		);
		expect( next ).toMatchObject( [ { edition: 2, state: 'put' } ] );
		expect( ( await inForce() ).edition ).toBe( 1 );
		const mails = await site.mails();
		expect( mails.flatMap( ( { to } ) => to ) ).toHaveLength( 2 );
		expect( mails[ 0 ]?.message ).toContain( 'One more' );

		const yes = { edition: 2, round: 1, answer: 'agree' };
		// A manager can't agree for others.
		expect( ( await ask( 'guidelines/answer', yes ) ).status ).toBe( 403 );
		await site.setClock( 1_800_000_000 );
		const first = await ask( 'guidelines/answer', yes, employee );
		expect( first.body ).toMatchObject( {
			mayEdit: false,
			next: [
				{
					asked: [
						{ answer: 'agree', at: '2027-01-15T08:00:00Z' },
						{ answer: '' },
					],
				},
			],
		} );
		expect( ( await inForce() ).edition ).toBe( 1 );
		const last = await ask(
			'guidelines/answer',
			yes,
			await site.signIn( 'admin' )
		);
		expect( last.body ).toMatchObject( {
			next: [],
			current: [ { edition: 2, since: '2027-01-15T08:00:00Z' } ],
		} );
		// What they agreed to stays open to those who did, and to nobody else.
		expect(
			( await ask( 'guidelines/editions', undefined, employee ) ).status
		).toBe( 200 );
	} );

	it( 'that should change goes back, and a yes to what it was counts no more', async () => {
		await write( [ text( 'Ask first.' ) ], { named: [ employeeId ] } );
		const no = { edition: 1, round: 1, answer: 'change' };
		expect(
			( await ask( 'guidelines/answer', no, employee ) ).body.code
		).toBe( 'throughline_note_missing' );
		await ask( 'guidelines/answer', { ...no, note: 'Whom?' }, employee );
		const back = await ask( 'guidelines/take-back', {
			version: await version(),
		} );
		expect( back.body.next ).toMatchObject( [
			{ state: 'draft', asked: [ { answer: 'change', note: 'Whom?' } ] },
		] );
		// A draft is nobody's business but its writers'.
		expect(
			( await ask( 'guidelines/editions', undefined, employee ) ).status
		).toBe( 403 );
		await ask( 'guidelines/put', { version: await version() } );
		expect(
			(
				await ask(
					'guidelines/answer',
					{ ...no, answer: 'agree' },
					employee
				)
			).status
		).toBe( 409 );
		await ask(
			'guidelines/answer',
			{ edition: 1, round: 2, answer: 'agree' },
			employee
		);
		expect( ( await inForce() ).edition ).toBe( 1 );
	} );

	it( 'is not overwritten by somebody who saw an older draft', async () => {
		await ask( 'guidelines/begin', { with: 'nothing' } );
		const draft = {
			version: await version(),
			matters: true,
			summary: '',
			named: [],
			guidelines: [ text( 'Mine.' ) ],
		};
		expect( ( await ask( 'guidelines/draft', draft ) ).status ).toBe( 200 );
		const late = await ask( 'guidelines/draft', {
			...draft,
			guidelines: [],
		} );
		expect( late.status ).toBe( 409 );
		expect(
			( await ask( 'guidelines/editions' ) ).body.next[ 0 ]?.guidelines
		).toMatchObject( [ { sentence: 'Mine.' } ] );
	} );

	it( 'with an empty sentence, or with none at all, is put to nobody', async () => {
		await ask( 'guidelines/begin', { with: 'nothing' } );
		const empty = await ask( 'guidelines/put', {
			version: await version(),
		} );
		expect( empty.body.code ).toBe( 'throughline_empty_edition' );
		await ask( 'guidelines/draft', {
			version: await version(),
			matters: true,
			summary: '',
			named: [],
			guidelines: [ text( 'Fine.' ), text( ' \n ' ) ],
		} );
		const half = await ask( 'guidelines/put', {
			version: await version(),
		} );
		expect( half.status ).toBe( 422 );
		expect( half.body.code ).toBe( 'throughline_sentence_missing' );
	} );

	it( 'that is gone is still read by who cites it', async () => {
		await write( [ text( 'Once.' ) ] );
		const cited = ( await inForce() ).guidelines[ 0 ]?.id;
		await write( [ text( 'Now.' ) ] );
		expect(
			await site.php(
				'return Throughline\\Guidelines\\Guidelines::get( $args );',
				cited
			)
		).toMatchObject( { edition: 1, sentence: 'Once.' } );
	} );

	it.each( [
		[ 'en_US', 'We ask everybody' ],
		[ 'de_DE', 'Wir fragen alle' ],
	] )( 'begins with ours in %s, by one button', async ( locale, words ) => {
		// Core takes a language only where it has its files.
		await site.php(
			`add_filter( 'get_available_languages', static fn() => [ 'de_DE' ] );
			update_option( 'WPLANG', $args );`,
			locale
		);
		const { body } = await ask( 'guidelines/begin', { with: 'starters' } );
		expect( body.next[ 0 ]?.guidelines.length ).toBeGreaterThanOrEqual( 8 );
		expect( body.next[ 0 ]?.guidelines[ 0 ]?.sentence ).toContain( words );
		expect(
			( await ask( 'guidelines/put', { version: await version() } ) )
				.status
		).toBe( 200 );
	} );
} );

describe( 'in force', () => {
	it( 'are told by kind and department, below it too; the words only to those who write', async () => {
		const [ hall, paint, office ] = await site.php< number[] >( `
			$hall = wp_insert_term( 'Hall', 'tl_department' )['term_id'];
			$paint = wp_insert_term( 'Paint', 'tl_department', [ 'parent' => $hall ] )['term_id'];
			return [ $hall, $paint, wp_insert_term( 'Office', 'tl_department' )['term_id'] ];
		` );
		await write( [
			text( 'For all.' ),
			text( 'Comments.', { kinds: [ 'comment' ], words: 'sorry' } ),
			text( 'Hall.', { departments: [ hall ?? 0, 999_999 ] } ),
		] );
		const told = async ( query: string, session?: Session ) =>
			( await inForce( query, session ) ).guidelines.map(
				( { sentence, words } ) => sentence + words
			);
		expect( await told( '' ) ).toEqual( [
			'For all.',
			'Comments.',
			'Hall.',
		] );
		expect( await told( '?kind=story', employee ) ).toEqual( [
			'For all.',
			'Hall.',
		] );
		expect(
			await told( `?kind=comment&department=${ office }`, employee )
		).toEqual( [ 'For all.', 'Comments.sorry' ] );
		expect( await told( `?kind=story&department=${ paint }` ) ).toEqual( [
			'For all.',
			'Hall.',
		] );
	} );
} );

describe( 'who sends a story', () => {
	const story = ( more: object = {} ) => ( {
		submission: randomUUID(),
		text: 'We lifted the runner in.',
		...more,
	} );
	const send = ( more: object = {} ) =>
		ask< { state?: string } >( 'stories', story( more ), employee );
	const known = () =>
		site.php(
			'return Throughline\\Guidelines\\Acknowledgements::of_user( $args );',
			employeeId
		);

	it( 'sends it as ever where there are no guidelines', async () => {
		expect( ( await send() ).status ).toBe( 201 );
	} );

	it( 'acknowledges them first, and again after a change that matters', async () => {
		await write( [ text( 'Ask first.' ) ] );
		const refused = await send();
		expect( refused.status ).toBe( 422 );
		expect( refused.body ).toMatchObject( {
			code: 'throughline_guidelines_missing',
			data: { field: 'guidelines', edition: 1 },
		} );
		expect( ( await send( { guidelines: 2 } ) ).status ).toBe( 422 );
		expect( ( await send( { guidelines: true } ) ).status ).toBe( 400 );
		expect( await known() ).toEqual( [] );

		await site.setClock( 1_800_000_000 );
		expect( ( await send( { guidelines: 1 } ) ).status ).toBe( 201 );
		expect( await known() ).toEqual( [
			{ edition: 1, at: '2027-01-15 08:00:00' },
		] );
		expect( ( await send() ).status ).toBe( 201 );

		await write( [ text( 'Ask first!' ) ], { matters: false } );
		expect( ( await send() ).status ).toBe( 201 );
		await write( [ text( 'Ask always.' ) ] );
		expect( ( await send() ).status ).toBe( 422 );
		expect( ( await send( { guidelines: 1 } ) ).status ).toBe( 422 );
		// What was acknowledged stays, also once a spelling came after it.
		await write( [ text( 'Ask, always.' ) ], { matters: false } );
		expect( ( await send() ).status ).toBe( 422 );
		expect( ( await send( { guidelines: 4 } ) ).status ).toBe( 201 );
		expect( await known() ).toMatchObject( [
			{ edition: 1 },
			{ edition: 4 },
		] );

		await site.php(
			"require_once ABSPATH . 'wp-admin/includes/user.php'; wp_delete_user( $args );",
			employeeId
		);
		expect( await known() ).toEqual( [] );
	} );
} );

describe( 'the form without JavaScript', () => {
	beforeEach( async () => {
		await site.php( `
			wp_insert_post( [
				'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Take part', 'post_name' => 'take-part',
				'post_content' => '<!-- wp:throughline/story-form /-->',
			] );
		` );
	} );

	const read = ( html: string ) =>
		html.replace( /&#(\d+);/g, ( _, code ) =>
			String.fromCodePoint( Number( code ) )
		);

	async function post( fields: Record< string, string > ) {
		const page = await (
			await site.request( '/take-part/', {}, employee )
		).text();
		const body = new FormData();
		const form =
			/name="throughline_form" value="(\w+)"/.exec( page )?.[ 1 ] ?? '';
		Object.entries( { form, act: 'send', ...fields } ).forEach(
			( [ name, value ] ) => body.append( `throughline_${ name }`, value )
		);
		const response = await site.request(
			'/take-part/?throughline-draft=0',
			{ method: 'POST', body },
			employee
		);
		return { status: response.status, html: read( await response.text() ) };
	}

	it( 'shows what matters, asks to acknowledge it, and keeps all that was written', async () => {
		await write( [
			text( 'Ask first.' ),
			text( 'Answer.', { kinds: [ 'comment' ] } ),
		] );
		const page = read(
			await ( await site.request( '/take-part/', {}, employee ) ).text()
		);
		expect( page ).toContain( 'Ask first.' );
		expect( page ).not.toContain( 'Answer.' );
		expect( page ).toContain( 'name="throughline_guidelines"' );
		const refused = await post( { text: 'All of this.' } );
		expect( refused.status ).toBe( 422 );
		expect( refused.html ).toContain( 'All of this.' );
		const sent = await post( { text: 'All of this.', guidelines: '1' } );
		expect( sent.status ).toBe( 303 );
		const again = await (
			await site.request( '/take-part/', {}, employee )
		).text();
		expect( again ).toContain( 'Ask first.' );
		expect( again ).not.toContain( 'name="throughline_guidelines"' );
	} );

	it( 'says what might be thought over once, and sends it all the same', async () => {
		await write( [ text( 'Ask first.', { words: 'selfie*' } ) ] );
		const fields = { text: 'Our selfies!!!!', guidelines: '1' };
		const nudged = await post( fields );
		expect( nudged.status ).toBe( 200 );
		expect( nudged.html ).toContain( '“selfies”' );
		expect( nudged.html ).toContain( 'Ask first.' );
		expect( nudged.html ).toContain( 'as if somebody shouted' );
		expect( nudged.html ).toContain( 'Our selfies!!!!' );
		expect( nudged.html ).toContain(
			'name="throughline_nudged" value="1"'
		);
		expect( ( await post( { ...fields, nudged: '1' } ) ).status ).toBe(
			303
		);
	} );

	it( 'is the same as ever where there are no guidelines', async () => {
		const html = await (
			await site.request( '/take-part/', {}, employee )
		).text();
		expect( html ).not.toMatch(
			/class="[^"]*__(guidelines|nudge)|name="throughline_guidelines/
		);
	} );
} );

describe( 'the nudge', () => {
	it( 'thinks the same in PHP as in TypeScript', async () => {
		expect(
			await site.php(
				`return array_map(
					static fn ( $one ) => Throughline\\Guidelines\\Nudge::of( $one['texts'], $args['guidelines'], $one['before'] ?? [] ),
					$args['thoughts']
				);`,
				{ guidelines: GUIDELINES, thoughts: THOUGHTS }
			)
		).toEqual( THOUGHTS.map( ( { expected } ) => expected ) );
	} );
} );

describe( 'the block', () => {
	const render = ( attributes = '' ) =>
		site.php< string >(
			"return do_blocks( '<!-- wp:throughline/guidelines ' . $args . '/-->' );",
			attributes
		);

	it( 'prints nothing until an edition is in force', async () => {
		expect( await render() ).toBe( '' );
		await ask( 'guidelines/begin', { with: 'starters' } );
		expect( await render() ).toBe( '' );
	} );

	it( 'prints dos and don’ts with reason, example, edition and date, and nothing of the words', async () => {
		await site.setClock( 1_800_000_000 );
		await write( [
			text( 'Ask <b>first</b>.', {
				reason: 'Because.',
				example: '“May I?”',
				words: 'selfie*',
			} ),
			text( 'No prices.', { tone: 'dont', kinds: [ 'comment' ] } ),
		] );
		const html = await render();
		expect( html ).toContain( 'Ask &lt;b&gt;first&lt;/b&gt;.' );
		expect( html ).toContain( 'Because.' );
		expect( html ).toContain( '“May I?”' );
		expect( html ).toContain( 'Edition 1' );
		expect( html ).toContain( 'datetime="2027-01-15"' );
		expect( html ).not.toContain( 'selfie' );
		expect( await render( '{"kind":"story"} ' ) ).not.toContain(
			'No prices'
		);
		expect( await render( '{"showReasons":false} ' ) ).not.toContain(
			'Because'
		);
	} );

	it( 'lets readers choose by an address of its own, and may be cached', async () => {
		await write( [
			text( 'Stories.', { kinds: [ 'story' ] } ),
			text( 'Comments.', { kinds: [ 'comment' ] } ),
		] );
		await site.php( `
			wp_insert_post( [
				'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'How', 'post_name' => 'how',
				'post_content' => '<!-- wp:throughline/guidelines {"showFilter":true} /-->',
			] );
		` );
		const chosen = await site.request(
			'/how/?throughline-guidelines-1-kind=comment&utm_source=mail'
		);
		const html = await chosen.text();
		expect( html ).toContain( 'Comments.' );
		expect( html ).not.toContain( 'Stories.' );
		expect( html ).not.toMatch( /nonce|utm_source/ );
	} );
} );

describe( 'which guideline causes most returns', () => {
	it( 'is counted over all editions, without decisions that were taken back, from five people on', async () => {
		await write( [ text( 'Ask first.' ), text( 'No prices.' ) ] );
		const [ ask1, prices ] = ( await inForce() ).guidelines.map(
			( { id } ) => id
		);
		await write( [
			text( 'No prices.' ),
			text( 'Ask, first.', { lineage: text( 'Ask first.' ).lineage } ),
		] );
		await site.php(
			`
			$add = static function ( $piece, $version, $act, $user, $guideline ) {
				Throughline\\Database::write(
					"INSERT INTO %i (kind, piece_id, version, act, state, user_id, reason, guideline, reasons, title, text, photos, created) VALUES ('story', %d, %d, %s, '', %d, '', %d, '', '', '', '', %s)",
					Throughline\\Database::table( 'decisions' ), $piece, $version, $act, $user, $guideline, Throughline\\utc()
				);
			};
			foreach ( range( 1, 6 ) as $n ) {
				$add( 900 + $n, 1, 'submit', 100 + $n, 0 );
				$add( 900 + $n, 2, 'return', 1, $args[0] );
				$n === 6 && $add( 906, 3, 'undo', 1, 0 );
				// Often, but of one person.
				$add( 950 + $n, 1, 'submit', 100, 0 );
				$add( 950 + $n, 2, 'return', 1, $args[1] );
			}
			`,
			[ ask1, prices ]
		);
		expect( ( await ask( 'guidelines/returns' ) ).body ).toMatchObject( {
			guidelines: [
				{ sentence: 'Ask, first.', returns: 5, removals: 0 },
				{ sentence: 'No prices.', returns: null, removals: null },
			],
		} );
	} );
} );

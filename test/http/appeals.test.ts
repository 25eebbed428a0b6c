// Objecting to a decision: by whoever it went against, for six months, decided by another person than the first.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Queue, QueuePiece } from '../../src/contract.ts';
import type { Session } from '../site/site.ts';
import {
	address,
	begin,
	due,
	HATE,
	html,
	isSeen,
	pass,
	rest,
	rows,
	send,
	site,
	story,
} from './cases.ts';

let moderator: Session;
let admin: Session;
let employee: Session;

beforeEach( async () => {
	await begin();
	moderator = await site.signIn( 'moderator' );
	admin = await site.signIn( 'admin' );
	employee = await site.signIn( 'employee' );
} );

const decide = ( session: Session, id: number, choice: object ) =>
	rest< { code?: string; message?: string; version?: number } >(
		session,
		'decisions',
		{ kind: 'story', id, ...choice }
	);

const page = ( id: number ) => `/?throughline-appeal=story-${ id }`;
const WHY = { explanation: 'Niemand ist zu erkennen, seht genau hin.' };
const REASON = 'Das Typenschild ist zu lesen.';

/** A story that the moderator took off the site, long enough ago that its contributor knows. */
async function removed(): Promise< number > {
	const { id } = await story( 0 );
	await decide( moderator, id, {
		version: 2,
		act: 'remove',
		reason: REASON,
	} );
	await pass( 12 );
	return id;
}

const as = async ( session: Session, path: string ) =>
	await ( await site.request( path, {}, session ) ).text();

describe( 'a contributor', () => {
	it( 'reads why, objects, and is right in the end, because another person says so', async () => {
		const { id } = await story( 0 );
		await decide( moderator, id, {
			version: 2,
			act: 'remove',
			reason: REASON,
		} );
		// It may still be undone.
		expect( await as( employee, page( id ) ) ).toContain(
			'nothing to object to'
		);
		await pass( 12 );
		const statement = await as( employee, page( id ) );
		for ( const part of [
			'was taken off the site on',
			REASON,
			'A person decided this',
			'you can object until',
			'You reach us here',
		] ) {
			expect( statement ).toContain( part );
		}
		expect( ( await send( page( id ), WHY, employee ) ).status ).toBe(
			303
		);
		// Once is enough.
		expect( await as( employee, page( id ) ) ).not.toContain( '<textarea' );
		const { items } = await rest< Queue >(
			moderator,
			'queue?list=appealed'
		);
		expect( items ).toMatchObject( [ { id, state: 'removed' } ] );
		const restore = { version: 3, act: 'restore' };
		for ( const act of [ restore, { version: 3, act: 'keep' } ] ) {
			expect( await decide( moderator, id, act ) ).toMatchObject( {
				code: 'throughline_other_person',
			} );
		}
		const own = await rest< QueuePiece >(
			moderator,
			`queue/story/${ id }`
		);
		const other = await rest< QueuePiece >( admin, `queue/story/${ id }` );
		expect( own.cases[ 0 ]?.obstacle ).toContain( 'somebody else decides' );
		expect( other.cases ).toMatchObject( [
			{ what: 'appeal', against: 3, obstacle: '', ...WHY },
		] );
		expect( await decide( admin, id, restore ) ).toMatchObject( {
			version: 4,
		} );
		expect( await rows() ).toMatchObject( [ { outcome: 'granted' } ] );
		await pass( 12 );
		expect( await as( employee, page( id ) ) ).toContain(
			'you were right'
		);
	} );

	it( 'is told when the second person sees it as the first did', async () => {
		const id = await removed();
		await send( page( id ), WHY, employee );
		await decide( admin, id, {
			version: 3,
			act: 'keep',
			reason: 'Die Nummer steht im Spiegel.',
		} );
		await pass( 12 );
		await due();
		const mails = ( await site.mails() ).filter( ( { subject } ) =>
			subject.includes( 'objection' )
		);
		expect( mails ).toHaveLength( 1 );
		expect( mails[ 0 ]?.message ).toContain( 'same decision' );
		expect( mails[ 0 ]?.message ).toContain( 'im Spiegel' );
		expect( await as( employee, page( id ) ) ).not.toContain( '<textarea' );
	} );

	it( 'waits where nobody else moderates yet, and the desk says what to do', async () => {
		const id = await removed();
		await send( page( id ), WHY, employee );
		await site.php(
			"get_user_by( 'login', 'admin' )->remove_cap( 'throughline_moderate' ); get_role( 'administrator' )->remove_cap( 'throughline_moderate' );"
		);
		expect(
			await decide( moderator, id, { version: 3, act: 'restore' } )
		).toMatchObject( {
			code: 'throughline_other_person',
			message: expect.stringContaining(
				'Name a second person'
			) as string,
		} );
	} );

	it( 'can object for six months, by the clock', async () => {
		const id = await removed();
		const months = ( 181 * 24 - 12 ) * 3600;
		await pass( months );
		expect( await as( employee, page( id ) ) ).toContain( '<textarea' );
		await pass( 5 * 24 * 3600 );
		expect( await as( employee, page( id ) ) ).not.toContain( '<textarea' );
		await send( page( id ), { ...WHY, version: '3' }, employee );
		expect( await rows() ).toEqual( [] );
	} );

	it( 'without an account has a signed link, and nobody else gets in', async () => {
		const id = await removed();
		const token = await site.php< string >(
			"return Throughline\\Moderation\\Links::make( 'story', $args );",
			id
		);
		expect(
			( await send( `${ page( id ) }-${ token }`, WHY ) ).status
		).toBe( 303 );
		expect( await rows() ).toHaveLength( 1 );
		const other = ( await story( 0 ) ).id;
		for ( const [ path, session ] of [
			[ page( id ), undefined ],
			[ page( id ), moderator ],
			[ `${ page( id ) }-${ '0'.repeat( 64 ) }`, employee ],
			[ `${ page( other ) }-${ token }`, undefined ],
			[ `/?throughline-appeal[]=story-${ id }`, employee ],
			[ '/?throughline-appeal=true', employee ],
		] as const ) {
			const { status } = await site.request( path, {}, session );
			expect( status, path ).toBe( 404 );
		}
	} );

	it( 'gets a hidden photo back from another person; one that stays hidden is deleted when nobody can object any more', async () => {
		const { id, photos, files } = await story( 2 );
		const hide = async ( version: number, photo = 0 ) =>
			await decide( moderator, id, {
				version,
				act: 'hide',
				photo,
				reason: REASON,
			} );
		await hide( 2, photos[ 0 ] );
		await hide( 3, photos[ 1 ] );
		await pass( 12 );
		const text = await as( employee, page( id ) );
		expect( text.match( /<form/g )?.length ).toBeGreaterThanOrEqual( 2 );
		await send( page( id ), { ...WHY, version: '3' }, employee );
		expect(
			await decide( admin, id, {
				version: 4,
				act: 'show',
				photo: photos[ 0 ],
			} )
		).toMatchObject( { version: 5 } );
		expect( await isSeen( files[ 0 ] ?? '' ) ).toBe( true );
		await pass( 190 * 24 * 3600 );
		await due();
		await due();
		expect(
			await site.php(
				'return array_column( Throughline\\Stories\\Photos::of_story( $args ), "id" );',
				id
			)
		).toEqual( [ photos[ 0 ] ] );
	} );
} );

describe( 'whoever reported', () => {
	it( 'objects by the link to their report; another person decides', async () => {
		const { id } = await story( 0 );
		const { location } = await send( address( id, 'illegal' ), HATE );
		await decide( moderator, id, { version: 2, act: 'keep' } );
		await pass( 12 );
		expect( await html( location ) ).toContain( 'it may stay' );
		const short = await send( location, { explanation: 'Nein.' } );
		expect( short.status ).toBe( 422 );
		expect( short.page ).toContain( 'Nein.' );
		await send( location, WHY );
		await send( location, WHY );
		expect( await rows() ).toHaveLength( 2 );
		expect(
			await decide( moderator, id, {
				version: 3,
				act: 'remove',
				reason: REASON,
			} )
		).toMatchObject( { code: 'throughline_other_person' } );
		await decide( admin, id, {
			version: 3,
			act: 'remove',
			reason: REASON,
		} );
		expect( await rows() ).toMatchObject( [
			{ outcome: 'kept' },
			{ outcome: 'granted' },
		] );
		await pass( 12 );
		await due();
		expect( await html( location ) ).toContain( 'you were right' );
		const told = ( await site.mails() ).filter( ( { to } ) =>
			to.includes( HATE.mail )
		);
		expect( told.map( ( { subject } ) => subject ) ).toContain(
			'Your objection was decided'
		);
		// Now it went against the contributor, who has a second person to turn to as well.
		expect( await as( employee, page( id ) ) ).toContain( '<textarea' );
	} );
} );

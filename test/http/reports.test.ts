// Reports: by everybody, without an account and without JavaScript; a photo in which somebody recognises themselves is hidden first.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Queue, QueuePiece } from '../../src/contract.ts';
import type { Session } from '../site/site.ts';
import {
	address,
	begin,
	due,
	fields,
	HATE,
	html,
	pass,
	rest as ask,
	rows,
	send as report,
	site,
	story,
	isSeen,
	wearClassic,
} from './cases.ts';

let moderator: Session;

beforeEach( async () => {
	await begin();
	moderator = await site.signIn( 'moderator' );
} );

const rest = < T >( path: string, body?: object ) =>
	ask< T >( moderator, path, body );

const decide = ( id: number, choice: object ) =>
	rest< { code?: string; version: number } >( 'decisions', {
		kind: 'story',
		id,
		...choice,
	} );

/** Mails to those who report; moderators get theirs, too. */
const mails = async () =>
	( await site.mails() ).filter( ( { to } ) =>
		/brandt|zwei/.test( to.join() )
	);

describe( 'the page to report', () => {
	it( 'is linked from every story and every comment, kept by no cache and listed by no search engine', async () => {
		const { id, page } = await story();
		expect( await html( page ) ).toContain(
			`throughline-report=story-${ id }`
		);
		expect( await html( '/hello-world/' ) ).toContain(
			'throughline-report=comment-1'
		);
		const response = await site.request( address( id ) );
		expect( response.headers.get( 'cache-control' ) ).toContain(
			'no-store'
		);
		const text = await response.text();
		expect( text ).toContain( 'noindex' );
		expect( text ).toContain( 'I am in this picture' );
		expect( text ).not.toContain( '_wpnonce' );
	} );

	it( 'is not there for a piece that waits, for none and for nonsense', async () => {
		const { id } = await story( 0 );
		await site.php(
			"wp_update_post( [ 'ID' => $args, 'post_status' => 'pending' ] );",
			id
		);
		for ( const asked of [
			`=story-${ id }`,
			'=story-999999',
			'=page-2',
			"=story-1'--",
			'[]=comment-1',
		] ) {
			for ( const method of [ 'GET', 'POST' ] ) {
				const response = await site.request(
					`/?throughline-report${ asked }`,
					{ method }
				);
				expect( response.status, asked ).toBe( 404 );
			}
		}
	} );

	it( 'tells nothing of a comment whose page is not everybody’s', async () => {
		const open = async () =>
			( await site.request( address( 1, '', 'comment' ) ) ).status;
		expect( await open() ).toBe( 200 );
		for ( const change of [
			{ post_status: 'private' },
			{ post_status: 'publish', post_password: 'x' },
			{ post_status: 'draft', post_password: '' },
		] ) {
			await site.php(
				"wp_update_post( [ 'ID' => 1 ] + $args );",
				change
			);
			expect( await open(), JSON.stringify( change ) ).toBe( 404 );
		}
	} );

	it( 'stands in the clothes of a classic theme, too', async () => {
		await wearClassic();
		const { id } = await story( 0 );
		const text = await html( address( id, 'illegal' ) );
		expect( text.match( /<h1/g ) ).toHaveLength( 1 );
		expect( text ).toContain( 'Send the report' );
	} );
} );

describe( 'a report that something is illegal', () => {
	it( 'is taken, receipted at once and first on the desk', async () => {
		const { id } = await story( 0 );
		const { status, location, page } = await report(
			address( id, 'illegal' ),
			HATE
		);
		expect( status, page ).toBe( 303 );
		expect( await html( location ) ).toContain( 'has arrived' );
		const [ row ] = await rows();
		expect( row ).toMatchObject( {
			what: 'report',
			ground: 'hate',
			piece_id: String( id ),
			mail: HATE.mail,
			outcome: '',
		} );
		await due();
		const [ receipt, ...others ] = await mails();
		expect( others ).toEqual( [] );
		expect( receipt?.to ).toEqual( [ HATE.mail ] );
		expect( receipt?.message ).toContain( 'throughline-case=' );
		const { items } = await rest< Queue >( 'queue?list=reported' );
		expect( items ).toMatchObject( [
			{ id, list: 'reported', state: 'published' },
		] );
		const { cases } = await rest< QueuePiece >( `queue/story/${ id }` );
		expect( cases ).toMatchObject( [
			{ what: 'report', by: HATE.name, explanation: HATE.explanation },
		] );
		expect( JSON.stringify( cases ) ).not.toContain( HATE.mail );
	} );

	it( 'needs an explanation, a name, a mail address, good faith and a ground; what was written stays', async () => {
		const { id } = await story( 0 );
		for ( const missing of [
			'explanation',
			'name',
			'mail',
			'faith',
			'ground',
		] ) {
			const { status, page } = await report( address( id, 'illegal' ), {
				...HATE,
				[ missing ]: '',
			} );
			expect( status, missing ).toBe( 422 );
			expect( page ).toContain(
				missing === 'explanation' ? HATE.name : HATE.explanation
			);
		}
		for ( const mail of [
			// What looks like one and is two.
			'a@example.com\r\nBcc: b@example.com',
			// What the table would cut short.
			`a@${ 'b'.repeat( 60 ) }.${ 'c'.repeat( 60 ) }.${ 'd'.repeat( 60 ) }.example.com`,
		] ) {
			const { status } = await report( address( id, 'illegal' ), {
				...HATE,
				mail,
			} );
			expect( status, mail ).toBe( 422 );
		}
		expect( await rows() ).toEqual( [] );
	} );

	it( 'needs no name where it is about the abuse of children', async () => {
		const { id } = await story( 0 );
		const { status, page } = await report( address( id, 'illegal' ), {
			...HATE,
			ground: 'abuse',
			name: '',
			mail: '',
		} );
		expect( status, page ).toBe( 303 );
	} );
} );

describe( 'machines', () => {
	it( 'are asked once more: too quick, a field that nobody sees, a key of another page, an old one', async () => {
		const { id } = await story( 0 );
		const path = address( id, 'illegal' );
		const send = async ( form: URLSearchParams, values = {} ) => {
			for ( const [ name, value ] of Object.entries( {
				...HATE,
				...values,
			} ) ) {
				form.set( `throughline_${ name }`, value );
			}
			return (
				await site.request( path, { method: 'POST', body: form } )
			).status;
		};
		await pass( 0 );
		const fresh = fields( await html( path ) );
		expect( await send( new URLSearchParams( fresh ) ) ).toBe( 403 );
		await pass( 5 );
		expect(
			await send( new URLSearchParams( fresh ), { website: 'x' } )
		).toBe( 403 );
		expect( await send( new URLSearchParams() ) ).toBe( 403 );
		const other = await html( address( 1, 'illegal', 'comment' ) );
		await pass( 5 );
		expect( await send( fields( other ) ) ).toBe( 403 );
		await pass( 13 * 3600 );
		expect( await send( new URLSearchParams( fresh ) ) ).toBe( 403 );
		expect( await rows() ).toEqual( [] );
	} );

	it( 'may come again once it was answered, and another who sends the same learns nothing of it', async () => {
		const { id } = await story( 0 );
		const path = address( id, 'illegal' );
		const first = await report( path, HATE );
		const form = fields( await html( path ) );
		await pass( 3 );
		for ( const [ name, value ] of Object.entries( HATE ) ) {
			form.set( `throughline_${ name }`, value );
		}
		const twice = async () =>
			(
				await site.request( path, { method: 'POST', body: form } )
			).headers.get( 'location' );
		const again = [ await twice(), await twice() ].map( ( link ) =>
			/case=\d+/.exec( link ?? '' )?.join()
		);
		expect( first.location ).toContain( 'case=1-' );
		expect( again ).toEqual( [ 'case=2', 'case=2' ] );
		await decide( id, { version: 2, act: 'keep' } );
		expect( await twice() ).toContain( 'case=3-' );
		// From another network the same is another report, too.
		const taken = await site.php< { id: number; again: boolean } >(
			`return Throughline\\Moderation\\Reports::add( [ 'kind' => 'story', 'guideline' => 0, 'photo' => 0, 'address' => '192.0.2.1', 'faith' => true ] + $args );`,
			{ ...HATE, id, form: form.get( 'throughline_token' ) }
		);
		expect( taken ).toMatchObject( { id: 4, again: false } );
	} );

	it( 'in somebody else’s name send no more than some receipts there', async () => {
		const { id } = await story( 0 );
		await site.php(
			`
			for ( $number = 0; $number < 14; $number++ ) {
				Throughline\\Moderation\\Reports::add( [ 'kind' => 'story', 'guideline' => 0, 'photo' => 0, 'address' => "192.0.$number.1", 'faith' => true ] + $args );
			}
			do_action('throughline_due');
			do_action('throughline_due');
			`,
			{ ...HATE, id }
		);
		expect( await rows() ).toHaveLength( 14 );
		expect( await mails() ).toHaveLength( 10 );
	} );

	it( 'and a mail server that is down cost nobody their receipt', async () => {
		const { id } = await story( 0 );
		await report( address( id, 'illegal' ), HATE );
		const sent = await site.php< boolean[] >(
			`
			$guest = wp_new_comment( wp_slash( [ 'comment_post_ID' => 1, 'comment_author' => 'Gast', 'comment_author_email' => 'zwei@example.com', 'comment_author_url' => '', 'comment_content' => 'Wer hat das gebaut?', 'comment_type' => 'comment', 'user_id' => 0, 'comment_author_IP' => '192.0.2.7', 'comment_agent' => '' ] ), true );
			$tell = static fn() => [ Throughline\\Moderation\\Outcomes::receipt( 'report', 1 ), Throughline\\Moderation\\Notices::send_receipt( 'comment', $guest ) ];
			add_filter( 'pre_wp_mail', '__return_false', PHP_INT_MAX );
			$sent = [];
			for ( $try = 0; $try < 12; $try++ ) {
				array_push( $sent, ...$tell() );
			}
			remove_filter( 'pre_wp_mail', '__return_false', PHP_INT_MAX );
			return [ ...array_unique( $sent ), ...$tell() ];
			`
		);
		expect( sent ).toEqual( [ false, true, true ] );
		// Twelve that went nowhere, and one.
		const to = ( await mails() ).map( ( mail ) => mail.to.join() );
		for ( const mail of [ HATE.mail, 'zwei@example.com' ] ) {
			expect( to.filter( ( one ) => one === mail ) ).toHaveLength( 13 );
		}
	} );

	it( 'that send the same report 1,000 times make one, and many others no more than a few', async () => {
		const { id } = await story( 0 );
		const counts = await site.php< Record< string, number > >(
			`
			$count = static fn() => (int) $GLOBALS['wpdb']->get_var("SELECT COUNT(*) FROM {$GLOBALS['wpdb']->prefix}throughline_reports");
			$report = [ 'kind' => 'story', 'id' => $args['id'], 'guideline' => 0, 'photo' => 0, 'address' => '192.0.2.1', 'faith' => true ] + $args;
			for ( $number = 0; $number < 1000; $number++ ) {
				Throughline\\Moderation\\Reports::add( $report );
			}
			$same = $count();
			for ( $number = 0; $number < 15; $number++ ) {
				Throughline\\Moderation\\Reports::add( [ 'explanation' => "Zum $number. Mal: das ist verboten." ] + $report );
			}
			$address = $count();
			// The limit of a piece, smaller than it is.
			add_filter( 'throughline_pace', static fn( $pace, $what ) => $what === 'report-piece' ? [ 'burst' => 14, 'every' => 60 ] : $pace, 10, 2 );
			for ( $number = 0; $number < 8; $number++ ) {
				Throughline\\Moderation\\Reports::add( [ 'address' => "192.0.2.$number", 'explanation' => "Zum $number. Mal: das ist verboten.", 'mail' => "a$number@example.com" ] + $report );
			}
			return [ 'same' => $same, 'address' => $address, 'all' => $count() ];
			`,
			{ ...HATE, id }
		);
		expect( counts ).toEqual( { same: 1, address: 10, all: 14 } );
		const kept = await site.php< string[] >(
			"return $GLOBALS['wpdb']->get_col(\"SELECT mark FROM {$GLOBALS['wpdb']->prefix}throughline_pace\");"
		);
		expect( kept.join() ).not.toContain( '192.0.2' );
	} );
} );

describe( '“I am in this picture”', () => {
	it( 'hides the photo first: its file, its card and its place on the page are gone, and the rest stays', async () => {
		const { id, photos, files, page } = await story( 2 );
		expect( await isSeen( files[ 0 ] ?? '' ) ).toBe( true );
		const {
			status,
			location,
			page: said,
		} = await report( address( id, 'picture' ), {
			photo: String( photos[ 0 ] ),
		} );
		expect( status, said ).toBe( 303 );
		expect( await html( location ) ).toContain( 'The picture is hidden.' );
		expect( await isSeen( files[ 0 ] ?? '' ) ).toBe( false );
		expect( await isSeen( files[ 1 ] ?? '' ) ).toBe( true );
		const name = files[ 0 ]?.replace( /.*\/|\.jpg/g, '' ) ?? '';
		for ( const place of [
			page,
			'/feed/?post_type=tl_story',
			'/wp-json/wp/v2/media?per_page=50',
			'/wp-json/throughline/v1/wall',
		] ) {
			const text = await html( place );
			expect( text, place ).not.toContain( name );
			expect( text, place ).not.toContain( `photos/${ photos[ 0 ] }/` );
		}
		expect( await html( page ) ).toContain( 'Bild 1' );
		// Moderators see it, and that it is hidden.
		const piece = await rest< QueuePiece >( `queue/story/${ id }` );
		expect( piece.cases ).toMatchObject( [
			{ photo: photos[ 0 ], hidden: true, urgent: false },
		] );
		expect( piece.history.at( -1 ) ).toMatchObject( {
			act: 'hide',
			by: null,
			photo: photos[ 0 ],
		} );
		const preview = await site.request(
			`/?throughline-preview=story-${ id }`,
			{},
			moderator
		);
		expect( await preview.text() ).toContain( `photos/${ photos[ 0 ] }/` );
	} );

	it( 'lets a moderator show it again, take that back, and keep it hidden for good', async () => {
		const { id, photos, files } = await story();
		const [ photo = 0 ] = photos;
		const [ file = '' ] = files;
		const state = () => isSeen( file );
		await report( address( id, 'picture' ) );
		expect( await state() ).toBe( false );
		// A word on the story says nothing about the photo.
		expect( await decide( id, { version: 3, act: 'keep' } ) ).toMatchObject(
			{ version: 4 }
		);
		expect( ( await rows() )[ 0 ] ).toMatchObject( { outcome: '' } );
		const shown = await decide( id, { version: 4, act: 'show', photo } );
		expect( shown ).toMatchObject( { version: 5 } );
		expect( await state() ).toBe( true );
		expect( await html( '/wp-json/throughline/v1/wall' ) ).toContain(
			file.replace( /.*\/|\.jpg/g, '' )
		);
		expect( ( await rows() )[ 0 ] ).toMatchObject( { outcome: 'shown' } );
		await rest( 'decisions/undo', { kind: 'story', id, version: 5 } );
		expect( await state() ).toBe( false );
		expect( ( await rows() )[ 0 ] ).toMatchObject( { outcome: '' } );
		await decide( id, {
			version: 6,
			act: 'hide',
			photo,
			reason: 'Er möchte nicht zu sehen sein.',
		} );
		expect( await state() ).toBe( false );
		expect( ( await rows() )[ 0 ] ).toMatchObject( { outcome: 'hidden' } );
		// Restoring or publishing the story does not bring it back.
		await site.php(
			"wp_update_post( [ 'ID' => $args, 'post_status' => 'draft' ] ); wp_update_post( [ 'ID' => $args, 'post_status' => 'publish' ] ); do_action( 'throughline_sweep' );",
			id
		);
		expect( await state() ).toBe( false );
	} );

	it( 'hides no more than a few for strangers; what is beyond stands on top of the desk', async () => {
		const stories = [
			await story(),
			await story(),
			await story(),
			await story(),
		];
		const illegal = await story( 0 );
		await site.php(
			`
			$report = [ 'kind' => 'story', 'guideline' => 0, 'address' => '192.0.2.1', 'faith' => true ] + $args['hate'];
			Throughline\\Moderation\\Reports::add( [ 'id' => $args['illegal'], 'photo' => 0 ] + $report );
			foreach ( $args['stories'] as $story ) {
				Throughline\\Moderation\\Reports::add( [ 'id' => $story['id'], 'photo' => $story['photos'][0], 'ground' => 'picture' ] + $report );
			}
			`,
			{ hate: HATE, illegal: illegal.id, stories }
		);
		const states = [];
		for ( const { files } of stories ) {
			states.push( await isSeen( files[ 0 ] ?? '' ) );
		}
		expect( states ).toEqual( [ false, false, false, true ] );
		const { items } = await rest< Queue >( 'queue?list=reported' );
		expect( items.map( ( { id } ) => id ) ).toEqual( [
			stories[ 3 ]?.id,
			illegal.id,
			stories[ 0 ]?.id,
			stories[ 1 ]?.id,
			stories[ 2 ]?.id,
		] );
	} );

	it( 'hides nothing that a moderator has looked at already', async () => {
		const { id, photos, files } = await story();
		await report( address( id, 'picture' ) );
		await decide( id, { version: 3, act: 'show', photo: photos[ 0 ] } );
		await report( address( id, 'picture' ), { explanation: 'Doch, ich.' } );
		expect( await isSeen( files[ 0 ] ?? '' ) ).toBe( true );
		const { cases } = await rest< QueuePiece >( `queue/story/${ id }` );
		expect( cases ).toMatchObject( [ { urgent: true, hidden: false } ] );
	} );
} );

describe( 'a decision', () => {
	it( 'closes all reports of its piece, an undo opens them, and the outcome is told once it stands', async () => {
		const { id } = await story( 0 );
		const { location } = await report( address( id, 'illegal' ), HATE );
		await report( address( id, 'illegal' ), {
			...HATE,
			mail: 'zwei@example.com',
		} );
		await due();
		const outcomes = async () =>
			( await rows() ).map( ( { outcome } ) => outcome );
		const reason = 'Das ist eine Verleumdung.';
		await decide( id, { version: 2, act: 'remove', reason } );
		expect( await outcomes() ).toEqual( [ 'removed', 'removed' ] );
		expect( await html( location ) ).toContain( 'has arrived' );
		await rest( 'decisions/undo', { kind: 'story', id, version: 3 } );
		expect( await outcomes() ).toEqual( [ '', '' ] );
		expect(
			( await rest< Queue >( 'queue?list=reported' ) ).items
		).toHaveLength( 1 );
		await pass( 20 );
		await due();
		expect( await mails() ).toHaveLength( 2 );
		await decide( id, { version: 4, act: 'keep' } );
		expect( await outcomes() ).toEqual( [ 'kept', 'kept' ] );
		await pass( 11 );
		await due();
		await due();
		const told = ( await mails() ).slice( 2 );
		expect( told.map( ( { to } ) => to[ 0 ] ).toSorted() ).toEqual( [
			HATE.mail,
			'zwei@example.com',
		] );
		expect( told[ 0 ]?.message ).toContain( 'it may stay' );
		expect( await html( location ) ).toContain( 'it may stay' );
	} );

	it( 'leaves what tells who reported for a year, and no longer', async () => {
		const { id } = await story( 0 );
		await report( address( id, 'illegal' ), HATE );
		await decide( id, { version: 2, act: 'keep' } );
		await pass( 366 * 24 * 3600 );
		await site.php( "do_action('throughline_sweep');" );
		expect( await rows() ).toMatchObject( [
			{ name: '', mail: '', explanation: '', outcome: 'kept' },
		] );
	} );

	it( 'is not needed where the piece is deleted: nothing waits for anybody', async () => {
		const { id } = await story( 0 );
		await report( address( id, 'illegal' ), HATE );
		await site.php( 'wp_delete_post( $args, true );', id );
		expect( await rows() ).toMatchObject( [ { outcome: 'gone' } ] );
		expect( ( await rest< Queue >( 'queue' ) ).counts ).toMatchObject( {
			reported: 0,
		} );
	} );
} );

describe( 'the link to a report', () => {
	it( 'opens nothing when it is guessed, of another report, a list, true, or too old', async () => {
		const { id } = await story( 0 );
		const { location } = await report( address( id, 'illegal' ), HATE );
		await report( address( id, 'illegal' ), { ...HATE, ground: 'fraud' } );
		const open = async ( link: string ) =>
			( await site.request( link ) ).status;
		expect( await open( location ) ).toBe( 200 );
		for ( const link of [
			location.replace( /.{4}$/, '0000' ),
			location.replace( 'case=1', 'case=2' ),
			location.replace( 'case=', 'case[]=' ),
			location.replace( 'case=', 'piece=report-' ),
			'/?throughline-case=true',
		] ) {
			expect( await open( link ), link ).toBe( 404 );
		}
		await pass( 3 * 365 * 24 * 3600 );
		expect( await open( location ) ).toBe( 404 );
	} );
} );

// What crosses the wire is what the contract says: its examples pass WordPress's validation, and so do real answers.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Photo, Story } from '../../src/contract.ts';
import { corners, jpeg } from '../photos.ts';
import { findSite, type Session, type Site } from '../site/site.ts';

const FOLDER = join( import.meta.dirname, '../../plugin/contract' );
const MESSAGES = readdirSync( FOLDER ).map( ( name ) =>
	name.replace( '.json', '' )
);

let site: Site;
let employee: Session;
let moderator: Session;

beforeAll( async () => {
	site = await findSite();
	await site.reset();
	employee = await site.signIn( 'employee' );
	moderator = await site.signIn( 'moderator' );
} );

const complaint = ( message: string, value: unknown ) =>
	site.php< string | true >(
		"$result = rest_validate_value_from_schema($args[1], Throughline\\Contract::schema($args[0]), 'value'); return is_wp_error($result) ? $result->get_error_message() : true;",
		[ message, value ]
	);

describe( 'the contract', () => {
	it.each( MESSAGES )( 'holds for the examples of %s', async ( message ) => {
		const { examples } = JSON.parse(
			readFileSync( join( FOLDER, `${ message }.json` ), 'utf8' )
		) as { examples: unknown[] };
		for ( const example of examples ) {
			expect( await complaint( message, example ) ).toBe( true );
		}
	} );

	it( 'refuses what it does not know', async () => {
		expect( await complaint( 'person', { name: 'x' } ) ).not.toBe( true );
		expect( await complaint( 'wall-query', { surprise: 1 } ) ).not.toBe(
			true
		);
	} );

	it( 'alone is spared our blocks: a page never is, whatever its address says', async () => {
		expect(
			await site.php(
				`return array_map( static function ( $address ) { $_SERVER['REQUEST_URI'] = $address; return Throughline\\asks_us(); }, $args );`,
				[
					'/wp-json/throughline/v1/token',
					'/wp-json/throughline/v1/token?a=b',
					'/wp-json/wp/v2/types',
					'/?s=/wp-json/throughline/v1/token',
					'/a/wp-json/throughline/v1/token',
				]
			)
		).toEqual( [ true, true, false, false, false ] );
	} );

	it( 'leaves core’s routes to those who ask them by PHP meanwhile', async () => {
		expect(
			await site.php(
				`$GLOBALS['wp']->query_vars['rest_route'] = '/throughline/v1/token';
				$ours = rest_do_request( new WP_REST_Request( 'POST', '/throughline/v1/token' ) )->get_status();
				return [ $ours, rest_do_request( new WP_REST_Request( 'GET', '/wp/v2/types' ) )->get_status() ];`
			)
		).toEqual( [ 400, 200 ] );
	} );

	it( 'holds for what the routes answer', async () => {
		const ask = async < T >(
			path: string,
			session?: Session,
			init?: RequestInit
		) => {
			const response = await site.request(
				`/wp-json/throughline/v1/${ path }`,
				init,
				session
			);
			return ( await response.json() ) as T;
		};
		const json = ( body: unknown ) => ( {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( body ),
		} );
		const form = new FormData();
		form.set( 'upload', randomUUID() );
		form.set(
			'photo',
			new Blob( [
				new Uint8Array(
					jpeg( {
						width: 400,
						height: 300,
						paint: corners( 400, 300 ),
					} )
				),
			] ),
			'a.jpg'
		);
		const photo = await ask< Photo >( 'photos', employee, {
			method: 'POST',
			body: form,
		} );
		const story = await ask< Story >(
			'stories',
			employee,
			json( {
				submission: randomUUID(),
				title: 'Vertrag',
				recognisable: 'nobody',
				photos: [ { id: photo.id, alt: 'x' } ],
			} )
		);
		const answers: [ string, unknown ][] = [
			[ 'photo', photo ],
			[ 'story', story ],
			[ 'departments', await ask( 'departments', employee ) ],
			[ 'queue', await ask( 'queue', moderator ) ],
			[
				'queue-piece',
				await ask( `queue/story/${ story.id }`, moderator ),
			],
			[
				'decision',
				await ask(
					'decisions',
					moderator,
					json( {
						kind: 'story',
						id: story.id,
						version: 1,
						act: 'publish',
					} )
				),
			],
			[ 'wall-page', await ask( 'wall' ) ],
		];
		for ( const [ message, answer ] of answers ) {
			expect(
				await complaint( message, answer ),
				`${ message }: ${ JSON.stringify( answer ) }`
			).toBe( true );
		}
	} );
} );

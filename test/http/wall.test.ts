// The wall: what is published, all of it and nothing else, in few queries, however it came to be published.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WallPage } from '../../src/contract.ts';
import { corners, jpeg } from '../photos.ts';
import { findSite, type Site } from '../site/site.ts';

let site: Site;

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
} );

/** PHP that every test may use: `$publish( title, … )` publishes as any plugin may. */
const TOOLS = `
	$employee = get_user_by( 'login', 'employee' )->ID;
	$department = static function ( string $name, int $parent = 0 ): int {
		return wp_insert_term( $name, 'tl_department', [ 'parent' => $parent ] )['term_id'];
	};
	$publish = static function ( string $title, array $more = [] ) use ( $employee ): int {
		$id = wp_insert_post( wp_slash( $more + [
			'post_type' => 'tl_story',
			'post_status' => 'publish',
			'post_title' => $title,
			'post_content' => '<p>Gestern um vier Uhr früh haben wir ihn eingehoben.</p>',
			'post_author' => $employee,
		] ) );
		wp_set_object_terms( $id, array_filter( [ $more['department'] ?? 0 ] ), 'tl_department' );
		return $id;
	};
	$page = static fn ( string $content ): string => (string) wp_make_link_relative( get_permalink( wp_insert_post( [
		'post_type' => 'page',
		'post_status' => 'publish',
		'post_title' => 'Wall ' . wp_generate_uuid4(),
		'post_content' => $content,
	] ) ) );
	$rows = static fn (): array => $GLOBALS['wpdb']->get_results(
		"SELECT * FROM {$GLOBALS['wpdb']->prefix}throughline_pieces ORDER BY kind, piece_id, scope, scope_id",
		ARRAY_A
	);
`;

const php = < T >( code: string, args?: unknown ) =>
	site.php< T >( TOOLS + code, args );

async function wall( query: Record< string, string | number > = {} ) {
	const search = new URLSearchParams(
		Object.entries( query ).map( ( [ name, value ] ) => [
			name,
			String( value ),
		] )
	);
	const response = await site.request(
		`/wp-json/throughline/v1/wall?${ search }`
	);
	expect( response.status ).toBe( 200 );
	return ( await response.json() ) as WallPage;
}

const titles = ( html: string ) =>
	[
		...html.matchAll(
			/<h\d class="throughline-card__title[^>]*><a[^>]*>([^<]*)/g
		),
	].map( ( [ , title ] ) => title );

const text = async ( path: string ) =>
	await ( await site.request( path ) ).text();

describe( 'a wall', () => {
	it( 'prints nothing where there is nothing to show', async () => {
		const path = await php< string >(
			`return $page( 'Vorher<!-- wp:throughline/wall {"showFilter":true} /-->' );`
		);
		const html = await text( path );
		expect( html ).toContain( 'Vorher' );
		// WordPress 6.8 loads its styles all the same.
		expect( html ).not.toMatch(
			/id="throughline-wall-1|class="[^"]*throughline/
		);
		expect( await wall() ).toMatchObject( { html: '', after: null } );
	} );

	it( 'shows stories newest first, with who, where and when', async () => {
		const path = await php< string >( `
			wp_update_user( [ 'ID' => $employee, 'display_name' => 'Murat Kaya' ] );
			$publish( 'Zweite', [ 'post_date' => '2026-03-02 08:00:00', 'department' => $department( 'Montage' ) ] );
			$publish( 'Erste', [ 'post_date' => '2026-03-01 08:00:00' ] );
			return $page( '<!-- wp:throughline/wall {"level":2} /-->' );
		` );
		const html = await text( path );
		expect( titles( html ) ).toEqual( [ 'Zweite', 'Erste' ] );
		expect( html ).toMatch( /<ul class="[^"]*" role="list">/ );
		expect( html ).toMatch( /<h2 class="throughline-card__title/ );
		expect( html ).toMatch( /aria-hidden="true">MK<\/span>/ );
		expect( html ).toContain( '>Murat Kaya<' );
		expect( html ).toContain( '>Montage<' );
		expect( html ).toContain( 'datetime="2026-03-02T08:00:00+01:00"' );
	} );

	it( 'calls people and departments as they are called today', async () => {
		await php( `
			$id = $department( 'Montag' );
			$publish( 'Läufer', [ 'department' => $id ] );
			wp_update_term( $id, 'tl_department', [ 'name' => 'Montage' ] );
			wp_update_user( [ 'ID' => $employee, 'display_name' => 'Nele Brandt' ] );
		` );
		const { html } = await wall();
		expect( html ).toContain( '>Montage<' );
		expect( html ).toContain( '>Nele Brandt<' );
		await php(
			`require_once ABSPATH . 'wp-admin/includes/user.php'; wp_delete_user( $employee, 1 );`
		);
		// Whoever inherits an account's posts did not tell its stories.
		const without = await wall();
		expect( without.html ).toContain( 'Läufer' );
		expect( without.html ).not.toContain( '>Nele Brandt<' );
		expect( without.html ).not.toContain( '>admin<' );
	} );

	it( 'tells the beginning of a text in whole sentences, and else in whole words', async () => {
		const told = await php< string[] >(
			`return array_map( static fn ( $case ) => Throughline\\Wall\\Excerpt::of( ...$case ), $args );`,
			[
				[
					'Keiner sprach. Dann lachten alle. Und dann gingen wir.',
					true,
				],
				[ 'Am 3. Mai kam er, z. B. um vier. Er passte.', true ],
				[ 'Nur das', true ],
				[ '„Passt das?“ Es passte.\n\nSehr.', true ],
				[ 'Wort '.repeat( 60 ), true ],
				[ '字'.repeat( 300 ), true ],
				[
					'Eins ist gut. Zwei ist gut. Drei ist gut. Vier ist gut. Fünf ist zu viel.',
					false,
				],
				[ '', true ],
			]
		);
		expect( told ).toEqual( [
			'Keiner sprach. Dann lachten alle.',
			'Am 3. Mai kam er, z. B. um vier. Er passte.',
			'Nur das',
			'„Passt das?“ Es passte.',
			`${ 'Wort '.repeat( 32 ).trim() }…`,
			`${ '字'.repeat( 160 ) }…`,
			'Eins ist gut. Zwei ist gut. Drei ist gut. Vier ist gut.',
			'',
		] );
	} );

	it( 'links each card to its page, also without a title and with plain addresses', async () => {
		const id = await php< number >(
			`return $publish( '', [ 'post_name' => 'ohne' ] );`
		);
		expect( ( await wall() ).html ).toContain(
			`/stories/ohne/">Gestern um vier Uhr früh`
		);
		await php( `update_option( 'permalink_structure', '' );` );
		expect( await text( '/?rest_route=/throughline/v1/wall' ) ).toContain(
			`tl_story=ohne`
		);
		const page = await site.request( `/?p=${ id }&post_type=tl_story` );
		expect( page.status ).toBe( 200 );
	} );

	it( 'lets nothing through that a title, a text, a name or a department could hide', async () => {
		const path = await php< string >( `
			$evil = '"><img src=x onerror=alert(1)><script>alert(2)</script>\\' onmouseover=alert(3) <!-- wp:html --> [gallery] {{x}}';
			$GLOBALS['wpdb']->update( $GLOBALS['wpdb']->users, [ 'display_name' => $evil ], [ 'ID' => $employee ] );
			clean_user_cache( $employee );
			$id = $department( 'A' );
			$GLOBALS['wpdb']->update( $GLOBALS['wpdb']->terms, [ 'name' => $evil ], [ 'term_id' => $id ] );
			clean_term_cache( $id );
			$publish( $evil, [ 'department' => $id, 'post_content' => '<p data-wp-init="x">' . esc_html( $evil ) . '</p>' ] );
			$publish( '', [ 'post_content' => '<p>' . esc_html( $evil ) . '</p>' ] );
			return $page( '<!-- wp:throughline/wall {"showFilter":true} /-->' );
		` );
		const html = await text( path );
		const ours = html.slice( html.indexOf( 'id="throughline-wall-1"' ) );
		expect( titles( ours ) ).toHaveLength( 2 );
		expect( ours ).not.toMatch( /<script>alert|<img src=x|<!-- wp:html/ );
		expect( ours ).not.toMatch(
			/<[^>]+\s(onerror|onmouseover|data-wp-init="x)/
		);
	} );

	it( 'runs no shortcode that somebody wrote into a story, or took for a name', async () => {
		const path = await php< string >( `
			$evil = '[caption width=9]PWNED[/caption]';
			wp_update_user( [ 'ID' => $employee, 'display_name' => "N $evil" ] );
			$id = $publish( "T $evil", [ 'post_content' => "<p>X $evil</p>" ] );
			return $page( '<!-- wp:throughline/wall /-->' );
		` );
		const html = await text( path );
		const kept = '&#91;caption width=9]PWNED&#91;/caption]';
		for ( const place of [ 'N', 'T', 'X' ] ) {
			expect( html ).toContain( `${ place } ${ kept }` );
		}
	} );

	it( 'starts at its top when a cursor is none of ours', async () => {
		await php( `$publish( 'Eine' );` );
		for ( const after of [
			'x',
			'%00',
			btoa( "2026-01-01 00:00:00|1' OR 1=1" ),
		] ) {
			expect( titles( ( await wall( { after } ) ).html ) ).toEqual( [
				'Eine',
			] );
		}
		const refused = await site.request(
			'/wp-json/throughline/v1/wall?count=1000'
		);
		expect( refused.status ).toBe( 400 );
	} );
} );

describe( 'more of a wall', () => {
	it( 'has neither gaps nor doubles, though many stories share a second', async () => {
		const expected = await php< string[] >( `
			foreach ( range( 1, 37 ) as $number ) {
				$publish( "S$number", [ 'post_date' => '2026-02-01 10:00:0' . $number % 4 ] );
			}
			return array_column( $GLOBALS['wpdb']->get_results(
				"SELECT post_title FROM {$GLOBALS['wpdb']->posts} WHERE post_type = 'tl_story' ORDER BY post_date_gmt DESC, ID DESC"
			), 'post_title' );
		` );
		for ( const count of [ 4, 12, 37, 50 ] ) {
			const seen: ( string | undefined )[] = [];
			let after: string | null = '';
			while ( after !== null ) {
				const page: WallPage = await wall( { count, after } );
				seen.push( ...titles( page.html ) );
				after = page.after;
			}
			expect( seen ).toEqual( expected );
		}
	} );

	it( 'goes on where it stopped, though new stories came and old ones went', async () => {
		await php(
			`foreach ( range( 1, 9 ) as $number ) { $publish( "S$number", [ 'post_date' => "2026-02-0$number 10:00:00" ] ); }`
		);
		const first = await wall( { count: 3 } );
		await php( `
			$publish( 'neu' );
			wp_delete_post( get_page_by_path( 's7', OBJECT, 'tl_story' )->ID, true );
			wp_delete_post( get_page_by_path( 's6', OBJECT, 'tl_story' )->ID, true );
		` );
		const second = await wall( { count: 3, after: first.after ?? '' } );
		expect( titles( second.html ) ).toEqual( [ 'S5', 'S4', 'S3' ] );
		expect( second.message ).toBe( '3 more.' );
	} );

	it( 'is a link without JavaScript, and leads back to the newest', async () => {
		const path = await php< string >( `
			foreach ( range( 1, 5 ) as $number ) { $publish( "S$number", [ 'post_date' => "2026-02-0$number 10:00:00" ] ); }
			return $page( '<!-- wp:throughline/wall {"count":3} /-->' );
		` );
		const link = /href="([^"]*throughline-after-1=[^"]*)"/;
		const html = await text( path );
		const next =
			link.exec( html )?.[ 1 ]?.replaceAll( '&#038;', '&' ) ?? '';
		expect( next ).toMatch( /#throughline-wall-1$/ );
		const rest = await text( next );
		expect( titles( rest ) ).toEqual( [ 'S2', 'S1' ] );
		expect( rest ).not.toMatch( link );
		expect( rest ).toContain( 'Back to the newest' );
	} );
} );

describe( 'a department’s wall', () => {
	it( 'shows its own stories and those of all below it', async () => {
		const ids = await php< Record< string, number > >( `
			$top = $department( 'Montage' );
			$below = $department( 'Turbinen', $top );
			$deep = $department( 'Läufer', $below );
			$other = $department( 'Kantine' );
			$publish( 'oben', [ 'department' => $top, 'post_date' => '2026-01-05 00:00:00' ] );
			$publish( 'mitte', [ 'department' => $below, 'post_date' => '2026-01-04 00:00:00' ] );
			$publish( 'unten', [ 'department' => $deep, 'post_date' => '2026-01-03 00:00:00' ] );
			$publish( 'Suppe', [ 'department' => $other, 'post_date' => '2026-01-02 00:00:00' ] );
			$publish( 'ohne', [ 'post_date' => '2026-01-01 00:00:00' ] );
			return compact( 'top', 'below', 'deep', 'other' );
		` );
		const of = async ( department = 0 ) =>
			titles( ( await wall( { department } ) ).html );
		expect( await of( ids.top ) ).toEqual( [ 'oben', 'mitte', 'unten' ] );
		expect( await of( ids.below ) ).toEqual( [ 'mitte', 'unten' ] );
		expect( await of( ids.other ) ).toEqual( [ 'Suppe' ] );
		expect( await of() ).toHaveLength( 5 );

		// Turbines move to the canteen.
		await php(
			`wp_update_term( $args['below'], 'tl_department', [ 'parent' => $args['other'] ] );`,
			ids
		);
		expect( await of( ids.top ) ).toEqual( [ 'oben' ] );
		expect( await of( ids.other ) ).toEqual( [
			'mitte',
			'unten',
			'Suppe',
		] );

		// And then there are none: what they told belongs to the canteen.
		await php( `wp_delete_term( $args['below'], 'tl_department' );`, ids );
		expect( await of( ids.other ) ).toEqual( [
			'mitte',
			'unten',
			'Suppe',
		] );
		expect( await of() ).toHaveLength( 5 );
	} );

	it( 'can be chosen by links, which name only departments with something to show', async () => {
		const path = await php< string >( `
			$publish( 'oben', [ 'department' => $department( 'Montage' ) ] );
			$publish( 'Suppe', [ 'department' => $department( 'Küche', $department( 'Haus' ) ) ] );
			$department( 'Leer' );
			return $page( '<!-- wp:throughline/wall {"showFilter":true} /-->' );
		` );
		const html = await text( path );
		const nav =
			/<nav class="throughline-wall__filter.*?<\/nav>/s.exec(
				html
			)?.[ 0 ] ?? '';
		expect(
			[ ...nav.matchAll( />([^<]+)<\/a>/g ) ].map(
				( [ , name ] ) => name
			)
		).toEqual( [ 'All', 'Haus', 'Montage' ] );
		expect( nav ).toMatch( /aria-current="true">All</ );
		const house =
			/href="([^"]+)">Haus</
				.exec( nav )?.[ 1 ]
				?.replaceAll( '&#038;', '&' ) ?? '';
		const filtered = await text( house );
		expect( titles( filtered ) ).toEqual( [ 'Suppe' ] );
		expect( filtered ).toMatch( /aria-current="true">Haus</ );
	} );
} );

describe( 'the table behind it', () => {
	it( 'is the same as built anew, after any changes in any order', async () => {
		const [ kept, rebuilt ] = await php< unknown[][] >( `
			mt_srand( 20261121 );
			$departments = [ 0 ];
			foreach ( range( 1, 7 ) as $number ) {
				$departments[] = $department( "D$number", $departments[ array_rand( $departments ) ] );
			}
			$ids = [];
			foreach ( range( 1, 120 ) as $step ) {
				$id = $ids === [] ? 0 : $ids[ mt_rand( 0, count( $ids ) - 1 ) ];
				$any = $departments[ mt_rand( 0, count( $departments ) - 1 ) ];
				match ( $id === 0 ? 0 : mt_rand( 0, 9 ) ) {
					0, 1, 2 => $ids[] = $publish( "S$step", [ 'department' => $any, 'post_status' => [ 'publish', 'pending', 'draft' ][ mt_rand( 0, 2 ) ] ] ),
					3 => wp_update_post( [ 'ID' => $id, 'post_status' => [ 'publish', 'pending', 'draft', 'trash' ][ mt_rand( 0, 3 ) ] ] ),
					4 => wp_update_post( [ 'ID' => $id, 'post_title' => "T$step", 'post_content' => "<p>Satz $step.</p>" ] ),
					5 => wp_set_object_terms( $id, array_filter( [ $any ] ), 'tl_department' ),
					6 => wp_publish_post( $id ),
					7 => wp_remove_object_terms( $id, wp_get_object_terms( $id, 'tl_department', [ 'fields' => 'ids' ] ), 'tl_department' ),
					8 => mt_rand( 0, 3 ) === 0 ? wp_delete_post( $id, true ) : wp_update_post( [ 'ID' => $id, 'post_date' => '2026-01-01 00:00:' . mt_rand( 10, 59 ), 'edit_date' => true ] ),
					9 => $any > 0 && wp_update_term( $any, 'tl_department', [ 'parent' => $departments[ mt_rand( 0, count( $departments ) - 1 ) ] ] ),
				};
			}
			$kept = $rows();
			$GLOBALS['wpdb']->query( "UPDATE {$GLOBALS['wpdb']->prefix}throughline_pieces SET card = '{}', piece_id = piece_id + 100000 WHERE piece_id % 3 = 0" );
			Throughline\\Wall\\Rebuild::whole();
			return [ $kept, $rows() ];
		` );
		expect( kept?.length ).toBeGreaterThan( 20 );
		expect( rebuilt ).toEqual( kept );
	} );

	it( 'follows descriptions of pictures, and forgets pictures that are deleted', async () => {
		const photo = jpeg( {
			width: 1200,
			height: 900,
			paint: corners( 1200, 900 ),
		} ).toString( 'base64' );
		const cards = await php< { alt?: string; widths?: number[] }[] >(
			`
			wp_set_current_user( $employee );
			$file = tempnam( get_temp_dir(), 'photo' );
			file_put_contents( $file, base64_decode( $args ) );
			$photo = Throughline\\Stories\\Upload::add( [ 'name' => 'a.jpg', 'tmp_name' => $file, 'error' => 0, 'size' => filesize( $file ) ], wp_generate_uuid4(), $employee );
			$sent = Throughline\\Stories\\Stories::submit( [
				'submission' => wp_generate_uuid4(), 'title' => 'Bild', 'text' => '', 'department' => 0,
				'recognisable' => 'nobody', 'photos' => [ [ 'id' => $photo['id'], 'alt' => 'Turbine' ] ],
			] );
			wp_publish_post( $sent['story']['id'] );
			$card = static function () use ( $rows ): array {
				$photo = json_decode( $rows()[0]['card'], true )['photo'];
				return $photo === null ? [] : [ 'alt' => $photo['alt'], 'widths' => array_column( $photo['sizes'], 0 ) ];
			};
			$cards = [ $card() ];
			$attachment = Throughline\\Stories\\Photos::of_story( $sent['story']['id'] )[0]['attachment'];
			update_post_meta( $attachment, '_wp_attachment_image_alt', 'Turbine von vorn' );
			$cards[] = $card();
			wp_delete_attachment( $attachment, true );
			$cards[] = $card();
			return $cards;
			`,
			photo
		);
		expect( cards ).toEqual( [
			{ alt: 'Turbine', widths: [ 300, 768, 1024, 1200 ] },
			{ alt: 'Turbine von vorn', widths: [ 300, 768, 1024, 1200 ] },
			[],
		] );
	} );

	it( 'is written with the decision or not at all', async () => {
		const count = await php< number >( `
			wp_set_current_user( $employee );
			$sent = Throughline\\Stories\\Stories::submit( [
				'submission' => wp_generate_uuid4(), 'title' => 'Bild', 'text' => 'Ein Satz.', 'department' => 0,
				'recognisable' => '', 'photos' => [],
			] );
			try {
				Throughline\\Database::transaction( static function () use ( $sent ) {
					wp_publish_post( $sent['story']['id'] );
					throw new RuntimeException( 'cut' );
				} );
			} catch ( RuntimeException ) {}
			return count( $rows() );
		` );
		expect( count ).toBe( 0 );
	} );
} );

describe( 'a wall’s cost', () => {
	it( 'is the same however far down it is read', async () => {
		if ( site.kind === 'playground' ) {
			return; // SQLite doesn't tell what it reads.
		}
		const read = await php< number[] >( `
			global $wpdb;
			$table = "{$wpdb->prefix}throughline_pieces";
			$publish( 'S', [ 'department' => $department( 'Montage' ) ] );
			foreach ( range( 0, 13 ) as $power ) {
				$wpdb->query( "INSERT INTO $table (kind, piece_id, scope, scope_id, published, contributor, department, card)
					SELECT kind, piece_id + 1000 * POW( 2, $power ), scope, scope_id, published - INTERVAL POW( 2, $power ) MINUTE, contributor, department, card FROM $table" );
			}
			$wpdb->query( "ANALYZE TABLE $table" );
			$reads = static fn (): int => array_sum( array_column( $wpdb->get_results( "SHOW SESSION STATUS LIKE 'Handler_read_%'", ARRAY_A ), 'Value' ) );
			$cost = [];
			foreach ( [ 0, (int) $wpdb->get_var( "SELECT department FROM $table LIMIT 1" ) ] as $id ) {
				foreach ( [ 1, 5000, 15000 ] as $minutes ) {
					$after = base64_encode( gmdate( 'Y-m-d H:i:s', time() - 60 * $minutes ) . '|5' );
					$before = $reads();
					$page = Throughline\\Wall\\Pieces::page( Throughline\\Wall\\Pieces::scope( $id ), 12, $after );
					$cost[] = count( $page['pieces'] ) === 12 ? $reads() - $before : -1;
				}
			}
			return $cost;
		` );
		// What counting them costs itself is about 300.
		expect( Math.min( ...read ) ).toBeGreaterThan( 0 );
		expect( Math.max( ...read ) ).toBeLessThan( 500 );
	} );

	it( 'is at most four queries, with pictures, departments, a filter and many people', async () => {
		const paths = await php< string[] >( `
			foreach ( range( 1, 14 ) as $number ) {
				$user = wp_insert_user( [ 'user_login' => "u$number", 'user_pass' => 'x', 'display_name' => "U $number" ] );
				$publish( "S$number", [ 'post_author' => $user, 'department' => $department( "D$number", (int) floor( $number / 3 ) ) ] );
			}
			return [
				$page( '<!-- wp:paragraph --><p>Ohne</p><!-- /wp:paragraph -->' ),
				$page( '<!-- wp:throughline/wall /-->' ),
				$page( '<!-- wp:throughline/wall {"showFilter":true} /-->' ),
			];
		` );
		const queries = [];
		for ( const path of paths ) {
			await site.measure( path );
			const { response, cost } = await site.measure( path );
			expect( response.status ).toBe( 200 );
			queries.push( cost.queries );
		}
		const [ without = 0, plain = 0, filtered = 0 ] = queries;
		expect( plain - without ).toBeLessThanOrEqual( 4 );
		expect( filtered - without ).toBeLessThanOrEqual( 4 );
	} );
} );

describe( 'a story’s own page', () => {
	it( 'prints its text past all content filters, once, with its name', async () => {
		const path = await php< string >( `
			return wp_make_link_relative( get_permalink( $publish( 'Läufer & Ring', [ 'post_content' => '<p>Zeile eins<br>Zeile zwei</p><p data-x="y"><a href="https://www.youtube.com/watch?v=aaaaaaaaaaa" rel="nofollow ugc">https://www.youtube.com/watch?v=aaaaaaaaaaa</a></p><p>&#91;gallery]</p><!-- wp:html --><b>fett</b><!-- /wp:html -->' ] ) ) );
		` );
		const html = await text( path );
		expect( html.match( /Zeile zwei/g ) ).toHaveLength( 1 );
		expect( html ).toMatch( /<h1[^>]*>Läufer (&amp;|&#038;) Ring<\/h1>/ );
		const story =
			/<div class="throughline-story">.*?<\/main>/s.exec( html )?.[ 0 ] ??
			'';
		expect( story ).not.toMatch(
			/<iframe|wp-block-embed|class="gallery|<b>fett|data-x/
		);
		expect( story ).toMatch( /<p>&#0?91;gallery\]<\/p>/ );
		expect( await site.outgoing() ).toEqual( [] );
	} );

	it( 'has a name where the story has no title', async () => {
		const path = await php< string >(
			`return wp_make_link_relative( get_permalink( $publish( '' ) ) );`
		);
		const html = await text( path );
		expect( html ).toMatch( /<title>Gestern um vier/ );
		expect( html ).toMatch( /<h1[^>]*>Gestern um vier/ );
	} );
} );

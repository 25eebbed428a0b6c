// Reports and objections as browsers without JavaScript send them, for the tests of both.
import { corners, jpeg } from '../photos.ts';
import { findSite, type Session } from '../site/site.ts';

export const site = await findSite();

export interface Published {
	id: number;
	photos: number[];
	/** Addresses of the photos' largest files, without the host. */
	files: string[];
	/** Of the story's page, without the host. */
	page: string;
}

const PHOTO = jpeg( {
	width: 640,
	height: 480,
	paint: corners( 640, 480 ),
} ).toString( 'base64' );

/** A story by the employee, published, with so many photos. */
export const story = ( photos = 1 ) =>
	site.php< Published >(
		`
		$employee = get_user_by( 'login', 'employee' )->ID;
		wp_set_current_user( $employee );
		$photos = [];
		for ( $number = 0; $number < $args['photos']; $number++ ) {
			$file = tempnam( get_temp_dir(), 'photo' );
			file_put_contents( $file, base64_decode( $args['photo'] ) );
			$photo = Throughline\\Stories\\Upload::add( [ 'name' => 'a.jpg', 'tmp_name' => $file, 'error' => 0, 'size' => filesize( $file ) ], wp_generate_uuid4(), $employee );
			$photos[] = [ 'id' => $photo['id'], 'alt' => "Bild $number" ];
		}
		$sent = Throughline\\Stories\\Stories::submit( [ 'submission' => wp_generate_uuid4(), 'title' => 'Am Läufer', 'text' => 'Ein Satz.', 'department' => 0, 'recognisable' => $photos === [] ? '' : 'nobody', 'photos' => $photos ] );
		$id = $sent['story']['id'];
		wp_update_post( [ 'ID' => $id, 'post_status' => 'publish' ] );
		return [
			'id' => $id,
			'photos' => array_column( $photos, 'id' ),
			'files' => array_map( static fn( $photo ) => wp_make_link_relative( (string) wp_get_attachment_url( $photo['attachment'] ) ), Throughline\\Stories\\Photos::of_story( $id ) ),
			'page' => wp_make_link_relative( get_permalink( $id ) ),
		];
		`,
		{ photos, photo: PHOTO }
	);

/** Whether a visitor gets the picture at this address; sites answer differently for what isn't there. */
export const isSeen = async ( file: string ): Promise< boolean > => {
	const { headers } = await site.request( file );
	return headers.get( 'content-type' )?.startsWith( 'image/' ) ?? false;
};

/** Puts on a theme without blocks, as small as one can be: not every site has one of core's. */
export const wearClassic = () =>
	site.php( `
		$folder = get_theme_root() . '/throughline-plain';
		$files = [
			'style.css' => "/*\nTheme Name: Plain\n*/",
			'header.php' => '<!DOCTYPE html><html <?php language_attributes(); ?>><head><?php wp_head(); ?></head><body <?php body_class(); ?>><?php echo is_home() ? "<h1>Plain</h1>" : "<p>Plain</p>";',
			'footer.php' => '<?php wp_footer(); ?></body></html>',
			'index.php' => '<?php get_header(); while ( have_posts() ) { the_post(); the_title( "<h1>", "</h1>" ); the_content(); comments_template(); } get_footer();',
			'comments.php' => '<div id="comments"><?php wp_list_comments(); comment_form(); ?></div>',
		];
		wp_mkdir_p( $folder );
		foreach ( $files as $name => $text ) {
			is_file( "$folder/$name" ) || file_put_contents( "$folder/$name", $text );
		}
		search_theme_directories( true );
		switch_theme( 'throughline-plain' );
	` );

export const address = ( id: number, why = '', kind = 'story' ) =>
	`/?throughline-report=${ kind }-${ id }${ why && `&why=${ why }` }`;

export const html = async ( path: string ) =>
	await ( await site.request( path ) ).text();

export const fields = ( page: string ) =>
	new URLSearchParams(
		[
			...page.matchAll(
				/<input type="hidden" name="(.*?)" value="(.*?)"/g
			),
		].map( ( [ , name = '', value = '' ] ): [ string, string ] => [
			name,
			value,
		] )
	);

let ahead = 0;

/** The site as it was, with its clock. */
export async function begin(): Promise< void > {
	ahead = 0;
	await site.reset();
}

/** Moves the site's clock on. */
export async function pass( seconds: number ): Promise< void > {
	ahead += seconds;
	await site.setClock( Math.floor( Date.now() / 1000 ) + ahead );
}

/** Fills in the form as a browser without JavaScript does. */
export async function send(
	path: string,
	values: Record< string, string > = {},
	session?: Session
): Promise< { status: number; location: string; page: string } > {
	const form = fields(
		await ( await site.request( path, {}, session ) ).text()
	);
	await pass( 3 );
	for ( const [ name, value ] of Object.entries( values ) ) {
		form.set( `throughline_${ name }`, value );
	}
	const response = await site.request(
		path,
		{ method: 'POST', body: form },
		session
	);
	return {
		status: response.status,
		location: ( response.headers.get( 'location' ) ?? '' ).replace(
			site.url,
			''
		),
		page: await response.text(),
	};
}

/** Asks REST as somebody. */
export async function rest< T >(
	session: Session,
	path: string,
	body?: object
): Promise< T > {
	const response = await site.request(
		`/wp-json/throughline/v1/${ path }`,
		body && {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( body ),
		},
		session
	);
	return ( await response.json() ) as T;
}

/** Every row of the records of reports and objections. */
export const rows = () =>
	site.php< Record< string, string >[] >(
		"return $GLOBALS['wpdb']->get_results(\"SELECT * FROM {$GLOBALS['wpdb']->prefix}throughline_reports ORDER BY id\", ARRAY_A);"
	);

/** Does what is due. */
export const due = () => site.php( "do_action('throughline_due');" );

export const HATE = {
	ground: 'hate',
	explanation: 'Im zweiten Absatz wird ein Kollege verleumdet.',
	name: 'K. Brandt',
	mail: 'brandt@example.com',
	faith: '1',
};

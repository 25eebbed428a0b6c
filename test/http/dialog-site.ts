// A page with a dialog, a desk that answers and what is said on it, for the tests of all three.
import { site } from './cases.ts';

export { begin, due, pass, site } from './cases.ts';

export interface Stage {
	post: number;
	/** The page, without the host. */
	path: string;
	department: number;
}

/** A published page with our block; `desk` puts the employee on the desk that is asked there. */
export const stage = ( attributes: object = {}, desk = true ) =>
	site.php< Stage >(
		`
		$department = wp_insert_term( 'Service', 'tl_department' )['term_id'];
		$employee = get_user_by( 'login', 'employee' )->ID;
		if ( $args['desk'] ) {
			Throughline\\People\\Desks::put( $department, Throughline\\People\\Desks::EXPERTS, [ $employee ] );
			Throughline\\People\\Person::set_role( $employee, 'Ersatzteile' );
		}
		$attributes = $args['attributes'] + ( $args['desk'] ? [ 'desk' => $department ] : [] );
		$post = wp_insert_post( [
			'post_type' => 'page', 'post_status' => 'publish', 'comment_status' => 'open', 'post_title' => 'Baureihe 7',
			'post_content' => '<!-- wp:throughline/dialog ' . wp_json_encode( (object) $attributes ) . ' /-->',
		] );
		return [ 'post' => $post, 'path' => wp_make_link_relative( get_permalink( $post ) ), 'department' => $department ];
		`,
		{ attributes, desk }
	);

export interface Said {
	text: string;
	/** Its place in this list, from 1; 0 for none. */
	below?: number;
	name?: string;
	user?: string;
	/** Seconds. */
	ago?: number;
	approved?: string;
	type?: string;
}

/** Comments as an importer writes them, in this order; their ids. */
export const said = ( post: number, comments: Said[] ) =>
	site.php< number[] >(
		`
		$ids = [];
		foreach ( $args['comments'] as $number => $one ) {
			$user = isset( $one['user'] ) ? get_user_by( 'login', $one['user'] ) : false;
			$at = time() - ( $one['ago'] ?? 100000 - $number );
			$ids[] = wp_insert_comment( [
				'comment_post_ID' => $args['post'],
				'comment_content' => Throughline\\Dialog\\Writing\\Text::to_stored( $one['text'] ),
				'comment_parent' => ( $one['below'] ?? 0 ) > 0 ? $ids[ $one['below'] - 1 ] : 0,
				'comment_author' => $user ? $user->display_name : ( $one['name'] ?? 'K. Brandt' ),
				'comment_author_email' => 'brandt@example.com',
				'user_id' => $user ? $user->ID : 0,
				'comment_approved' => $one['approved'] ?? '1',
				'comment_type' => $one['type'] ?? 'comment',
				'comment_date_gmt' => gmdate( 'Y-m-d H:i:s', $at ),
				'comment_date' => get_date_from_gmt( gmdate( 'Y-m-d H:i:s', $at ) ),
			] );
		}
		return $ids;
		`,
		{ post, comments }
	);

/** Of a page, what stands in the dialog. */
export async function dialog( path: string ): Promise< string > {
	const page = await ( await site.request( path ) ).text();
	const at = page.indexOf( '<section class="throughline-dialog' );
	return at < 0 ? '' : page.slice( at, page.indexOf( '</section>', at ) );
}

/** Ids of the comments in some HTML, in their order. */
export const ids = ( html: string ) =>
	[ ...html.matchAll( /id="comment-(\d+)"/g ) ].map( ( [ , id ] ) =>
		Number( id )
	);

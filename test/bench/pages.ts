// What the plugin costs a page that uses none of it, in two languages and on a block and a classic theme.
import type { StackSite } from '../site/stack.ts';
import { compare, more, ms, percent, type Row } from './bench.ts';

const LANGUAGES = [
	[ '', 'English' ],
	[ 'de_DE', 'German' ],
] as const;
const THEMES = [ 'twentytwentyfive', 'twentytwentyone' ] as const;

export async function pages(
	site: StackSite,
	rounds: number
): Promise< Row[] > {
	await site.run(
		`return wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'About us', 'post_name' => 'bench-plain', 'post_content' => $args ] );`,
		content()
	);
	const rows: Row[] = [];
	for ( const [ language, languageName ] of LANGUAGES ) {
		for ( const theme of THEMES ) {
			const set = await site.run(
				`update_option( 'WPLANG', $args['language'] ); switch_theme( $args['theme'] ); return get_option( 'stylesheet' );`,
				{ language, theme }
			);
			if ( set !== theme ) {
				throw new Error( `The theme ${ theme } is not there.` );
			}
			const path = '/bench-plain/';
			const result = await compare(
				site,
				{ path, plugin: 'on' },
				{ path, plugin: 'off' },
				rounds
			);
			const { ours, core, oursMs, coreMs, moreMs } = result;
			const what = `page without our blocks, ${ languageName }, ${ theme }`;
			const queries = ours.queries - core.queries;
			const bytes =
				Buffer.byteLength( ours.body ) - Buffer.byteLength( core.body );
			const isGerman = ours.body.includes( '<html lang="de' );
			if ( isGerman !== ( language === 'de_DE' ) ) {
				throw new Error( `The page is not in ${ languageName }.` );
			}
			rows.push(
				{
					what: `${ what }: queries`,
					ours: String( ours.queries ),
					core: String( core.queries ),
					against: more( queries ),
					target: '+0',
					met: queries <= 0,
				},
				{
					what: `${ what }: bytes of HTML, with all that it asks for`,
					ours: String( Buffer.byteLength( ours.body ) ),
					core: String( Buffer.byteLength( core.body ) ),
					// Other bytes of the same length would ask for other files.
					against:
						ours.body === core.body ? 'the same' : more( bytes ),
					target: '+0',
					met: ours.body === core.body,
				},
				{
					what: `${ what }: PHP`,
					ours: ms( oursMs ),
					core: ms( coreMs ),
					against: percent( moreMs / coreMs ),
					target: 'at most +5 %',
					met: moreMs / coreMs <= 0.05,
				}
			);
		}
	}
	await site.run(
		`update_option( 'WPLANG', '' ); switch_theme( 'twentytwentyfive' );`
	);
	return rows;
}

/** A page as companies have them. */
function content(): string {
	const paragraph = `<!-- wp:paragraph -->
<p>We have built and kept cableways since 1926, in the valley where our great-grandparents pulled the first rope. Four hundred of us plan, weld, wire and ride along.</p>
<!-- /wp:paragraph -->`;
	const part = `<!-- wp:heading -->
<h2 class="wp-block-heading">Who does what</h2>
<!-- /wp:heading -->
${ paragraph }
<!-- wp:columns -->
<div class="wp-block-columns"><!-- wp:column -->
<div class="wp-block-column">${ paragraph }</div>
<!-- /wp:column -->

<!-- wp:column -->
<div class="wp-block-column"><!-- wp:list -->
<ul class="wp-block-list"><!-- wp:list-item -->
<li>Planning</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list --></div>
<!-- /wp:column --></div>
<!-- /wp:columns -->`;
	return Array( 4 ).fill( part ).join( '\n' );
}

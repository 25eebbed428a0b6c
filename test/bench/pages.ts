// What the plugin costs a page that uses none of it, in two languages and on a block and a classic theme.
import type { StackSite } from '../site/stack.ts';
import { compare, more, ms, percent, type Row } from './bench.ts';
import { PLAIN, PUBLISH_PAGE } from './page.ts';

const LANGUAGES = [
	[ '', 'English' ],
	[ 'de_DE', 'German' ],
] as const;
const THEMES = [ 'twentytwentyfive', 'twentytwentyone' ] as const;

export async function pages(
	site: StackSite,
	rounds: number
): Promise< Row[] > {
	await site.run( PUBLISH_PAGE, { slug: 'bench-plain', content: PLAIN } );
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
			const { ours, core, cpu } = result;
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
					// The queries are the same, and so is the wait for them.
					what: `${ what }: PHP, processor time`,
					ours: ms( cpu.ours ),
					core: ms( cpu.core ),
					against: percent( cpu.more / cpu.core ),
					target: 'at most +5 %',
					met: cpu.more / cpu.core <= 0.05,
				}
			);
		}
	}
	await site.run(
		`update_option( 'WPLANG', '' ); switch_theme( 'twentytwentyfive' );`
	);
	return rows;
}

// `npm start` and `npm run site`: a WordPress with the plugin in it, and with a demo company or plain.
import { join } from 'node:path';
import { build } from '../../bin/build.ts';
import { CACHE } from './cache.ts';
import { startOptions } from './options.ts';
import { bootPlayground, type PlaygroundOptions } from './playground.ts';
import { PASSWORD, ROOT } from './site.ts';
import { NEWEST } from './versions.ts';
import { addLanguage, wordpress } from './wordpress.ts';

const started = Date.now();
const say = ( line: string ) =>
	console.log(
		`${ ( ( Date.now() - started ) / 1000 ).toFixed( 0 ).padStart( 3 ) } s  ${ line }`
	);

try {
	await start();
} catch ( error ) {
	console.error( error instanceof Error ? error.message : error );
	process.exit( 1 );
}

async function start(): Promise< void > {
	const given = startOptions( process.argv.slice( 2 ) );
	const { plain, fresh, lang, port, workers, php, plugin } = given;
	say( given.build ? 'Building …' : 'Without building.' );
	const [ tree, pictures ] = await Promise.all( [
		wordpress( given.wordpress, say ),
		plain ? '' : drawPictures(),
		given.build && build(),
	] );
	if ( lang && ! ( await addLanguage( tree, lang ) ) ) {
		say(
			`WordPress's own ${ lang } can't be had here: core stays English.`
		);
	}

	// Data of another WordPress or in another language is another site.
	const series = tree.version.split( '.' ).slice( 0, 2 ).join( '.' );
	const name =
		given.name ??
		[
			plain ? 'plain' : 'demo',
			...( series === NEWEST ? [] : [ series ] ),
			...( lang ? [ lang ] : [] ),
		].join( '-' );
	const site = await bootPlayground( {
		name,
		wordpress: tree,
		fresh,
		seam: plain,
		language: lang,
		say,
		...( php && { php } ),
		...( port && { port } ),
		...( plugin && { plugin } ),
		...( workers && { workers } ),
		...( ! plain && demo( pictures, lang ) ),
	} );
	// A second Ctrl-C changes nothing: the first one is at it.
	let ending: Promise< never > | undefined;
	const end = async () => {
		console.log( '\nEnding …' );
		await site[ Symbol.asyncDispose ]();
		process.exit( 0 );
	};
	for ( const signal of [ 'SIGINT', 'SIGTERM' ] ) {
		process.on( signal, () => ( ending ??= end() ) );
	}
	say( 'Ready.' );
	console.log( `
  ${ site.url }              the site
  ${ site.url }/wp-admin/    where it is run

  Logins: admin, moderator, employee; the password of each is "${ PASSWORD }".
  Ctrl-C ends it; the data stays in .site/${ name }.
` );
}

/** Draws the demo company's pictures, once for all sites. */
async function drawPictures(): Promise< string > {
	const folder = join( CACHE, 'pictures' );
	const { makePictures } = await import( './demo/seed.ts' );
	await makePictures( folder );
	return folder;
}

/** Moves the demo company into a new site. */
function demo(
	pictures: string,
	language: string
): Pick< PlaygroundOptions, 'mounts' | 'seed' > {
	return {
		mounts: {
			'/demo': join( ROOT, 'test/site/demo' ),
			'/demo-pictures': pictures,
		},
		async seed( run ) {
			say( 'Moving the demo company in …' );
			await run( `return ( require '/demo/seed.php' )( $args );`, {
				pictures: '/demo-pictures',
				language,
			} );
		},
	};
}

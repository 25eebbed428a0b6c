// `npm start` and `npm run site`: a WordPress with the plugin in it, and with a demo company or plain.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../bin/build.ts';
import {
	bootPlayground,
	PHP_VERSIONS,
	type PlaygroundOptions,
} from './playground.ts';
import { PASSWORD, ROOT, SITES } from './site.ts';
import { addLanguage, NEWEST, wordpress } from './wordpress.ts';

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
	const { values } = parseArgs( {
		options: {
			fresh: { type: 'boolean', default: false },
			plain: { type: 'boolean', default: false },
			'no-build': { type: 'boolean', default: false },
			port: { type: 'string' },
			lang: { type: 'string', default: '' },
			wordpress: { type: 'string' },
			php: { type: 'string' },
			workers: { type: 'string' },
			name: { type: 'string' },
			plugin: { type: 'string' },
		},
	} );
	const php = PHP_VERSIONS.find( ( version ) => version === values.php );
	if ( values.php && ! php ) {
		throw new Error( `--php takes one of ${ PHP_VERSIONS.join( ', ' ) }.` );
	}
	const port = values.port ? Number( values.port ) : undefined;
	if ( port !== undefined && ! ( port > 0 && port < 65536 ) ) {
		throw new Error( '--port takes a number from 1 to 65535.' );
	}
	if (
		values.lang &&
		! /^[a-z]{2,3}(_[A-Z]{2})?(_\w+)?$/.test( values.lang )
	) {
		throw new Error( '--lang takes a locale such as de_DE.' );
	}

	if ( ! values[ 'no-build' ] ) {
		say( 'Building …' );
		await build();
	}
	const tree = await wordpress( values.wordpress, say );
	if ( values.lang && ! ( await addLanguage( tree, values.lang ) ) ) {
		say(
			`WordPress's own ${ values.lang } can't be had here: core stays English.`
		);
	}

	const series = tree.version.split( '.' ).slice( 0, 2 ).join( '.' );
	const name =
		values.name ??
		[
			values.plain ? 'plain' : 'demo',
			...( series === NEWEST ? [] : [ series ] ),
			...( values.lang ? [ values.lang ] : [] ),
		].join( '-' );
	const options: PlaygroundOptions = {
		name,
		wordpress: tree,
		fresh: values.fresh,
		seam: values.plain,
		language: values.lang,
		say,
		...( php && { php } ),
		...( port && { port } ),
		...( values.plugin && { plugin: resolve( values.plugin ) } ),
		...( values.workers && { workers: Number( values.workers ) } ),
		...( ! values.plain && ( await demo( name, values.lang ) ) ),
	};
	const site = await bootPlayground( options );
	const end = async () => {
		console.log( '\nEnding …' );
		await site[ Symbol.asyncDispose ]();
		process.exit( 0 );
	};
	process.once( 'SIGINT', end );
	process.once( 'SIGTERM', end );
	say( 'Ready.' );
	console.log( `
  ${ site.url }              the site
  ${ site.url }/wp-admin/    where it is run

  Logins: admin, moderator, employee; the password of each is "${ PASSWORD }".
  Ctrl-C ends it; the data stays in .site/${ name }.
` );
}

/** The demo company, and the pictures that it draws before its site is there. */
async function demo(
	name: string,
	language: string
): Promise< Pick< PlaygroundOptions, 'mounts' | 'seed' > > {
	const pictures = join( SITES, `${ name }-pictures` );
	const { makePictures } = ( await import( './demo/seed.ts' ) ) as {
		makePictures: ( folder: string ) => Promise< void >;
	};
	await makePictures( pictures );
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

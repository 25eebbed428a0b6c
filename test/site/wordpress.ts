// Finds a WordPress for the test and demo sites: one that the user names, the project's cache, wordpress.org, or Debian's packages.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CACHE, fill, versionOf, type Say, type WordPress } from './cache.ts';
import { copyResolved, joinCertificates, unpack } from './debian.ts';
import { fetchWordPress, reachesWordPressOrg } from './download.ts';
import { named } from './named.ts';
import { NEWEST } from './versions.ts';

/** Suites that have a series, best first. */
const SUITES: Record< string, string[] > = {
	'7.1': [ 'forky', 'sid' ],
	'6.8': [ 'trixie' ],
};

const DEBIAN_PACKAGES = [
	'wordpress',
	'wordpress-theme-twentytwentyfive',
	'wordpress-theme-twentytwentyfour',
	'libphp-phpmailer',
	'php-getid3',
	'libjs-cropper',
	'libjs-jquery',
	'libjs-jquery-ui',
	'libjs-lodash',
	'libjs-underscore',
	'ca-certificates',
];

/**
 * A WordPress of a series (`7.1`), or the one in a folder or zip file that the user names, here or in
 * THROUGHLINE_WORDPRESS. It lies in the cache, so that sites may write into it.
 *
 * @throws {Error} With one sentence for the user, when none can be had.
 */
export async function wordpress(
	wanted = process.env.THROUGHLINE_WORDPRESS || NEWEST,
	say: Say = () => {}
): Promise< WordPress > {
	if ( existsSync( wanted ) ) {
		return await named( resolve( wanted ), say );
	}
	const always = process.env.THROUGHLINE_WORDPRESS;
	if ( always && existsSync( always ) ) {
		const tree = await named( resolve( always ), say );
		if ( `${ tree.version }.`.startsWith( `${ wanted }.` ) ) {
			return tree;
		}
	}
	if ( ! /^\d+\.\d+(\.\d+)?$/.test( wanted ) ) {
		throw new Error(
			`There is no WordPress at ${ wanted }: name a folder, a zip file or a version such as ${ NEWEST }.`
		);
	}
	const path = join( CACHE, `wordpress-${ wanted }` );
	if ( existsSync( path ) ) {
		return check( path, wanted );
	}
	const reasons: string[] = [];
	if ( await reachesWordPressOrg() ) {
		say( `Downloading WordPress ${ wanted } from wordpress.org …` );
		try {
			await fill( path, ( folder ) => fetchWordPress( wanted, folder ) );
			return await check( path, wanted );
		} catch ( error ) {
			reasons.push( `wordpress.org: ${ message( error ) }` );
		}
	} else {
		reasons.push( 'wordpress.org cannot be reached' );
	}
	for ( const suite of SUITES[ wanted ] ?? [] ) {
		say( `Taking WordPress ${ wanted } from Debian ${ suite } …` );
		try {
			await fill( path, ( folder ) => fromDebian( suite, folder ) );
			return await check( path, wanted );
		} catch ( error ) {
			reasons.push( `Debian ${ suite }: ${ message( error ) }` );
		}
	}
	throw new Error(
		`No WordPress ${ wanted } can be had here: download it elsewhere and name its folder or zip file by --wordpress PATH or THROUGHLINE_WORDPRESS (${ reasons.join(
			'; '
		) }).`
	);
}

/** The classic theme that the tests use beside the block themes, as a folder; only Debian's archive has it in a version of its own. */
export async function classicTheme(): Promise< string > {
	const path = join( CACHE, 'twentytwentyone' );
	if ( ! existsSync( path ) ) {
		await fill( path, async ( folder ) => {
			const system = `${ folder }-system`;
			try {
				await unpack(
					'bookworm',
					[ 'wordpress-theme-twentytwentyone' ],
					system
				);
				await copyResolved(
					system,
					'/usr/share/wordpress/wp-content/themes/twentytwentyone',
					folder
				);
			} finally {
				await rm( system, { recursive: true, force: true } );
			}
		} );
	}
	return path;
}

/** Core's own translations (`de_DE`), added to a tree of the cache when they can be had; ours come with the plugin. */
export async function addLanguage(
	tree: WordPress,
	language: string
): Promise< boolean > {
	const languages = join( tree.path, 'wp-content/languages' );
	if ( existsSync( join( languages, `${ language }.mo` ) ) ) {
		return true;
	}
	if ( dirname( tree.path ) !== CACHE ) {
		return false;
	}
	for ( const suite of [ 'trixie', 'sid' ] ) {
		const system = await mkdtemp( join( CACHE, 'language-' ) );
		try {
			await unpack( suite, [ 'wordpress-l10n' ], system );
			for ( const holder of [ '/var/lib', '/usr/share' ] ) {
				const from = `${ holder }/wordpress/wp-content/languages`;
				if ( existsSync( join( system, from ) ) ) {
					await copyResolved( system, from, languages );
				}
			}
			if ( existsSync( join( languages, `${ language }.mo` ) ) ) {
				return true;
			}
		} catch {
			// The next suite may have it; without any, core stays English.
		} finally {
			await rm( system, { recursive: true, force: true } );
		}
	}
	return false;
}

async function check( path: string, wanted: string ): Promise< WordPress > {
	const version = await versionOf( path );
	if ( ! `${ version }.`.startsWith( `${ wanted }.` ) ) {
		await rm( path, { recursive: true, force: true } );
		throw new Error(
			version
				? `what came is WordPress ${ version }, not ${ wanted }`
				: 'what came is not a WordPress'
		);
	}
	return { path, version };
}

async function fromDebian( suite: string, folder: string ): Promise< void > {
	const system = `${ folder }-system`;
	try {
		await unpack( suite, DEBIAN_PACKAGES, system );
		await joinCertificates( system );
		// Debian's own configuration expects Debian's own folders.
		for ( const file of [ 'wp-config.php', '.htaccess' ] ) {
			await rm( join( system, 'usr/share/wordpress', file ), {
				force: true,
			} );
		}
		await copyResolved( system, '/usr/share/wordpress', folder );
	} finally {
		await rm( system, { recursive: true, force: true } );
	}
}

function message( error: unknown ): string {
	return error instanceof Error
		? ( error.message.split( '\n' )[ 0 ] ?? '' )
		: String( error );
}

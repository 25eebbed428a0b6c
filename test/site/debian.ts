// Takes packages from the Debian archive that this machine's apt already uses, for machines that reach nothing else.
import { execFile } from 'node:child_process';
import {
	cp,
	lstat,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	readlink,
	rm,
	writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify( execFile );

/** Addresses of the archives in apt's own sources, from what `apt-get --print-uris update` says. */
export function archives( printed: string ): string[] {
	const found = new Set< string >();
	for ( const [ , archive, suite ] of printed.matchAll(
		/^'([^']+)\/dists\/([^/']+)\/InRelease'/gm
	) ) {
		if ( archive && ! suite?.endsWith( '-security' ) ) {
			found.add( archive );
		}
	}
	return [ ...found ];
}

/**
 * Unpacks packages of one suite into a folder. apt itself checks the suite's signature and each package's sum; it works
 * on lists of its own, so the machine's are left alone.
 *
 * @throws {Error} With a sentence, when there is no apt or no archive with these packages.
 */
export async function unpack(
	suite: string,
	packages: string[],
	into: string
): Promise< void > {
	const folder = await mkdtemp( join( tmpdir(), 'throughline-apt-' ) );
	try {
		const { stdout } = await run( 'apt-get', [
			'--print-uris',
			'-o',
			`Dir::State::lists=${ folder }`,
			'update',
		] ).catch( () => ( { stdout: '' } ) );
		let reason = 'no apt here that knows an archive';
		for ( const archive of archives( stdout ) ) {
			try {
				await download( { archive, suite, packages, folder } );
				reason = '';
				break;
			} catch ( error ) {
				reason = String(
					( error as { stderr?: string } ).stderr || error
				).trim();
			}
		}
		if ( reason ) {
			throw new Error( reason );
		}
		await mkdir( into, { recursive: true } );
		for ( const file of await readdir( folder ) ) {
			if ( file.endsWith( '.deb' ) ) {
				await run( 'dpkg-deb', [ '-x', join( folder, file ), into ] );
			}
		}
	} finally {
		await rm( folder, { recursive: true, force: true } );
	}
}

async function download( wanted: {
	archive: string;
	suite: string;
	packages: string[];
	folder: string;
} ): Promise< void > {
	const { archive, suite, packages, folder } = wanted;
	const settings = {
		'Dir::Etc::sourcelist': join( folder, 'sources.list' ),
		'Dir::Etc::sourceparts': '/dev/null',
		'Dir::State::lists': join( folder, 'lists' ),
		'Dir::State::status': '/dev/null',
		'Dir::Cache': join( folder, 'cache' ),
		'Acquire::Languages': 'none',
		'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled': 'false',
		// A mirror of a moving suite may be some weeks behind.
		'Acquire::Check-Valid-Until': 'false',
		'APT::Sandbox::User': '',
	};
	const options = Object.entries( settings ).flatMap( ( [ name, value ] ) => [
		'-o',
		`${ name }=${ value }`,
	] );
	await mkdir( join( folder, 'lists/partial' ), { recursive: true } );
	await mkdir( join( folder, 'cache/archives/partial' ), {
		recursive: true,
	} );
	await writeFile(
		join( folder, 'sources.list' ),
		`deb ${ archive } ${ suite } main\n`
	);
	await run( 'apt-get', [ ...options, 'update', '--error-on=any' ] );
	await run( 'apt-get', [ ...options, 'download', ...packages ], {
		cwd: folder,
	} );
}

/** Copies a folder of an unpacked system, with every link followed inside that system. */
export async function copyResolved(
	system: string,
	from: string,
	to: string
): Promise< void > {
	const source = join( system, from );
	const kind = await lstat( source );
	if ( kind.isSymbolicLink() ) {
		const target = await readlink( source );
		await copyResolved(
			system,
			target.startsWith( '/' )
				? target
				: resolve( '/', dirname( from ), target ),
			to
		);
	} else if ( kind.isDirectory() ) {
		await mkdir( to, { recursive: true } );
		for ( const name of await readdir( source ) ) {
			await copyResolved( system, join( from, name ), join( to, name ) );
		}
	} else {
		await mkdir( dirname( to ), { recursive: true } );
		await cp( source, to );
	}
}

/** The certificates that Debian's package `ca-certificates` brings, as the one file that its installation would make. */
export async function joinCertificates( system: string ): Promise< void > {
	const folder = join( system, 'usr/share/ca-certificates/mozilla' );
	const certificates = await Promise.all(
		( await readdir( folder ) )
			.sort()
			.map( ( name ) => readFile( join( folder, name ), 'utf8' ) )
	);
	await mkdir( join( system, 'etc/ssl/certs' ), { recursive: true } );
	await writeFile(
		join( system, 'etc/ssl/certs/ca-certificates.crt' ),
		certificates.join( '' )
	);
}

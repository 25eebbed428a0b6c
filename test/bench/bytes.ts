// What our scripts and styles weigh, as they go over the wire.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../site/site.ts';
import { gzip, kB, type Row } from './bench.ts';

const BUILD = join( ROOT, 'plugin/build' );

interface Metadata {
	name: string;
	viewScriptModule?: string | string[];
	viewScript?: string | string[];
	script?: string | string[];
	style?: string | string[];
	viewStyle?: string | string[];
}

const list = ( value: string | string[] | undefined ) =>
	value === undefined ? [] : [ value ].flat();

/** All that a visitor gets when all our blocks stand on one page; core's runtime is not counted. */
async function visitorFiles(): Promise< {
	scripts: Set< string >;
	styles: Set< string >;
} > {
	const scripts = new Set< string >();
	const styles = new Set< string >();
	for ( const block of await readdir( join( BUILD, 'blocks' ) ) ) {
		const folder = join( BUILD, 'blocks', block );
		const file = join( folder, 'block.json' );
		if ( ! existsSync( file ) ) {
			continue;
		}
		const metadata = JSON.parse(
			await readFile( file, 'utf8' )
		) as Metadata;
		const paths = ( values: ( string | string[] | undefined )[] ) =>
			values
				.flatMap( list )
				.filter( ( value ) => value.startsWith( 'file:' ) )
				.map( ( value ) => join( folder, value.slice( 5 ) ) );
		for ( const path of paths( [
			metadata.viewScriptModule,
			metadata.viewScript,
			metadata.script,
		] ) ) {
			scripts.add( path );
		}
		for ( const path of paths( [ metadata.style, metadata.viewStyle ] ) ) {
			if ( existsSync( path ) ) {
				styles.add( path );
			}
		}
	}
	if ( existsSync( join( BUILD, 'rest/index.js' ) ) ) {
		scripts.add( join( BUILD, 'rest/index.js' ) );
	}
	return { scripts, styles };
}

async function weight( files: Iterable< string > ): Promise< number > {
	let sum = 0;
	for ( const file of files ) {
		sum += gzip( await readFile( file ) );
	}
	return sum;
}

/** Whether one of these scripts asks for React, by the list that the build writes beside each. */
async function asksForReact( files: Iterable< string > ): Promise< boolean > {
	for ( const file of files ) {
		const asset = await readFile(
			file.replace( /\.js$/, '.asset.php' ),
			'utf8'
		).catch( () => '' );
		if (
			/'(react|react-dom|react-jsx-runtime|wp-element)'/.test( asset )
		) {
			return true;
		}
	}
	return false;
}

function row( what: string, weighs: number, limit: number ): Row {
	return {
		what,
		ours: kB( weighs ),
		core: '',
		against: '',
		target: `at most ${ limit } kB`,
		met: weighs <= limit * 1000,
	};
}

/** Whoever is signed out gets no form and sees nothing of theirs, and no files for that: test/http/story-form.test.ts, round-trip.test.ts. */
function forStrangers( file: string ): boolean {
	return ! /\/(story-form|my-pieces)\//.test( file );
}

export async function bytes(): Promise< Row[] > {
	if ( ! existsSync( join( BUILD, 'blocks' ) ) ) {
		throw new Error( 'Nothing is built: run "npm run build" first.' );
	}
	const { scripts, styles } = await visitorFiles();
	const react = await asksForReact( scripts );
	const rows = [
		row(
			'scripts for a visitor, all our blocks on one page (gzip)',
			await weight( [ ...scripts ].filter( forStrangers ) ),
			12
		),
		{
			...row(
				'the same for a colleague, who may submit stories',
				await weight( scripts ),
				0
			),
			target: '',
			met: null,
		},
		{
			what: 'React for a visitor',
			ours: react ? 'asked for' : 'none',
			core: '',
			against: '',
			target: 'none',
			met: ! react,
		},
		row(
			'styles for a visitor, all our blocks on one page (gzip)',
			await weight( [ ...styles ].filter( forStrangers ) ),
			8
		),
		{
			...row( 'the same for a colleague', await weight( styles ), 0 ),
			target: '',
			met: null,
		},
	];
	const desk = join( BUILD, 'moderation' );
	if ( existsSync( join( desk, 'index.js' ) ) ) {
		const files = ( await readdir( desk ) ).filter( ( name ) =>
			name.endsWith( '.js' )
		);
		const sheets = ( await readdir( desk ) ).filter(
			( name ) => name.endsWith( '.css' ) && ! name.includes( '-rtl' )
		);
		rows.push(
			row(
				'moderation screen, our scripts (gzip)',
				await weight( files.map( ( name ) => join( desk, name ) ) ),
				90
			),
			{
				...row(
					'moderation screen, our styles (gzip)',
					await weight(
						sheets.map( ( name ) => join( desk, name ) )
					),
					0
				),
				target: '',
				met: null,
			}
		);
	}
	return rows;
}

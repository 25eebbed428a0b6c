// The translated strings of scripts, by the script that they are built into: WordPress loads the translations of each by its handle.
import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../format.ts';
import { inBlock } from './blocks.ts';
import {
	commentsOf,
	type Found,
	lineAt,
	said,
	SCRIPT_FUNCTIONS,
} from './strings.ts';

const I18N = '@wordpress/i18n';
/** What block.json calls its scripts, and how WordPress ends their handles. */
const BLOCK_SCRIPTS = {
	editorScript: 'editor-script',
	script: 'script',
	viewScript: 'view-script',
};

export interface ScriptStrings {
	found: Found[];
	/** Handle of each script that says something, and the files it is built from. */
	scripts: Map< string, Set< string > >;
}

/**
 * Everything that a script says.
 *
 * @throws {Error} When a file speaks that no script is built from: view modules have no translations in WordPress 6.8.
 */
export async function stringsOfScripts(): Promise< ScriptStrings > {
	const found = new Map< string, Found[] >();
	for ( const folder of [ 'blocks', 'src' ] ) {
		const names = await readdir( join( ROOT, folder ), {
			recursive: true,
		} );
		for ( const name of names.sort() ) {
			const file = `${ folder }/${ name.replaceAll( '\\', '/' ) }`;
			if ( /(?<!\.d)\.tsx?$/.test( file ) ) {
				const source = await readFile( join( ROOT, file ), 'utf8' );
				found.set( file, inScript( file, source ) );
			} else if ( file.endsWith( '/block.json' ) ) {
				const source = await readFile( join( ROOT, file ), 'utf8' );
				found.set( file, inBlock( file, source ) );
			}
		}
	}
	const scripts = new Map< string, Set< string > >();
	for ( const [ handle, entry ] of await entries() ) {
		const files = filesOf( entry );
		if ( [ ...files ].some( ( file ) => found.get( file )?.length ) ) {
			scripts.set( handle, files );
		}
	}
	const built = new Set(
		[ ...scripts.values() ].flatMap( ( s ) => [ ...s ] )
	);
	for ( const [ file, { length } ] of found ) {
		if ( length && ! built.has( file ) && ! file.endsWith( '.json' ) ) {
			throw new Error(
				`${ file } translates, but no script is built from it; a view module gets its words by wp_interactivity_config().`
			);
		}
	}
	return { found: [ ...found.values() ].flat(), scripts };
}

/** Handle and first file of each script: screens are src/<feature>/index.tsx, blocks name theirs. */
async function entries(): Promise< [ string, string ][] > {
	const all: [ string, string ][] = [];
	for ( const name of ( await readdir( join( ROOT, 'src' ) ) ).sort() ) {
		const entry = `src/${ name }/index.tsx`;
		if ( existsSync( join( ROOT, entry ) ) ) {
			all.push( [ `throughline-${ name }`, entry ] );
		}
	}
	for ( const name of ( await readdir( join( ROOT, 'blocks' ) ) ).sort() ) {
		const file = join( ROOT, 'blocks', name, 'block.json' );
		if ( ! existsSync( file ) ) {
			continue;
		}
		const block = JSON.parse( await readFile( file, 'utf8' ) ) as Record<
			string,
			unknown
		>;
		for ( const [ property, end ] of Object.entries( BLOCK_SCRIPTS ) ) {
			const path = /^file:\.\/(.+)$/.exec(
				String( block[ property ] ?? '' )
			)?.[ 1 ];
			if ( path ) {
				all.push( [
					`${ String( block.name ).replace( '/', '-' ) }-${ end }`,
					`blocks/${ name }/${ path }`,
				] );
			}
		}
	}
	return all;
}

/** All files of ours that a script is built from. */
function filesOf( entry: string, files = new Set< string >() ): Set< string > {
	if ( files.has( entry ) ) {
		return files;
	}
	files.add( entry );
	const path = join( ROOT, entry );
	if ( path.endsWith( '.json' ) ) {
		return files;
	}
	const { importedFiles } = ts.preProcessFile(
		ts.sys.readFile( path ) ?? ''
	);
	for ( const { fileName } of importedFiles ) {
		const target = ts.resolveModuleName(
			fileName,
			path,
			{
				moduleResolution: ts.ModuleResolutionKind.Bundler,
				allowImportingTsExtensions: true,
				resolveJsonModule: true,
				paths: { '@throughline/rest': [ join( ROOT, 'src/rest.ts' ) ] },
			},
			ts.sys
		).resolvedModule;
		if ( target && ! target.isExternalLibraryImport ) {
			filesOf(
				relative( ROOT, target.resolvedFileName ).replaceAll(
					'\\',
					'/'
				),
				files
			);
		}
	}
	return files;
}

/** Strings of one file, in the order in which it says them. */
export function inScript( file: string, source: string ): Found[] {
	const tree = ts.createSourceFile(
		file,
		source,
		ts.ScriptTarget.Latest,
		true
	);
	const names = namesOfI18n( tree );
	const commentFor = commentsOf( source );
	const found: Found[] = [];
	const visit = ( node: ts.Node ) => {
		const signature =
			ts.isCallExpression( node ) && ts.isIdentifier( node.expression )
				? SCRIPT_FUNCTIONS[ names.get( node.expression.text ) ?? '' ]
				: undefined;
		if ( ts.isCallExpression( node ) && signature ) {
			const offset = node.getStart( tree );
			const string = said(
				signature,
				node.arguments.map( plain ),
				`${ file }:${ lineAt( source, offset ) }`
			);
			if ( string ) {
				const comment = commentFor( offset );
				found.push( {
					...string,
					...( comment && { comment } ),
					file,
				} );
			}
		}
		ts.forEachChild( node, visit );
	};
	visit( tree );
	return found;
}

/** What the file calls the functions that it imports, since it may rename them. */
function namesOfI18n( tree: ts.SourceFile ): Map< string, string > {
	const names = new Map< string, string >();
	for ( const statement of tree.statements ) {
		const bindings =
			ts.isImportDeclaration( statement ) &&
			ts.isStringLiteral( statement.moduleSpecifier ) &&
			statement.moduleSpecifier.text === I18N
				? statement.importClause?.namedBindings
				: undefined;
		if ( bindings && ts.isNamedImports( bindings ) ) {
			for ( const { name, propertyName } of bindings.elements ) {
				names.set( name.text, ( propertyName ?? name ).text );
			}
		}
	}
	return names;
}

/** A literal, or several with plus signs between; undefined for all that would have to run. */
function plain( node: ts.Expression ): string | undefined {
	if ( ts.isStringLiteralLike( node ) ) {
		return node.text;
	}
	if (
		ts.isBinaryExpression( node ) &&
		node.operatorToken.kind === ts.SyntaxKind.PlusToken
	) {
		const [ left, right ] = [ plain( node.left ), plain( node.right ) ];
		return left === undefined || right === undefined
			? undefined
			: left + right;
	}
	return undefined;
}

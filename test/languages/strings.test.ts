// Finds every string that is translated, in PHP, in scripts and in block.json, and refuses those that no translator could see.
import { expect, test } from 'vitest';
import { inBlock } from '../../bin/languages/blocks.ts';
import { serverFile } from '../../bin/languages/compiled.ts';
import { inPhp } from '../../bin/languages/php.ts';
import { inScript } from '../../bin/languages/scripts.ts';
import { messages } from '../../bin/languages/strings.ts';

const php = ( code: string ) => inPhp( 'a.php', `<?php\n${ code }` );
const script = ( code: string ) =>
	inScript(
		'a.tsx',
		`import { __, _n, _nx as many } from '@wordpress/i18n';\n${ code }`
	);

test( 'in PHP: text, context, plural, and what is joined by dots', () => {
	expect(
		php( `
			echo esc_html__('One', 'throughline');
			$a = fn() => _x("Two\\n" . 'lines', 'kind', 'throughline');
			_nx('%s three', '%s threes', 3, 'count', 'throughline');
			\\__('Four', 'throughline');
		` )
	).toEqual( [
		{ text: 'One', file: 'a.php' },
		{ text: 'Two\nlines', context: 'kind', file: 'a.php' },
		{
			text: '%s three',
			plural: '%s threes',
			context: 'count',
			file: 'a.php',
		},
		{ text: 'Four', file: 'a.php' },
	] );
} );

test( 'in scripts: by the names under which they are imported, in JSX too', () => {
	expect(
		script( `
			const a = <p title={ __( 'One', 'throughline' ) }>{ many( '%s two', '%s twos', 2, 'count', 'throughline' ) }</p>;
			other.__( 'Not ours' );
		` )
	).toEqual( [
		{ text: 'One', file: 'a.tsx' },
		{
			text: '%s two',
			plural: '%s twos',
			context: 'count',
			file: 'a.tsx',
		},
	] );
} );

test( 'a function of the same name from elsewhere translates nothing', () => {
	expect(
		inScript( 'a.ts', `import { __ } from './mine'; __( 'One' );` )
	).toEqual( [] );
} );

test( 'what varies, and what names another text domain, is refused by file and line', () => {
	expect( () => php( '__($text, "throughline");' ) ).toThrow(
		/a\.php:2.*plain/
	);
	expect( () => php( '__("Hi $name", "throughline");' ) ).toThrow( /plain/ );
	expect( () => php( '__("Hi");' ) ).toThrow( /text domain/ );
	expect( () => script( '__( `Hi ${ name }`, "throughline" );' ) ).toThrow(
		/a\.tsx:2.*plain/
	);
} );

test( "WordPress's own strings stay WordPress's", () => {
	expect( php( `__('Sign up', 'default');` ) ).toEqual( [] );
} );

test( 'a comment belongs to the next call only, on its line or the next', () => {
	const found = php( `
		f(
			/* translators: %s: a name */
			__('One %s', 'throughline'),
			__('Two', 'throughline'),
		);
		/* translators: too far away */

		__('Three', 'throughline');
		__('Four', 'throughline'); // translators: after it
	` );
	expect( found.map( ( { comment } ) => comment ) ).toEqual( [
		'translators: %s: a name',
		undefined,
		undefined,
		undefined,
	] );
} );

test( 'in block.json: what WordPress translates, with its contexts', () => {
	expect(
		inBlock(
			'block.json',
			JSON.stringify( {
				title: 'Wall',
				description: '',
				keywords: [ 'news' ],
				styles: [ { name: 'a', label: 'Quiet' } ],
				variations: [ { name: 'b', title: 'Row', keywords: [ 'x' ] } ],
				category: 'text',
			} )
		).map( ( { context, text } ) => `${ context }: ${ text }` )
	).toEqual( [
		'block title: Wall',
		'block keyword: news',
		'block style label: Quiet',
		'block variation title: Row',
		'block variation keyword: x',
	] );
} );

test( 'a string is kept once, with every place and every comment', () => {
	expect(
		messages( [
			{ text: 'One', file: 'a.php', comment: 'translators: a' },
			{ text: 'One', file: 'b.php' },
			{ text: 'One', context: 'kind', file: 'b.php' },
		] )
	).toEqual( [
		{
			key: 'One',
			text: 'One',
			comments: [ 'translators: a' ],
			files: [ 'a.php', 'b.php' ],
		},
		{
			key: 'kind\u0004One',
			text: 'One',
			context: 'kind',
			comments: [],
			files: [ 'b.php' ],
		},
	] );
} );

test( 'the file for the server holds quotes, backslashes and plurals, and nothing that only scripts say', () => {
	const all = messages( [
		{ text: "It's \\ here", file: 'a.php' },
		{ text: '%s day', plural: '%s days', context: 'age', file: 'a.php' },
		{ text: 'Key', file: 'a.tsx' },
	] );
	const file = serverFile(
		'de_DE',
		all,
		new Map( [
			[ "It's \\ here", [ "Da ist's: \\" ] ],
			[ 'age\u0004%s day', [ '%s Tag', '%s Tage' ] ],
			[ 'Key', [ 'Taste' ] ],
		] )
	);
	expect( file ).toContain( String.raw`'It\'s \\ here'=>'Da ist\'s: \\',` );
	expect( file ).toContain(
		String.raw`'age'."\4".'%s day'=>'%s Tag'."\0".'%s Tage',`
	);
	expect( file ).not.toContain( 'Taste' );
} );

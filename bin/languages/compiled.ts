// What WordPress reads: a PHP file for the server, and JSON for each script.
import type { Translations } from './po.ts';
import type { Message } from './strings.ts';

/** German has two forms; WordPress wants the blank after the semicolon. */
const PLURALS = 'nplurals=2; plural=(n != 1);';

/** The strings that the server says, in the format of WordPress 6.5 and newer. Those that only scripts say would lie in memory unused. */
export function serverFile(
	locale: string,
	messages: Message[],
	translations: Translations
): string {
	const lines = messages
		.filter( ( { files } ) =>
			files.some( ( file ) => /\.php$|\/block\.json$/.test( file ) )
		)
		.flatMap( ( { key } ) => {
			const texts = translations.get( key );
			return texts
				? [ `${ quoted( key ) }=>${ quoted( texts.join( '\0' ) ) },` ]
				: [];
		} );
	return `<?php
// Made of plugin/languages/*.po by "npm run build".
return ['domain'=>'throughline','language'=>'${ locale }','plural-forms'=>'${ PLURALS }','messages'=>[
${ lines.join( '\n' ) }
]];
`;
}

/** The strings of one script, as wp.i18n takes them. */
export function scriptFile(
	locale: string,
	messages: Message[],
	translations: Translations
): string {
	return JSON.stringify( {
		domain: 'messages',
		locale_data: {
			messages: {
				'': {
					domain: 'messages',
					lang: locale,
					'plural-forms': PLURALS,
				},
				...Object.fromEntries(
					messages.flatMap( ( { key } ) => {
						const texts = translations.get( key );
						return texts ? [ [ key, texts ] ] : [];
					} )
				),
			},
		},
	} );
}

/** A literal of PHP; the bytes that divide contexts and plurals need double quotes. */
function quoted( text: string ): string {
	return `'${ text.replace( /[\\']/g, '\\$&' ) }'`
		.replaceAll( '\0', `'."\\0".'` )
		.replaceAll( '\u0004', `'."\\4".'` );
}

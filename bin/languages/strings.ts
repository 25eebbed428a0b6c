// What is translated: the strings of PHP, scripts and blocks, each once, in the order of the files that say them.

/** One place that says a string. */
export interface Found {
	text: string;
	plural?: string;
	context?: string;
	/** What the code tells translators about it. */
	comment?: string;
	/** From the repository's root. */
	file: string;
}

export interface Message {
	/** How WordPress names it: context, U+0004, text; without a context the text alone. */
	key: string;
	text: string;
	plural?: string;
	context?: string;
	comments: string[];
	files: string[];
}

export const keyOf = ( {
	context,
	text,
}: Pick< Found, 'context' | 'text' > ) =>
	context === undefined ? text : `${ context }\u0004${ text }`;

/**
 * Each string once, in the order in which they were found.
 *
 * @throws {Error} When a text has two plurals, which no translation could tell apart.
 */
export function messages( found: Found[] ): Message[] {
	const all = new Map< string, Message >();
	for ( const { text, plural, context, comment, file } of found ) {
		const key = keyOf( { text, ...( context && { context } ) } );
		const message = all.get( key ) ?? {
			key,
			text,
			...( context && { context } ),
			comments: [],
			files: [],
		};
		if ( plural && message.plural && plural !== message.plural ) {
			throw new Error(
				`${ file }: "${ text }" has another plural elsewhere, "${ message.plural }".`
			);
		}
		if ( plural ) {
			message.plural = plural;
		}
		if ( comment && ! message.comments.includes( comment ) ) {
			message.comments.push( comment );
		}
		if ( ! message.files.includes( file ) ) {
			message.files.push( file );
		}
		all.set( key, message );
	}
	return [ ...all.values() ];
}

/** What WordPress's functions take, in PHP and in JavaScript: the place of each argument. */
interface Signature {
	plural?: number;
	context?: number;
	domain: number;
}

const PLAIN: Signature = { domain: 1 };
const CONTEXT: Signature = { context: 1, domain: 2 };
const PLURAL: Signature = { plural: 1, domain: 3 };
const BOTH: Signature = { plural: 1, context: 3, domain: 4 };

export const SCRIPT_FUNCTIONS: Record< string, Signature > = {
	__: PLAIN,
	_x: CONTEXT,
	_n: PLURAL,
	_nx: BOTH,
};
export const PHP_FUNCTIONS: Record< string, Signature > = {
	...SCRIPT_FUNCTIONS,
	_e: PLAIN,
	esc_html__: PLAIN,
	esc_html_e: PLAIN,
	esc_attr__: PLAIN,
	esc_attr_e: PLAIN,
	_ex: CONTEXT,
	esc_html_x: CONTEXT,
	esc_attr_x: CONTEXT,
	_n_noop: { plural: 1, domain: 2 },
	_nx_noop: { plural: 1, context: 2, domain: 3 },
};

/**
 * The string that a call says; undefined when it is one of core's own (`'default'`).
 *
 * @param  signature What the function takes.
 * @param  values    Its arguments; undefined where one is not a plain string.
 * @param  where     File and line, for the sentence of an error.
 * @throws {Error} When the string can't be translated as it stands there.
 */
export function said(
	signature: Signature,
	values: ( string | undefined )[],
	where: string
): Omit< Found, 'file' | 'comment' > | undefined {
	const domain = values[ signature.domain ];
	if ( domain === 'default' ) {
		return undefined;
	}
	if ( domain !== 'throughline' ) {
		throw new Error(
			`${ where }: the text domain has to be 'throughline' ('default' for a string of WordPress's own).`
		);
	}
	const at = ( place: number ): string => {
		const value = values[ place ];
		if ( ! value ) {
			throw new Error(
				`${ where }: what is translated has to be a plain string; put what varies into placeholders.`
			);
		}
		return value;
	};
	return {
		text: at( 0 ),
		...( signature.plural !== undefined && {
			plural: at( signature.plural ),
		} ),
		...( signature.context !== undefined && {
			context: at( signature.context ),
		} ),
	};
}

interface Comment {
	text: string;
	end: number;
	lastLine: number;
}

const lineAt = ( source: string, offset: number ) =>
	source.slice( 0, offset ).split( '\n' ).length;

/**
 * Finds the comment for translators of each call. As WordPress's own tools: it ends on the line of
 * the call or on the one above. It belongs to one call only.
 */
export function commentsOf(
	source: string
): ( offset: number ) => string | undefined {
	const left: Comment[] = [
		...source.matchAll(
			/\/\*+[\s*]*(translators:[\s\S]*?)\*\/|\/\/\s*(translators:.*)/gi
		),
	].map( ( match ) => {
		const end = match.index + match[ 0 ].length;
		return {
			text: ( match[ 1 ] ?? match[ 2 ] ?? '' )
				.replace( /\s*\n[\s*]*/g, ' ' )
				.trim(),
			end,
			lastLine: lineAt( source, end ),
		};
	} );
	return ( offset ) => {
		const line = lineAt( source, offset );
		const place = left.findLastIndex(
			( { end, lastLine } ) => end <= offset && lastLine >= line - 1
		);
		return place < 0 ? undefined : left.splice( place, 1 )[ 0 ]?.text;
	};
}

export { lineAt };

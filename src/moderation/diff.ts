/* What changed between two texts, word by word: Myers' greedy algorithm ("An O(ND) difference algorithm", 1986). */
export interface Part {
	change: 'same' | 'gone' | 'new';
	text: string;
}

/** So many changed words are a new text; going on would cost more than it tells. */
const MOST_CHANGES = 1200;
/** Words left around a change, so that one sees where it stands. */
const AROUND = 12;

// Scripts without spaces are compared letter by letter.
const WORDS =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+|\s+|./gsu;

const wordsOf = ( text: string ): string[] => text.match( WORDS ) ?? [];

/** Joins neighbours of one kind, and what is left between changes but a space. */
function tidied( parts: Part[] ): Part[] {
	const out: Part[] = [];
	let gone = '';
	let fresh = '';
	const flush = () => {
		if ( gone ) {
			out.push( { change: 'gone', text: gone } );
		}
		if ( fresh ) {
			out.push( { change: 'new', text: fresh } );
		}
		gone = '';
		fresh = '';
	};
	parts.forEach( ( { change, text }, index ) => {
		if ( change === 'gone' ) {
			gone += text;
		} else if ( change === 'new' ) {
			fresh += text;
		} else if (
			gone &&
			fresh &&
			/^[^\S\n]+$/.test( text ) &&
			( parts[ index + 1 ]?.change ?? 'same' ) !== 'same'
		) {
			// "big red" for "small blue" reads better than two changes with a space between.
			gone += text;
			fresh += text;
		} else {
			flush();
			const last = out[ out.length - 1 ];
			if ( last?.change === 'same' ) {
				last.text += text;
			} else {
				out.push( { change, text } );
			}
		}
	} );
	flush();
	return out;
}

/** The shortest way from one list of words to the other, from its end; null when it is too long. */
function way( a: string[], b: string[] ): Part[] | null {
	const most = Math.min( a.length + b.length, MOST_CHANGES );
	const middle = most + 1;
	const reach = new Int32Array( 2 * most + 3 );
	const rounds: Int32Array[] = [];
	for ( let changes = 0; changes <= most; changes++ ) {
		rounds.push(
			reach.slice( middle - changes - 1, middle + changes + 2 )
		);
		for ( let line = -changes; line <= changes; line += 2 ) {
			const up = reach[ middle + line + 1 ] ?? 0;
			const left = reach[ middle + line - 1 ] ?? 0;
			let x =
				line === -changes || ( line !== changes && left < up )
					? up
					: left + 1;
			while (
				x < a.length &&
				x - line < b.length &&
				a[ x ] === b[ x - line ]
			) {
				x++;
			}
			reach[ middle + line ] = x;
			if ( x >= a.length && x - line >= b.length ) {
				return walkBack( a, b, rounds );
			}
		}
	}
	return null;
}

function walkBack( a: string[], b: string[], rounds: Int32Array[] ): Part[] {
	const parts: Part[] = [];
	let x = a.length;
	let y = b.length;
	for ( let changes = rounds.length - 1; changes >= 0; changes-- ) {
		const reach = rounds[ changes ];
		const at = ( line: number ) => reach?.[ line + changes + 1 ] ?? 0;
		const line = x - y;
		const isNew =
			line === -changes ||
			( line !== changes && at( line - 1 ) < at( line + 1 ) );
		const fromLine = isNew ? line + 1 : line - 1;
		const fromX = changes === 0 ? 0 : at( fromLine );
		const fromY = changes === 0 ? 0 : fromX - fromLine;
		while ( x > fromX && y > fromY ) {
			parts.push( { change: 'same', text: a[ --x ] ?? '' } );
			y--;
		}
		if ( changes > 0 ) {
			parts.push(
				isNew
					? { change: 'new', text: b[ --y ] ?? '' }
					: { change: 'gone', text: a[ --x ] ?? '' }
			);
		}
	}
	return parts.reverse();
}

export function compare( before: string, after: string ): Part[] {
	const a = wordsOf( before );
	const b = wordsOf( after );
	let start = 0;
	while (
		start < Math.min( a.length, b.length ) &&
		a[ start ] === b[ start ]
	) {
		start++;
	}
	let end = 0;
	while (
		end < Math.min( a.length, b.length ) - start &&
		a[ a.length - 1 - end ] === b[ b.length - 1 - end ]
	) {
		end++;
	}
	const gone = a.slice( start, a.length - end );
	const fresh = b.slice( start, b.length - end );
	return tidied(
		[
			{ change: 'same', text: a.slice( 0, start ).join( '' ) } as Part,
			...( way( gone, fresh ) ?? [
				{ change: 'gone', text: gone.join( '' ) } as Part,
				{ change: 'new', text: fresh.join( '' ) } as Part,
			] ),
			{
				change: 'same',
				text: a.slice( a.length - end ).join( '' ),
			} as Part,
		].filter( ( { text } ) => text !== '' )
	);
}

/** The same, with long stretches that stayed cut down to their ends around the changes. */
export function excerpted( parts: Part[] ): Part[] {
	const last = parts.length - 1;
	return parts.map( ( part, index ) => {
		const words = part.text.match( /\S+\s*|^\s+/g ) ?? [];
		if ( part.change !== 'same' || words.length <= 2 * AROUND ) {
			return part;
		}
		const head = index === 0 ? '' : words.slice( 0, AROUND ).join( '' );
		const tail = index === last ? '' : words.slice( -AROUND ).join( '' );
		const gap = head && tail ? ' … ' : '…';
		const begin = head && ! tail ? `${ head.trimEnd() } ` : head.trimEnd();
		return { ...part, text: begin + gap + tail };
	} );
}

/* What somebody may want to think over before they send a text; plugin/Guidelines/Nudge.php thinks the same without JavaScript. */

/** A guideline with words that bring it to mind. */
export interface Watchful {
	sentence: string;
	/** One entry a line: a word or several, `*` for any letters within a word. */
	words: string;
}

export interface Nudge {
	code: 'repeat' | 'shouting' | 'word';
	/** Of a word: as it was written, and the guideline that it brings to mind. */
	found?: string;
	sentence?: string;
}

export interface Thought {
	/** Title and text, each by itself. */
	texts: string[];
	guidelines: Watchful[];
	/** Fingerprints of what was sent before. */
	before?: string[];
}

/** So many letters tell whether somebody shouts; a name of a product is shorter. */
const SHOUT = 12;
/** Good wishes and thanks may be said again. */
const REPEAT = 8;

const wordsOf = ( text: string ): string[] =>
	text.match( /[\p{L}\p{M}\p{N}]+/gu ) ?? [];

const small = ( text: string ) => text.toLowerCase();

/** The same for the same words, however they are set; '' for too few to mean anything. */
export function fingerprint( text: string ): string {
	const words = wordsOf( small( text ) );
	if ( words.length < REPEAT ) {
		return '';
	}
	// A number, so that a device need not keep the text itself; the modulus is the largest prime below 2^32.
	let print = 0;
	for ( const letter of words.join( ' ' ) ) {
		print = ( print * 1009 + letter.codePointAt( 0 )! ) % 4294967291;
	}
	return String( print );
}

export function isShouting( text: string ): boolean {
	const count = ( pattern: RegExp ) => text.match( pattern )?.length ?? 0;
	const large = count( /\p{Lu}/gu );
	return (
		/[!?]{4}/.test( text ) ||
		( large >= SHOUT && large >= 4 * count( /\p{Ll}/gu ) )
	);
}

/** Whether a word is what a part of an entry stands for, `*` being any letters. */
function fits( word: string, part: string ): boolean {
	const [ start = '', ...pieces ] = part.split( '*' );
	const end = pieces.pop();
	if ( end === undefined ) {
		return word === start;
	}
	let at = start.length;
	for ( const piece of pieces ) {
		const found = word.indexOf( piece, at );
		if ( found < 0 ) {
			return false;
		}
		at = found + piece.length;
	}
	return (
		word.startsWith( start ) &&
		word.endsWith( end ) &&
		at + end.length <= word.length
	);
}

/** The words of a text that an entry stands for, as they were written; '' when it doesn't. */
function findEntry( entry: string, written: string[] ): string {
	const parts = small( entry ).match( /[\p{L}\p{M}\p{N}*]+/gu ) ?? [];
	// Stars alone stand for everything, and so for nothing.
	if ( ! wordsOf( entry ).length ) {
		return '';
	}
	const at = written.findIndex( ( _, start ) =>
		parts.every( ( part, offset ) =>
			fits( small( written[ start + offset ] ?? '' ), part )
		)
	);
	return at < 0 ? '' : written.slice( at, at + parts.length ).join( ' ' );
}

/** In the order in which they are shown; each guideline once. */
export function nudges( { texts, guidelines, before = [] }: Thought ): Nudge[] {
	const found: Nudge[] = [];
	const print = fingerprint( texts.join( ' ' ) );
	if ( print && before.includes( print ) ) {
		found.push( { code: 'repeat' } );
	}
	if ( texts.some( isShouting ) ) {
		found.push( { code: 'shouting' } );
	}
	const written = texts.map( wordsOf );
	for ( const { sentence, words } of guidelines ) {
		for ( const entry of words.split( '\n' ) ) {
			const word = written
				.map( ( text ) => findEntry( entry, text ) )
				.find( Boolean );
			if ( word ) {
				found.push( { code: 'word', found: word, sentence } );
				break;
			}
		}
	}
	return found;
}

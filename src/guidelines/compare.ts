/* What a new edition changes: what came, what went, what says something else. */
import type { GuidelineText } from '../contract';

export interface Change {
	what: 'new' | 'changed' | 'gone';
	lineage: string;
	before?: GuidelineText;
	after?: GuidelineText;
}

export interface Comparison {
	changes: Change[];
	/** What stays, stands in another order. */
	isReordered: boolean;
}

/** The texts that people read; what else a guideline has is told as "changed". */
export const TEXTS = [ 'sentence', 'reason', 'example' ] as const;

const sorted = ( values: readonly ( string | number )[] ) =>
	[ ...values ].sort().join();

/** Whether it is for others than before, or watches for other words. */
export const isElsewhere = ( a: GuidelineText, b: GuidelineText ) =>
	sorted( a.kinds ) !== sorted( b.kinds ) ||
	sorted( a.departments ) !== sorted( b.departments );

export const watchesElse = ( a: GuidelineText, b: GuidelineText ) =>
	a.words !== b.words;

const isSame = ( a: GuidelineText, b: GuidelineText ) =>
	a.tone === b.tone &&
	TEXTS.every( ( text ) => a[ text ] === b[ text ] ) &&
	! isElsewhere( a, b ) &&
	! watchesElse( a, b );

export function compare(
	before: readonly GuidelineText[],
	after: readonly GuidelineText[]
): Comparison {
	const old = new Map( before.map( ( one ) => [ one.lineage, one ] ) );
	const fresh = new Map( after.map( ( one ) => [ one.lineage, one ] ) );
	const changes: Change[] = [];
	for ( const one of after ) {
		const was = old.get( one.lineage );
		if ( ! was ) {
			changes.push( { what: 'new', lineage: one.lineage, after: one } );
		} else if ( ! isSame( was, one ) ) {
			changes.push( {
				what: 'changed',
				lineage: one.lineage,
				before: was,
				after: one,
			} );
		}
	}
	for ( const one of before ) {
		if ( ! fresh.has( one.lineage ) ) {
			changes.push( { what: 'gone', lineage: one.lineage, before: one } );
		}
	}
	const order = ( list: readonly GuidelineText[] ) =>
		[ 'do', 'dont' ].flatMap( ( tone ) =>
			list
				.filter(
					( { lineage } ) =>
						old.get( lineage )?.tone === tone &&
						fresh.get( lineage )?.tone === tone
				)
				.map( ( { lineage } ) => lineage )
		);
	return {
		changes,
		isReordered: order( before ).join() !== order( after ).join(),
	};
}

export interface Piece {
	what: 'same' | 'gone' | 'new';
	text: string;
}

/** One change in a sentence, word by word from both ends: what stays, what went, what came, what stays. */
export function pieces( before: string, after: string ): Piece[] {
	const old = before.split( /(?<=\s)/ );
	const fresh = after.split( /(?<=\s)/ );
	const shorter = Math.min( old.length, fresh.length );
	let start = 0;
	while ( start < shorter && old[ start ] === fresh[ start ] ) {
		start++;
	}
	let end = 0;
	while (
		end < shorter - start &&
		old[ old.length - 1 - end ] === fresh[ fresh.length - 1 - end ]
	) {
		end++;
	}
	const found: Piece[] = [
		{ what: 'same', text: old.slice( 0, start ).join( '' ) },
		{ what: 'gone', text: old.slice( start, old.length - end ).join( '' ) },
		{
			what: 'new',
			text: fresh.slice( start, fresh.length - end ).join( '' ),
		},
		{ what: 'same', text: old.slice( old.length - end ).join( '' ) },
	];
	return found.filter( ( { text } ) => text !== '' );
}

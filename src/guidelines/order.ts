/* The list of guidelines while it is written: dos first, then don'ts, each moved among its own. */
import type { GuidelineText } from '../contract';

export type Tone = GuidelineText[ 'tone' ];

export const ofTone = ( guidelines: readonly GuidelineText[], tone: Tone ) =>
	guidelines.filter( ( one ) => one.tone === tone );

/** A new one. Its lineage tells it from others in every edition to come. */
export function blank( tone: Tone ): GuidelineText {
	const random = Math.random().toString( 36 ).slice( 2 );
	return {
		lineage: `${ Date.now().toString( 36 ) }-${ random }`
			.padEnd( 8, '0' )
			.slice( 0, 36 ),
		tone,
		sentence: '',
		reason: '',
		example: '',
		kinds: [],
		departments: [],
		words: '',
	};
}

/** One further up or down among those of its tone; the same list where it stands at the edge. */
export function moved(
	guidelines: readonly GuidelineText[],
	lineage: string,
	by: 1 | -1
): GuidelineText[] {
	const tone = guidelines.find( ( one ) => one.lineage === lineage )?.tone;
	const own = guidelines.filter( ( one ) => one.tone === tone );
	const from = own.findIndex( ( one ) => one.lineage === lineage );
	const neighbour = own[ from + by ];
	if ( from < 0 || ! neighbour ) {
		return [ ...guidelines ];
	}
	const at = guidelines.indexOf( own[ from ]! );
	const to = guidelines.indexOf( neighbour );
	return guidelines.map( ( one, place ) => {
		if ( place === at ) {
			return neighbour;
		}
		return place === to ? own[ from ]! : one;
	} );
}

export const changed = (
	guidelines: readonly GuidelineText[],
	lineage: string,
	change: Partial< GuidelineText >
) =>
	guidelines.map( ( one ) =>
		one.lineage === lineage ? { ...one, ...change } : one
	);

export const without = (
	guidelines: readonly GuidelineText[],
	lineage: string
) => guidelines.filter( ( one ) => one.lineage !== lineage );

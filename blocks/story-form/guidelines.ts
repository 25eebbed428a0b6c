/* The guidelines in the form: those of the department, and what they bring to mind before something is sent. */
import { fingerprint, nudges } from '../../src/guidelines/nudge.ts';
import type { Draft } from '../../src/stories/draft.ts';
import { guidelines, phrase } from './words.ts';

const textOf = ( { title, text }: Draft ) => `${ title } ${ text }`;

const shelf = ( key: string ) => `${ key }/before`;

/** Those of another department are of no use here. */
export function showGuidelines( form: HTMLElement, department: number ): void {
	form.querySelectorAll< HTMLElement >( '[data-departments]' ).forEach(
		( item ) => {
			item.hidden = ! item.dataset
				.departments!.split( ' ' )
				.includes( String( department ) );
		}
	);
}

/** Keeps a number that tells the same text again; not the text, which others at this device could read. */
export function remember( key: string, draft: Draft ): void {
	if ( guidelines ) {
		try {
			window.localStorage.setItem(
				shelf( key ),
				fingerprint( textOf( draft ) )
			);
		} catch {
			// A private window: the same text again is sent without a word.
		}
	}
}

function before( key: string ): string[] {
	try {
		return [ window.localStorage.getItem( shelf( key ) ) ?? '' ];
	} catch {
		return [];
	}
}

/** What might be thought over, in sentences; nothing where no guidelines are in force. */
export function thoughts( key: string, draft: Draft ): string[] {
	const { title, text, department } = draft;
	return guidelines
		? nudges( {
				texts: [ title, text ],
				guidelines: guidelines.filter(
					( { departments } ) =>
						! departments.length ||
						! department ||
						departments.includes( department )
				),
				before: before( key ),
			} ).map( ( { code, found = '', sentence = '' } ) =>
				phrase( code, found, sentence )
			)
		: [];
}

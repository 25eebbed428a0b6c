/* One form on the page: what stands in it, and how it is kept on this device. */
import { getContext, splitTask } from '@wordpress/interactivity';

import type { Story } from '../../src/contract.ts';
import { characters, type Field } from '../../src/stories/check.ts';
import {
	isEmpty,
	keepDraft,
	parseDraft,
	recallDraft,
	type Draft,
	type DraftPhoto,
	type Recognisable,
} from '../../src/stories/draft.ts';
import { uuid } from '../../src/uuid.ts';
import { remember, showGuidelines } from './guidelines.ts';
import { phrase, rest } from './words.ts';

export interface FormPhoto extends DraftPhoto {
	src: string;
	status: 'waiting' | 'sending' | 'ready' | 'failed';
	/** 0 to 1 */
	progress: number;
	problem: string;
	/** Whether sending it once more may help. */
	again: boolean;
}

/** `href` is missing where the whole is concerned. */
export interface Problem {
	text: string;
	href?: string;
	target?: string;
}

export interface FormContext {
	/** Starts every id in this form. */
	id: string;
	/** Under which this device keeps the draft: one for each person, page and form. */
	key: string;
	submission: string;
	phase: 'writing' | 'sending' | 'sent';
	photos: FormPhoto[];
	/** The summary above the form. */
	problems: Problem[];
	wrong: Record< Field, string >;
	length: number;
	kept: boolean;
	/** What might be thought over, once it was said. */
	nudges: string[];
	nudged: boolean;
	/** Whether the guidelines were acknowledged since this page was opened. */
	known: boolean;
	/** For the live region. */
	said: string;
	/** The server's answer to a story that was sent. */
	message: string;
	link: string;
	/** The contributor's own page for it. */
	mine: string;
	/** The one a directive stands in. */
	photo: FormPhoto;
}

/** WordPress takes bare names such as `title` for queries of its own. */
export const PREFIX = 'throughline_';

export const FINE = {
	photos: '',
	recognisable: '',
	text: '',
	title: '',
	guidelines: '',
};

export const here = () => getContext< FormContext >();

export const isReady = ( { status }: FormPhoto ) => status === 'ready';

export const isUnderWay = ( { status }: FormPhoto ) =>
	status === 'waiting' || status === 'sending';

export const placeOf = ( form: FormContext, photo: DraftPhoto = form.photo ) =>
	form.photos.findIndex( ( { upload } ) => upload === photo.upload );

export const part = < E extends HTMLElement >(
	form: FormContext,
	name: string
) => document.getElementById( `${ form.id }-${ name }` ) as E;

/** Moves the focus once what it goes to can be seen. */
export function* focus( find: () => HTMLElement | null | undefined ) {
	yield splitTask();
	find()?.focus();
}

const field = ( form: FormContext, name: string ) =>
	part< HTMLFormElement >( form, 'form' ).elements.namedItem(
		PREFIX + name
	) as HTMLInputElement | RadioNodeList | null;

export function written( form: FormContext ): Draft {
	const value = ( name: string ) => field( form, name )?.value ?? '';
	return {
		submission: form.submission,
		text: value( 'text' ),
		title: value( 'title' ),
		department: Number( value( 'department' ) ),
		recognisable: value( 'recognisable' ) as Recognisable,
		photos: form.photos
			.filter( isReady )
			.map( ( { id, upload, name, alt } ) => ( {
				id,
				upload,
				name,
				alt,
			} ) ),
		onTheWay: form.photos.filter( isUnderWay ).length,
	};
}

export function keep( form: FormContext ): void {
	if ( form.phase !== 'sent' ) {
		const draft = written( form );
		showGuidelines( part( form, 'form' ), draft.department );
		form.length = characters( draft.text );
		form.kept = keepDraft( form.key, draft ) && ! isEmpty( draft );
	}
}

/** Photos that have not arrived yet stay where a draft comes in. */
function fill( form: FormContext, draft: Draft ): void {
	form.submission = draft.submission;
	for ( const name of [
		'text',
		'title',
		'department',
		'recognisable',
	] as const ) {
		const input = field( form, name );
		if ( input ) {
			input.value = String( draft[ name ] );
		}
	}
	form.photos = [
		...draft.photos.map( ( photo ): FormPhoto => ( {
			...photo,
			src:
				form.photos[ placeOf( form, photo ) ]?.src ||
				rest.address( `photos/${ photo.id }/thumbnail` ),
			status: 'ready',
			progress: 1,
			problem: '',
			again: false,
		} ) ),
		...form.photos.filter( ( photo ) => ! isReady( photo ) ),
	];
	form.length = characters( draft.text );
	form.kept = true;
}

/** An empty form, ready for another story. */
export function clear( form: FormContext ): void {
	keepDraft( form.key, undefined );
	part< HTMLFormElement >( form, 'form' ).reset();
	Object.assign( form, {
		submission: uuid(),
		photos: [],
		problems: [],
		wrong: { ...FINE },
		length: 0,
		kept: false,
		nudges: [],
		nudged: false,
	} );
}

export function sent(
	form: FormContext,
	{ message, link, mine }: Story
): void {
	const draft = written( form );
	remember( form.key, draft );
	keepDraft( form.key, { ...draft, sent: message } );
	clear( form );
	form.known = true;
	Object.assign( form, { phase: 'sent', message, link: link ?? '', mine } );
}

/** Brings back what this device kept. */
export function restore( form: FormContext ): void {
	const draft = recallDraft( form.key );
	form.submission = uuid();
	if ( draft && ! draft.sent ) {
		// What was typed before the script arrived is newer than what was kept.
		const { text, title } = written( form );
		fill( form, {
			...draft,
			text: text || draft.text,
			title: title || draft.title,
		} );
		form.said = phrase( 'restored' );
		if ( draft.onTheWay ) {
			form.wrong.photos = phrase( 'lost', draft.onTheWay );
		}
	}
	keep( form );
}

/** The same form in two tabs is one: what is written in one stands in the other, what one sends is sent. */
export function mirror( form: FormContext ): () => void {
	const follow = ( { key, newValue }: StorageEvent ) => {
		if ( key !== form.key || form.phase !== 'writing' ) {
			return;
		}
		const draft = parseDraft( newValue );
		if ( ! draft ) {
			clear( form );
		} else if ( draft.sent ) {
			clear( form );
			Object.assign( form, { phase: 'sent', message: draft.sent } );
		} else {
			fill( form, draft );
		}
	};
	window.addEventListener( 'storage', follow );
	return () => window.removeEventListener( 'storage', follow );
}

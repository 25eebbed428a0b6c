/* The form in the browser: photos travel while the text is written, and nothing written is lost. */
import { getElement, store, withSyncEvent } from '@wordpress/interactivity';
import { RestError } from '@throughline/rest';

import type { NewStory, Story } from '../../src/contract.ts';
import { complaints, type Field } from '../../src/stories/check.ts';
import {
	clear,
	FINE,
	focus,
	here,
	isReady,
	isUnderWay,
	keep,
	mirror,
	part,
	PREFIX,
	placeOf,
	restore,
	sent,
	written,
	type FormContext,
} from './form.ts';
import { thoughts } from './guidelines.ts';
import { add, arrived, gone, remove, send } from './photos.ts';
import { limits, phrase, rest, sentence, signIn } from './words.ts';

/** A sentence about the photo that a directive stands in, by its number. */
function about( name: string, offset = 0 ): string {
	const place = placeOf( here() ) + 1;
	return phrase( name, place, place + offset );
}

/** The box to tick, as long as there is one. */
const acknowledgement = ( form: FormContext ) =>
	form.known
		? null
		: ( part< HTMLInputElement >(
				form,
				'guidelines'
			) as HTMLInputElement | null );

/** Says what is wrong beside each field and above them all. */
function isFine( form: FormContext ): boolean {
	const wrong = { ...FINE };
	const lost = form.photos.find( ( { status } ) => status === 'failed' );
	if ( lost ) {
		wrong.photos = phrase(
			lost.again ? 'photoFailed' : 'photoRefused',
			placeOf( form, lost ) + 1
		);
	}
	const box = acknowledgement( form );
	if ( box && ! box.checked ) {
		wrong.guidelines = phrase( 'throughline_guidelines_missing' );
	}
	complaints(
		{ ...written( form ), photos: form.photos.length },
		limits
	).forEach( ( { field, code } ) => ( wrong[ field ] ||= phrase( code ) ) );
	form.wrong = wrong;
	form.problems = ( Object.keys( wrong ) as Field[] )
		.filter( ( field ) => wrong[ field ] )
		.map( ( field ) => ( {
			href: `#${ form.id }-${ field }`,
			text: wrong[ field ],
		} ) );
	return ! form.problems.length;
}

function story( form: FormContext ): NewStory {
	const { submission, title, text, department, photos, recognisable } =
		written( form );
	return {
		submission,
		title,
		text,
		department,
		recognisable: photos.length ? recognisable : '',
		photos: photos.map( ( { id, alt } ) => ( { id, alt } ) ),
		guidelines: Number( acknowledgement( form )?.value ?? 0 ),
	};
}

/** A story that was not taken: everything stays, and the person learns what to do. */
function refuse( form: FormContext, error: unknown ): void {
	const text = sentence( error );
	const { status, data } =
		error instanceof RestError ? error : { status: 0, data: undefined };
	const { field, photo } = ( data ?? {} ) as {
		field?: Field;
		photo?: number;
	};
	if ( photo ) {
		gone( form, photo, text );
	}
	if ( field === 'guidelines' ) {
		// They came into force after this page was made: only a new one has them.
		form.problems = [
			{
				text: phrase( 'throughline_guidelines_changed' ) || text,
				href: window.location.href.replace( /#.*/, '' ),
			},
		];
	} else if ( field && field in FINE ) {
		form.wrong[ field ] = text;
		form.problems = [ { text, href: `#${ form.id }-${ field }` } ];
	} else if ( status === 401 ) {
		form.problems = [ { text, href: signIn, target: '_blank' } ];
	} else {
		form.problems = [ { text } ];
	}
}

/** The colour behind the form, for the bar at the bottom of a phone, which text slides under. */
function ground( element: Element | null ): string {
	const { backgroundColor = '' } = element ? getComputedStyle( element ) : {};
	return ! element || ! /^transparent|[,/] 0\)$/.test( backgroundColor )
		? backgroundColor
		: ground( element.parentElement );
}

store( 'throughline/story-form', {
	state: {
		get isUnderWay(): boolean {
			return isUnderWay( here().photo );
		},
		get isReady(): boolean {
			return isReady( here().photo );
		},
		get isFailed(): boolean {
			return here().photo.status === 'failed';
		},
		get isFirst(): boolean {
			return placeOf( here() ) === 0;
		},
		get isLast(): boolean {
			return placeOf( here() ) === here().photos.length - 1;
		},
		get isOnly(): boolean {
			return here().photos.length === 1;
		},
		get altId(): string {
			return `${ here().id }-alt-${ here().photo.upload }`;
		},
		get name(): string {
			return about( 'photo' );
		},
		get progressName(): string {
			return about( 'progress' );
		},
		get removeName(): string {
			return about( 'remove' );
		},
		get againName(): string {
			return about( 'again' );
		},
		get openName(): string {
			return about( 'open' );
		},
		get describe(): string {
			return about( 'describe' );
		},
		get before(): string {
			return about( 'before', -1 );
		},
		get beforeName(): string {
			return about( 'beforeName', -1 );
		},
		get after(): string {
			return about( 'after', 1 );
		},
		get afterName(): string {
			return about( 'afterName', 1 );
		},
		get hasPhotos(): boolean {
			return !! here().photos.length;
		},
		get isFull(): boolean {
			return here().photos.length >= limits.photos;
		},
		get hasProblems(): boolean {
			return !! here().problems.length;
		},
		get isNudged(): boolean {
			return !! here().nudges.length;
		},
		get isTextWrong(): boolean {
			return !! here().wrong.text;
		},
		get isTitleWrong(): boolean {
			return !! here().wrong.title;
		},
		get isSent(): boolean {
			return here().phase === 'sent';
		},
		get isSending(): boolean {
			return here().phase === 'sending';
		},
		get counter(): string {
			return phrase( 'counter', here().length, limits.text );
		},
		get sendLabel(): string {
			const { phase, photos, nudges } = here();
			if ( phase !== 'sending' ) {
				return phrase( nudges.length ? 'sendAnyway' : 'send' );
			}
			return phrase( photos.some( isUnderWay ) ? 'waiting' : 'sending' );
		},
	},
	actions: {
		write( event: Event ) {
			const form = here();
			const field = ( event.target as HTMLInputElement ).name.slice(
				PREFIX.length
			);
			if ( field in form.wrong ) {
				form.wrong[ field as Field ] = '';
			}
			keep( form );
		},
		choose( event: Event ) {
			const input = event.target as HTMLInputElement;
			add( here(), input.files ?? [] );
			// The same file can be chosen again after it was removed.
			input.value = '';
		},
		drag: withSyncEvent( ( event: DragEvent ) => {
			if ( event.dataTransfer?.types.includes( 'Files' ) ) {
				event.preventDefault();
			}
		} ),
		drop: withSyncEvent( ( event: DragEvent ) => {
			if ( event.dataTransfer?.files.length ) {
				event.preventDefault();
				add( here(), event.dataTransfer.files );
			}
		} ),
		alt( event: Event ) {
			here().photo.alt = ( event.target as HTMLInputElement ).value;
			keep( here() );
		},
		/** This browser can't show it, HEIC mostly; the server's picture comes later. */
		blank() {
			here().photo.src = '';
		},
		again() {
			send( here(), here().photo.upload );
		},
		*remove() {
			const form = here();
			form.said = about( 'removed' );
			remove( form );
			form.wrong.photos = '';
			keep( form );
			yield* focus( () => part( form, 'add' ) );
		},
		*move( event: Event ) {
			const form = here();
			const { upload } = form.photo;
			const from = placeOf( form );
			const { name } = ( event.target as Element ).closest( 'button' )!;
			const to = from + ( name === 'before' ? -1 : 1 );
			const photos = [ ...form.photos ];
			photos.splice( to, 0, ...photos.splice( from, 1 ) );
			form.photos = photos;
			form.said = phrase( 'moved', from + 1, to + 1 );
			keep( form );
			// The moved node lost the focus; at either end its button has gone, the other one is left.
			yield* focus( () => {
				const item = part( form, `alt-${ upload }` ).closest( 'li' );
				return (
					item?.querySelector< HTMLElement >(
						`[name=${ name }]:not([hidden])`
					) ?? item?.querySelector( '[name]:not([hidden])' )
				);
			} );
		},
		send: withSyncEvent( function* ( event: SubmitEvent ) {
			event.preventDefault();
			const form = here();
			// Enter in the title presses the first button, which sends nothing.
			if (
				form.phase !== 'writing' ||
				( event.submitter as HTMLButtonElement | null )?.value ===
					'save'
			) {
				return;
			}
			form.phase = 'sending';
			let ready = isFine( form );
			if ( ready ) {
				yield arrived();
				ready = isFine( form );
			}
			if ( ready && ! form.nudged ) {
				form.nudged = true;
				form.nudges = thoughts( form.key, written( form ) );
				if ( form.nudges.length ) {
					form.phase = 'writing';
					yield* focus( () => part( form, 'nudge' ) );
					return;
				}
			}
			if ( ready ) {
				try {
					const answer: Story = yield rest.post(
						'stories',
						story( form )
					);
					sent( form, answer );
					yield* focus( () => part( form, 'sent' ) );
					return;
				} catch ( error ) {
					refuse( form, error );
				}
			}
			form.phase = 'writing';
			yield* focus( () => part( form, 'problems' ) );
		} ),
		*visit( event: Event ) {
			// A link alone scrolls, and not every browser focuses what it leads to.
			const href =
				( event.target as Element ).getAttribute( 'href' ) ?? '';
			yield* focus( () =>
				document.getElementById( href.replace( /^#/, '' ) )
			);
		},
		*another() {
			const form = here();
			form.phase = 'writing';
			// Another tab may have begun the next one.
			restore( form );
			yield* focus( () => part( form, 'add' ) );
		},
		*discard() {
			const form = here();
			form.photos.forEach( ( photo ) => remove( form, photo ) );
			clear( form );
			form.said = phrase( 'discarded' );
			yield* focus( () => part( form, 'add' ) );
		},
	},
	callbacks: {
		start() {
			const { ref } = getElement();
			restore( here() );
			ref?.classList.add( 'is-ready' );
			ref?.style.setProperty( '--ground', ground( ref ) );
			return mirror( here() );
		},
	},
} );

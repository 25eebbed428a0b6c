/* Writing in place: a draft survives, and what was sent is shown at once. */
import type { SentComment } from '../../src/contract.ts';
import { uuid } from '../../src/uuid.ts';
import { field, keep, links, LINKS, phrases, say, value } from './form.ts';
import { edit, mine, show, withdraw } from './own.ts';
import { idOf, type Page } from './read.ts';

const DRAFT = 'throughline-dialog-draft-';
const NAME = 'throughline-dialog-name';

const draft = ( form: HTMLFormElement ) =>
	DRAFT +
	( form.id === 'respond' ? '' : 'ask-' ) +
	value( form, 'write' ) +
	'-' +
	value( form, 'parent' );

let token: Promise< string > | undefined;
let submission = '';

/** A guest's token, fetched when the form is touched: pages that a cache keeps have none. */
function fetchToken( { rest, signedIn, dialog }: Page ): Promise< string > {
	token ??= signedIn
		? Promise.resolve( '' )
		: rest
				.post< { token: string } >( 'token', {
					post: Number( dialog.dataset.post ),
				} )
				.then( ( answer ) => answer.token );
	token.catch( () => ( token = undefined ) );
	return token;
}

function count( form: HTMLFormElement ): void {
	const left =
		Number( form.dataset.length ) - [ ...value( form, 'text' ) ].length;
	const said = form.querySelector( '.throughline-write__count' );
	if ( said ) {
		said.textContent =
			left < 300
				? phrases[ left < 0 ? 'over' : 'left' ].replace(
						'%s',
						String( Math.abs( left ) )
					)
				: '';
	}
}

/** Restores drafts, and finds what waits. */
export function begin( page: Page ): void {
	mine( page ).catch( () => {} );
	document
		.querySelectorAll< HTMLFormElement >( '.throughline-write' )
		.forEach( ( form ) => {
			// The block that asks a desk stands anywhere on the page.
			if ( value( form, 'write' ) === page.dialog.dataset.post ) {
				attend( page, form );
			}
		} );
}

function attend( page: Page, form: HTMLFormElement ): void {
	const text = field( form, 'text' )!;
	text.value ||= keep( draft( form ) );
	form.classList.toggle( 'is-open', !! text.value );
	if ( page.signedIn ) {
		form.querySelector( '.throughline-write__who' )?.remove();
	} else if ( field( form, 'name' ) ) {
		[ field( form, 'name' )!.value, field( form, 'mail' )!.value ] = (
			keep( NAME ) + '\n'
		).split( '\n' ) as [ string, string ];
	}
	form.addEventListener( 'focusin', () => {
		form.classList.add( 'is-open' );
		fetchToken( page ).catch( () => {} );
	} );
	form.addEventListener( 'input', () => {
		keep( draft( form ), text.value );
		if ( field( form, 'name' ) ) {
			keep(
				NAME,
				`${ value( form, 'name' ) }\n${ value( form, 'mail' ) }`
			);
		}
		count( form );
	} );
	form.addEventListener( 'submit', ( event ) => {
		event.preventDefault();
		submit( page, form );
	} );
	form.addEventListener( 'keydown', ( event ) => {
		if ( event.key === 'Escape' && value( form, 'parent' ) !== '0' ) {
			const id = value( form, 'parent' );
			move( page, form );
			page.dialog
				.querySelector< HTMLElement >(
					`#comment-${ id } [data-act=reply]`
				)
				?.focus();
		}
	} );
}

/** The form goes below the comment that it answers, or back to its place. */
function move( { dialog }: Page, form: HTMLFormElement, to?: Element ): void {
	keep( draft( form ), value( form, 'text' ) );
	field( form, 'parent' )!.value = to ? idOf( to ) : '0';
	field( form, 'text' )!.value = keep( draft( form ) );
	const before = to
		? to.querySelector( 'article' )
		: dialog.querySelector( '.throughline-write-place' );
	if ( ! dialog.querySelector( '.throughline-write-place' ) ) {
		const mark = document.createElement( 'div' );
		mark.className = 'throughline-write-place';
		form.before( mark );
	}
	before?.after( form );
	say( form, '' );
	count( form );
}

async function submit( page: Page, form: HTMLFormElement ): Promise< void > {
	const button = form.querySelector( 'button' )!;
	if ( button.ariaDisabled ) {
		return;
	}
	button.ariaDisabled = 'true';
	submission ||= uuid();
	const { post } = page.dialog.dataset;
	try {
		const ask = field( form, 'ask' ) as HTMLInputElement | null;
		const sent = await page.rest.post< SentComment >( 'comments', {
			post: Number( post ),
			parent: Number( value( form, 'parent' ) ),
			text: value( form, 'text' ),
			name: value( form, 'name' ),
			mail: value( form, 'mail' ),
			ask:
				ask && ( ask.checked || ask.type === 'hidden' )
					? Number( ask.value )
					: 0,
			follow: ( field( form, 'follow' ) as HTMLInputElement | null )
				?.checked,
			submission,
			sealed: value( form, 'sealed' ),
			token: await fetchToken( page ),
			website: value( form, 'website' ),
		} );
		if ( ! page.signedIn ) {
			keep(
				LINKS + post,
				[ ...links( post ).slice( -9 ), sent.own ].join( ' ' )
			);
		}
		submission = '';
		token = undefined;
		field( form, 'text' )!.value = '';
		keep( draft( form ), '' );
		if ( form.id === 'respond' ) {
			move( page, form );
		}
		form.classList.remove( 'is-open' );
		const item = show( page, sent.shown );
		if ( item ) {
			item.tabIndex = -1;
			item.focus();
		} else {
			window.location.href = sent.link || sent.mine;
		}
	} catch ( error ) {
		const { message, code, data } = error as {
			message: string;
			code: string;
			data?: { field?: string };
		};
		if ( /early|token/.test( code ) ) {
			token = undefined;
			fetchToken( page ).catch( () => {} );
		}
		say( form, message || phrases.network, data?.field );
	}
	button.ariaDisabled = null;
}

/** Whether this link is one of ours to follow here. */
export function act( page: Page, link: HTMLElement ): boolean {
	const item = link.closest< HTMLElement >( '.throughline-comment' );
	const form = page.dialog.querySelector< HTMLFormElement >( '#respond' );
	switch ( link.dataset.act ) {
		case 'reply':
			if ( ! form || ! item ) {
				return false;
			}
			move( page, form, item );
			field( form, 'text' )!.focus();
			return true;
		case 'edit':
			if ( item ) {
				edit( page, item );
			}
			return true;
		case 'withdraw':
			if ( item ) {
				withdraw( page, item, ( link as HTMLAnchorElement ).href );
			}
			return true;
	}
	return false;
}

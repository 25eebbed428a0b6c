/* Writing in place: a draft survives, what was sent is shown at once, and for ten minutes it can be changed. */
import { getConfig } from '@wordpress/interactivity';
import type { OwnComment, SentComment } from '../../src/contract.ts';
import { items, type Page } from './read.ts';

const { phrases } = getConfig( 'throughline/dialog' ) as {
	phrases: Record<
		'left' | 'network' | 'withdraw' | 'save' | 'cancel',
		string
	>;
};
/** What a guest's browser keeps: the names of their pieces here. */
const LINKS = 'throughline-dialog-';
const DRAFT = 'throughline-dialog-draft-';
const NAME = 'throughline-dialog-name';

const field = ( form: HTMLFormElement, name: string ) =>
	form.elements.namedItem( `throughline_${ name }` ) as
		HTMLInputElement | HTMLTextAreaElement | null;
const value = ( form: HTMLFormElement, name: string ) =>
	field( form, name )?.value ?? '';

/** A browser may keep nothing; writing goes on without. */
function keep( key: string, text?: string ): string {
	try {
		if ( text === undefined ) {
			return localStorage.getItem( key ) ?? '';
		}
		if ( text ) {
			localStorage.setItem( key, text );
		} else {
			localStorage.removeItem( key );
		}
	} catch {}
	return '';
}

const links = ( post = '' ): string[] =>
	keep( LINKS + post )
		.split( ' ' )
		.filter( Boolean );

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

function say( form: HTMLFormElement, text: string, name = '' ): void {
	form.querySelector( '[role=alert]' )?.remove();
	form.querySelectorAll( '[aria-invalid]' ).forEach( ( one ) => {
		one.removeAttribute( 'aria-invalid' );
	} );
	if ( text ) {
		const said = document.createElement( 'p' );
		said.role = 'alert';
		said.textContent = text;
		form.querySelector( 'button' )?.before( said );
		const wrong = field( form, name );
		wrong?.setAttribute( 'aria-invalid', 'true' );
		wrong?.focus();
	}
}

function count( form: HTMLFormElement ): void {
	const left =
		Number( form.dataset.length ) - [ ...value( form, 'text' ) ].length;
	const said = form.querySelector( '.throughline-write__count' );
	if ( said ) {
		said.textContent =
			left < 300 ? phrases.left.replace( '%s', String( left ) ) : '';
	}
}

/** What somebody wrote here just now, each where it stands or will stand. */
function show( page: Page, shown: OwnComment[] ): HTMLElement | undefined {
	let last: HTMLElement | undefined;
	for ( const one of shown ) {
		const [ fresh ] = items( one.html );
		const there = document.getElementById( `comment-${ one.id }` );
		if ( fresh ) {
			last = there
				? renew( there, fresh, one )
				: place( page, fresh, one );
			last.dataset.own = one.own;
			last.dataset.text = one.text;
		}
		if ( last && one.until ) {
			const edits = last.querySelector( '[data-act=edit]' );
			setTimeout( () => edits?.remove(), one.until * 1000 );
		}
	}
	return last;
}

/** What stands here already keeps its answers, and who may change it gets the means. */
function renew(
	there: HTMLElement,
	fresh: HTMLElement,
	{ waiting }: OwnComment
): HTMLElement {
	const part = ( item: HTMLElement, name: string ) =>
		item.querySelector( `:scope > article ${ name }` );
	if ( waiting ) {
		there
			.querySelector( ':scope > article' )
			?.replaceWith( ...fresh.children );
		return there;
	}
	const text = part( fresh, '.throughline-comment__text' );
	if ( text ) {
		part( there, '.throughline-comment__text' )?.replaceWith( text );
	}
	if ( ! part( there, '[data-act=withdraw]' ) ) {
		part( there, '.throughline-comment__acts' )?.append(
			...( part( fresh, '.throughline-comment__acts' )?.children ?? [] )
		);
	}
	return there;
}

/** Below the thread that it answers, or before all others. */
function place(
	{ dialog }: Page,
	item: HTMLElement,
	{ parent }: OwnComment
): HTMLElement {
	const above =
		parent &&
		dialog
			.querySelector( `#comment-${ parent }` )
			?.closest( '.throughline-comments > li' );
	let list = above
		? above.querySelector( ':scope > ol' )
		: dialog.querySelector( '.throughline-comments' );
	if ( ! list ) {
		list = document.createElement( 'ol' );
		list.className = above
			? 'throughline-comment__replies'
			: 'throughline-comments';
		if ( above ) {
			above.append( list );
		} else {
			dialog
				.querySelector(
					'#respond, .throughline-write-place, .throughline-dialog__count, h2'
				)
				?.after( list );
		}
	}
	if ( above ) {
		list.append( item );
	} else {
		list.prepend( item );
	}
	return item;
}

async function mine( page: Page ): Promise< void > {
	const { post } = page.dialog.dataset;
	const known = links( post );
	if ( ! known.length && ! page.signedIn ) {
		return;
	}
	const { shown } = await page.rest.post< { shown: OwnComment[] } >(
		'comments/mine',
		{ post: Number( post ), links: known }
	);
	keep(
		LINKS + post,
		shown
			.map( ( { own } ) => own )
			.filter( ( own ) => own.length > 60 )
			.join( ' ' )
	);
	show( page, shown );
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
	field( form, 'parent' )!.value = to?.getAttribute( 'data-id' ) ?? '0';
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
	submission ||= crypto.randomUUID();
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

function change(
	page: Page,
	item: HTMLElement,
	body: { act: string; text?: string }
): Promise< { message: string } > {
	return page.rest.post(
		`comments/${ item.dataset.id }`,
		body,
		item.dataset.own
	);
}

/** A field in place of the words, with the two ways out of it. */
function edit( page: Page, item: HTMLElement ): void {
	const form = document.createElement( 'form' );
	const text = document.createElement( 'textarea' );
	const save = document.createElement( 'button' );
	const cancel = document.createElement( 'button' );
	form.className = 'throughline-write is-open';
	text.name = 'throughline_text';
	text.value = item.dataset.text ?? '';
	text.ariaLabel = page.dialog.querySelector( 'label' )?.textContent ?? '';
	[ save.textContent, cancel.textContent ] = [ phrases.save, phrases.cancel ];
	save.className = 'wp-element-button';
	cancel.type = 'button';
	const words = item.querySelector< HTMLElement >(
		'.throughline-comment__text'
	)!;
	const close = () => {
		form.replaceWith( words );
		item.focus();
	};
	cancel.onclick = close;
	form.onkeydown = ( { key } ) => key === 'Escape' && close();
	form.onsubmit = ( event ) => {
		event.preventDefault();
		event.stopPropagation();
		change( page, item, { act: 'edit', text: text.value } ).then(
			() => mine( page ).then( () => close() ),
			( { message } ) => say( form, message || phrases.network, 'text' )
		);
	};
	form.append( text, save, cancel );
	item.tabIndex = -1;
	words.replaceWith( form );
	text.focus();
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
			// eslint-disable-next-line no-alert -- one question, before something goes.
			if ( item && window.confirm( phrases.withdraw ) ) {
				change( page, item, { act: 'withdraw' } ).then(
					() => item.remove(),
					() =>
						( window.location.href = (
							link as HTMLAnchorElement
						 ).href )
				);
			}
			return true;
	}
	return false;
}

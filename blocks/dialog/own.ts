/* What somebody wrote here: shown at once where it stands or will stand, changed and withdrawn for a while. */
import type { OwnComment } from '../../src/contract.ts';
import { keep, links, LINKS, phrases, say } from './form.ts';
import { idOf, items, type Page } from './read.ts';

/** What somebody wrote here just now, each where it stands or will stand. */
export function show(
	page: Page,
	shown: OwnComment[]
): HTMLElement | undefined {
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
			const edits = last.querySelector( '[data-act=edit]' );
			if ( one.until ) {
				setTimeout( () => edits?.remove(), one.until * 1000 );
			}
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

/** Finds what waits, and what can still be changed. */
export async function mine( page: Page ): Promise< void > {
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

function change(
	page: Page,
	item: HTMLElement,
	body: { act: string; text?: string }
): Promise< { message: string } > {
	return page.rest.post(
		`comments/${ idOf( item ) }`,
		body,
		item.dataset.own
	);
}

/** A field in place of the words, with the two ways out of it. */
export function edit( page: Page, item: HTMLElement ): void {
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
			() => {
				// The words stand there again before they are renewed.
				close();
				mine( page ).catch( () => window.location.reload() );
			},
			( { message } ) => say( form, message || phrases.network, 'text' )
		);
	};
	form.append( text, save, cancel );
	item.tabIndex = -1;
	words.replaceWith( form );
	text.focus();
}

/** For good, after one question. */
export function withdraw( page: Page, item: HTMLElement, link: string ): void {
	// eslint-disable-next-line no-alert -- one question, before something goes.
	if ( window.confirm( phrases.withdraw ) ) {
		change( page, item, { act: 'withdraw' } ).then(
			() => item.remove(),
			() => ( window.location.href = link )
		);
	}
}

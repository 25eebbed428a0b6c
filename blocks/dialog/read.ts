/* Reading on: what follows is put where it belongs, and the focus goes to the first of it. */
import type { Rest } from '@throughline/rest';

export interface Page {
	dialog: HTMLElement;
	rest: Rest;
	signedIn: boolean;
}

/** Of a comment's element. */
export const idOf = ( item: Element ): string =>
	item.id.slice( 'comment-'.length );

/** List items out of HTML. */
export function items( html: string ): HTMLElement[] {
	const box = document.createElement( 'template' );
	box.innerHTML = html;
	return [ ...box.content.children ] as HTMLElement[];
}

/** Whether this link asks for more; where no answer comes, the browser goes there itself. */
export function more( { dialog, rest }: Page, link: HTMLElement ): boolean {
	const { act, root, after, answered } = link.dataset;
	if ( act !== 'more' && act !== 'page' ) {
		return false;
	}
	if ( link.ariaBusy ) {
		return true;
	}
	link.ariaBusy = 'true';
	rest.get< { html: string; after: string | null } >( 'comments', {
		post: dialog.dataset.post,
		order: dialog.dataset.order,
		root,
		after,
		answered: answered && true,
	} ).then(
		( page ) => {
			link.ariaBusy = null;
			const list = root
				? dialog.querySelector( `#comment-${ root } > ol` )
				: dialog.querySelector( '.throughline-comments' );
			const added = items( page.html ).filter(
				( { id } ) => ! document.getElementById( id )
			);
			list?.append( ...added );
			if ( page.after ) {
				link.dataset.after = page.after;
			} else {
				link.parentElement?.remove();
			}
			const [ first ] = added;
			if ( first ) {
				first.tabIndex = -1;
				first.focus( { preventScroll: true } );
			}
		},
		() => {
			window.location.href = ( link as HTMLAnchorElement ).href;
		}
	);
	return true;
}

/** An address of long ago names a comment that stands on no page: it is opened in its context. */
export function find( { dialog }: Page ): void {
	const [ , id ] = /^#comment-(\d+)$/.exec( window.location.hash ) ?? [];
	const url = new URL( window.location.href );
	if (
		id &&
		! document.getElementById( `comment-${ id }` ) &&
		dialog.dataset.post &&
		! url.searchParams.has( 'throughline-comment' )
	) {
		url.searchParams.set( 'throughline-comment', id );
		window.location.replace( url );
	}
}

/* A wall in the page: more cards without leaving it, and days told as one would say them. */
import {
	getConfig,
	getContext,
	getElement,
	store,
	withSyncEvent,
} from '@wordpress/interactivity';
import { connect, type RestSettings } from '@throughline/rest';
import type { WallPage } from '../../src/contract.ts';

import { dayInWords } from '../../src/wall/days.ts';

interface Context {
	/** Cursor of the next page; null when there is none. */
	after: string | null;
	department: number;
	count: number;
	level: number;
	message: string;
	failed: boolean;
	busy: boolean;
}

function tellDays( root: Element ): void {
	for ( const time of root.querySelectorAll( 'time' ) ) {
		const words = dayInWords( time.dateTime, {
			now: new Date(),
			language: document.documentElement.lang,
		} );
		if ( words && ! time.title ) {
			time.title = time.textContent ?? '';
			time.textContent = words;
		}
	}
}

store( 'throughline/wall', {
	callbacks: {
		tellDays() {
			const { ref } = getElement();
			if ( ref ) {
				tellDays( ref );
			}
		},
	},
	actions: {
		more: withSyncEvent( function* (
			event: MouseEvent
		): Generator< Promise< WallPage >, void, WallPage > {
			// A new tab shows the next page by the link's own address.
			if ( event.ctrlKey || event.metaKey || event.shiftKey ) {
				return;
			}
			event.preventDefault();
			const context = getContext< Context >();
			const link = event.target as Element;
			const wall = link.closest( '.wp-block-throughline-wall' );
			const cards = wall?.querySelector( '.throughline-wall__cards' );
			if ( context.busy || ! wall || ! cards ) {
				return;
			}
			context.busy = true;
			const { after, department, count, level } = context;
			const { rest } = getConfig( 'throughline' ) as {
				rest: RestSettings;
			};
			try {
				const page = yield connect( rest ).get< WallPage >( 'wall', {
					after: after ?? '',
					department,
					count,
					level,
				} );
				const first = cards.children.length;
				cards.insertAdjacentHTML( 'beforeend', page.html );
				tellDays( cards );
				context.failed = false;
				context.message = page.message;
				cards.children[ first ]?.querySelector( 'a' )?.focus();
				context.after = page.after;
			} catch {
				context.failed = true;
				context.message =
					wall.querySelector< HTMLElement >( '[data-failed]' )
						?.dataset.failed ?? '';
			}
			context.busy = false;
		} ),
	},
} );

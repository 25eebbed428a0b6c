/* The number in the admin menu, which PHP printed when the page was made, follows what happens on the desk. */
import { COUNTED } from './store/lists';
import { _n, sprintf } from '@wordpress/i18n';

/** "17", and "100+" where the server stopped counting. */
export function shown( count: number, language: string ): string {
	return (
		new Intl.NumberFormat( language ).format( count ) +
		( count >= COUNTED ? '+' : '' )
	);
}

export function showInMenu( count: number, language: string ): void {
	const bubble = document.querySelector(
		'#toplevel_page_throughline .awaiting-mod'
	);
	const number = bubble?.querySelector( '.pending-count' );
	const spoken = bubble?.querySelector( '.screen-reader-text' );
	if ( ! bubble || ! number || ! spoken ) {
		return;
	}
	const text = shown( count, language );
	bubble.className = `awaiting-mod count-${ count }`;
	number.textContent = text;
	spoken.textContent = sprintf(
		/* translators: %s: number of pieces, "100+" for many. */
		_n( '%s piece waits', '%s pieces wait', count, 'throughline' ),
		text
	);
}

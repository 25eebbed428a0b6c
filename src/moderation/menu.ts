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

/** Where PHP printed it: the menu and its first item (plugin/Moderation/Screen.php), and the toolbar (Toolbar.php). */
const PLACES = [
	'#toplevel_page_throughline .awaiting-mod',
	'#wp-admin-bar-throughline .ab-label',
];

export function showInMenu( count: number, language: string ): void {
	const text = shown( count, language );
	const sentence = sprintf(
		/* translators: %s: number of pieces, "100+" for many. */
		_n( '%s piece waits', '%s pieces wait', count, 'throughline' ),
		text
	);
	for ( const bubble of document.querySelectorAll( PLACES.join() ) ) {
		bubble.className = bubble.className.replace(
			/count-\d+/,
			`count-${ count }`
		);
		const number = bubble.querySelector( '.pending-count' ) ?? bubble;
		number.textContent = text;
		const spoken = bubble.parentElement?.querySelector(
			'.screen-reader-text'
		);
		if ( spoken ) {
			spoken.textContent = sentence;
		}
	}
}

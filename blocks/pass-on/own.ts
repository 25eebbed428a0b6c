/* For colleagues alone, and loaded for them: words that are chosen, changed, and carried by the links below. */
export function attend( words: HTMLTextAreaElement, url: string ): void {
	const own = words.closest( '.throughline-pass-on__own' )!;
	own.addEventListener( 'click', ( { target } ) => {
		const chosen = ( target as Element ).closest< HTMLElement >(
			'[data-words]'
		)?.dataset.words;
		if ( chosen ) {
			words.value = chosen;
			words.focus();
			carry();
		}
	} );
	const carry = () => {
		for ( const link of own.querySelectorAll< HTMLAnchorElement >(
			'a[data-pass]'
		) ) {
			link.dataset.from ??= link.href;
			link.href = withWords( link.dataset.from, words.value, url );
		}
	};
	words.addEventListener( 'input', carry );
}

/** The words go where a network takes words; where it takes an address alone, nowhere. */
function withWords( link: string, text: string, page: string ): string {
	const address = new URL( link );
	for ( const [ name, value ] of [ ...address.searchParams ] ) {
		if ( /^(text|body)$/.test( name ) ) {
			address.searchParams.set(
				name,
				value.includes( page ) ? `${ text } ${ page }`.trim() : text
			);
		}
	}
	return address.href.replaceAll( '+', '%20' );
}

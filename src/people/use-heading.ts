/* Who opens a part of the page begins at its heading: the link that they followed is gone. */
import { useEffect, useRef } from '@wordpress/element';

export function useHeading< T extends HTMLElement >( isThere: boolean ) {
	const heading = useRef< T >( null );
	useEffect( () => {
		if ( isThere ) {
			heading.current?.focus();
		}
	}, [ isThere ] );
	return heading;
}

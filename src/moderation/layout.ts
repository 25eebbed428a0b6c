/* How much fits beside each other: measured, since the admin menu takes its share and a zoomed window is a phone. */
import { useLayoutEffect, useRef, useState } from '@wordpress/element';
import type { RefObject } from 'react';

/** `wide`: list, piece and decision. `medium`: the list, then piece and decision. `narrow`: one after the other. */
export type Layout = 'wide' | 'medium' | 'narrow';

const WIDE = 980;
const MEDIUM = 600;
/** Below this height panes that scroll on their own would be slits. */
const TALL = 460;

export interface Measured {
	layout: Layout;
	/** The panes fill the window and scroll on their own. */
	fills: boolean;
}

export function layoutOf( width: number ): Layout {
	if ( width >= WIDE ) {
		return 'wide';
	}
	return width >= MEDIUM ? 'medium' : 'narrow';
}

export function useLayout(): [ RefObject< HTMLDivElement >, Measured ] {
	const ref = useRef< HTMLDivElement >( null );
	const [ measured, setMeasured ] = useState< Measured >( {
		layout: 'wide',
		fills: true,
	} );
	useLayoutEffect( () => {
		const desk = ref.current;
		if ( ! desk ) {
			return undefined;
		}
		const measure = () => {
			const layout = layoutOf( desk.getBoundingClientRect().width );
			// Notices of core and of other plugins stand above the desk.
			const top = desk.getBoundingClientRect().top + window.scrollY;
			const fills =
				layout !== 'narrow' && window.innerHeight - top >= TALL;
			desk.style.setProperty( '--tl-top', `${ top }px` );
			setMeasured( ( before ) =>
				before.layout === layout && before.fills === fills
					? before
					: { layout, fills }
			);
		};
		measure();
		const observer = new ResizeObserver( measure );
		observer.observe( desk );
		observer.observe( document.body );
		window.addEventListener( 'resize', measure );
		return () => {
			observer.disconnect();
			window.removeEventListener( 'resize', measure );
		};
	}, [] );
	return [ ref, measured ];
}

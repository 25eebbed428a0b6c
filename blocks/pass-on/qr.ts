/* Drawn on the device, and loaded only when somebody asks for it. */
import { encode } from 'uqr';

/** An SVG of dark squares on white, with the quiet margin that cameras need. */
export function qr( text: string, label: string ): SVGSVGElement {
	const { data, size } = encode( text, { ecc: 'M', border: 4 } );
	const space = 'http://www.w3.org/2000/svg';
	const svg = document.createElementNS( space, 'svg' );
	const path = document.createElementNS( space, 'path' );
	svg.setAttribute( 'viewBox', `0 0 ${ size } ${ size }` );
	svg.setAttribute( 'role', 'img' );
	svg.setAttribute( 'aria-label', label );
	path.setAttribute(
		'd',
		data
			.flatMap( ( row, y ) =>
				row.map( ( dark, x ) =>
					dark ? `M${ x } ${ y }h1v1h-1z` : ''
				)
			)
			.join( '' )
	);
	svg.append( path );
	return svg;
}

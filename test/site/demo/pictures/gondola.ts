// A cabin on its first trip over the fog, empty but for the sandbags.
import { blur, linear, radial, ridge, sheet, times } from './paint.ts';

const cabin = ( x: number, y: number, scale: number, colour: string ) =>
	`<g transform="translate(${ x } ${ y }) scale(${ scale })">
		<path d="M0 -6C30 40 34 90 30 170" fill="none" stroke="#33404c" stroke-width="17"/>
		<path d="M-56 -14H56V10H-56z" fill="#33404c"/>
		<circle cx="-36" cy="-10" r="15" fill="#1e262d"/><circle cx="36" cy="-10" r="15" fill="#1e262d"/>
		<path d="M-150 170H182" stroke="#33404c" stroke-width="16"/>
		<rect x="-186" y="182" width="404" height="300" rx="54" fill="${ colour }"/>
		<path d="M-132 214H6V356H-160V242Q-160 214 -132 214Z" fill="url(#glass)"/>
		<path d="M26 214H164Q192 214 192 242V356H26Z" fill="url(#glass)"/>
		<path d="M-110 356L-30 214H10L-70 356Z" fill="#fff" opacity=".4"/>
		<path d="M-150 356q10 -44 56 -40t54 40zM-66 356q6 -52 56 -46t16 46zM40 356q14 -50 60 -44t70 44z" fill="#cbb489"/>
		<path d="M-186 400H218V420H-186z" fill="#fff" opacity=".55"/>
		<path d="M-132 482H164Q150 508 120 508H-90Q-118 508 -132 482Z" fill="#3a2a33"/>
	</g>`;

export const gondola = sheet( {
	width: 1600,
	height: 1200,
	defs:
		linear( 'sky', [
			[ 0, '#6fa6c9' ],
			[ 0.5, '#bfd9dc' ],
			[ 0.8, '#fbe6c4' ],
			[ 1, '#ffd9ae' ],
		] ) +
		linear( 'far', [
			[ 0, '#8fb2c3' ],
			[ 1, '#dfe6de' ],
		] ) +
		linear( 'mid', [
			[ 0, '#4f7d88' ],
			[ 1, '#c3d6d2' ],
		] ) +
		linear( 'near', [
			[ 0, '#234d50' ],
			[ 1, '#4f7a75' ],
		] ) +
		linear( 'glass', [
			[ 0, '#e5f4fa' ],
			[ 1, '#8fbad0' ],
		] ) +
		radial( 'sun', [
			[ 0, '#fffbe8' ],
			[ 0.25, '#fff2c9', 0.9 ],
			[ 1, '#fff2c9', 0 ],
		] ) +
		blur( 'fog', 34 ),
	body: `
		<rect width="1600" height="1200" fill="url(#sky)"/>
		<circle cx="360" cy="520" r="430" fill="url(#sun)"/>
		${ ridge(
			[
				[ 0, 640 ],
				[ 190, 520 ],
				[ 330, 610 ],
				[ 560, 420 ],
				[ 700, 560 ],
				[ 900, 470 ],
				[ 1160, 660 ],
				[ 1400, 500 ],
				[ 1600, 600 ],
			],
			1100,
			'url(#far)'
		) }
		<ellipse cx="700" cy="800" rx="1000" ry="90" fill="#fff8ea" opacity=".85" filter="url(#fog)"/>
		${ ridge(
			[
				[ 0, 860 ],
				[ 240, 730 ],
				[ 460, 830 ],
				[ 760, 700 ],
				[ 1010, 830 ],
				[ 1270, 640 ],
				[ 1600, 790 ],
			],
			1200,
			'url(#mid)'
		) }
		<ellipse cx="900" cy="960" rx="1100" ry="80" fill="#fdf6e8" opacity=".9" filter="url(#fog)"/>
		<path d="M-20 420L1620 110" stroke="#33404c" stroke-width="9"/>
		<path d="M-20 470L1620 168" stroke="#33404c" stroke-width="5" opacity=".6"/>
		<g fill="#3d4c58"><path d="M236 330H270L322 1200H180Z"/><rect x="130" y="346" width="246" height="22" rx="9"/></g>
		${ times(
			6,
			( index ) =>
				`<path d="M${ 232 - index * 8 } ${ 440 + index * 110 }L${
					282 + index * 8
				} ${
					520 + index * 110
				}" stroke="#6b7d8b" stroke-width="7" opacity=".8"/>`
		).join( '' ) }
		${ cabin( 560, 314, 0.42, '#d8682f' ) }
		${ cabin( 1090, 210, 1.15, '#d9402f' ) }
		<path d="M0 1110C260 1010 420 1100 640 1080S1100 1160 1600 1040V1200H0Z" fill="url(#near)"/>
		<g fill="#1c4144">${ times( 30, ( index ) => {
			const x = 10 + index * 56;
			const y = 1130 + ( ( index * 29 ) % 40 );
			const tall = 80 + ( ( index * 53 ) % 60 );
			return `<path d="M${ x - 28 } ${ y }L${ x } ${ y - tall }L${
				x + 28
			} ${ y }Z"/>`;
		} ).join( '' ) }<rect y="1126" width="1600" height="80"/></g>`,
} );

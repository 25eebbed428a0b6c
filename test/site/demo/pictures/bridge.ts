// A bridge of larch over the stream behind the training workshop, upright as from a phone.
import { linear, radial, sheet, times, worker } from './paint.ts';

const trees = ( y: number, tall: number, step: number, fill: string ) =>
	times( Math.ceil( 1300 / step ), ( index ) => {
		const x = index * step + ( ( index * 31 ) % 30 );
		const h = tall + ( ( index * 67 ) % 130 );
		return `<path d="M${ x - h * 0.22 } ${ y }L${ x } ${ y - h }L${
			x + h * 0.22
		} ${ y }Z" fill="${ fill }"/>`;
	} ).join( '' );

const planks = times(
	21,
	( index ) =>
		`<rect x="${ 110 + index * 48 }" y="-6" width="42" height="30" rx="4" fill="${
			[ '#d8a25f', '#c98f4d', '#e0b173' ][ index % 3 ]
		}" transform="translate(0 ${ (
			( ( index - 10 ) / 10 ) ** 2 *
			70
		).toFixed( 0 ) })"/>`
).join( '' );

const posts = times( 6, ( index ) => {
	const x = 150 + index * 190;
	const y = ( ( ( x - 610 ) / 480 ) ** 2 * 70 ).toFixed( 0 );
	return `<rect x="${ x - 11 }" y="-160" width="22" height="168" rx="6" fill="#9d6a33" transform="translate(0 ${ y })"/>`;
} ).join( '' );

export const bridge = sheet( {
	width: 1200,
	height: 1600,
	defs:
		linear( 'sky', [
			[ 0, '#bfe3ec' ],
			[ 1, '#f4f3d9' ],
		] ) +
		linear( 'water', [
			[ 0, '#5fb0b7' ],
			[ 1, '#1f6f80' ],
		] ) +
		linear( 'bank', [
			[ 0, '#8fbf5a' ],
			[ 1, '#4d8a3f' ],
		] ) +
		linear( 'mist', [
			[ 0, '#fdfbe8', 0 ],
			[ 1, '#fdfbe8', 0.85 ],
		] ) +
		radial( 'sun', [
			[ 0, '#fffef0' ],
			[ 0.3, '#fff8cf', 0.8 ],
			[ 1, '#fff8cf', 0 ],
		] ),
	body: `
		<rect width="1200" height="1600" fill="url(#sky)"/>
		<circle cx="860" cy="330" r="460" fill="url(#sun)"/>
		${ trees( 900, 460, 92, '#a9cdb2' ) }
		<rect y="520" width="1200" height="390" fill="url(#mist)"/>
		${ trees( 980, 390, 118, '#5c9a7a' ) }
		${ trees( 1040, 280, 146, '#2f6f56' ) }
		<path d="M0 990C300 940 420 1010 600 1010S960 940 1200 980V1600H0Z" fill="url(#bank)"/>
		<path d="M560 1020C520 1120 380 1230 300 1600H960C900 1280 700 1140 640 1020Z" fill="url(#water)"/>
		<g fill="none" stroke="#e3f6f5" stroke-width="9" stroke-linecap="round" opacity=".7"><path d="M520 1330q60 -24 120 0t120 0"/><path d="M430 1440q70 -28 140 0t140 0"/><path d="M560 1540q60 -24 120 0t120 0"/></g>
		<g fill="#7c8a86"><ellipse cx="350" cy="1420" rx="84" ry="44"/><ellipse cx="910" cy="1390" rx="96" ry="52"/><ellipse cx="800" cy="1510" rx="60" ry="34"/></g>
		<g fill="#a3b0ab"><ellipse cx="340" cy="1404" rx="62" ry="24"/><ellipse cx="900" cy="1370" rx="70" ry="28"/></g>
		<g transform="translate(-10 1180)">
			<path d="M110 110Q610 -60 1110 110L1110 150Q610 -10 110 150Z" fill="#7a4f22"/>
			<path d="M140 150L250 330H300L220 128ZM1080 150L970 330H920L1000 128Z" fill="#6b4419"/>
			${ posts }${ planks }
			<path d="M110 -76Q610 -246 1110 -76" fill="none" stroke="#b47b3d" stroke-width="24" stroke-linecap="round"/>
			<path d="M110 -14Q610 -184 1110 -14" fill="none" stroke="#b47b3d" stroke-width="14" stroke-linecap="round"/>
		</g>
		${ worker( {
			x: 470,
			y: 1186,
			scale: 0.86,
			jacket: '#e9b52f',
			trousers: '#33485f',
			skin: '#e0b08c',
			hair: '#5a3a20',
			hands: [
				[ -40, -420 ],
				[ 70, -190 ],
			],
		} ) }
		${ worker( {
			x: 640,
			y: 1180,
			scale: 0.82,
			jacket: '#2f7db0',
			trousers: '#33485f',
			skin: '#7d4b2f',
			hair: '#17110e',
			bun: true,
			hands: [
				[ -70, -190 ],
				[ 44, -420 ],
			],
		} ) }
		${ worker( {
			x: 800,
			y: 1196,
			scale: 0.85,
			jacket: '#c9503c',
			trousers: '#33485f',
			skin: '#cf9a70',
			helmet: '#f4f1e6',
		} ) }`,
} );

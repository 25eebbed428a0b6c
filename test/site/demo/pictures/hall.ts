// A hall at half past four, when it belongs to those who clean it.
import { blur, linear, sheet, times, worker } from './paint.ts';

const windows = times( 5, ( index ) => {
	const x = 96 + index * 300;
	return `<g transform="translate(${ x } 120)">
		<rect x="-12" y="-12" width="224" height="404" fill="#d9cbb8"/>
		<rect width="200" height="380" fill="url(#sky)"/>
		<path d="M24 300L150 20H184L58 300Z" fill="#fff" opacity=".42"/>
		<path d="M0 330q40 -46 84 -20t116 -28V380H0Z" fill="#8fb6a5" opacity=".55"/>
		<path d="M100 0V380M0 190H200" stroke="#e9dccb" stroke-width="9"/>
	</g>`;
} ).join( '' );

const light = times(
	5,
	( index ) =>
		`<path d="M${ 96 + index * 300 } 790H${ 296 + index * 300 }L${
			150 + index * 300
		} 1200H${ -110 + index * 300 }Z" fill="url(#shaft)"/>`
).join( '' );

export const hall = sheet( {
	width: 1600,
	height: 1200,
	defs:
		linear( 'sky', [
			[ 0, '#8fcbe6' ],
			[ 0.7, '#f6d9ae' ],
			[ 1, '#f2b987' ],
		] ) +
		linear( 'wall', [
			[ 0, '#efe5d8' ],
			[ 1, '#e2d1bc' ],
		] ) +
		linear( 'floor', [
			[ 0, '#b79f80' ],
			[ 1, '#8f7659' ],
		] ) +
		linear( 'shaft', [
			[ 0, '#fff0c9', 0.75 ],
			[ 1, '#fff0c9', 0.05 ],
		] ) +
		blur( 'soft', 14 ),
	body: `
		<rect width="1600" height="1200" fill="url(#wall)"/>
		<rect width="1600" height="56" fill="#cbb89f"/>
		${ windows }
		<rect y="640" width="1600" height="22" fill="#d2bea4"/>
		<rect y="780" width="1600" height="420" fill="url(#floor)"/>
		${ light }
		<g transform="translate(1130 560)">
			<rect width="330" height="236" rx="10" fill="#56707d"/>
			<rect x="26" y="30" width="180" height="96" rx="6" fill="#7d98a4"/>
			<circle cx="262" cy="80" r="34" fill="#3c525d"/>
			<circle cx="262" cy="80" r="12" fill="#f2c230"/>
			<rect x="-14" y="222" width="358" height="26" fill="#40555f"/>
		</g>
		<ellipse cx="730" cy="1076" rx="300" ry="26" fill="#5e4a33" opacity=".45" filter="url(#soft)"/>
		<path d="M540 1080Q720 1010 1020 1084Q760 1140 540 1080Z" fill="#fff6dd" opacity=".38"/>
		<path d="M776 690L948 1052" stroke="#6b4a24" stroke-width="17" stroke-linecap="round"/>
		<ellipse cx="954" cy="1062" rx="92" ry="26" fill="#f3f1ec"/>
		<path d="M870 1060q84 34 168 2q-10 26 -84 26t-84 -28z" fill="#d9d5cb"/>
		${ worker( {
			x: 690,
			y: 1076,
			scale: 1.32,
			jacket: '#1f8f83',
			trousers: '#2c4a55',
			skin: '#8d5a3b',
			hair: '#231813',
			bun: true,
			hands: [
				[ 76, -250 ],
				[ 104, -208 ],
			],
		} ) }
		<g transform="translate(1092 930)">
			<path d="M0 0H150L132 150H18Z" fill="#f5c22d"/>
			<path d="M0 0H150L146 30H4Z" fill="#ffd95e"/>
			<path d="M8 -4C20 -86 130 -86 142 -4" fill="none" stroke="#5c5c5c" stroke-width="9"/>
			<path d="M96 30H128L116 150H88Z" fill="#fff" opacity=".22"/>
		</g>`,
} );

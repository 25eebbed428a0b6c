// The cat of gate four, on the warmest pallet of the warehouse.
import { linear, radial, sheet, times } from './paint.ts';

const shelves = times( 4, ( index ) => {
	const x = 40 + index * 410;
	return `<g transform="translate(${ x } 90)"><rect width="22" height="760" fill="#2f5f8f"/><rect x="330" width="22" height="760" fill="#2f5f8f"/>${ times(
		3,
		( row ) =>
			`<rect y="${ 220 + row * 250 }" width="352" height="20" fill="#e0782d"/><rect x="36" y="${
				88 + row * 250
			}" width="124" height="132" fill="#c29a6b"/><rect x="176" y="${
				120 + row * 250
			}" width="140" height="100" fill="#${
				[ 'ad8253', 'd2ad7f', '9c7446' ][ ( row + index ) % 3 ]
			}"/>`
	).join( '' ) }</g>`;
} ).join( '' );

export const cat = sheet( {
	width: 1600,
	height: 1200,
	defs:
		linear( 'wall', [
			[ 0, '#d9dee0' ],
			[ 1, '#bcc5c9' ],
		] ) +
		linear( 'floor', [
			[ 0, '#9da6a8' ],
			[ 1, '#7b8587' ],
		] ) +
		linear( 'sun', [
			[ 0, '#fff1b8', 0.8 ],
			[ 1, '#fff1b8', 0 ],
		] ) +
		radial( 'fur', [
			[ 0, '#f0a95c' ],
			[ 1, '#cf7a2b' ],
		] ),
	body: `
		<rect width="1600" height="1200" fill="url(#wall)"/>
		<g opacity=".75">${ shelves }</g>
		<rect y="860" width="1600" height="340" fill="url(#floor)"/>
		<path d="M1000 0H1500L900 1200H120Z" fill="url(#sun)"/>
		<ellipse cx="800" cy="1080" rx="620" ry="40" fill="#3a4244" opacity=".3"/>
		<g>
			<rect x="250" y="870" width="1100" height="46" fill="#d2a566"/><rect x="250" y="930" width="1100" height="30" fill="#b98b4c"/>
			<rect x="250" y="960" width="150" height="90" fill="#a5783c"/><rect x="725" y="960" width="150" height="90" fill="#a5783c"/><rect x="1200" y="960" width="150" height="90" fill="#a5783c"/>
			<rect x="250" y="1046" width="1100" height="36" fill="#c7995a"/>
			<path d="M250 870H1350V880H250Z" fill="#f1cf98"/>
		</g>
		<g transform="translate(800 872)">
			<path d="M330 -40C520 -40 560 -180 470 -210" fill="none" stroke="#cf7a2b" stroke-width="54" stroke-linecap="round"/>
			<path d="M486 -196q-8 -14 -24 -16" fill="none" stroke="#fff3e0" stroke-width="50" stroke-linecap="round"/>
			<path d="M-330 0C-360 -170 -200 -250 40 -250S420 -170 400 0Z" fill="url(#fur)"/>
			<g fill="none" stroke="#a85a18" stroke-width="22" stroke-linecap="round" opacity=".75"><path d="M30 -244Q44 -200 36 -160"/><path d="M120 -238Q140 -190 130 -150"/><path d="M210 -214Q234 -170 226 -130"/><path d="M292 -170Q312 -134 306 -104"/></g>
			<path d="M-340 -4C-340 -50 -270 -50 -250 -4ZM-190 -4C-190 -50 -110 -50 -90 -4Z" fill="#fff3e0"/>
			<g transform="translate(-230 -210)">
				<path d="M-124 -40L-130 -180L-30 -110ZM124 -40L130 -180L30 -110Z" fill="#cf7a2b"/>
				<path d="M-106 -70L-110 -146L-56 -106ZM106 -70L110 -146L56 -106Z" fill="#f3c3a0"/>
				<ellipse rx="150" ry="124" fill="url(#fur)"/>
				<path d="M-84 50Q0 150 84 50Q50 10 0 12T-84 50Z" fill="#fff3e0"/>
				<g fill="none" stroke="#4a2a10" stroke-width="10" stroke-linecap="round"><path d="M-92 -12q32 28 62 0M30 -12q32 28 62 0"/><path d="M0 54v18M0 72q-20 24 -42 10M0 72q20 24 42 10"/></g>
				<path d="M-16 38H16L0 58Z" fill="#c7604b"/>
				<g stroke="#fff3e0" stroke-width="5" stroke-linecap="round"><path d="M-96 44L-190 26M-96 60L-186 72M96 44L190 26M96 60L186 72"/></g>
				<g stroke="#a85a18" stroke-width="16" stroke-linecap="round"><path d="M0 -118V-78M-36 -110V-80M36 -110V-80"/></g>
			</g>
		</g>`,
} );

// A snow groomer before sunrise, its lights on the slope that has to be ready at seven.
import { blur, chance, linear, radial, ridge, sheet, times } from './paint.ts';

const next = chance( 7 );
const flakes = times(
	150,
	() =>
		`<circle cx="${ ( next() * 1600 ).toFixed( 0 ) }" cy="${ (
			next() * 1130
		).toFixed( 0 ) }" r="${ ( 1.6 + next() * 4.6 ).toFixed(
			1
		) }" fill="#fff" opacity="${ ( 0.35 + next() * 0.6 ).toFixed( 2 ) }"/>`
).join( '' );

const stars = times(
	70,
	() =>
		`<circle cx="${ ( next() * 1600 ).toFixed( 0 ) }" cy="${ (
			next() * 330
		).toFixed( 0 ) }" r="${ ( 0.8 + next() * 1.9 ).toFixed(
			1
		) }" fill="#fff" opacity=".7"/>`
).join( '' );

export const groomer = sheet( {
	width: 1600,
	height: 1200,
	defs:
		linear( 'sky', [
			[ 0, '#142a52' ],
			[ 0.45, '#4a76b5' ],
			[ 0.78, '#a9c8e8' ],
			[ 1, '#f4d3c2' ],
		] ) +
		linear( 'far', [
			[ 0, '#d6e4f4' ],
			[ 1, '#8fb0d4' ],
		] ) +
		linear( 'near', [
			[ 0, '#f6faff' ],
			[ 1, '#a9c5e4' ],
		] ) +
		linear( 'snow', [
			[ 0, '#ffffff' ],
			[ 1, '#c4d8ee' ],
		] ) +
		linear( 'red', [
			[ 0, '#ea3d45' ],
			[ 1, '#a80f22' ],
		] ) +
		linear(
			'light',
			[
				[ 0, '#fff3bf', 0.95 ],
				[ 1, '#fff3bf', 0 ],
			],
			[ 0, 0, 1, 0 ]
		) +
		radial( 'lamp', [
			[ 0, '#fffbe6' ],
			[ 0.3, '#fff1ad', 0.9 ],
			[ 1, '#fff1ad', 0 ],
		] ) +
		blur( 'soft', 12 ),
	body: `
		<rect width="1600" height="1200" fill="url(#sky)"/>
		${ stars }
		${ ridge(
			[
				[ 0, 620 ],
				[ 180, 470 ],
				[ 300, 560 ],
				[ 520, 340 ],
				[ 690, 540 ],
				[ 860, 430 ],
				[ 1080, 600 ],
				[ 1330, 380 ],
				[ 1600, 590 ],
			],
			1000,
			'url(#far)'
		) }
		${ ridge(
			[
				[ 0, 800 ],
				[ 260, 560 ],
				[ 420, 700 ],
				[ 760, 330 ],
				[ 980, 610 ],
				[ 1130, 520 ],
				[ 1380, 760 ],
				[ 1600, 640 ],
			],
			1100,
			'url(#near)'
		) }
		<path d="M760 330L842 434L790 470L742 430L690 470L668 432Z" fill="#fff"/>
		<path d="M760 330L980 610L900 690L800 520Z" fill="#6f95c2" opacity=".55"/>
		<path d="M260 560L420 700L380 770L296 660Z" fill="#6f95c2" opacity=".5"/>
		<path d="M0 900C300 800 620 800 900 850S1400 860 1600 800V1200H0Z" fill="url(#snow)"/>
		${ times(
			13,
			( index ) =>
				`<path d="M${ -140 + index * 66 } 1200C${ 60 + index * 56 } 1080 ${
					200 + index * 40
				} 1010 ${ 330 + index * 24 } 962" fill="none" stroke="#8fb0d6" stroke-width="9" opacity=".5"/>`
		).join( '' ) }
		<path d="M990 800L1600 640V1010L1000 880Z" fill="url(#light)"/>
		<ellipse cx="720" cy="1000" rx="360" ry="30" fill="#40628f" opacity=".5" filter="url(#soft)"/>
		<g transform="translate(430 640)">
			<path d="M560 168H690" stroke="#3b4149" stroke-width="24"/>
			<path d="M686 70Q640 190 690 330L728 330Q690 190 728 70Z" fill="#4d555e"/>
			<path d="M36 214Q50 150 130 148H520Q572 150 580 214V262H36Z" fill="url(#red)"/>
			<path d="M176 148L196 24Q200 4 222 4H410Q436 4 448 30L496 148Z" fill="#8f0e1e"/>
			<path d="M216 136L230 44H318V136Z" fill="#cfe8fb"/>
			<path d="M338 136V44H408L446 136Z" fill="#e6f4ff"/>
			<path d="M250 44H286L256 136H216Z" fill="#fff" opacity=".5"/>
			<rect x="214" y="-16" width="210" height="20" rx="8" fill="#2b2f35"/>
			<rect x="20" y="244" width="590" height="106" rx="53" fill="#20242a"/>
			<rect x="40" y="262" width="550" height="70" rx="35" fill="#373d45"/>
			${ times(
				6,
				( index ) =>
					`<circle cx="${ 78 + index * 94 }" cy="297" r="28" fill="#15181c"/><circle cx="${
						78 + index * 94
					}" cy="297" r="11" fill="#7a838d"/>`
			).join( '' ) }
			<rect x="-70" y="250" width="100" height="70" rx="12" fill="#565e68"/>
			<circle cx="560" cy="196" r="80" fill="url(#lamp)"/>
			<circle cx="440" cy="-6" r="60" fill="url(#lamp)"/>
			<circle cx="300" cy="-6" r="52" fill="url(#lamp)"/>
		</g>
		${ flakes }`,
} );

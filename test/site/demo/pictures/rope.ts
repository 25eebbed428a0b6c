// Two hands splice a steel rope: sixty-four metres in which an end disappears.
import { linear, radial, sheet, times } from './paint.ts';

const strands = times(
	30,
	( index ) =>
		`<path d="M${ index * 84 - 460 } 0C${ index * 84 - 400 } 60 ${
			index * 84 - 330
		} 200 ${ index * 84 - 290 } 262L${ index * 84 - 208 } 262C${
			index * 84 - 250
		} 200 ${ index * 84 - 318 } 60 ${
			index * 84 - 376
		} 0Z" fill="url(#strand)" stroke="#1c242b" stroke-width="5"/>
		<path d="M${ index * 84 - 430 } 10C${ index * 84 - 376 } 66 ${
			index * 84 - 312
		} 196 ${
			index * 84 - 270
		} 254" fill="none" stroke="#fff" stroke-width="6" opacity=".38"/>`
).join( '' );

const glove = ( palm: string, cuff: string ) =>
	`<path d="M-92 -30Q-108 -190 -20 -196Q80 -204 96 -60L104 150Q10 196 -76 150Z" fill="${ palm }"/>
	<g fill="none" stroke="${ palm }" stroke-width="58" stroke-linecap="round"><path d="M-66 -60L-70 -226"/><path d="M-10 -80L-8 -262"/><path d="M44 -80L54 -252"/><path d="M88 -40L112 -198"/></g>
	<g fill="none" stroke="#000" opacity=".22" stroke-width="6" stroke-linecap="round"><path d="M-39 -90L-40 -210"/><path d="M18 -96L24 -230"/><path d="M68 -84L84 -200"/></g>
	<path d="M-80 120Q10 168 108 120L122 330H-96Z" fill="${ cuff }"/>
	<path d="M-82 164Q10 210 112 164" fill="none" stroke="#000" opacity=".25" stroke-width="8"/>`;

export const rope = sheet( {
	width: 1600,
	height: 1200,
	defs:
		linear( 'meadow', [
			[ 0, '#cfe3c0' ],
			[ 0.5, '#8cba86' ],
			[ 1, '#4c8a66' ],
		] ) +
		linear(
			'strand',
			[
				[ 0, '#414c55' ],
				[ 0.35, '#aab6be' ],
				[ 0.6, '#7b8891' ],
				[ 1, '#2b343b' ],
			],
			[ 0, 0, 0.3, 1 ]
		) +
		linear( 'under', [
			[ 0, '#163a2a', 0.6 ],
			[ 1, '#163a2a', 0 ],
		] ) +
		linear( 'round', [
			[ 0, '#0a0f12', 0.5 ],
			[ 0.25, '#ffffff', 0.16 ],
			[ 0.6, '#0a0f12', 0 ],
			[ 1, '#0a0f12', 0.75 ],
		] ) +
		linear(
			'pin',
			[
				[ 0, '#f6fafc' ],
				[ 1, '#7f8c95' ],
			],
			[ 0, 0, 1, 0 ]
		) +
		radial( 'spot', [
			[ 0, '#fffbe0', 0.7 ],
			[ 1, '#fffbe0', 0 ],
		] ) +
		radial( 'yellow', [
			[ 0, '#f8e688', 0.9 ],
			[ 1, '#f8e688', 0 ],
		] ) +
		radial( 'white', [
			[ 0, '#fdfdf5', 0.8 ],
			[ 1, '#fdfdf5', 0 ],
		] ) +
		radial( 'pink', [
			[ 0, '#eaa9c1', 0.8 ],
			[ 1, '#eaa9c1', 0 ],
		] ) +
		'<clipPath id="body"><rect x="-500" width="2700" height="262"/></clipPath>',
	body: `
		<rect width="1600" height="1200" fill="url(#meadow)"/>
		<path d="M0 320C260 220 460 330 760 270S1300 200 1600 300V520H0Z" fill="#a9cf9f" opacity=".6"/>
		<path d="M0 470C360 400 700 520 1040 450S1460 420 1600 480V800H0Z" fill="#78ad7d" opacity=".6"/>
		${ times(
			26,
			( index ) =>
				`<circle cx="${ ( index * 263 ) % 1600 }" cy="${
					470 + ( ( index * 197 ) % 700 )
				}" r="${ 22 + ( ( index * 11 ) % 30 ) }" fill="url(#${
					[ 'yellow', 'white', 'pink' ][ index % 3 ]
				})"/>`
		).join( '' ) }
		<circle cx="380" cy="160" r="520" fill="url(#spot)"/>
		<g transform="translate(0 640) rotate(-9)">
			<rect x="-200" y="250" width="2100" height="80" fill="url(#under)"/>
			<g clip-path="url(#body)"><rect x="-500" width="2700" height="262" fill="#343e46"/>${ strands }</g>
			<rect x="-500" width="2700" height="262" fill="url(#round)"/>
		</g>
		<g transform="translate(820 250) rotate(26)"><path d="M-24 -120H24L13 420L0 470L-13 420Z" fill="url(#pin)"/><rect x="-34" y="-300" width="68" height="200" rx="26" fill="#b5462f"/><rect x="-34" y="-300" width="24" height="200" rx="12" fill="#fff" opacity=".2"/></g>
		<g transform="translate(420 830) rotate(24)">${ glove(
			'#e2a33c',
			'#27547d'
		) }</g>
		<g transform="translate(1180 690) rotate(-22)">${ glove(
			'#d6942f',
			'#27547d'
		) }</g>`,
} );

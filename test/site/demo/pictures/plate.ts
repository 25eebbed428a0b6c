// A drive before delivery, with a customer's name to be read on its plate.
import { linear, radial, sheet, times } from './paint.ts';

export const plate = sheet( {
	width: 1600,
	height: 1200,
	defs:
		linear( 'room', [
			[ 0, '#d9e4e8' ],
			[ 1, '#aebdc3' ],
		] ) +
		linear( 'motor', [
			[ 0, '#4f9a83' ],
			[ 0.4, '#2f7a66' ],
			[ 1, '#17463b' ],
		] ) +
		linear(
			'metal',
			[
				[ 0, '#f5f6f4' ],
				[ 1, '#b9bfbd' ],
			],
			[ 0, 0, 1, 1 ]
		) +
		linear( 'shaft', [
			[ 0, '#f4f8fa' ],
			[ 0.5, '#9aa8b1' ],
			[ 1, '#55636c' ],
		] ) +
		radial( 'shine', [
			[ 0, '#ffffff', 0.5 ],
			[ 1, '#ffffff', 0 ],
		] ),
	body: `
		<rect width="1600" height="1200" fill="url(#room)"/>
		<rect y="930" width="1600" height="270" fill="#77868c"/>
		<path d="M0 930H1600V944H0Z" fill="#5d6b71"/>
		<rect x="1240" y="500" width="400" height="150" fill="url(#shaft)"/>
		<rect x="1200" y="430" width="70" height="290" rx="14" fill="#27584b"/>
		<rect x="150" y="210" width="1070" height="700" rx="90" fill="url(#motor)"/>
		${ times(
			15,
			( index ) =>
				`<rect x="190" y="${
					250 + index * 43
				}" width="990" height="15" rx="7" fill="#0f3a30" opacity=".42"/>`
		).join( '' ) }
		<rect x="90" y="170" width="120" height="780" rx="34" fill="#276a58"/>
		<rect x="1130" y="170" width="96" height="780" rx="34" fill="#276a58"/>
		<rect x="560" y="90" width="300" height="150" rx="22" fill="#2f7a66"/>
		<path d="M220 900H360V980H190ZM1000 900H1140L1170 980H1000Z" fill="#17463b"/>
		<circle cx="520" cy="360" r="420" fill="url(#shine)"/>
		<g transform="translate(350 400)">
			<rect x="8" y="12" width="640" height="390" rx="20" fill="#0d2f27" opacity=".5"/>
			<rect width="640" height="390" rx="18" fill="url(#metal)"/>
			<rect x="18" y="18" width="604" height="354" rx="10" fill="none" stroke="#6e7774" stroke-width="5"/>
			<g fill="#59635f"><circle cx="44" cy="44" r="13"/><circle cx="596" cy="44" r="13"/><circle cx="44" cy="346" r="13"/><circle cx="596" cy="346" r="13"/></g>
			<g fill="#2a3330"><rect x="90" y="70" width="460" height="40"/><rect x="90" y="146" width="300" height="22"/><rect x="90" y="196" width="420" height="22"/><rect x="90" y="246" width="250" height="22"/><rect x="90" y="296" width="360" height="22"/></g>
			<g fill="#a33224"><rect x="430" y="240" width="120" height="84" rx="8"/></g>
		</g>`,
} );

// Two millimetres between the blade and its ring, with a feeler gauge in them.
import { linear, radial, sheet, times } from './paint.ts';

export const gap = sheet( {
	width: 1600,
	height: 1200,
	defs:
		linear(
			'ring',
			[
				[ 0, '#57656f' ],
				[ 0.5, '#aebbc5' ],
				[ 1, '#4b5963' ],
			],
			[ 0, 0, 1, 0 ]
		) +
		linear(
			'blade',
			[
				[ 0, '#eef3f7' ],
				[ 1, '#8797a5' ],
			],
			[ 0, 0, 1, 1 ]
		) +
		linear(
			'feeler',
			[
				[ 0, '#ffe9a8' ],
				[ 0.5, '#d9ab3c' ],
				[ 1, '#8e6a17' ],
			],
			[ 0, 0, 1, 0 ]
		) +
		radial( 'lamp', [
			[ 0, '#ffffff', 0.55 ],
			[ 1, '#ffffff', 0 ],
		] ) +
		radial( 'skin', [
			[ 0, '#d7a27a' ],
			[ 1, '#b67c52' ],
		] ),
	body: `
		<rect width="1600" height="1200" fill="#1b262f"/>
		<path d="M-40 -40H700Q840 560 640 1240H-40Z" fill="url(#blade)"/>
		<path d="M700 -40Q840 560 640 1240H560Q760 560 610 -40Z" fill="#5f7080" opacity=".55"/>
		${ times(
			5,
			( index ) =>
				`<path d="M${ -60 + index * 130 } -40Q${ 60 + index * 140 } 560 ${
					-80 + index * 125
				} 1240" fill="none" stroke="#fff" stroke-width="${
					3 + ( index % 2 ) * 5
				}" opacity=".35"/>`
		).join( '' ) }
		<path d="M770 -40Q912 560 710 1240H1640V-40Z" fill="url(#ring)"/>
		<path d="M770 -40Q912 560 710 1240H742Q944 560 802 -40Z" fill="#eef4f8" opacity=".7"/>
		${ times(
			5,
			( index ) =>
				`<g transform="translate(${
					1240 - Math.abs( index - 2 ) * 20
				} ${ 90 + index * 260 })"><circle r="72" fill="#33404a"/><path d="M-50 0L-25 -44H25L50 0L25 44H-25Z" fill="#8b99a4"/><path d="M-50 0L-25 -44H25L20 -34H-20L-40 0Z" fill="#e6edf2"/></g>`
		).join( '' ) }
		<circle cx="420" cy="260" r="560" fill="url(#lamp)"/>
		<g transform="rotate(4 760 560)">
			<path d="M752 330H786V760H752Z" fill="url(#feeler)"/>
			<path d="M690 760H850Q872 760 872 790V1130Q872 1160 842 1160H700Q670 1160 670 1130V790Q670 760 690 760Z" fill="#c43d2f"/>
			<path d="M700 790H726V1130H700Z" fill="#fff" opacity=".25"/>
			<circle cx="771" cy="830" r="26" fill="#e9eef2"/><circle cx="771" cy="830" r="9" fill="#55616b"/>
		</g>
		<g fill="url(#skin)">
			<path d="M900 1240C880 1120 860 1040 862 980Q864 930 914 936Q950 942 956 1010C980 960 1060 960 1090 1040L1160 1240Z"/>
			<path d="M700 1240C650 1180 620 1090 640 1010Q656 960 704 976Q740 992 728 1060L760 1240Z"/>
		</g>
		<path d="M872 968q28 -24 60 2" fill="none" stroke="#f4d6bd" stroke-width="15" stroke-linecap="round" opacity=".8"/>
		<path d="M652 1014q14 -34 48 -26" fill="none" stroke="#f4d6bd" stroke-width="15" stroke-linecap="round" opacity=".8"/>`,
} );

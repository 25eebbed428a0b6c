// Sparks, and a welder who looks at the seam until it is cold.
import { blur, chance, linear, radial, sheet, times } from './paint.ts';

const next = chance( 41 );
const sparks = times( 150, () => {
	const angle = next() * Math.PI * 2;
	const from = 20 + next() * 60;
	const to = from + 60 + next() * next() * 430;
	const drop = ( to - from ) * ( 0.1 + next() * 0.5 );
	const x1 = Math.cos( angle ) * from;
	const y1 = Math.sin( angle ) * from;
	const x2 = Math.cos( angle ) * to;
	const y2 = Math.sin( angle ) * to * 0.86 + drop;
	const xm = Math.cos( angle ) * ( from + to ) * 0.55;
	const ym = Math.sin( angle ) * ( from + to ) * 0.52;
	const colour = [ '#ffd98a', '#ffb648', '#ff8f2b', '#fff3d0' ][
		Math.floor( next() * 4 )
	];
	return `<path d="M${ x1.toFixed( 0 ) } ${ y1.toFixed( 0 ) }Q${ xm.toFixed(
		0
	) } ${ ym.toFixed( 0 ) } ${ x2.toFixed( 0 ) } ${ y2.toFixed(
		0
	) }" fill="none" stroke="${ colour }" stroke-width="${ (
		1.5 +
		next() * 3.2
	).toFixed( 1 ) }" stroke-linecap="round" opacity="${ (
		0.4 +
		next() * 0.6
	).toFixed( 2 ) }"/>`;
} ).join( '' );

export const welding = sheet( {
	width: 1600,
	height: 1200,
	defs:
		linear( 'dark', [
			[ 0, '#0f1419' ],
			[ 1, '#1a2027' ],
		] ) +
		radial( 'glow', [
			[ 0, '#bfe3ff', 0.9 ],
			[ 0.25, '#6fb4ea', 0.55 ],
			[ 0.6, '#2c5d86', 0.22 ],
			[ 1, '#12202c', 0 ],
		] ) +
		radial( 'arc', [
			[ 0, '#ffffff' ],
			[ 0.35, '#eaf6ff' ],
			[ 0.6, '#9fd3ff', 0.7 ],
			[ 1, '#9fd3ff', 0 ],
		] ) +
		linear(
			'plate',
			[
				[ 0, '#30404d' ],
				[ 0.5, '#7d97aa' ],
				[ 1, '#26323c' ],
			],
			[ 0, 0, 1, 0 ]
		) +
		linear(
			'rim',
			[
				[ 0, '#7fc0f0', 0.85 ],
				[ 0.4, '#2b4357', 0.4 ],
				[ 1, '#0c1116', 0 ],
			],
			[ 0, 0, 1, 0 ]
		) +
		blur( 'soft', 9 ),
	body: `
		<rect width="1600" height="1200" fill="url(#dark)"/>
		${ times(
			4,
			( index ) =>
				`<rect x="${
					90 + index * 420
				}" width="38" height="900" fill="#202a33" opacity=".7"/>`
		).join( '' ) }
		<ellipse cx="700" cy="610" rx="980" ry="820" fill="url(#glow)"/>
		<path d="M180 900L560 596H900L1010 900Z" fill="url(#plate)"/>
		<path d="M560 596H900L904 612H552Z" fill="#cfe9fb" opacity=".8"/>
		<rect y="890" width="1600" height="310" fill="#1d252c"/>
		<rect y="890" width="1600" height="10" fill="#4b6273" opacity=".7"/>
		<path d="M240 960H1300" stroke="#33424e" stroke-width="6" opacity=".7"/>
		<g>
			<path d="M1000 1200C980 900 1010 700 1130 640Q1290 590 1390 680C1480 780 1490 960 1500 1200Z" fill="#0b0e12"/>
			<path d="M1000 1200C980 900 1010 700 1130 640L1160 640C1070 720 1040 900 1050 1200Z" fill="url(#rim)"/>
			<path d="M1110 720C1010 760 930 720 840 660" fill="none" stroke="#14191f" stroke-width="92" stroke-linecap="round"/>
			<path d="M1100 690C1010 730 930 690 838 628" fill="none" stroke="#5e93bb" stroke-width="9" opacity=".6" stroke-linecap="round"/>
			<circle cx="834" cy="654" r="58" fill="#a5622c"/>
			<path d="M806 606q44 -14 70 20" fill="none" stroke="#e8b077" stroke-width="9" opacity=".8"/>
			<path d="M826 646L728 602" stroke="#c9d4dc" stroke-width="17" stroke-linecap="round"/>
			<path d="M1086 420Q1096 330 1206 322Q1330 326 1344 440L1330 600Q1290 660 1200 664Q1110 660 1092 590Z" fill="#26323d"/>
			<path d="M1086 420Q1096 330 1206 322Q1150 352 1132 440L1136 610Q1106 620 1092 590Z" fill="#8cc7f2" opacity=".45"/>
			<rect x="1092" y="418" width="150" height="88" rx="10" fill="#0b0e12"/>
			<rect x="1102" y="428" width="130" height="68" rx="6" fill="#e7a33a"/>
			<path d="M1108 488L1160 430H1196L1140 494Z" fill="#fff2cd" opacity=".7"/>
		</g>
		<g transform="translate(708 598)">
			<circle r="250" fill="url(#glow)"/>
			${ sparks }
			<circle r="104" fill="url(#arc)"/>
			<path d="M-230 0H230M0 -190V190" stroke="#fff" stroke-width="4" opacity=".65" filter="url(#soft)"/>
		</g>`,
} );

// The frog that sat in the intake and stopped a turbine of nine megawatts.
import { blur, chance, linear, radial, sheet, times } from './paint.ts';

const next = chance( 9 );
const rain = times( 90, () => {
	const x = next() * 1700;
	const y = next() * 1200;
	const long = 30 + next() * 60;
	return `<path d="M${ x.toFixed( 0 ) } ${ y.toFixed( 0 ) }l${ (
		-long * 0.3
	).toFixed( 0 ) } ${ long.toFixed(
		0
	) }" stroke="#e5f6f3" stroke-width="3" opacity="${ (
		0.15 +
		next() * 0.35
	).toFixed( 2 ) }" stroke-linecap="round"/>`;
} ).join( '' );

const eye = ( x: number ) =>
	`<circle cx="${ x }" cy="-226" r="70" fill="#6fae3d"/><circle cx="${ x }" cy="-234" r="47" fill="#f6d65b"/><ellipse cx="${ x }" cy="-234" rx="37" ry="17" fill="#15200f"/><circle cx="${
		x - 14
	}" cy="-244" r="8" fill="#fff"/>`;

export const frog = sheet( {
	width: 1600,
	height: 1200,
	defs:
		linear( 'back', [
			[ 0, '#1d4f52' ],
			[ 1, '#0f3134' ],
		] ) +
		linear(
			'bar',
			[
				[ 0, '#2a6b69' ],
				[ 0.5, '#4c918b' ],
				[ 1, '#1b4b4c' ],
			],
			[ 0, 0, 1, 0 ]
		) +
		radial( 'skin', [
			[ 0, '#b5dc62' ],
			[ 0.6, '#7fbb45' ],
			[ 1, '#4c8a31' ],
		] ) +
		linear( 'glove', [
			[ 0, '#ffa347' ],
			[ 1, '#d2651b' ],
		] ) +
		blur( 'soft', 22 ),
	body: `
		<rect width="1600" height="1200" fill="url(#back)"/>
		${ times(
			8,
			( index ) =>
				`<rect x="${
					30 + index * 210
				}" y="-10" width="74" height="1220" fill="url(#bar)" opacity=".85"/>`
		).join( '' ) }
		<rect y="180" width="1600" height="46" fill="#123a3c" opacity=".8"/>
		${ rain }
		<ellipse cx="800" cy="930" rx="560" ry="60" fill="#05191a" opacity=".6" filter="url(#soft)"/>
		<path d="M180 1200C240 980 380 900 560 880C720 866 900 872 1060 886C1240 900 1370 990 1420 1200Z" fill="url(#glove)"/>
		<g fill="none" stroke="#a84a0f" stroke-width="9" opacity=".55" stroke-linecap="round"><path d="M560 900C600 980 610 1080 600 1180"/><path d="M800 884C820 980 820 1090 810 1190"/><path d="M1040 900C1030 990 1040 1090 1050 1180"/></g>
		<path d="M1230 960C1330 860 1420 820 1480 850C1530 880 1500 960 1420 1010L1300 1090Z" fill="url(#glove)"/>
		<path d="M380 930Q620 850 900 870T1250 940" fill="none" stroke="#ffd09a" stroke-width="13" opacity=".6" stroke-linecap="round"/>
		<g transform="translate(800 820) scale(1.12)">
			<path d="M-300 70C-420 40 -420 -110 -300 -130C-220 -140 -190 -60 -200 20Z" fill="#5a9a36"/>
			<path d="M300 70C420 40 420 -110 300 -130C220 -140 190 -60 200 20Z" fill="#5a9a36"/>
			<path d="M-260 40C-280 -120 -200 -250 0 -256S280 -120 260 40Q140 96 0 96T-260 40Z" fill="url(#skin)"/>
			<path d="M-200 40Q0 120 200 40Q150 -30 0 -32T-200 40Z" fill="#eef3c0"/>
			${ eye( -128 ) }${ eye( 128 ) }
			<path d="M-186 -92Q0 10 186 -92" fill="none" stroke="#2f5d1f" stroke-width="11" stroke-linecap="round"/>
			<g fill="#2f5d1f"><circle cx="-26" cy="-146" r="7"/><circle cx="26" cy="-146" r="7"/></g>
			<g fill="#5f9f38" opacity=".75"><circle cx="-60" cy="-200" r="16"/><circle cx="20" cy="-216" r="11"/><circle cx="204" cy="-60" r="18"/><circle cx="-214" cy="-50" r="20"/></g>
			<g fill="none" stroke="#6fae3d" stroke-width="30" stroke-linecap="round"><path d="M-150 60C-170 90 -180 96 -206 104M-150 60C-150 96 -150 104 -156 116M-150 60C-130 90 -122 96 -104 106"/><path d="M150 60C170 90 180 96 206 104M150 60C150 96 150 104 156 116M150 60C130 90 122 96 104 106"/></g>
		</g>`,
} );

// The ladle tips: eleven seconds in which nobody speaks.
import { blur, chance, linear, radial, sheet, times, worker } from './paint.ts';

const next = chance( 1420 );
const embers = times(
	120,
	() =>
		`<circle cx="${ ( 560 + next() * 760 ).toFixed( 0 ) }" cy="${ (
			220 +
			next() * 800
		).toFixed( 0 ) }" r="${ ( 1.5 + next() * 5 ).toFixed( 1 ) }" fill="${
			next() > 0.5 ? '#ffe08a' : '#ff9a3d'
		}" opacity="${ ( 0.3 + next() * 0.7 ).toFixed( 2 ) }"/>`
).join( '' );

export const foundry = sheet( {
	width: 1600,
	height: 1200,
	defs:
		linear( 'dark', [
			[ 0, '#1b0f12' ],
			[ 0.6, '#33161a' ],
			[ 1, '#1a0e10' ],
		] ) +
		radial( 'heat', [
			[ 0, '#ffd27a', 0.95 ],
			[ 0.3, '#ff8a2b', 0.65 ],
			[ 0.7, '#a52c1a', 0.3 ],
			[ 1, '#3a1215', 0 ],
		] ) +
		linear( 'melt', [
			[ 0, '#fff6cf' ],
			[ 0.5, '#ffd34f' ],
			[ 1, '#ff8f1f' ],
		] ) +
		linear(
			'ladle',
			[
				[ 0, '#5b4a47' ],
				[ 0.55, '#3a2c2b' ],
				[ 1, '#8d4a2c' ],
			],
			[ 0, 0, 1, 0 ]
		) +
		blur( 'soft', 20 ) +
		blur( 'wide', 46 ),
	body: `
		<rect width="1600" height="1200" fill="url(#dark)"/>
		<g fill="#120a0c" opacity=".8"><rect x="120" width="46" height="1060"/><rect x="1430" width="46" height="1060"/><rect y="130" width="1600" height="44"/><path d="M166 174L430 130H340L166 160zM1430 174L1160 130H1250L1430 160z"/></g>
		<ellipse cx="980" cy="640" rx="860" ry="780" fill="url(#heat)"/>
		<path d="M780 0V300M620 0V270" stroke="#0f090a" stroke-width="16"/>
		<path d="M560 300C560 220 840 220 840 320" fill="none" stroke="#221515" stroke-width="30"/>
		<g transform="rotate(24 700 460)">
			<path d="M500 320H910L864 650Q700 720 546 650Z" fill="url(#ladle)"/>
			<ellipse cx="705" cy="320" rx="205" ry="44" fill="#ffb43d"/>
			<ellipse cx="705" cy="326" rx="180" ry="31" fill="#fff0b4"/>
			<path d="M870 296L960 330L890 372Z" fill="#4a3633"/>
			<path d="M530 470H886" stroke="#1f1413" stroke-width="17" opacity=".65"/>
			<path d="M544 560H872" stroke="#1f1413" stroke-width="17" opacity=".65"/>
			<circle cx="700" cy="500" r="40" fill="#1d1212"/>
		</g>
		<path d="M936 470C1010 500 1030 620 1030 960H990C990 680 980 560 908 494Z" fill="#ffb63d" opacity=".75" filter="url(#soft)"/>
		<path d="M930 452C1010 490 1026 620 1024 970H996C998 690 982 560 902 496Z" fill="url(#melt)"/>
		<g>
			<path d="M820 960H1210V1130H820Z" fill="#4a342c"/>
			<path d="M820 960H1210V986H820Z" fill="#8a4d2c"/>
			<ellipse cx="1012" cy="964" rx="96" ry="18" fill="#fff1b0"/>
			<ellipse cx="1012" cy="950" rx="190" ry="80" fill="#ffb347" opacity=".55" filter="url(#wide)"/>
			<path d="M850 1020H1180M850 1070H1180" stroke="#2c1e1a" stroke-width="10"/>
		</g>
		<rect y="1120" width="1600" height="80" fill="#150c0d"/>
		<rect y="1116" width="1600" height="7" fill="#ff9a3d" opacity=".45"/>
		${ embers }
		${ worker( {
			x: 330,
			y: 1126,
			scale: 1.3,
			jacket: '#b7b9bd',
			trousers: '#6c6e74',
			skin: '#7a3f27',
			helmet: '#dfe2e6',
			hands: [
				[ -70, -170 ],
				[ 120, -240 ],
			],
		} ) }
		<path d="M486 812L900 1000" stroke="#0e0909" stroke-width="15" stroke-linecap="round"/>
		<path d="M404 744C420 800 420 880 414 946L388 946C396 880 396 800 388 760Z" fill="#ffb15a" opacity=".55"/>`,
} );

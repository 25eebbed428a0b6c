// The night shift at the dam, which has the moon to itself.
import { blur, chance, linear, radial, ridge, sheet, times } from './paint.ts';

const next = chance( 23 );
const stars = times(
	190,
	() =>
		`<circle cx="${ ( next() * 1600 ).toFixed( 0 ) }" cy="${ (
			next() * 620
		).toFixed( 0 ) }" r="${ ( 0.8 + next() * 2.4 ).toFixed(
			1
		) }" fill="#fff" opacity="${ ( 0.3 + next() * 0.7 ).toFixed( 2 ) }"/>`
).join( '' );

export const dam = sheet( {
	width: 1600,
	height: 1200,
	defs:
		linear( 'sky', [
			[ 0, '#0a1230' ],
			[ 0.6, '#1f3566' ],
			[ 1, '#46669a' ],
		] ) +
		linear( 'hill', [
			[ 0, '#15254a' ],
			[ 1, '#0c1730' ],
		] ) +
		linear( 'near', [
			[ 0, '#0f1c36' ],
			[ 1, '#070d1c' ],
		] ) +
		linear(
			'wall',
			[
				[ 0, '#5d6f8d' ],
				[ 0.45, '#a9b9cf' ],
				[ 1, '#3c4c69' ],
			],
			[ 0, 0, 1, 0 ]
		) +
		linear( 'spray', [
			[ 0, '#ffffff', 0.95 ],
			[ 1, '#dbe8fb', 0 ],
		] ) +
		radial( 'moon', [
			[ 0, '#fff9e3', 0.95 ],
			[ 0.2, '#f4e9c6', 0.5 ],
			[ 1, '#8fa9d8', 0 ],
		] ) +
		radial( 'lamp', [
			[ 0, '#fff3c4' ],
			[ 0.25, '#ffd877', 0.8 ],
			[ 1, '#ffd877', 0 ],
		] ) +
		blur( 'mist', 40 ),
	body: `
		<rect width="1600" height="1200" fill="url(#sky)"/>
		${ stars }
		<circle cx="1180" cy="250" r="380" fill="url(#moon)"/>
		<circle cx="1180" cy="250" r="86" fill="#fdf6da"/>
		<g fill="#e6dbb4" opacity=".8"><circle cx="1154" cy="226" r="17"/><circle cx="1204" cy="272" r="23"/><circle cx="1210" cy="214" r="10"/></g>
		${ ridge(
			[
				[ 0, 560 ],
				[ 230, 380 ],
				[ 420, 520 ],
				[ 640, 430 ],
				[ 880, 580 ],
				[ 1130, 470 ],
				[ 1370, 560 ],
				[ 1600, 400 ],
			],
			1000,
			'url(#hill)'
		) }
		<path d="M270 560Q800 640 1330 560L1180 1110Q800 1180 420 1110Z" fill="url(#wall)"/>
		${ times(
			7,
			( index ) =>
				`<path d="M${ 330 + index * 20 } ${ 640 + index * 66 }Q800 ${
					716 + index * 66
				} ${ 1270 - index * 20 } ${
					640 + index * 66
				}" fill="none" stroke="#2c3b57" stroke-width="3" opacity=".55"/>`
		).join( '' ) }
		<path d="M250 540Q800 622 1350 540V572Q800 656 250 572Z" fill="#d5deeb"/>
		${ times( 9, ( index ) => {
			const x = 330 + index * 117;
			const y = 548 + 40 * ( 1 - ( ( x - 800 ) / 540 ) ** 2 );
			return `<path d="M${ x } ${ y }V${
				y - 46
			}" stroke="#e7edf6" stroke-width="5"/><circle cx="${ x }" cy="${
				y - 50
			}" r="48" fill="url(#lamp)"/>`;
		} ).join( '' ) }
		<path d="M700 860C640 960 560 1060 470 1140H760C760 1040 744 950 734 866Z" fill="url(#spray)"/>
		<path d="M870 860C930 960 1010 1060 1100 1140H820C820 1040 826 950 836 866Z" fill="url(#spray)"/>
		<g fill="#1c2a45"><circle cx="717" cy="856" r="27"/><circle cx="853" cy="856" r="27"/></g>
		<ellipse cx="790" cy="1120" rx="420" ry="60" fill="#e9f1fd" opacity=".85" filter="url(#mist)"/>
		<path d="M0 430C140 560 250 620 330 800S440 1120 470 1200H0Z" fill="url(#near)"/>
		<path d="M1600 380C1460 540 1350 620 1270 800S1150 1120 1130 1200H1600Z" fill="url(#near)"/>
		<g fill="#050a16">${ times( 22, ( index ) => {
			const left = index < 11;
			const step = left ? index : index - 11;
			const x = left ? step * 36 : 1600 - step * 36;
			const y = 620 + step * 56;
			return `<path d="M${ x - 34 } ${ y }L${ x } ${ y - 150 }L${
				x + 34
			} ${ y }Z"/>`;
		} ).join( '' ) }</g>
		<rect x="1336" y="700" width="104" height="74" fill="#0a1122"/><path d="M1322 704L1388 650L1454 704Z" fill="#131e38"/><rect x="1366" y="716" width="38" height="34" fill="#ffd877"/><circle cx="1385" cy="733" r="80" fill="url(#lamp)" opacity=".8"/>`,
} );

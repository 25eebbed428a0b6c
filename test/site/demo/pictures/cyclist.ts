// On the bicycle to the shift at the upper station, with the rain still behind the ridge.
import { linear, radial, ridge, sheet, times } from './paint.ts';

const hills = ( y: number, swing: number, shift: number ) =>
	times( 33, ( index ): [ number, number ] => [
		index * 50,
		Math.round(
			y +
				Math.sin( index * 0.34 + shift ) * swing +
				Math.sin( index * 0.81 + shift * 2 ) * swing * 0.28
		),
	] );

const spokes = times(
	14,
	( index ) =>
		`<path transform="rotate(${
			( index * 180 ) / 14
		})" d="M-92 0H92" stroke="#17132a" stroke-width="2"/>`
).join( '' );

const wheel = ( x: number, y: number ) =>
	`<g transform="translate(${ x } ${ y })"><circle r="96" fill="none" stroke="#17132a" stroke-width="13"/>${ spokes }<circle r="11" fill="#17132a"/></g>`;

export const cyclist = sheet( {
	width: 1600,
	height: 1200,
	defs:
		linear( 'sky', [
			[ 0, '#e2705a' ],
			[ 0.35, '#f4a261' ],
			[ 0.75, '#fbd38d' ],
			[ 1, '#fdeabf' ],
		] ) +
		radial( 'halo', [
			[ 0, '#fff8dc', 1 ],
			[ 0.42, '#ffeebb', 0.75 ],
			[ 1, '#ffdf9a', 0 ],
		] ) +
		linear( 'far', [
			[ 0, '#b58aa6' ],
			[ 1, '#d8a59a' ],
		] ) +
		linear( 'mid', [
			[ 0, '#7d679e' ],
			[ 1, '#a07aa0' ],
		] ) +
		linear( 'near', [
			[ 0, '#453a69' ],
			[ 1, '#5a4576' ],
		] ),
	body: `
		<rect width="1600" height="1200" fill="url(#sky)"/>
		<circle cx="1150" cy="420" r="400" fill="url(#halo)"/>
		<circle cx="1150" cy="420" r="158" fill="#fff6d8"/>
		<g fill="#fff1cf" opacity=".55"><rect x="120" y="250" width="420" height="20" rx="10"/><rect x="230" y="296" width="260" height="16" rx="8"/><rect x="1180" y="560" width="330" height="16" rx="8"/></g>
		${ ridge( hills( 700, 96, 0.6 ), 1200, 'url(#far)' ) }
		<path d="M0 380L1600 620" stroke="#5a4570" stroke-width="5" opacity=".8"/>
		<g transform="translate(540 464)"><path d="M0 -3V46" stroke="#5a4570" stroke-width="6"/><rect x="-42" y="44" width="84" height="70" rx="16" fill="#5a4570"/><rect x="-32" y="58" width="64" height="26" rx="6" fill="#ffe3a8"/></g>
		${ ridge( hills( 830, 84, 2.4 ), 1200, 'url(#mid)' ) }
		<path d="M0 1010C300 930 700 920 1000 980S1440 1030 1600 980V1200H0Z" fill="url(#near)"/>
		<path d="M0 1080C380 1004 760 1010 1060 1052S1460 1094 1600 1060V1200H0Z" fill="#2f2650"/>
		<g transform="translate(20 -12) rotate(2 900 1020)">
			${ wheel( 730, 940 ) }${ wheel( 1080, 940 ) }
			<path d="M730 940L820 790L1000 786L886 940ZL820 790M886 940L808 764M1080 940L992 750L1040 726" fill="none" stroke="#17132a" stroke-width="14" stroke-linejoin="round" stroke-linecap="round"/>
			<path d="M770 760H852" stroke="#17132a" stroke-width="20" stroke-linecap="round"/>
			<circle cx="886" cy="940" r="26" fill="#17132a"/>
			<path d="M824 742L918 832L884 946" fill="none" stroke="#1f1838" stroke-width="44" stroke-linecap="round" stroke-linejoin="round"/>
			<path d="M884 946l42 8" stroke="#17132a" stroke-width="22" stroke-linecap="round"/>
			<path d="M826 738C830 640 878 590 934 566" fill="none" stroke="#c8452f" stroke-width="84" stroke-linecap="round"/>
			<path d="M930 580L966 668L1030 722" fill="none" stroke="#b53a27" stroke-width="32" stroke-linecap="round" stroke-linejoin="round"/>
			<circle cx="972" cy="496" r="48" fill="#8a5337"/>
			<path d="M918 496a56 56 0 0 1 112 -8l6 12q-58 -18 -118 -4z" fill="#17132a"/>
			<path d="M800 720C770 668 790 600 840 584L868 660Z" fill="#2b6c74"/>
		</g>`,
} );

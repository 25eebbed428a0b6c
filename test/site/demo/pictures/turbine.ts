// The runner of a turbine, hanging in the hall two millimetres from its ring, and one person for scale.
import { blur, linear, radial, sheet, times, worker } from './paint.ts';

const blades = times( 22, ( index ) => {
	const fill = index % 2 === 0 ? 'url(#blade)' : 'url(#shade)';
	return `<path transform="rotate(${
		( index * 360 ) / 22
	})" d="M-20 -130C-62 -220 -66 -300 -52 -386Q0 -414 50 -384C38 -300 34 -220 34 -130Z" fill="${ fill }"/>
		<path transform="rotate(${
			( index * 360 ) / 22
		})" d="M-20 -130C-62 -220 -66 -300 -52 -386L-40 -391C-52 -300 -46 -220 -8 -130Z" fill="#fff" opacity=".35"/>`;
} ).join( '' );

const bolts = times(
	24,
	( index ) =>
		`<circle transform="rotate(${
			index * 15
		})" cy="-450" r="9" fill="#2a3640"/>`
).join( '' );

export const turbine = sheet( {
	width: 1600,
	height: 1200,
	defs:
		linear( 'wall', [
			[ 0, '#31475a' ],
			[ 0.6, '#1b2a38' ],
			[ 1, '#101921' ],
		] ) +
		linear(
			'blade',
			[
				[ 0, '#eef2f6' ],
				[ 1, '#8f9dab' ],
			],
			[ 0, 0, 1, 1 ]
		) +
		linear(
			'shade',
			[
				[ 0, '#c3ccd6' ],
				[ 1, '#6d7c8b' ],
			],
			[ 0, 0, 1, 1 ]
		) +
		linear(
			'ring',
			[
				[ 0, '#b9c5d0' ],
				[ 0.5, '#77879a' ],
				[ 1, '#485767' ],
			],
			[ 0, 0, 1, 1 ]
		) +
		linear( 'beam', [
			[ 0, '#cfe4f5', 0.32 ],
			[ 1, '#cfe4f5', 0 ],
		] ) +
		radial( 'hub', [
			[ 0, '#ffd27a' ],
			[ 0.45, '#e8a33b' ],
			[ 1, '#b26f18' ],
		] ) +
		radial( 'lamp', [
			[ 0, '#dff0ff', 0.55 ],
			[ 1, '#dff0ff', 0 ],
		] ) +
		blur( 'soft', 22 ) +
		'<pattern id="hazard" width="96" height="96" patternUnits="userSpaceOnUse" patternTransform="skewX(-32)"><rect width="96" height="96" fill="#20242a"/><rect width="48" height="96" fill="#e2ab37"/></pattern>',
	body: `
		<rect width="1600" height="1200" fill="url(#wall)"/>
		${ times(
			9,
			( index ) =>
				`<rect x="${
					40 + index * 188
				}" width="26" height="1060" fill="#4a6175" opacity=".34"/>`
		).join( '' ) }
		<rect y="96" width="1600" height="30" fill="#0d141b" opacity=".75"/>
		<rect y="126" width="1600" height="5" fill="#6d8398" opacity=".5"/>
		<path d="M520 0H760L1120 1070H300Z" fill="url(#beam)"/>
		<path d="M1120 0H1290L1600 980V1070H1180Z" fill="url(#beam)"/>
		<ellipse cx="920" cy="540" rx="720" ry="620" fill="url(#lamp)"/>
		<rect x="852" y="60" width="136" height="86" rx="10" fill="#e2ab37"/>
		<path d="M890 140L700 300M950 140L1140 300" stroke="#0c1218" stroke-width="11"/>
		<ellipse cx="920" cy="1078" rx="560" ry="34" fill="#05080b" opacity=".7" filter="url(#soft)"/>
		<g transform="translate(920 598)">
			<circle r="492" fill="url(#ring)"/>
			<circle r="428" fill="#141d26"/>
			<circle r="424" fill="none" stroke="#e9f2fa" stroke-width="3" opacity=".55"/>
			${ bolts }
			<g transform="rotate(-7)">${ blades }</g>
			<circle r="150" fill="#3d4c5a"/>
			<circle r="150" fill="none" stroke="#8799a9" stroke-width="6"/>
			${ times(
				10,
				( index ) =>
					`<circle transform="rotate(${
						index * 36
					})" cy="-118" r="11" fill="#1c2731"/>`
			).join( '' ) }
			<circle r="62" fill="url(#hub)"/>
			<path d="M-470 -150A492 492 0 0 1 -60 -489" fill="none" stroke="#fff" stroke-width="9" opacity=".55" stroke-linecap="round"/>
		</g>
		<rect y="1070" width="1600" height="130" fill="#161b21"/>
		<rect y="1070" width="1600" height="66" fill="url(#hazard)"/>
		<rect y="1064" width="1600" height="7" fill="#8a97a3" opacity=".6"/>
		${ worker( {
			x: 276,
			y: 1070,
			scale: 1.12,
			jacket: '#e86a2a',
			trousers: '#27405c',
			skin: '#c98f63',
			helmet: '#ffd338',
			vest: true,
			hands: [
				[ -58, -168 ],
				[ 96, -320 ],
			],
		} ) }`,
} );

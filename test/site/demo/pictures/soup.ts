// Lentil soup for three hundred and forty, seen from above.
import { chance, linear, radial, sheet, times } from './paint.ts';

const next = chance( 340 );
const inPot = ( reach: number ): [ number, number ] => {
	const angle = next() * Math.PI * 2;
	const far = Math.sqrt( next() ) * reach;
	return [
		Math.round( Math.cos( angle ) * far ),
		Math.round( Math.sin( angle ) * far ),
	];
};

const lentils = times( 330, () => {
	const [ x, y ] = inPot( 372 );
	const colour = [ '#8d4a1d', '#a75e27', '#70380f', '#c07a3a' ][
		Math.floor( next() * 4 )
	];
	return `<ellipse transform="translate(${ x } ${ y }) rotate(${ Math.round(
		next() * 180
	) })" rx="15" ry="10" fill="${ colour }"/>`;
} ).join( '' );

const carrots = times( 22, () => {
	const [ x, y ] = inPot( 340 );
	return `<g transform="translate(${ x } ${ y })"><circle r="29" fill="#f08a24"/><circle r="19" fill="#f9a94b"/><circle r="6" fill="#f08a24"/></g>`;
} ).join( '' );

const herbs = times( 40, () => {
	const [ x, y ] = inPot( 360 );
	return `<path transform="translate(${ x } ${ y }) rotate(${ Math.round(
		next() * 360
	) })" d="M0 -17Q13 0 0 17Q-13 0 0 -17Z" fill="${
		next() > 0.5 ? '#4f8f3a' : '#77b04e'
	}"/>`;
} ).join( '' );

const tiles = times( 48, ( index ) => {
	const x = ( index % 8 ) * 200;
	const y = Math.floor( index / 8 ) * 200;
	return `<rect x="${ x + 5 }" y="${
		y + 5
	}" width="190" height="190" rx="7" fill="${
		[ '#2f7f93', '#2b7688', '#35889c', '#2a7082' ][
			( index * 7 + Math.floor( index / 8 ) ) % 4
		]
	}"/>`;
} ).join( '' );

const bowl = ( x: number, y: number ) =>
	`<g transform="translate(${ x } ${ y })"><circle cx="14" cy="18" r="176" fill="#0d3843" opacity=".35"/><circle r="174" fill="#f6efe2"/><circle r="140" fill="#e6dac6"/><circle r="128" fill="#b8702b"/><circle cx="-30" cy="-20" r="24" fill="#f08a24"/><circle cx="40" cy="30" r="20" fill="#f08a24"/><path d="M-10 40q12 14 0 30q-14 -12 0 -30zM34 -50q16 10 10 28q-16 -8 -10 -28z" fill="#5c9a41"/><path d="M-128 -20A130 130 0 0 1 -20 -128" fill="none" stroke="#fff" stroke-width="9" opacity=".55" stroke-linecap="round"/></g>`;

export const soup = sheet( {
	width: 1600,
	height: 1200,
	defs:
		radial( 'broth', [
			[ 0, '#d98f3f' ],
			[ 0.75, '#bd7328' ],
			[ 1, '#8f4f17' ],
		] ) +
		linear(
			'steel',
			[
				[ 0, '#f3f6f8' ],
				[ 0.5, '#a9b4bd' ],
				[ 1, '#66727c' ],
			],
			[ 0, 0, 1, 1 ]
		) +
		linear(
			'wood',
			[
				[ 0, '#d9a566' ],
				[ 1, '#a86f34' ],
			],
			[ 0, 0, 1, 0 ]
		),
	body: `
		<rect width="1600" height="1200" fill="#1d5766"/>
		${ tiles }
		<g transform="translate(690 610)">
			<circle cx="26" cy="34" r="500" fill="#0d3843" opacity=".4"/>
			<rect x="-610" y="-66" width="150" height="132" rx="52" fill="none" stroke="url(#steel)" stroke-width="36"/>
			<rect x="460" y="-66" width="150" height="132" rx="52" fill="none" stroke="url(#steel)" stroke-width="36"/>
			<circle r="488" fill="url(#steel)"/>
			<circle r="446" fill="#59646d"/>
			<circle r="424" fill="url(#broth)"/>
			${ lentils }${ carrots }${ herbs }
			<path d="M-424 0A424 424 0 0 1 0 -424" fill="none" stroke="#5b2f0c" stroke-width="20" opacity=".35"/>
			<path d="M-470 -120A488 488 0 0 1 -140 -467" fill="none" stroke="#fff" stroke-width="13" opacity=".7" stroke-linecap="round"/>
			<g transform="rotate(38 60 -40)">
				<ellipse cx="40" cy="20" rx="104" ry="136" fill="#7d4d1f" opacity=".35"/>
				<ellipse cx="30" cy="0" rx="98" ry="130" fill="url(#wood)"/>
				<ellipse cx="30" cy="10" rx="70" ry="96" fill="#b9803f"/>
				<rect x="6" y="-720" width="48" height="610" rx="22" fill="url(#wood)"/>
			</g>
		</g>
		${ bowl( 1400, 210 ) }
		${ bowl( 1440, 640 ) }
		${ bowl( 1390, 1060 ) }`,
} );

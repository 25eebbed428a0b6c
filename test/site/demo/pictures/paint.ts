// What the demo's pictures are drawn with: a sheet of SVG, chance that repeats itself, people and light.

export interface Sheet {
	width: number;
	height: number;
	defs?: string;
	body: string;
}

export function sheet( { width, height, defs = '', body }: Sheet ): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${ width }" height="${ height }" viewBox="0 0 ${ width } ${ height }"><defs>${ defs }</defs>${ body }</svg>`;
}

/** Numbers from 0 to 1 that look random and are the same in every run (Park and Miller's generator). */
export function chance( seed: number ): () => number {
	// Small seeds begin with small numbers.
	let state = ( seed * 7919 + 104729 ) * 31;
	return () => {
		state = ( state * 48271 ) % 2147483647;
		return state / 2147483647;
	};
}

export function times< T >( count: number, draw: ( index: number ) => T ): T[] {
	return Array.from( { length: count }, ( _, index ) => draw( index ) );
}

type Stop = [ offset: number, colour: string, opacity?: number ];

function stops( list: Stop[] ): string {
	return list
		.map(
			( [ offset, colour, opacity = 1 ] ) =>
				`<stop offset="${ offset }" stop-color="${ colour }" stop-opacity="${ opacity }"/>`
		)
		.join( '' );
}

/** From top to bottom, or along the line that is given (0 to 1 in the shape's box). */
export function linear(
	id: string,
	list: Stop[],
	[ x1, y1, x2, y2 ]: [ number, number, number, number ] = [ 0, 0, 0, 1 ]
): string {
	return `<linearGradient id="${ id }" x1="${ x1 }" y1="${ y1 }" x2="${ x2 }" y2="${ y2 }">${ stops(
		list
	) }</linearGradient>`;
}

export function radial( id: string, list: Stop[] ): string {
	return `<radialGradient id="${ id }">${ stops( list ) }</radialGradient>`;
}

export function blur( id: string, radius: number ): string {
	return `<filter id="${ id }" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${ radius }"/></filter>`;
}

/** A ridge of hills or mountains from the left edge to the right, closed at the bottom. */
export function ridge(
	points: Array< [ number, number ] >,
	bottom: number,
	fill: string
): string {
	const path = points
		.map(
			( [ x, y ], index ) => `${ index === 0 ? 'M' : 'L' }${ x } ${ y }`
		)
		.join( '' );
	const first = points[ 0 ]?.[ 0 ] ?? 0;
	const last = points[ points.length - 1 ]?.[ 0 ] ?? 0;
	return `<path d="${ path }L${ last } ${ bottom }L${ first } ${ bottom }Z" fill="${ fill }"/>`;
}

export interface Worker {
	x: number;
	/** Where the feet stand. */
	y: number;
	/** 1 is 400 units tall. */
	scale?: number;
	jacket: string;
	trousers: string;
	skin: string;
	/** A helmet's colour, or hair. */
	helmet?: string;
	hair?: string;
	/** Hair that is tied up. */
	bun?: boolean;
	/** Where the hands are, in units of the figure, from its feet. */
	hands?: [ [ number, number ], [ number, number ] ];
	vest?: boolean;
}

/** A person seen whole, without a face, so that nobody is meant. */
export function worker( {
	x,
	y,
	scale = 1,
	jacket,
	trousers,
	skin,
	helmet,
	hair,
	bun = false,
	hands = [
		[ -62, -170 ],
		[ 62, -170 ],
	],
	vest = false,
}: Worker ): string {
	const arm = ( side: 1 | -1, [ hx, hy ]: [ number, number ] ) => {
		const sx = side * 40;
		const sy = -270;
		const ex = ( sx + hx ) / 2 + side * 16;
		const ey = ( sy + hy ) / 2 + 12;
		return `<path d="M${ sx } ${ sy }Q${ ex } ${ ey } ${ hx } ${ hy }" fill="none" stroke="${ jacket }" stroke-width="36" stroke-linecap="round"/>
			<circle cx="${ hx }" cy="${ hy }" r="17" fill="${ skin }"/>`;
	};
	const head = helmet
		? `<path d="M-42 -362a42 40 0 0 1 84 0l10 8h-104z" fill="${ helmet }"/><path d="M-14 -401h28v40h-28z" fill="#fff" opacity=".22"/>`
		: `<path d="M-38 -352c-6 -62 82 -62 76 0c-2 -22 -24 -30 -38 -30s-36 8 -38 30z" fill="${
				hair ?? '#2b211c'
			}"/>`;
	const knot =
		bun && ! helmet
			? `<circle cx="-6" cy="-394" r="22" fill="${ hair ?? '#2b211c' }"/>`
			: '';
	const stripes = vest
		? `<path d="M-58 -196h116v15h-116zM-60 -160h120v15h-120z" fill="#f7f1d0" opacity=".9"/>`
		: '';
	return `<g transform="translate(${ x } ${ y }) scale(${ scale })">
		<path d="M-52 -150L-46 -6h38L0 -110L8 -6h38L52 -150z" fill="${ trousers }"/>
		<path d="M-52 -12h50v14h-56zM2 -12h50l6 14h-56z" fill="#1a1715"/>
		<path d="M-58 -270Q-54 -300 0 -306Q54 -300 58 -270L64 -140H-64Z" fill="${ jacket }"/>
		${ stripes }
		<path d="M-16 -330h32v34q-16 12 -32 0z" fill="${ skin }"/>
		${ knot }
		<circle cx="0" cy="-352" r="37" fill="${ skin }"/>
		${ head }
		${ arm( -1, hands[ 0 ] ) }${ arm( 1, hands[ 1 ] ) }
	</g>`;
}

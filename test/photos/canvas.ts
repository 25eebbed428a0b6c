// What test photos show: a colour in each corner, upright or as cameras store it.
export type Color = readonly [
	red: number,
	green: number,
	blue: number,
	alpha: number,
];
export type Paint = ( x: number, y: number ) => Color;

export interface Canvas {
	width: number;
	height: number;
	paint: Paint;
}

export const RED: Color = [ 220, 30, 30, 255 ];
export const GREEN: Color = [ 20, 160, 40, 255 ];
export const BLUE: Color = [ 30, 50, 200, 255 ];
export const YELLOW: Color = [ 240, 220, 40, 255 ];

/** A colour in each corner tells which way is up: red and green above, blue and yellow below. */
export const corners =
	( width: number, height: number ): Paint =>
	( x, y ) => {
		const isLeft = x < width / 2;
		if ( y < height / 2 ) {
			return isLeft ? RED : GREEN;
		}
		return isLeft ? BLUE : YELLOW;
	};

/** How a camera stores what is upright when it is turned as Exif's orientation says. */
const STORED: Record< number, ( u: number, v: number ) => [ number, number ] > =
	{
		1: ( u, v ) => [ u, v ],
		2: ( u, v ) => [ 1 - u, v ],
		3: ( u, v ) => [ 1 - u, 1 - v ],
		4: ( u, v ) => [ u, 1 - v ],
		5: ( u, v ) => [ v, u ],
		6: ( u, v ) => [ 1 - v, u ],
		7: ( u, v ) => [ 1 - v, 1 - u ],
		8: ( u, v ) => [ v, 1 - u ],
	};

/** The upright picture as it lies in a file with this orientation; 5 to 8 stand it on its side. */
export function stored( orientation: number, upright: Canvas ): Canvas {
	const isOnSide = orientation > 4;
	const width = isOnSide ? upright.height : upright.width;
	const height = isOnSide ? upright.width : upright.height;
	const place = STORED[ orientation ];
	return {
		width,
		height,
		paint: ( x, y ) => {
			const [ u, v ] = place?.(
				( x + 0.5 ) / width,
				( y + 0.5 ) / height
			) ?? [ 0, 0 ];
			return upright.paint(
				Math.floor( u * upright.width ),
				Math.floor( v * upright.height )
			);
		},
	};
}

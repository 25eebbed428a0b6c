/* Makes a photo small enough for a phone's network, on the device, where the browser can. */

/** Longest edge in pixels: the server keeps no more, so no more has to travel. */
export const MAX_EDGE = 2560;
/** Bytes that a photo should weigh; one that is below stays as it is. */
export const TARGET = 500_000;

/**
 * From what nobody sees to what nobody minds. `weight` is what each leaves of the first one's bytes, as Chromium
 * encoded photos of 8 to 10 megapixels from three phones.
 */
const TRIES = [
	{ edge: MAX_EDGE, quality: 0.82, weight: 1 },
	{ edge: MAX_EDGE, quality: 0.72, weight: 0.77 },
	{ edge: MAX_EDGE, quality: 0.6, weight: 0.62 },
	{ edge: 2048, quality: 0.66, weight: 0.48 },
	{ edge: 1600, quality: 0.7, weight: 0.35 },
	{ edge: 1600, quality: 0.55, weight: 0.28 },
	{ edge: 1280, quality: 0.5, weight: 0.16 },
] as const;

export interface Picture {
	width: number;
	height: number;
	/** A JPEG of this size, or null when the browser fails. */
	encode: (
		size: { width: number; height: number },
		quality: number
	) => Promise< Blob | null >;
	close: () => void;
}

/** Width and height within the edge, never bigger than they are, never less than a pixel. */
export function within(
	picture: { width: number; height: number },
	edge: number
) {
	const scale = Math.min(
		1,
		edge / Math.max( picture.width, picture.height )
	);
	return {
		width: Math.max( 1, Math.round( picture.width * scale ) ),
		height: Math.max( 1, Math.round( picture.height * scale ) ),
	};
}

/** Upright, as the camera meant it; rejects what the browser can't read, HEIC mostly. */
async function decode( file: Blob ): Promise< Picture > {
	const bitmap = await createImageBitmap( file, {
		imageOrientation: 'from-image',
	} );
	return {
		width: bitmap.width,
		height: bitmap.height,
		close: () => bitmap.close(),
		encode: ( size, quality ) => {
			const canvas = Object.assign(
				document.createElement( 'canvas' ),
				size
			);
			const context = canvas.getContext( '2d' );
			if ( ! context ) {
				return Promise.resolve( null );
			}
			// JPEG knows no transparency; unpainted it would turn black.
			context.fillStyle = '#fff';
			context.fillRect( 0, 0, size.width, size.height );
			context.imageSmoothingQuality = 'high';
			context.drawImage( bitmap, 0, 0, size.width, size.height );
			return new Promise( ( resolve ) =>
				canvas.toBlob( resolve, 'image/jpeg', quality )
			);
		},
	};
}

async function lightest( picture: Picture ): Promise< Blob | null > {
	let best: Blob | null = null;
	let first = 0;
	for ( const { edge, quality, weight } of TRIES ) {
		// Encoding costs a phone time: what will be too heavy is left out.
		const isLast = weight === TRIES[ TRIES.length - 1 ]?.weight;
		if ( first * weight > TARGET * 1.1 && ! isLast ) {
			continue;
		}
		const blob = await picture.encode( within( picture, edge ), quality );
		// A canvas that is too big for a device comes out empty or as PNG.
		if ( blob?.type !== 'image/jpeg' || ! blob.size ) {
			return best;
		}
		first ||= blob.size;
		best = blob;
		if ( blob.size <= TARGET ) {
			break;
		}
	}
	return best;
}

/** The photo as it should travel: smaller when that works, else as it is; the server decides about it. */
export async function shrink(
	file: Blob,
	read: ( file: Blob ) => Promise< Picture > = decode
): Promise< Blob > {
	if ( file.size <= TARGET ) {
		return file;
	}
	try {
		const picture = await read( file );
		const smaller = await lightest( picture ).finally( picture.close );
		return smaller && smaller.size < file.size ? smaller : file;
	} catch {
		return file;
	}
}

// How a photo gets small enough for a phone's network.
import { describe, expect, test, vi } from 'vitest';
import {
	MAX_EDGE,
	shrink,
	TARGET,
	within,
	type Picture,
} from '../../src/stories/shrink.ts';

const photo = ( bytes: number ) => new Blob( [ new Uint8Array( bytes ) ] );

/** A picture whose JPEG weighs this many bytes a megapixel at full quality. */
function picture( weight: number, size = { width: 4032, height: 3024 } ) {
	const tries: Array< { width: number; height: number; quality: number } > =
		[];
	const close = vi.fn();
	const read = async (): Promise< Picture > => ( {
		...size,
		close,
		encode: async ( { width, height }, quality ) => {
			tries.push( { width, height, quality } );
			const bytes = ( ( width * height ) / 1e6 ) * weight * quality ** 2;
			return new Blob( [ new Uint8Array( bytes ) ], {
				type: 'image/jpeg',
			} );
		},
	} );
	return { tries, close, read };
}

describe( 'Within an edge', () => {
	test.each( [
		[
			{ width: 4032, height: 3024 },
			{ width: 2560, height: 1920 },
		],
		[
			{ width: 3024, height: 4032 },
			{ width: 1920, height: 2560 },
		],
		[
			{ width: 800, height: 600 },
			{ width: 800, height: 600 },
		],
		[
			{ width: 20000, height: 3 },
			{ width: 2560, height: 1 },
		],
	] )( '%j becomes %j', ( from, to ) => {
		expect( within( from, MAX_EDGE ) ).toEqual( to );
	} );
} );

describe( 'A photo', () => {
	test( 'of 12 megapixels travels with at most 500 kB, in few tries', async () => {
		for ( const weight of [
			100_000, 200_000, 300_000, 500_000, 700_000,
		] ) {
			const { read, tries, close } = picture( weight );
			const blob = await shrink( photo( 4_000_000 ), read );
			expect( blob.size ).toBeLessThanOrEqual( TARGET );
			expect( blob.type ).toBe( 'image/jpeg' );
			expect( tries.length ).toBeLessThanOrEqual( 3 );
			expect( close ).toHaveBeenCalledOnce();
		}
	} );

	test( 'keeps the most of its quality that fits', async () => {
		const { read, tries } = picture( 100_000 );
		await shrink( photo( 4_000_000 ), read );
		expect( tries ).toEqual( [
			{ width: 2560, height: 1920, quality: 0.82 },
		] );
	} );

	test( 'that is light already stays as it is, unread', async () => {
		const file = photo( TARGET );
		const read = vi.fn();
		expect( await shrink( file, read ) ).toBe( file );
		expect( read ).not.toHaveBeenCalled();
	} );

	test( 'that the browser can’t read goes as it is', async () => {
		const file = photo( 3_000_000 );
		const read = () => Promise.reject( new Error( 'HEIC' ) );
		expect( await shrink( file, read ) ).toBe( file );
	} );

	test( 'goes as it is where a device can’t encode, or makes it heavier', async () => {
		const file = photo( 600_000 );
		const encoded = async ( blob: Blob | null ) =>
			shrink( file, async () => ( {
				width: 4032,
				height: 3024,
				close: () => undefined,
				encode: async () => blob,
			} ) );
		expect( await encoded( null ) ).toBe( file );
		expect(
			await encoded( new Blob( [ 'x' ], { type: 'image/png' } ) )
		).toBe( file );
		expect(
			await encoded(
				new Blob( [ new Uint8Array( 700_000 ) ], {
					type: 'image/jpeg',
				} )
			)
		).toBe( file );
	} );
} );

// What it costs to take in a 12-megapixel photo of a phone, beside core taking it into the media library.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { StackSite } from '../site/stack.ts';
import { kB, median, times, visit, type Cost, type Row } from './bench.ts';

const ROUNDS = 7;
const MB = 1024 * 1024;

export async function photo( site: StackSite ): Promise< Row[] > {
	const file = join( dirname( site.root ), 'photo.jpg' );
	await site.run(
		`return ( require $args['code'] )( $args['file'], 4032, 3024 );`,
		{ code: join( import.meta.dirname, 'photo.php' ), file }
	);
	const picture = await readFile( file );
	const employee = await site.signIn( 'employee' );
	const admin = await site.signIn( 'admin' );

	const takeIn = () => {
		const body = new FormData();
		body.set( 'upload', randomUUID() );
		body.set( 'photo', new Blob( [ picture ] ), 'IMG_1234.jpg' );
		return visit( site, {
			path: '/wp-json/throughline/v1/photos',
			plugin: 'on',
			session: employee,
			init: { method: 'POST', body },
		} );
	};
	const takeInByCore = () =>
		visit( site, {
			path: '/wp-json/wp/v2/media',
			plugin: 'off',
			session: admin,
			init: {
				method: 'POST',
				body: picture,
				headers: {
					'Content-Type': 'image/jpeg',
					'Content-Disposition':
						'attachment; filename="IMG_1234.jpg"',
				},
			},
		} );

	const ours: Cost[] = [];
	const core: Cost[] = [];
	for ( let round = 0; round <= ROUNDS; round++ ) {
		const one = await takeIn();
		const other = await takeInByCore();
		// The first of each warms up.
		if ( round ) {
			ours.push( one );
			core.push( other );
		}
	}
	const seconds = ( costs: Cost[], time: 'ms' | 'cpu' = 'ms' ) =>
		median( costs.map( ( cost ) => cost[ time ] ) ) / 1000;
	const peak = ( costs: Cost[] ) =>
		median( costs.map( ( cost ) => cost.memory ) ) / MB;
	const what = `photo of 12 megapixels (${ kB(
		picture.length
	) }), whole request`;
	return [
		{
			what: `${ what }: PHP`,
			ours: `${ seconds( ours ).toFixed( 2 ) } s`,
			core: `${ seconds( core ).toFixed( 2 ) } s`,
			against: times( seconds( ours ) / seconds( core ) ),
			target: 'at most 1.5 s',
			met: seconds( ours ) <= 1.5,
		},
		{
			what: `${ what }: of it processor time`,
			ours: `${ seconds( ours, 'cpu' ).toFixed( 2 ) } s`,
			core: `${ seconds( core, 'cpu' ).toFixed( 2 ) } s`,
			against: times( seconds( ours, 'cpu' ) / seconds( core, 'cpu' ) ),
			target: '',
			met: null,
		},
		{
			what: `${ what }: most memory of the process`,
			ours: `${ peak( ours ).toFixed( 0 ) } MB`,
			core: `${ peak( core ).toFixed( 0 ) } MB`,
			against: times( peak( ours ) / peak( core ) ),
			target: 'at most 256 MB',
			met: peak( ours ) <= 256,
		},
	];
}

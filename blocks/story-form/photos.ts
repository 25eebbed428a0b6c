/* Photos on their way: chosen, shrunk, sent, sent again, removed. */
import { RestError } from '@throughline/rest';

import type { Photo } from '../../src/contract.ts';
import { refusal } from '../../src/stories/check.ts';
import { uuid } from '../../src/uuid.ts';
import { createQueue } from '../../src/stories/queue.ts';
import { shrink } from '../../src/stories/shrink.ts';
import {
	isReady,
	isUnderWay,
	keep,
	placeOf,
	type FormContext,
} from './form.ts';
import { limits, mayRetry, phrase, rest, sentence } from './words.ts';

const queue = createQueue();
const files = new Map< string, File >();

/** Settled when no photo is on its way any more. */
export const arrived = () => queue.idle();

async function travel(
	file: File,
	upload: string,
	options: { signal: AbortSignal; onProgress: ( fraction: number ) => void }
): Promise< Photo > {
	const blob = await shrink( file );
	if ( blob.size > limits.bytes ) {
		throw new RestError( 'throughline_photo_too_large', '', {
			status: 413,
		} );
	}
	const name =
		blob === file ? file.name : file.name.replace( /(\.\w+)?$/, '.jpg' );
	const body = new FormData();
	body.append( 'photo', blob, name );
	body.append( 'upload', upload );
	return rest.upload( 'photos', body, options );
}

export function send( form: FormContext, upload: string ): void {
	const photo = form.photos.find( ( one ) => one.upload === upload );
	const file = files.get( upload );
	if ( ! photo || ! file ) {
		return;
	}
	Object.assign( photo, { status: 'waiting', progress: 0, problem: '' } );
	queue.add( upload, async ( signal ) => {
		photo.status = 'sending';
		try {
			const { id } = await travel( file, upload, {
				signal,
				onProgress: ( fraction ) => ( photo.progress = fraction ),
			} );
			photo.src ||= rest.address( `photos/${ id }/thumbnail` );
			Object.assign( photo, { id, status: 'ready' } );
			// Once, when all are here: a screen reader shouldn't count along.
			if ( ! form.photos.some( isUnderWay ) ) {
				form.said = phrase(
					'arrived',
					form.photos.filter( isReady ).length
				);
			}
		} catch ( error ) {
			if ( signal.aborted ) {
				return;
			}
			Object.assign( photo, {
				status: 'failed',
				problem: sentence( error, file.name ),
				again: mayRetry( error ),
			} );
			const name = phrase( 'photo', placeOf( form, photo ) + 1 );
			form.said = `${ name }: ${ photo.problem }`;
		}
		keep( form );
	} );
}

export function add( form: FormContext, chosen: Iterable< File > ): void {
	const refused: string[] = [];
	for ( const file of chosen ) {
		const code =
			form.photos.length < limits.photos
				? refusal( file, limits )
				: 'throughline_too_many_photos';
		if ( code ) {
			refused.push( phrase( code, file.name ) );
			continue;
		}
		const upload = uuid();
		files.set( upload, file );
		form.photos = [
			...form.photos,
			{
				upload,
				id: 0,
				name: file.name,
				alt: '',
				src: URL.createObjectURL( file ),
				status: 'waiting',
				progress: 0,
				problem: '',
				again: true,
			},
		];
		send( form, upload );
	}
	form.wrong.photos = refused.join( ' ' );
	form.said = form.wrong.photos;
	keep( form );
}

export function remove( form: FormContext, photo = form.photo ): void {
	const { upload, id, src } = photo;
	queue.cancel( upload );
	files.delete( upload );
	URL.revokeObjectURL( src );
	form.photos = form.photos.filter( ( one ) => one.upload !== upload );
	if ( id ) {
		// Nothing is lost if this fails: what no story claims is gone after a day.
		rest.remove( `photos/${ id }` ).catch( () => undefined );
	}
}

/** A photo that the server has no more; what this device still has can be sent again. */
export function gone( form: FormContext, id: number, problem: string ): void {
	form.photos.forEach( ( photo ) => {
		if ( photo.id === id ) {
			Object.assign( photo, {
				id: 0,
				status: 'failed',
				problem,
				again: files.has( photo.upload ),
			} );
		}
	} );
}

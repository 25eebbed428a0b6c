/* What the form checks by itself before anything is sent; the server checks all of it again. */
import type { Recognisable } from './draft.ts';

export type Field = 'text' | 'title' | 'photos' | 'recognisable' | 'guidelines';

/** The server's codes, so that both say the same sentence. */
export type Complaint =
	| 'throughline_empty_story'
	| 'throughline_text_too_long'
	| 'throughline_title_too_long'
	| 'throughline_recognisable_missing'
	| 'throughline_too_many_photos';

export interface Limits {
	text: number;
	title: number;
	photos: number;
	/** Bytes of one photo. */
	bytes: number;
	/** Media types this server can take. */
	types: string[];
}

/** As the server counts: an emoji of one code point is one character, a line break too. */
export function characters( text: string ): number {
	let count = 0;
	for ( const character of text ) {
		count += character === '\r' ? 0 : 1;
	}
	return count;
}

export interface Written {
	text: string;
	title: string;
	recognisable: Recognisable;
	photos: number;
}

/** In the order of the form. */
export function complaints(
	written: Written,
	limits: Limits
): Array< { field: Field; code: Complaint } > {
	const { text, title, photos, recognisable } = written;
	const found: Array< { field: Field; code: Complaint } > = [];
	if ( photos > limits.photos ) {
		found.push( { field: 'photos', code: 'throughline_too_many_photos' } );
	}
	if ( photos && ! recognisable ) {
		found.push( {
			field: 'recognisable',
			code: 'throughline_recognisable_missing',
		} );
	}
	if ( ! photos && ! text.trim() ) {
		found.push( { field: 'text', code: 'throughline_empty_story' } );
	}
	if ( characters( text ) > limits.text ) {
		found.push( { field: 'text', code: 'throughline_text_too_long' } );
	}
	if ( characters( title ) > limits.title ) {
		found.push( { field: 'title', code: 'throughline_title_too_long' } );
	}
	return found;
}

export type Refusal =
	| 'throughline_photo_video'
	| 'throughline_photo_svg'
	| 'throughline_photo_type_refused';

/** Why a file is not even shown as a photo; nothing for whatever may be one. */
export function refusal(
	file: { name: string; type: string },
	limits: Limits
): Refusal | undefined {
	const { type } = file;
	if ( type.startsWith( 'video/' ) ) {
		return 'throughline_photo_video';
	}
	if ( type === 'image/svg+xml' ) {
		return 'throughline_photo_svg';
	}
	// Some systems name no type, HEIC above all: the server looks into the file.
	if (
		type &&
		! limits.types.includes( type ) &&
		! type.startsWith( 'image/' )
	) {
		return 'throughline_photo_type_refused';
	}
	return undefined;
}

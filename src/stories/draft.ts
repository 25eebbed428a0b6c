/* What somebody has written so far, as it is kept on their own device. */

/** `''` as long as nobody answered; a story without photos is never asked. */
export type Recognisable = '' | 'nobody' | 'me' | 'others';

/** A photo that has arrived. `upload` is what this device called it, `id` what the server calls it. */
export interface DraftPhoto {
	id: number;
	upload: string;
	name: string;
	alt: string;
}

export interface Draft {
	/** The same on every try, in every tab: sending twice makes one story. */
	submission: string;
	text: string;
	title: string;
	department: number;
	recognisable: Recognisable;
	photos: DraftPhoto[];
	/** Photos that were still on their way: a reload loses them, and says so. */
	onTheWay: number;
	/** What the server answered; a moment later the draft is gone. Tells other tabs. */
	sent?: string;
}

type Shelf = Pick< Storage, 'getItem' | 'setItem' | 'removeItem' >;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Nothing in it that would be missed. */
export function isEmpty( draft: Draft ): boolean {
	return ! (
		draft.text.trim() ||
		draft.title.trim() ||
		draft.photos.length ||
		draft.onTheWay
	);
}

/** False where this device keeps nothing: a private window, a full storage. */
export function keepDraft(
	key: string,
	draft: Draft | undefined,
	shelf?: Shelf
): boolean {
	try {
		// Merely naming localStorage throws where a browser forbids it.
		const at = shelf ?? window.localStorage;
		if ( ! draft || isEmpty( draft ) ) {
			at.removeItem( key );
		} else {
			at.setItem( key, JSON.stringify( draft ) );
		}
		return true;
	} catch {
		return false;
	}
}

export function recallDraft( key: string, shelf?: Shelf ): Draft | undefined {
	try {
		return parseDraft( ( shelf ?? window.localStorage ).getItem( key ) );
	} catch {
		return undefined;
	}
}

const words = ( value: unknown ) => ( typeof value === 'string' ? value : '' );

function photos( value: unknown ): DraftPhoto[] {
	return ( Array.isArray( value ) ? value : [] ).flatMap( ( photo ) =>
		Number.isInteger( photo?.id ) && UUID.test( photo.upload )
			? [
					{
						id: photo.id as number,
						upload: photo.upload as string,
						name: words( photo.name ),
						alt: words( photo.alt ),
					},
				]
			: []
	);
}

/** What was kept, made whole where an older version or another hand wrote it. */
export function parseDraft( json: string | null ): Draft | undefined {
	let kept: Record< keyof Draft, unknown > | null;
	try {
		kept = JSON.parse( json ?? '' );
	} catch {
		return undefined;
	}
	const submission = words( kept?.submission );
	if ( ! kept || ! UUID.test( submission ) ) {
		return undefined;
	}
	const answer = words( kept.recognisable );
	return {
		submission,
		text: words( kept.text ),
		title: words( kept.title ),
		department: Number( kept.department ) || 0,
		recognisable: /^(nobody|me|others)$/.test( answer )
			? ( answer as Recognisable )
			: '',
		photos: photos( kept.photos ),
		onTheWay: Number( kept.onTheWay ) || 0,
		...( kept.sent ? { sent: words( kept.sent ) } : {} ),
	};
}

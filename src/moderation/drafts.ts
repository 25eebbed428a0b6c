/* What a moderator has begun to write stays in this tab, over a reload and a login. */
import { EMPTY_DRAFT, type Draft, type PieceKey } from './store/types';

const NAME = 'throughline-desk-drafts';

const TELLINGS: ReadonlyArray< Draft[ 'telling' ] > = [
	null,
	'return',
	'remove',
	'keep',
	'hide',
];

type Drafts = Record< PieceKey, Draft >;

/** An older page may have kept less, another plugin anything. */
function asDraft( value: unknown ): Draft | null {
	const kept = value as Partial< Draft > | null;
	if ( typeof kept?.reason !== 'string' ) {
		return null;
	}
	const draft = { ...EMPTY_DRAFT, ...kept };
	const isSound =
		typeof draft.note === 'string' &&
		typeof draft.guideline === 'number' &&
		typeof draft.photo === 'number' &&
		TELLINGS.includes( draft.telling ) &&
		( draft.correction === null ||
			( typeof draft.correction.title === 'string' &&
				typeof draft.correction.text === 'string' &&
				Array.isArray( draft.correction.photos ) ) );
	return isSound ? draft : null;
}

/** Somebody began to write. */
function isWritten( { reason, note, correction }: Draft ): boolean {
	return reason.trim() !== '' || note.trim() !== '' || correction !== null;
}

export function readDrafts( storage: Storage ): Drafts {
	try {
		const kept: unknown = JSON.parse( storage.getItem( NAME ) ?? '{}' );
		const drafts: Drafts = {};
		for ( const [ key, value ] of Object.entries( kept ?? {} ) ) {
			const draft = asDraft( value );
			if ( draft ) {
				drafts[ key ] = draft;
			}
		}
		return drafts;
	} catch {
		return {};
	}
}

export function keepDrafts( storage: Storage, drafts: Drafts ): void {
	// A ticked consent is a statement about this moment: it is made again, not kept.
	const written = Object.entries( drafts )
		.filter( ( [ , draft ] ) => isWritten( draft ) )
		.map( ( [ key, draft ] ) => [ key, { ...draft, consent: false } ] );
	try {
		if ( written.length ) {
			storage.setItem(
				NAME,
				JSON.stringify( Object.fromEntries( written ) )
			);
		} else {
			storage.removeItem( NAME );
		}
	} catch {
		// Storage is full or forbidden: the drafts live as long as the page.
	}
}

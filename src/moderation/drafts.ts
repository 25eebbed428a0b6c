/* What a moderator has begun to write stays in this tab, over a reload and a login. */
import type { Draft, PieceKey } from './store/types';

const NAME = 'throughline-desk-drafts';

type Drafts = Record< PieceKey, Draft >;

function isDraft( value: unknown ): value is Draft {
	const draft = value as Partial< Draft > | null;
	return (
		typeof draft?.reason === 'string' &&
		typeof draft.consent === 'boolean' &&
		typeof draft.asking === 'boolean'
	);
}

export function readDrafts( storage: Storage ): Drafts {
	try {
		const kept: unknown = JSON.parse( storage.getItem( NAME ) ?? '{}' );
		return Object.fromEntries(
			Object.entries( kept ?? {} ).filter( ( [ , draft ] ) =>
				isDraft( draft )
			)
		) as Drafts;
	} catch {
		return {};
	}
}

export function keepDrafts( storage: Storage, drafts: Drafts ): void {
	// A ticked consent is a statement about this moment: it is made again, not kept.
	const written = Object.entries( drafts )
		.filter( ( [ , draft ] ) => draft.reason.trim() !== '' )
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

/* What moderators tell each other: who has a piece open, and notes. */
import type { Claimed, Note } from '../../contract';
import type { Rest } from '../../rest';
import { failureOf } from './failures';
import type { Thunk } from './thunk';
import { pathOf, type Failure, type PieceKey } from './types';

export function createColleagues( rest: Rest ) {
	return {
		/** Says that one has a piece open. It only helps others, so it fails without a word. */
		claim:
			( key: PieceKey ): Thunk< Promise< void > > =>
			async ( { dispatch } ) => {
				try {
					const { claim } = await rest.post< Claimed >(
						`${ pathOf( key ) }/claim`,
						{}
					);
					dispatch( { type: 'CLAIMED', key, claim } );
				} catch {
					// Nobody is kept from deciding.
				}
			},

		release:
			( key: PieceKey ): Thunk< Promise< void > > =>
			async ( { dispatch, select } ) => {
				if ( select.getItem( key )?.claim?.mine ) {
					dispatch( { type: 'CLAIMED', key, claim: null } );
				}
				try {
					await rest.remove( `${ pathOf( key ) }/claim` );
				} catch {
					// It ends by itself.
				}
			},

		/** Leaves the note that stands in the draft; a failure when it did not arrive. */
		addNote:
			( key: PieceKey ): Thunk< Promise< Failure | null > > =>
			async ( { dispatch, select } ) => {
				try {
					const note = await rest.post< Note >(
						`${ pathOf( key ) }/notes`,
						{ text: select.getDraft( key ).note.trim() }
					);
					dispatch( { type: 'NOTED', key, note } );
					return null;
				} catch ( error ) {
					return failureOf( error );
				}
			},
	};
}

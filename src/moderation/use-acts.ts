/* What happens on the screen when a moderator acts: the store decides, the focus follows, the outcome is spoken. */
import { speak } from '@wordpress/a11y';
import { useRegistry } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Step } from './address';
import { useDesk } from './context';
import { consentMissing } from './decide/consent';
import { useMoveFocus } from './focus';
import { nameOf } from './list/row';
import type { Act, ListName, PieceKey } from './store/types';

/** So many pieces before the end of what is loaded, more is asked for. */
const NEAR = 5;

interface Surroundings {
	/** The step that is seen; `null` where all panes stand beside each other. */
	step: Step | null;
	go: ( step: Step ) => void;
	/** Whether the focus stands in the list. */
	isInList: () => boolean;
}

function spoken( act: Act, title: string, hasNext: boolean ): string {
	const done =
		act === 'publish'
			? /* translators: %s: title of a piece. */
				__( 'Published: %s.', 'throughline' )
			: /* translators: %s: title of a piece. */
				__( 'Returned: %s.', 'throughline' );
	const sentence = sprintf( done, title );
	return hasNext
		? sentence
		: `${ sentence } ${ __( 'That was the last one.', 'throughline' ) }`;
}

export function useActs( { step, go, isInList }: Surroundings ) {
	const { store } = useDesk();
	const registry = useRegistry();
	const moveFocus = useMoveFocus();
	const [ consentMissed, setConsentMissed ] = useState< PieceKey | null >(
		null
	);
	const desk = () => registry.select( store );
	const tell = () => registry.dispatch( store );
	// A piece behind another step isn't seen, so nothing is decided on it.
	const isSeen = step !== 'list';

	const askForConsent = ( key: PieceKey ) => {
		setConsentMissed( key );
		if ( step ) {
			go( 'decide' );
		}
		moveFocus( 'consent' );
		speak( consentMissing(), 'assertive' );
	};

	const decide = async ( act: Act ) => {
		const key = desk().getOpenKey();
		const item = desk().getItem( key );
		if ( key === null || ! item || ! isSeen ) {
			return;
		}
		// Half a question is open: it would vanish with the piece.
		if ( act === 'publish' && desk().getDraft( key ).asking ) {
			moveFocus( 'question' );
			return;
		}
		if (
			act === 'publish' &&
			desk().canDecide( key, act ) &&
			desk().needsConsent( key ) &&
			! desk().getDraft( key ).consent
		) {
			askForConsent( key );
			return;
		}
		const outcome = await tell().decide( key, act );
		if ( outcome === 'decided' ) {
			const hasNext = desk().getOpenKey() !== null;
			speak( spoken( act, nameOf( item ), hasNext ) );
			if ( step ) {
				go( hasNext ? 'piece' : 'list' );
			}
			moveFocus( hasNext ? 'heading' : 'empty' );
		} else if ( outcome === 'overtaken' ) {
			moveFocus( 'heading' );
		} else if (
			outcome === 'failed' &&
			desk().getAttempt( key )?.failure?.code ===
				'throughline_consent_missing'
		) {
			askForConsent( key );
		}
	};

	/** Asks for more before the end of the list is reached, and waits for it at the very end. */
	const reachOn = async () => {
		if ( desk().getNeighbour( NEAR ) !== null ) {
			return;
		}
		const loading = tell().loadMore( desk().getListName() );
		if ( desk().getNeighbour( 1 ) === null ) {
			await loading;
		}
	};

	const isOver = ( key: PieceKey | null ) =>
		desk().getMeanwhile( key ) !== null &&
		! desk().canDecide( key, 'publish' );

	/** On from a piece that somebody else decided. */
	const leave = () => {
		const next = desk().getNeighbour( 1 ) ?? desk().getNeighbour( -1 );
		void tell().open( next );
		if ( step ) {
			go( next === null ? 'list' : 'piece' );
		}
		moveFocus( next === null ? 'empty' : 'heading' );
	};

	return {
		consentMissed,

		leave,

		publish: () => void decide( 'publish' ),

		send: () => void decide( 'return' ),

		ask: () => {
			const key = desk().getOpenKey();
			if (
				key === null ||
				! isSeen ||
				! desk().canDecide( key, 'return' )
			) {
				return;
			}
			void tell().draft( key, { asking: true } );
			if ( step ) {
				go( 'decide' );
			}
			moveFocus( 'question' );
		},

		walk: async ( steps: 1 | -1 ) => {
			if ( steps > 0 ) {
				await reachOn();
			}
			const key = desk().getNeighbour( steps );
			if ( key === null ) {
				if ( steps > 0 && isOver( desk().getOpenKey() ) ) {
					leave();
					return;
				}
				speak(
					steps > 0
						? __( 'This is the last piece.', 'throughline' )
						: __( 'This is the first piece.', 'throughline' )
				);
				return;
			}
			const inList = isInList();
			void tell().open( key );
			if ( step === 'decide' ) {
				go( 'piece' );
			}
			moveFocus( inList || step === 'list' ? 'row' : 'heading' );
		},

		openPiece: ( key: PieceKey, byKeyboard: boolean ) => {
			void tell().open( key );
			if ( step ) {
				go( 'piece' );
			}
			if ( step || byKeyboard ) {
				moveFocus( 'heading' );
			}
		},

		openInTab: () => {
			const address = desk().getPiece( desk().getOpenKey() )?.piece
				?.preview;
			if ( address ) {
				window.open( address, '_blank', 'noopener' );
			}
		},

		chooseList: ( name: ListName ) => void tell().chooseList( name ),
	};
}

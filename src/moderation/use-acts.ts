/* What happens on the screen when a moderator acts: the store decides, the focus follows, the outcome is spoken. */
import { speak } from '@wordpress/a11y';
import { useRegistry } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { staysOpen } from './acts';
import { useDesk } from './context';
import { consentMissing } from './decide/consent';
import { useMoveFocus } from './focus';
import { KEY_OF } from './keys';
import { useKeysOn } from './keys-on';
import { nameOf } from './list/row';
import { whatWasDone } from './sentences';
import type { Act, PieceKey, Telling } from './store/types';
import { useClaiming } from './use-claim';
import { useUndo, type Surroundings } from './use-undo';
import { isSame } from './versions';

export function useActs( { step, go, isGrid }: Surroundings ) {
	const { store } = useDesk();
	const registry = useRegistry();
	const moveFocus = useMoveFocus();
	const [ keysOn ] = useKeysOn();
	const [ consentMissed, setConsentMissed ] = useState< PieceKey | null >(
		null
	);
	const wayBack = useUndo( { step, go, isGrid } );
	const claim = useClaiming();
	const desk = () => registry.select( store );
	const tell = () => registry.dispatch( store );

	/** The piece that is seen: one behind another step isn't, so nothing is decided on it. */
	const seen = (): PieceKey | null =>
		step === 'list' || isGrid ? null : desk().getOpenKey();

	const spoken = ( act: Act, title: string, hasNext: boolean ): string =>
		[
			`${ whatWasDone( act, { title } ) }.`,
			hasNext ? '' : __( 'That was the last one.', 'throughline' ),
			keysOn
				? sprintf(
						/* translators: %s: a key. */
						__( '%s takes it back.', 'throughline' ),
						KEY_OF.undo
					)
				: '',
		]
			.filter( Boolean )
			.join( ' ' );

	const askForConsent = ( key: PieceKey ) => {
		setConsentMissed( key );
		if ( step ) {
			go( 'decide' );
		}
		moveFocus( 'consent' );
		speak( consentMissing(), 'assertive' );
	};

	/** Half-written words would vanish with the piece. */
	const isHeldBack = ( key: PieceKey, act: Act ): boolean => {
		const draft = desk().getDraft( key );
		const piece = desk().getPiece( key )?.piece;
		if (
			draft.telling &&
			draft.telling !== act &&
			! staysOpen( act ) &&
			desk().canDecide( key, draft.telling )
		) {
			if ( step ) {
				go( 'decide' );
			}
			moveFocus( 'question' );
			return true;
		}
		if (
			act !== 'correct' &&
			draft.correction &&
			piece &&
			! isSame( draft.correction, piece.content )
		) {
			if ( step ) {
				go( 'piece' );
			}
			moveFocus( 'correction' );
			speak(
				__( 'Save your correction first, or drop it.', 'throughline' ),
				'assertive'
			);
			return true;
		}
		return false;
	};

	const needsConsent = ( key: PieceKey, act: Act ) =>
		( act === 'publish' || act === 'restore' ) &&
		desk().canDecide( key, act ) &&
		desk().needsConsent( key ) &&
		! desk().getDraft( key ).consent;

	const decide = async ( act: Act, photo = 0 ) => {
		const key = seen();
		const item = desk().getItem( key );
		if ( key === null || ! item || isHeldBack( key, act ) ) {
			return;
		}
		if ( needsConsent( key, act ) ) {
			askForConsent( key );
			return;
		}
		wayBack.forgetUndoFailure();
		const outcome = await tell().decide( key, act, photo );
		if ( outcome === 'decided' ) {
			const hasNext = desk().getOpenKey() !== null;
			speak( spoken( act, nameOf( item ), hasNext ) );
			if ( step && ! staysOpen( act ) ) {
				go( hasNext ? 'piece' : 'list' );
			}
			// The answer may come when the next question is being written already.
			moveFocus( hasNext ? 'heading' : 'empty', { isSoft: true } );
		} else if ( outcome === 'overtaken' ) {
			if ( act === 'correct' && step ) {
				go( 'decide' );
			}
			moveFocus( 'heading' );
		} else if (
			outcome === 'failed' &&
			desk().getAttempt( key )?.failure?.code ===
				'throughline_consent_missing'
		) {
			askForConsent( key );
		}
	};

	/** Opens the field in which an act is told. */
	const begin = ( act: Telling, photo = 0 ) => {
		const key = seen();
		if ( key === null || ! desk().canDecide( key, act ) ) {
			return;
		}
		void tell().draft( key, { telling: act, photo } );
		if ( step ) {
			go( 'decide' );
		}
		moveFocus( 'question' );
	};

	return {
		consentMissed,
		...wayBack,
		decide: ( act: Act, photo = 0 ) => void decide( act, photo ),
		begin,

		/** What is public again counts as published, where somebody objected: else the key would undo a colleague. */
		publish: () => {
			const key = seen();
			const isRestore =
				desk().canDecide( key, 'restore' ) &&
				desk().getItem( key )?.list !== null;
			void decide( isRestore ? 'restore' : 'publish' );
		},

		/** An objection is answered in words, a report may be answered by nothing but the act. */
		keep: () => {
			const key = seen();
			if ( desk().getItem( key )?.list === 'appealed' ) {
				begin( 'keep' );
			} else if ( desk().canDecide( key, 'keep' ) ) {
				void decide( 'keep' );
			}
		},

		/** Sends what was told. */
		send: () => {
			const { telling } = desk().getDraft( seen() );
			if ( telling ) {
				void decide( telling );
			}
		},

		cancel: () => {
			const key = desk().getOpenKey();
			if ( key !== null ) {
				void tell().draft( key, { telling: null } );
				moveFocus( 'acts' );
			}
		},

		correct: () => {
			const key = seen();
			const piece = desk().getPiece( key )?.piece;
			if (
				key === null ||
				! piece ||
				! desk().canDecide( key, 'correct' )
			) {
				return;
			}
			if ( ! desk().getDraft( key ).correction ) {
				void tell().draft( key, { correction: piece.content } );
			}
			if ( step ) {
				go( 'piece' );
			}
			moveFocus( 'correction' );
		},

		dropCorrection: () => {
			const key = desk().getOpenKey();
			if ( key !== null ) {
				void tell().draft( key, { correction: null } );
				moveFocus( 'heading' );
			}
		},

		claim: () => claim( seen() ),

		openInTab: () => {
			const address = desk().getPiece( seen() )?.piece?.preview;
			if ( address ) {
				window.open( address, '_blank', 'noopener' );
			}
		},
	};
}

export type Acts = ReturnType< typeof useActs >;

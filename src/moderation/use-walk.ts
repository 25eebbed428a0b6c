/* From piece to piece: the focus follows, and more is asked for before the end of the list. */
import { speak } from '@wordpress/a11y';
import { useRegistry } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import type { Step } from './address';
import { useDesk } from './context';
import { useMoveFocus } from './focus';
import type { ListName, PieceKey } from './store/types';

/** So many pieces before the end of what is loaded, more is asked for. */
const NEAR = 5;

interface Surroundings {
	/** The step that is seen; `null` where all panes stand beside each other. */
	step: Step | null;
	go: ( step: Step ) => void;
	/** Whether the focus stands in the list. */
	isInList: () => boolean;
}

export function useWalk( { step, go, isInList }: Surroundings ) {
	const { store } = useDesk();
	const registry = useRegistry();
	const moveFocus = useMoveFocus();
	const desk = () => registry.select( store );
	const tell = () => registry.dispatch( store );

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

	/** It needs nobody any more, here or elsewhere. */
	const isOver = ( key: PieceKey | null ) =>
		desk().getPiece( key )?.status === 'ready' &&
		desk().getItem( key )?.list === null;

	/** On from a piece that is over. */
	const leave = () => {
		const next = desk().getNeighbour( 1 ) ?? desk().getNeighbour( -1 );
		void tell().open( next );
		if ( step ) {
			go( next === null ? 'list' : 'piece' );
		}
		moveFocus( next === null ? 'empty' : 'heading' );
	};

	return {
		leave,

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

		chooseList: ( name: ListName ) => void tell().chooseList( name ),
	};
}

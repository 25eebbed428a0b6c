/* The way back: the last decision is taken back, the focus follows, and it is spoken. */
import { speak } from '@wordpress/a11y';
import { useRegistry } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Step } from './address';
import { useDesk } from './context';
import { useMoveFocus } from './focus';
import { nameOf } from './list/row';
import { whatFailed } from './sentences';
import type { Failure } from './store/types';

export interface Surroundings {
	/** The step that is seen; `null` where all panes stand beside each other. */
	step: Step | null;
	go: ( step: Step ) => void;
	/** Many pieces stand side by side: nothing is decided by key. */
	isGrid: boolean;
}

export function useUndo( { step, go, isGrid }: Surroundings ) {
	const { store } = useDesk();
	const registry = useRegistry();
	const moveFocus = useMoveFocus();
	const [ undoFailure, setUndoFailure ] = useState< Failure | null >( null );
	const desk = () => registry.select( store );

	return {
		undoFailure,
		forgetUndoFailure: () => setUndoFailure( null ),

		undo: async () => {
			setUndoFailure( null );
			const undone = await registry.dispatch( store ).undo();
			if ( ! undone ) {
				return;
			}
			if ( undone.failure ) {
				setUndoFailure( undone.failure );
				speak( whatFailed( undone.failure ), 'assertive' );
			}
			const item = desk().getItem( undone.keys[ 0 ] ?? null );
			if ( ! item ) {
				return;
			}
			speak(
				undone.keys.length > 1
					? __( 'They are back.', 'throughline' )
					: sprintf(
							/* translators: %s: title of a piece. */
							__( 'Back again: %s', 'throughline' ),
							nameOf( item )
						)
			);
			if ( isGrid ) {
				return;
			}
			if ( step && undone.keys.length === 1 ) {
				go( 'piece' );
			}
			moveFocus( 'heading' );
		},
	};
}

/* Sends a change: one at a time, what failed is told, what was saved is said. */
import { speak } from '@wordpress/a11y';
import { useState } from '@wordpress/element';

export interface Save {
	busy: boolean;
	failure: unknown;
	/** What was saved last, as a sentence; empty before. */
	done: string;
	/** Resolves to whether it went well. */
	run: ( send: () => Promise< unknown >, done: string ) => Promise< boolean >;
	forget: () => void;
}

export function useSave(): Save {
	const [ busy, setBusy ] = useState( false );
	const [ failure, setFailure ] = useState< unknown >( null );
	const [ done, setDone ] = useState( '' );
	return {
		busy,
		failure,
		done,
		run: async ( send, sentence ) => {
			if ( busy ) {
				return false;
			}
			setBusy( true );
			setFailure( null );
			setDone( '' );
			try {
				await send();
				setDone( sentence );
				speak( sentence );
				return true;
			} catch ( error ) {
				setFailure( error );
				return false;
			} finally {
				setBusy( false );
			}
		},
		forget: () => {
			setFailure( null );
			setDone( '' );
		},
	};
}

/* Where calm mode stands by the server's last word, and changing it. */
import { useState } from '@wordpress/element';
import type { Calm, NewCalm, NewStatement } from '../contract';
import { RestError } from '../rest';
import { useScreen } from '../screen';

export interface CalmState {
	calm: Calm;
	/** What is being sent right now: its form or button rests. */
	busy: string;
	/** What was sent and refused: the form's name, the field and the failure. */
	problem: { of: string; field: string; failure: unknown } | null;
	/** What was done last, for those who don't see it. */
	said: string;
	turn: ( of: string, change: NewCalm, said: string ) => Promise< boolean >;
	pin: (
		of: string,
		statement: NewStatement,
		said: string
	) => Promise< boolean >;
}

export function useCalm( given: Calm ): CalmState {
	const { rest } = useScreen();
	const [ calm, setCalm ] = useState( given );
	const [ busy, setBusy ] = useState( '' );
	const [ said, setSaid ] = useState( '' );
	const [ problem, setProblem ] = useState< CalmState[ 'problem' ] >( null );

	const send =
		< Body >( path: string ) =>
		async ( of: string, body: Body, done: string ): Promise< boolean > => {
			setBusy( of );
			setProblem( null );
			setSaid( '' );
			try {
				setCalm( await rest.post< Calm >( path, body ) );
				setSaid( done );
				return true;
			} catch ( failure ) {
				if ( ! ( failure instanceof RestError ) ) {
					throw failure;
				}
				const { field = '' } = ( failure.data ?? {} ) as {
					field?: string;
				};
				setProblem( { of, field, failure } );
				return false;
			} finally {
				setBusy( '' );
			}
		};

	return {
		calm,
		busy,
		problem,
		said,
		turn: send< NewCalm >( 'calm' ),
		pin: send< NewStatement >( 'calm/statement' ),
	};
}

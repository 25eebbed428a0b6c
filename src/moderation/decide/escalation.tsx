/* Whoever decides for some departments asks those who decide everything: the note in the draft is the question. */
import { Button } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { NewEscalation, QueuePiece } from '../../contract';
import { useDesk } from '../context';
import { Problem } from '../problem';
import { failureOf } from '../store/failures';
import { keyOf, type Draft, type Failure } from '../store/types';

interface EscalationProps {
	piece: QueuePiece;
	draft: Draft;
}

export function Escalation( { piece, draft }: EscalationProps ) {
	const { store, rest, scope } = useDesk();
	const { loadPiece, draft: write } = useDispatch( store );
	const [ failure, setFailure ] = useState< Failure | null >( null );
	const [ isSending, setSending ] = useState( false );
	const { kind, id, version, state, reasons } = piece.item;
	const note = draft.note.trim();
	if (
		note === '' ||
		scope.length === 0 ||
		( state !== 'waiting' && state !== 'returned' ) ||
		reasons.some( ( { code } ) => code === 'escalated' )
	) {
		return null;
	}
	const ask = async () => {
		const key = keyOf( piece.item );
		setSending( true );
		setFailure( null );
		const question: NewEscalation = { kind, id, version, note };
		try {
			await rest.post( 'standing/escalations', question );
			write( key, { note: '' } );
			await loadPiece( key );
			speak( __( 'They are asked.', 'throughline' ) );
		} catch ( error ) {
			setFailure( failureOf( error ) );
		} finally {
			setSending( false );
		}
	};
	return (
		<div className="tl-escalation">
			{ failure && <Problem failure={ failure } /> }
			<Button
				__next40pxDefaultSize
				accessibleWhenDisabled
				variant="tertiary"
				isBusy={ isSending }
				disabled={ isSending }
				onClick={ () => void ask() }
			>
				{ __( 'Ask those who decide everything', 'throughline' ) }
			</Button>
		</div>
	);
}

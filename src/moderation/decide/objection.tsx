/* A piece that would appear by itself: somebody objects, and it waits for a decision. */
import { Button } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { NewObjection, QueuePiece } from '../../contract';
import { useDesk } from '../context';
import { Problem } from '../problem';
import { failureOf } from '../store/failures';
import { keyOf, type Failure } from '../store/types';

export function Objection( { piece }: { piece: QueuePiece } ) {
	const { store, rest } = useDesk();
	const { loadPiece } = useDispatch( store );
	const [ failure, setFailure ] = useState< Failure | null >( null );
	const [ isSending, setSending ] = useState( false );
	const { kind, id, version, state, reasons } = piece.item;
	if (
		state !== 'waiting' ||
		! reasons.some( ( { code } ) => code.startsWith( 'veto:' ) )
	) {
		return null;
	}
	const object = async () => {
		setSending( true );
		setFailure( null );
		const objection: NewObjection = { kind, id, version };
		try {
			await rest.post( 'standing/objections', objection );
			await loadPiece( keyOf( piece.item ) );
			speak( __( 'It waits until somebody decides.', 'throughline' ) );
		} catch ( error ) {
			setFailure( failureOf( error ) );
		} finally {
			setSending( false );
		}
	};
	return (
		<div className="tl-objection">
			{ failure && <Problem failure={ failure } /> }
			<Button
				__next40pxDefaultSize
				accessibleWhenDisabled
				variant="secondary"
				isBusy={ isSending }
				disabled={ isSending }
				onClick={ () => void object() }
			>
				{ __( 'Object: let it wait', 'throughline' ) }
			</Button>
		</div>
	);
}

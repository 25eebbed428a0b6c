/* A moderator hands in a post that somebody told them of: it waits in the queue like all others. */
import { Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Make } from '../shares/make.tsx';
import { useDesk } from './context';

interface NewShareProps {
	onMade: ( share: number ) => void;
	onClose: () => void;
}

export function NewShare( { onMade, onClose }: NewShareProps ) {
	const { departments, scope } = useDesk();
	// What belongs nowhere is seen by those who decide for all.
	const none = { id: 0, name: __( 'No department', 'throughline' ) };
	return (
		<Modal
			title={ __( 'Share a post', 'throughline' ) }
			onRequestClose={ onClose }
			// What was typed is not lost by one press.
			shouldCloseOnClickOutside={ false }
			shouldCloseOnEsc={ false }
			size="medium"
		>
			<Make
				address=""
				page={ 0 }
				departments={
					scope.length ? departments : [ none, ...departments ]
				}
				onMade={ onMade }
			/>
		</Modal>
	);
}

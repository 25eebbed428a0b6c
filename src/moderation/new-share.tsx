/* A moderator hands in a post that somebody told them of: it waits in the queue like all others. */
import { Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Make } from '../shares/make.tsx';

interface NewShareProps {
	onMade: ( share: number ) => void;
	onClose: () => void;
}

export function NewShare( { onMade, onClose }: NewShareProps ) {
	return (
		<Modal
			title={ __( 'Share a post', 'throughline' ) }
			onRequestClose={ onClose }
			// What was typed is not lost by a press beside it.
			shouldCloseOnClickOutside={ false }
			size="medium"
		>
			<Make address="" page={ 0 } onMade={ onMade } />
		</Modal>
	);
}

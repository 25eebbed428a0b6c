/* All keys on one page, and the switch that turns them off. */
import { CheckboxControl, Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { KEY_OF, type KeyAct } from './keys';
import { useKeysOn } from './keys-on';

function meaningOf( act: KeyAct ): string {
	switch ( act ) {
		case 'next':
			return __( 'Next piece', 'throughline' );
		case 'previous':
			return __( 'Previous piece', 'throughline' );
		case 'publish':
			return __( 'Publish', 'throughline' );
		case 'return':
			return __( 'Return with a question', 'throughline' );
		case 'remove':
			return __( 'Remove', 'throughline' );
		case 'keep':
			return __( 'Leave it as it is', 'throughline' );
		case 'correct':
			return __( 'Correct spelling', 'throughline' );
		case 'undo':
			return __( 'Take the last decision back', 'throughline' );
		case 'claim':
			return __( 'I’m on it, or no longer', 'throughline' );
		case 'grid':
			return __( 'Many side by side', 'throughline' );
		case 'search':
			return __( 'Search', 'throughline' );
		case 'open':
			return __( 'Open in a new tab', 'throughline' );
		case 'help':
			return __( 'Show these keys', 'throughline' );
	}
}

export function Help( { onClose }: { onClose: () => void } ) {
	const [ keysOn, setKeysOn ] = useKeysOn();
	return (
		<Modal
			title={ __( 'Keys', 'throughline' ) }
			onRequestClose={ onClose }
			size="small"
			className="tl-help"
		>
			<dl className="tl-help__keys">
				{ ( Object.keys( KEY_OF ) as KeyAct[] ).map( ( act ) => (
					<div key={ act }>
						<dt>
							<kbd className="tl-key">{ KEY_OF[ act ] }</kbd>
						</dt>
						<dd>{ meaningOf( act ) }</dd>
					</div>
				) ) }
			</dl>
			<p>
				{ __(
					'They rest while you type and while a dialog is open.',
					'throughline'
				) }
			</p>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'Use single keys on this desk', 'throughline' ) }
				checked={ keysOn }
				onChange={ setKeysOn }
			/>
		</Modal>
	);
}

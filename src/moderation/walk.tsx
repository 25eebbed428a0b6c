/* Next and previous, as buttons for hands and as keys. */
import { useSelect } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { ActButton } from './act-button';
import { useDesk } from './context';

interface WalkProps {
	onWalk: ( steps: 1 | -1 ) => void;
}

export function Walk( { onWalk }: WalkProps ) {
	const { store } = useDesk();
	const hasPrevious = useSelect(
		( select ) => select( store ).getNeighbour( -1 ) !== null,
		[ store ]
	);
	const hasNext = useSelect(
		( select ) => select( store ).getNeighbour( 1 ) !== null,
		[ store ]
	);
	return (
		<div className="tl-walk">
			<ActButton
				act="previous"
				variant="tertiary"
				onClick={ () => onWalk( -1 ) }
				disabled={ ! hasPrevious }
			>
				{ __( 'Previous', 'throughline' ) }
			</ActButton>
			<ActButton
				act="next"
				variant="tertiary"
				onClick={ () => onWalk( 1 ) }
				disabled={ ! hasNext }
			>
				{ __( 'Next', 'throughline' ) }
			</ActButton>
		</div>
	);
}

/* Next and previous, as buttons for hands and as keys. */
import { useSelect } from '@wordpress/data';
import { __, isRTL } from '@wordpress/i18n';
import { ActButton } from './act-button';
import { useDesk } from './context';

/** Seen where the word has no room. */
function Arrow( { toStart }: { toStart: boolean } ) {
	return (
		<span className="tl-walk__arrow" aria-hidden="true">
			{ toStart ? '‹' : '›' }
		</span>
	);
}

interface WalkProps {
	onWalk: ( steps: 1 | -1 ) => unknown;
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
				<Arrow toStart={ ! isRTL() } />
				<span className="tl-walk__word">
					{ __( 'Previous', 'throughline' ) }
				</span>
			</ActButton>
			<ActButton
				act="next"
				variant="tertiary"
				onClick={ () => onWalk( 1 ) }
				disabled={ ! hasNext }
			>
				<Arrow toStart={ isRTL() } />
				<span className="tl-walk__word">
					{ __( 'Next', 'throughline' ) }
				</span>
			</ActButton>
		</div>
	);
}

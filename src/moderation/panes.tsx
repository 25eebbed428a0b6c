/* The open piece and the decision on it: two panes beside each other, or one after the other. */
import { Button } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import type { Step } from './address';
import { Back, Place } from './bar';
import { useDesk } from './context';
import { Decide } from './decide/decide';
import { useMoveFocus } from './focus';
import { HEADING } from './piece/head';
import { Piece } from './piece/piece';
import type { PieceKey } from './store/types';
import type { Acts } from './use-acts';
import { Walk } from './walk';

interface PanesProps {
	open: PieceKey;
	seen: Step;
	go: ( step: Step ) => void;
	acts: Acts;
	onWalk: ( steps: 1 | -1 ) => unknown;
	/** On from a piece that needs nobody any more. */
	onLeave: () => void;
	onKey: ( event: KeyboardEvent ) => void;
}

export function Panes( {
	open,
	seen,
	go,
	acts,
	onWalk,
	onLeave,
	onKey,
}: PanesProps ) {
	const { store } = useDesk();
	const { open: openPiece } = useDispatch( store );
	const moveFocus = useMoveFocus();
	const back = () => {
		const to = seen === 'decide' ? 'piece' : 'list';
		go( to );
		moveFocus( to === 'list' ? 'row' : 'heading' );
	};
	return (
		<>
			<section className="tl-pane is-piece" aria-labelledby={ HEADING }>
				<div className="tl-bar">
					<Back
						to={ __( 'All pieces', 'throughline' ) }
						onBack={ back }
					/>
					<Place />
					<Walk onWalk={ onWalk } />
				</div>
				<Piece
					acts={ acts }
					onKey={ onKey }
					onRetry={ () => void openPiece( open ) }
				/>
				<div className="tl-onward">
					<Button
						__next40pxDefaultSize
						className="tl-act"
						variant="primary"
						onClick={ () => {
							go( 'decide' );
							moveFocus( 'decision' );
						} }
					>
						{ __( 'Decide', 'throughline' ) }
					</Button>
				</div>
			</section>
			<section
				className="tl-pane is-decide"
				aria-label={ __( 'Decision', 'throughline' ) }
			>
				<div className="tl-bar">
					<Back
						to={ __( 'The piece', 'throughline' ) }
						onBack={ back }
					/>
				</div>
				<Decide
					key={ open }
					piece={ open }
					acts={ acts }
					onNext={ onLeave }
				/>
				<div className="tl-decide__foot">
					<Walk onWalk={ onWalk } />
				</div>
			</section>
		</>
	);
}

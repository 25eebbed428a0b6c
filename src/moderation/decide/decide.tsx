/* The decision: why the piece waits, what was decided before, and the acts. */
import { Notice } from '@wordpress/components';
import { useDispatch, useSelect } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { ActButton } from '../act-button';
import { useDesk } from '../context';
import { useFocusTarget, useMoveFocus } from '../focus';
import { useClock } from '../moment';
import { Problem } from '../problem';
import { whatHappenedAt } from '../sentences';
import type { PieceKey } from '../store/types';
import { Consent } from './consent';
import { History } from './history';
import { Question } from './question';
import { Reasons } from './reasons';

interface DecideProps {
	piece: PieceKey;
	/** Somebody tried to publish without everybody's yes. */
	consentMissed: boolean;
	onPublish: () => void;
	onReturn: () => void;
	onSend: () => void;
	onNext: () => void;
}

export function Decide( {
	piece: key,
	consentMissed,
	onPublish,
	onReturn,
	onSend,
	onNext,
}: DecideProps ) {
	const { store } = useDesk();
	const known = useSelect(
		( select ) => {
			const desk = select( store );
			return {
				opened: desk.getPiece( key ),
				draft: desk.getDraft( key ),
				attempt: desk.getAttempt( key ),
				meanwhile: desk.getMeanwhile( key ),
				needsConsent: desk.needsConsent( key ),
				canPublish: desk.canDecide( key, 'publish' ),
				canReturn: desk.canDecide( key, 'return' ),
				hasNext: desk.getNeighbour( 1 ) !== null,
			};
		},
		[ store, key ]
	);
	const { opened, draft, attempt, meanwhile } = known;
	const { draft: write } = useDispatch( store );
	const moveFocus = useMoveFocus();
	const heading = useFocusTarget< HTMLHeadingElement >( 'decision' );
	const returnButton = useFocusTarget< HTMLDivElement >( 'return' );
	const clock = useClock();
	const piece = opened?.piece;
	if ( ! piece ) {
		return opened?.status === 'failed' ? null : (
			<div className="tl-decide is-loading" aria-busy="true">
				<span className="tl-bone is-short" />
				<span className="tl-bone" />
				<span className="tl-bone is-act" />
				<span className="tl-bone is-act" />
			</div>
		);
	}
	const isSending = attempt?.failure === null;
	const isAsking = draft.asking && known.canReturn;
	const isOver = ! known.canPublish && ! known.canReturn;
	const happened =
		meanwhile && whatHappenedAt( meanwhile, clock( meanwhile.at ) );

	return (
		<div className="tl-decide">
			<h2 className="tl-decide__heading" ref={ heading } tabIndex={ -1 }>
				{ __( 'Your decision', 'throughline' ) }
			</h2>
			{ happened && (
				<Notice
					className="tl-decide__meanwhile"
					status="warning"
					isDismissible={ false }
					politeness="assertive"
					spokenMessage={ happened }
				>
					<p>{ happened }</p>
					{ meanwhile.reason && (
						<blockquote className="tl-history__reason" dir="auto">
							{ meanwhile.reason }
						</blockquote>
					) }
					<p>
						{ isOver
							? __(
									'There is nothing left to decide.',
									'throughline'
								)
							: __(
									'You see it as it stands now.',
									'throughline'
								) }
					</p>
				</Notice>
			) }
			{ attempt?.failure && (
				<Problem
					failure={ attempt.failure }
					onRetry={ attempt.act === 'publish' ? onPublish : onSend }
				/>
			) }
			<Reasons piece={ piece } />
			<div className="tl-decide__acts">
				{ ! known.canReturn && draft.reason.trim() !== '' && (
					<div className="tl-decide__kept">
						<p>{ __( 'You had written:', 'throughline' ) }</p>
						<blockquote className="tl-history__reason" dir="auto">
							{ draft.reason }
						</blockquote>
					</div>
				) }
				{ isOver && (
					<ActButton act="next" variant="primary" onClick={ onNext }>
						{ known.hasNext
							? __( 'Next piece', 'throughline' )
							: __( 'Done', 'throughline' ) }
					</ActButton>
				) }
				{ known.canPublish && known.needsConsent && (
					<Consent
						given={ draft.consent }
						missed={ consentMissed }
						onChange={ ( consent ) => write( key, { consent } ) }
					/>
				) }
				{ isAsking && (
					<Question
						to={ piece.item.contributor.name }
						reason={ draft.reason }
						isSending={ isSending }
						onChange={ ( reason ) => write( key, { reason } ) }
						onSend={ onSend }
						onCancel={ () => {
							void write( key, { asking: false } );
							moveFocus( 'return' );
						} }
					/>
				) }
				{ ! isAsking && known.canPublish && (
					<ActButton
						act="publish"
						variant="primary"
						onClick={ onPublish }
						busy={ isSending && attempt.act === 'publish' }
						disabled={ isSending }
					>
						{ __( 'Publish', 'throughline' ) }
					</ActButton>
				) }
				{ ! isAsking && known.canReturn && (
					<div ref={ returnButton }>
						<ActButton
							act="return"
							onClick={ onReturn }
							disabled={ isSending }
						>
							{ __( 'Return with a question…', 'throughline' ) }
						</ActButton>
					</div>
				) }
			</div>
			{ piece.history.length > 0 && (
				<History decisions={ piece.history } key={ key } />
			) }
		</div>
	);
}

/* The decision: why the piece waits, what was said about it, the acts, notes, and what happened before. */
import { useDispatch, useSelect } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { ActButton } from '../act-button';
import { useDesk } from '../context';
import { useFocusTarget } from '../focus';
import { Part } from '../part';
import { Problem } from '../problem';
import { hasItOpen } from '../sentences';
import { type PieceKey } from '../store/types';
import type { Acts } from '../use-acts';
import { isSame, judged } from '../versions';
import { Cases } from './cases';
import { Choices } from './choices';
import { Consent } from './consent';
import { Escalation } from './escalation';
import { History } from './history';
import { Meanwhile } from './meanwhile';
import { Notes } from './notes';
import { Objection } from './objection';
import { Reasons } from './reasons';
import { Tell } from './tell';

interface DecideProps {
	piece: PieceKey;
	acts: Acts;
	onNext: () => void;
}

function Loading() {
	return (
		<div className="tl-decide is-loading" aria-busy="true">
			<span className="tl-bone is-short" />
			<span className="tl-bone" />
			<span className="tl-bone is-act" />
			<span className="tl-bone is-act" />
		</div>
	);
}

/** The words that were written for an act that is not possible any more. */
function Kept( { words }: { words: string } ) {
	return (
		<div className="tl-decide__kept">
			<p>{ __( 'You had written:', 'throughline' ) }</p>
			<blockquote className="tl-quote" dir="auto">
				{ words }
			</blockquote>
		</div>
	);
}

export function Decide( { piece: key, acts, onNext }: DecideProps ) {
	const { store, history } = useDesk();
	const known = useSelect(
		( select ) => {
			const desk = select( store );
			return {
				opened: desk.getPiece( key ),
				claim: desk.getItem( key )?.claim ?? null,
				draft: desk.getDraft( key ),
				attempt: desk.getAttempt( key ),
				meanwhile: desk.getMeanwhile( key ),
				seen: desk.getJudged( key ),
				needsConsent: desk.needsConsent( key ),
				may: desk.getActs( key ),
				hasNext: desk.getNeighbour( 1 ) !== null,
			};
		},
		[ store, key ]
	);
	const { opened, draft, attempt, meanwhile, may, claim } = known;
	const { draft: write } = useDispatch( store );
	const heading = useFocusTarget< HTMLHeadingElement >( 'decision' );
	const choices = useFocusTarget< HTMLDivElement >( 'acts' );
	const piece = opened?.piece;
	if ( ! piece ) {
		return opened?.status === 'failed' ? null : <Loading />;
	}
	const isSending = attempt?.failure === null;
	const telling =
		draft.telling && may.includes( draft.telling ) ? draft.telling : null;
	const isOver = piece.item.list === null;
	// Over, or somebody else's to decide.
	const isDone = isOver || ( opened.status === 'ready' && may.length === 0 );
	const isLost =
		draft.reason.trim() !== '' && draft.telling !== null && ! telling;
	const retry = () => {
		if ( attempt?.act === draft.telling ) {
			acts.send();
		} else if ( attempt ) {
			acts.decide( attempt.act );
		}
	};

	return (
		<div className="tl-decide">
			<h2 className="tl-decide__heading" ref={ heading } tabIndex={ -1 }>
				{ __( 'Your decision', 'throughline' ) }
			</h2>
			{ meanwhile && (
				<Meanwhile
					decision={ meanwhile }
					isOver={ isOver }
					isChanged={
						known.seen !== null &&
						! isSame( known.seen, judged( piece ) )
					}
				/>
			) }
			{ attempt?.failure && (
				<Problem failure={ attempt.failure } onRetry={ retry } />
			) }
			{ claim && ! claim.mine && (
				<p className="tl-decide__claim">
					{ hasItOpen( claim.by ) }{ ' ' }
					{ __( 'You can decide all the same.', 'throughline' ) }
				</p>
			) }
			<Cases
				piece={ piece }
				isSending={ isSending }
				onHide={ ( photo ) => acts.begin( 'hide', photo ) }
				onShow={ ( photo ) => acts.decide( 'show', photo ) }
			/>
			<Reasons piece={ piece } />
			<Objection piece={ piece } />
			{ piece.standing.length > 0 && (
				<Part
					id="standing"
					title={ __( 'So far here', 'throughline' ) }
				>
					{ piece.standing.map( ( sentence ) => (
						<p key={ sentence }>{ sentence }</p>
					) ) }
				</Part>
			) }
			<div className="tl-decide__acts" ref={ choices }>
				{ isLost && <Kept words={ draft.reason } /> }
				{ isDone && ! telling && (
					<ActButton act="next" variant="primary" onClick={ onNext }>
						{ known.hasNext
							? __( 'Next piece', 'throughline' )
							: __( 'Done', 'throughline' ) }
					</ActButton>
				) }
				{ known.needsConsent &&
					( may.includes( 'publish' ) ||
						may.includes( 'restore' ) ) && (
						<Consent
							given={ draft.consent }
							missed={ acts.consentMissed === key }
							onChange={ ( consent ) =>
								write( key, { consent } )
							}
						/>
					) }
				{ telling ? (
					<Tell
						key={ telling }
						piece={ piece }
						act={ telling }
						draft={ draft }
						isSending={ isSending }
						onSend={ acts.send }
						onCancel={ acts.cancel }
					/>
				) : (
					<Choices
						piece={ piece }
						may={ may }
						attempt={ attempt }
						acts={ acts }
					/>
				) }
			</div>
			<Notes piece={ piece } draft={ draft } />
			<Escalation piece={ piece } draft={ draft } />
			{ piece.history.length > 0 && (
				<History
					decisions={ piece.history }
					contributor={ piece.item.contributor.name }
					page={ `${ history }&piece=${ key }` }
				/>
			) }
		</div>
	);
}

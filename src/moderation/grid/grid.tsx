/* Many pieces side by side, all ticked: untick what needs a closer look, publish the rest. */
import { Button, CheckboxControl } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useSelect } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { Back } from '../bar';
import { useDesk } from '../context';
import { useFocusTarget, useMoveFocus } from '../focus';
import { Problem } from '../problem';
import type { PieceKey } from '../store/types';
import { ticked, type Batch } from './batch';
import { Card } from './card';
import { useGrid } from './use-grid';

/** How it went, in one sentence. */
function useOutcome( { phase, published, failed }: Batch ): string {
	const { language } = useDesk();
	if ( phase !== 'told' ) {
		return '';
	}
	const number = new Intl.NumberFormat( language );
	const stayed = Object.keys( failed ).length;
	return [
		sprintf(
			/* translators: %s: number of pieces. */
			_n(
				'%s piece is published.',
				'%s pieces are published.',
				published.length,
				'throughline'
			),
			number.format( published.length )
		),
		stayed > 0
			? sprintf(
					/* translators: %s: number of pieces. */
					_n(
						'%s stayed; its card says why.',
						'%s stayed; their cards say why.',
						stayed,
						'throughline'
					),
					number.format( stayed )
				)
			: '',
	]
		.join( ' ' )
		.trim();
}

interface GridProps {
	onClose: () => void;
	onOpen: ( piece: PieceKey ) => void;
}

export function Grid( { onClose, onOpen }: GridProps ) {
	const { store, language } = useDesk();
	const { status, hasMore, state, load, publish, stop, tick } = useGrid();
	const moveFocus = useMoveFocus();
	const heading = useFocusTarget< HTMLHeadingElement >( 'grid' );
	const outcome = useOutcome( state );
	// A card's text is read before it is published.
	const isRead = useSelect(
		( select ) =>
			state.keys.every(
				( key ) => select( store ).getPiece( key )?.piece
			),
		[ store, state.keys ]
	);
	useEffect( () => {
		if ( outcome ) {
			speak( outcome );
			moveFocus( 'grid' );
		}
	}, [ outcome, moveFocus ] );

	const chosen = ticked( state );
	const open = state.keys.filter(
		( key ) => ! state.published.includes( key )
	);
	const isSending = state.phase === 'sending';
	const sent = state.published.length + Object.keys( state.failed ).length;
	const number = new Intl.NumberFormat( language );
	const isAll = chosen.length === open.length;
	return (
		<section
			className="tl-pane is-grid"
			aria-labelledby="tl-desk-grid"
			aria-busy={ status === 'loading' }
		>
			<div className="tl-grid__bar">
				<Back
					to={ __( 'Back to the list', 'throughline' ) }
					onBack={ onClose }
				/>
			</div>
			<div className="tl-grid__head">
				<h2
					className="tl-grid__title"
					id="tl-desk-grid"
					ref={ heading }
					tabIndex={ -1 }
				>
					{ outcome || __( 'Without a warning', 'throughline' ) }
				</h2>
				<p className="tl-grid__lead">
					{ __(
						'Nothing speaks against these. Untick what needs a closer look; the rest goes out together.',
						'throughline'
					) }
				</p>
			</div>
			{ typeof status === 'object' && (
				<Problem failure={ status } onRetry={ () => void load() } />
			) }
			{ status === 'loading' && (
				<div className="tl-grid__cards" aria-hidden="true">
					{ [ 0, 1, 2 ].map( ( card ) => (
						<div key={ card } className="tl-card is-skeleton">
							<span className="tl-bone is-title" />
							<span className="tl-bone is-picture" />
							<span className="tl-bone" />
						</div>
					) ) }
				</div>
			) }
			{ status === 'ready' && state.keys.length === 0 && (
				<p className="tl-grid__none">
					{ __(
						'There is none right now. Everything else that waits needs a look of its own.',
						'throughline'
					) }
				</p>
			) }
			{ status === 'ready' && (
				<ul className="tl-grid__cards">
					{ state.keys.map( ( key ) => (
						<Card
							key={ key }
							piece={ key }
							isTicked={ chosen.includes( key ) }
							isSending={ state.underway === key }
							isPublished={ state.published.includes( key ) }
							failure={ state.failed[ key ] }
							isFixed={ isSending }
							onTick={ ( isTicked ) => tick( [ key ], isTicked ) }
							onOpen={ () => onOpen( key ) }
						/>
					) ) }
				</ul>
			) }
			{ status === 'ready' && state.keys.length > 0 && (
				<div className="tl-grid__foot">
					{ isSending ? (
						<>
							<progress
								className="tl-grid__progress"
								aria-label={ __(
									'Publishing…',
									'throughline'
								) }
								max={ sent + chosen.length }
								value={ sent }
							/>
							<Button
								__next40pxDefaultSize
								variant="secondary"
								onClick={ stop }
							>
								{ __( 'Stop', 'throughline' ) }
							</Button>
						</>
					) : (
						<>
							{ open.length > 0 && (
								<CheckboxControl
									__nextHasNoMarginBottom
									label={ __( 'All', 'throughline' ) }
									checked={ isAll }
									indeterminate={
										! isAll && chosen.length > 0
									}
									onChange={ ( all ) => tick( open, all ) }
								/>
							) }
							{ state.phase === 'told' && hasMore && (
								<Button
									__next40pxDefaultSize
									variant="secondary"
									onClick={ () => void load() }
								>
									{ __( 'The next ones', 'throughline' ) }
								</Button>
							) }
							{ open.length > 0 && (
								<Button
									__next40pxDefaultSize
									accessibleWhenDisabled
									className="tl-act"
									variant="primary"
									disabled={ chosen.length === 0 || ! isRead }
									onClick={ () => void publish() }
								>
									{ sprintf(
										/* translators: %s: number of pieces. */
										_n(
											'Publish %s piece',
											'Publish %s pieces',
											chosen.length,
											'throughline'
										),
										number.format( chosen.length )
									) }
								</Button>
							) }
						</>
					) }
				</div>
			) }
		</section>
	);
}

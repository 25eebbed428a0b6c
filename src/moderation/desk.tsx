/* The desk: a list, the piece as visitors will see it, and the decision; beside each other or one after the other. */
import { Button } from '@wordpress/components';
import { useDispatch, useSelect } from '@wordpress/data';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Step } from './address';
import { Back, Place } from './bar';
import { useDesk } from './context';
import { Decide } from './decide/decide';
import { Empty } from './empty';
import { useMoveFocus } from './focus';
import { Help } from './help';
import type { KeyAct } from './keys';
import { useLayout, type Layout } from './layout';
import { List } from './list/list';
import { Tabs } from './list/tabs';
import { showInMenu } from './menu';
import { HEADING, Piece } from './piece/piece';
import { useSteps } from './steps';
import { Top } from './top';
import { useActs } from './use-acts';
import { useKeys } from './use-keys';
import { useWatch } from './watch';
import { Walk } from './walk';

/** Piece and decision stand beside each other on a tablet: one step. */
function seenStep( step: Step, layout: Layout ): Step {
	return layout === 'medium' && step === 'decide' ? 'piece' : step;
}

export function Desk() {
	const { store, language } = useDesk();
	const [ root, { layout, fills } ] = useLayout();
	const stacked = layout !== 'wide';
	const { name, open, first, isEmpty, waiting } = useSelect(
		( select ) => {
			const desk = select( store );
			const listName = desk.getListName();
			const list = desk.getList( listName );
			return {
				name: listName,
				open: desk.getOpenKey(),
				first: list.keys[ 0 ] ?? null,
				isEmpty:
					list.status === 'ready' &&
					list.keys.length === 0 &&
					list.after === null &&
					desk.getOpenKey() === null,
				waiting: desk.getCounts()?.waiting ?? null,
			};
		},
		[ store ]
	);
	const [ step, go ] = useSteps( stacked, { list: name, piece: open } );
	const seen = seenStep( open === null ? 'list' : step, layout );
	const acts = useActs( {
		step: stacked ? seen : null,
		go,
		isInList: () =>
			Boolean( root.current?.querySelector( '.tl-list :focus' ) ),
	} );
	const { open: openPiece } = useDispatch( store );
	const moveFocus = useMoveFocus();
	const [ helps, setHelps ] = useState( false );
	useWatch();

	const onKey = useKeys( ( act: KeyAct ) => {
		const done: Record< KeyAct, () => void > = {
			next: () => acts.walk( 1 ),
			previous: () => acts.walk( -1 ),
			publish: acts.publish,
			return: acts.ask,
			open: acts.openInTab,
			help: () => setHelps( true ),
		};
		done[ act ]();
	} );

	// Beside the list something is always open, as in a mail client.
	useEffect( () => {
		if ( ! stacked && open === null && first !== null ) {
			void openPiece( first );
		}
	}, [ stacked, open, first, openPiece ] );

	useEffect( () => {
		if ( waiting !== null ) {
			showInMenu( waiting, language );
		}
	}, [ waiting, language ] );

	// One after the other the page scrolls: the next step begins at its top.
	useEffect( () => {
		const top = root.current?.getBoundingClientRect().top ?? 0;
		if ( stacked && seen !== 'list' && top < 0 ) {
			window.scrollBy( { top } );
		}
	}, [ root, stacked, seen, open ] );

	const back = () => {
		const to = seen === 'decide' ? 'piece' : 'list';
		go( to );
		moveFocus( to === 'list' ? 'row' : 'heading' );
	};

	const classes = [
		'tl-desk',
		`is-${ layout }`,
		`shows-${ stacked ? seen : 'all' }`,
		fills ? 'fills' : 'flows',
		isEmpty ? 'is-empty' : '',
	];
	return (
		<div className={ classes.join( ' ' ) } ref={ root }>
			<Top onHelp={ () => setHelps( true ) } />
			<div className="tl-panes">
				<section
					className="tl-pane is-list"
					aria-label={ __( 'Pieces', 'throughline' ) }
				>
					<Tabs onChoose={ acts.chooseList } />
					<List onOpen={ acts.openPiece } />
				</section>
				{ isEmpty && (
					<section
						className="tl-pane is-nothing"
						aria-label={ __( 'Piece', 'throughline' ) }
					>
						<Empty onChoose={ acts.chooseList } />
					</section>
				) }
				{ open !== null && (
					<>
						<section
							className="tl-pane is-piece"
							aria-labelledby={ HEADING }
						>
							<div className="tl-bar">
								<Back
									to={ __( 'All pieces', 'throughline' ) }
									onBack={ back }
								/>
								<Place />
								<Walk onWalk={ acts.walk } />
							</div>
							<Piece
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
								consentMissed={ acts.consentMissed === open }
								onPublish={ acts.publish }
								onReturn={ acts.ask }
								onSend={ acts.send }
								onNext={ acts.leave }
							/>
							<div className="tl-decide__foot">
								<Walk onWalk={ acts.walk } />
							</div>
						</section>
					</>
				) }
			</div>
			{ helps && <Help onClose={ () => setHelps( false ) } /> }
		</div>
	);
}

/* The desk: a list, the piece as visitors will see it, and the decision; beside each other or one after the other. */
import { Notice } from '@wordpress/components';
import { useDispatch, useSelect } from '@wordpress/data';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { readPlace, type Step } from './address';
import { useDesk } from './context';
import { Empty } from './empty';
import { useMoveFocus } from './focus';
import { Grid } from './grid/grid';
import { Help } from './help';
import type { KeyAct } from './keys';
import { useLayout, type Layout } from './layout';
import { List } from './list/list';
import { Narrow } from './list/narrow';
import { Tabs } from './list/tabs';
import { showInMenu } from './menu';
import { Panes } from './panes';
import { NewShare } from './new-share';
import { whatFailed } from './sentences';
import type { PieceKey } from './store/types';
import { useSteps } from './steps';
import { Top } from './top';
import { UndoBar } from './undo-bar';
import { useActs } from './use-acts';
import { useClaim } from './use-claim';
import { useKeys } from './use-keys';
import { useWalk } from './use-walk';
import { useWatch } from './watch';

/** Piece and decision stand beside each other on a tablet: one step. */
function seenStep( step: Step, layout: Layout ): Step {
	return layout === 'medium' && step === 'decide' ? 'piece' : step;
}

export function Desk() {
	const { store, language } = useDesk();
	const [ root, { layout, fills } ] = useLayout();
	const stacked = layout !== 'wide';
	const [ isGrid, setGrid ] = useState(
		() => readPlace( window.location.href ).isGrid
	);
	const { name, filters, open, first, isEmpty, waiting } = useSelect(
		( select ) => {
			const desk = select( store );
			const listName = desk.getListName();
			const list = desk.getList( listName );
			return {
				name: listName,
				filters: desk.getFilters(),
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
	const [ step, go ] = useSteps( stacked, {
		list: name,
		filters,
		piece: open,
		isGrid,
	} );
	const seen = seenStep( open === null && ! isGrid ? 'list' : step, layout );
	const where = { step: stacked ? seen : null, go };
	const acts = useActs( { ...where, isGrid } );
	const walk = useWalk( {
		...where,
		isInList: () =>
			Boolean( root.current?.querySelector( '.tl-list :focus' ) ),
	} );
	const { open: openPiece, loadList } = useDispatch( store );
	const moveFocus = useMoveFocus();
	const [ helps, setHelps ] = useState( false );
	const [ shares, setShares ] = useState( false );
	useWatch();
	useClaim( isGrid || ( stacked && seen === 'list' ) ? null : open );

	const toGrid = () => {
		setGrid( true );
		go( 'piece' );
		moveFocus( 'grid' );
	};
	const fromGrid = () => {
		setGrid( false );
		go( 'list' );
		moveFocus( 'row' );
	};
	const openOne = ( piece: PieceKey, byKeyboard: boolean ) => {
		setGrid( false );
		walk.openPiece( piece, byKeyboard );
	};
	// The browser's Back leaves the grid as well.
	useEffect( () => {
		if ( stacked && step === 'list' ) {
			setGrid( false );
		}
	}, [ stacked, step ] );

	const onKey = useKeys( ( act: KeyAct ) => {
		const done: Record< KeyAct, () => void > = {
			next: () => void walk.walk( 1 ),
			previous: () => void walk.walk( -1 ),
			publish: acts.publish,
			return: () => acts.begin( 'return' ),
			remove: () => acts.begin( 'remove' ),
			keep: acts.keep,
			correct: acts.correct,
			undo: () => void acts.undo(),
			claim: () => void acts.claim(),
			open: acts.openInTab,
			grid: isGrid ? fromGrid : toGrid,
			search: () => {
				if ( stacked ) {
					go( 'list' );
				}
				moveFocus( 'search' );
			},
			help: () => setHelps( true ),
		};
		if ( ! isGrid || [ 'undo', 'grid', 'help' ].includes( act ) ) {
			done[ act ]();
		}
	} );

	// Beside the list something is always open, as in a mail client.
	useEffect( () => {
		if ( ! stacked && ! isGrid && open === null && first !== null ) {
			void openPiece( first );
		}
	}, [ stacked, isGrid, open, first, openPiece ] );

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
			// Unless a field was meant.
			root.current
				?.querySelector( ':is(input, textarea):focus' )
				?.scrollIntoView( { block: 'nearest' } );
		}
	}, [ root, stacked, seen, open ] );

	const classes = [
		'tl-desk',
		`is-${ layout }`,
		`shows-${ stacked ? seen : 'all' }`,
		fills ? 'fills' : 'flows',
		isGrid ? 'has-grid' : '',
		isEmpty ? 'is-empty' : '',
	];
	return (
		<div className={ classes.join( ' ' ) } ref={ root }>
			<Top
				onShare={ () => setShares( true ) }
				onHelp={ () => setHelps( true ) }
			/>
			<div className="tl-panes">
				<section
					className="tl-pane is-list"
					aria-label={ __( 'Pieces', 'throughline' ) }
				>
					<Tabs onChoose={ walk.chooseList } />
					<Narrow />
					<List onOpen={ openOne } onGrid={ toGrid } />
				</section>
				{ isEmpty && ! isGrid && (
					<section
						className="tl-pane is-nothing"
						aria-label={ __( 'Piece', 'throughline' ) }
					>
						<Empty onChoose={ walk.chooseList } />
					</section>
				) }
				{ isGrid && (
					<Grid
						onClose={ fromGrid }
						onOpen={ ( piece ) => openOne( piece, true ) }
					/>
				) }
				{ open !== null && ! isGrid && (
					<Panes
						open={ open }
						seen={ seen }
						go={ go }
						acts={ acts }
						onWalk={ walk.walk }
						onLeave={ walk.leave }
						onKey={ onKey }
					/>
				) }
			</div>
			<div className="tl-lasting">
				{ acts.undoFailure && (
					<Notice
						status="error"
						className="tl-lasting__failure"
						onRemove={ acts.forgetUndoFailure }
						spokenMessage=""
					>
						{ whatFailed( acts.undoFailure ) }
					</Notice>
				) }
				<UndoBar onUndo={ () => void acts.undo() } />
			</div>
			{ shares && (
				<NewShare
					onMade={ ( id ) => {
						setShares( false );
						openOne( `share-${ id }`, true );
						void loadList( name );
					} }
					onClose={ () => setShares( false ) }
				/>
			) }
			{ helps && <Help onClose={ () => setHelps( false ) } /> }
		</div>
	);
}

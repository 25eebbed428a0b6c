/* The piece that lies open: whose it is, and how visitors will see it. */
import { Button } from '@wordpress/components';
import { useDispatch, useSelect } from '@wordpress/data';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { QueuePiece } from '../../contract';
import { Key } from '../act-button';
import { useDesk } from '../context';
import { useFocusTarget } from '../focus';
import { Initials } from '../initials';
import { KEY_OF } from '../keys';
import { useKeysOn } from '../keys-on';
import { nameOf } from '../list/row';
import { Ago } from '../moment';
import { Problem } from '../problem';
import { keyOf } from '../store/types';
import type { Acts } from '../use-acts';
import { Correction } from './correction';
import { Frame } from './frame';
import { Photos } from './photos';
import { Since } from './since';
import { Thread } from './thread';

export const HEADING = 'tl-desk-piece';

interface PieceProps {
	acts: Acts;
	onKey: ( event: KeyboardEvent ) => void;
	onRetry: () => void;
}

function Head() {
	const { store } = useDesk();
	const { filter } = useDispatch( store );
	const contributor = useSelect(
		( select ) => select( store ).getFilters().contributor,
		[ store ]
	);
	const item = useSelect(
		( select ) => {
			const desk = select( store );
			return desk.getItem( desk.getOpenKey() );
		},
		[ store ]
	);
	const heading = useFocusTarget< HTMLHeadingElement >( 'heading' );
	return (
		<div className="tl-piece__head">
			{ item && (
				<Initials
					person={ item.contributor }
					className="tl-piece__face"
				/>
			) }
			<div>
				<h2
					className="tl-piece__title"
					id={ HEADING }
					ref={ heading }
					tabIndex={ -1 }
				>
					{ item ? (
						<>
							{ /* The preview below begins with it; here it is for ears. */ }
							<span className="screen-reader-text" dir="auto">
								{ nameOf( item ) }
								{ ', ' }
							</span>
							<bdi>{ item.contributor.name }</bdi>
						</>
					) : (
						__( 'Loading…', 'throughline' )
					) }
				</h2>
				{ item && (
					<p className="tl-piece__meta">
						<span>
							{ item.label }
							{ ' · ' }
							{ item.department && (
								<>
									<bdi>{ item.department }</bdi>
									{ ' · ' }
								</>
							) }
							<Ago since={ item.since } />
						</span>
						{ item.author > 0 && contributor !== item.author && (
							<Button
								variant="link"
								className="tl-piece__all"
								onClick={ () =>
									filter( { contributor: item.author } )
								}
							>
								{ __( 'All by this person', 'throughline' ) }
							</Button>
						) }
					</p>
				) }
			</div>
		</div>
	);
}

function Caption( { piece, acts }: { piece: QueuePiece; acts: Acts } ) {
	const { store } = useDesk();
	const [ keysOn ] = useKeysOn();
	const may = useSelect(
		( select ) => select( store ).getActs( keyOf( piece.item ) ),
		[ store, piece ]
	);
	return (
		<p className="tl-piece__caption">
			<span>{ __( 'As visitors will see it', 'throughline' ) }</span>
			<Button
				__next40pxDefaultSize
				variant="link"
				className="tl-piece__open"
				href={ piece.preview }
				target="_blank"
				aria-keyshortcuts={ keysOn ? KEY_OF.open : undefined }
			>
				<span>{ __( 'Open in a new tab', 'throughline' ) }</span>
				<Key act="open" />
			</Button>
			{ piece.item.link && (
				<Button
					__next40pxDefaultSize
					variant="link"
					className="tl-piece__open"
					href={ piece.item.link }
					target="_blank"
				>
					<span>{ __( 'What is published', 'throughline' ) }</span>
				</Button>
			) }
			{ may.includes( 'correct' ) && (
				<Button
					__next40pxDefaultSize
					variant="link"
					className="tl-piece__open"
					onClick={ acts.correct }
					aria-keyshortcuts={ keysOn ? KEY_OF.correct : undefined }
				>
					<span>{ __( 'Correct spelling', 'throughline' ) }</span>
					<Key act="correct" />
				</Button>
			) }
		</p>
	);
}

export function Piece( { acts, onKey, onRetry }: PieceProps ) {
	const { store } = useDesk();
	const { key, opened, correction, isSending, mayHide } = useSelect(
		( select ) => {
			const desk = select( store );
			const open = desk.getOpenKey();
			return {
				key: open,
				opened: desk.getPiece( open ),
				correction: desk.canDecide( open, 'correct' )
					? desk.getDraft( open ).correction
					: null,
				isSending: desk.isDeciding( open ),
				mayHide: desk.canDecide( open, 'hide' ),
			};
		},
		[ store ]
	);
	// Reading it asks for it: the next piece is there before one turns to it.
	const ahead = useSelect(
		( select ) => {
			const desk = select( store );
			return desk.getPiece( desk.getNeighbour( 1 ) )?.piece ?? null;
		},
		[ store ]
	);
	const pane = useRef< HTMLDivElement >( null );
	useEffect( () => {
		pane.current?.scrollTo( { top: 0 } );
	}, [ key ] );

	const piece = opened?.piece ?? null;
	const frames = [
		...( piece && ! correction ? [ { piece, isAhead: false } ] : [] ),
		...( piece && ahead ? [ { piece: ahead, isAhead: true } ] : [] ),
	];
	return (
		<div className="tl-piece" ref={ pane }>
			<Head />
			{ opened?.status === 'failed' && opened.failure && (
				<Problem failure={ opened.failure } onRetry={ onRetry } />
			) }
			{ piece && <Thread context={ piece.context } /> }
			{ piece && <Since piece={ piece } /> }
			{ piece && correction && (
				<Correction
					piece={ piece }
					correction={ correction }
					isSending={ isSending }
					onSend={ () => acts.decide( 'correct' ) }
					onCancel={ acts.dropCorrection }
				/>
			) }
			<div
				className={ `tl-piece__card ${ correction ? 'is-away' : '' }` }
				aria-busy={ ! piece }
			>
				{ ! piece && opened?.status !== 'failed' && (
					<div className="tl-frame is-loading">
						<div className="tl-frame__skeleton">
							<span className="tl-bone is-picture" />
							<span className="tl-bone is-title" />
							<span className="tl-bone" />
							<span className="tl-bone is-short" />
						</div>
					</div>
				) }
				{ frames.map( ( { piece: { item, preview }, isAhead } ) => (
					<Frame
						// A new version is another page; the order never moves a frame, which would load it again.
						key={ `${ item.kind }-${ item.id }-${ item.version }` }
						address={ preview }
						title={ sprintf(
							/* translators: %s: title of a piece. */
							__( 'Preview: %s', 'throughline' ),
							nameOf( item )
						) }
						isAhead={ isAhead }
						onKey={ onKey }
					/>
				) ) }
			</div>
			{ piece && ! correction && (
				<>
					<Caption piece={ piece } acts={ acts } />
					<Photos
						piece={ piece }
						mayHide={ mayHide }
						onHide={ ( photo ) => acts.begin( 'hide', photo ) }
						onShow={ ( photo ) => acts.decide( 'show', photo ) }
					/>
				</>
			) }
		</div>
	);
}

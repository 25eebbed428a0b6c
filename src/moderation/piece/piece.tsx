/* The piece that lies open: whose it is, and how visitors will see it. */
import { Button } from '@wordpress/components';
import { useSelect } from '@wordpress/data';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Key } from '../act-button';
import { useDesk } from '../context';
import { useFocusTarget } from '../focus';
import { Initials } from '../initials';
import { KEY_OF } from '../keys';
import { useKeysOn } from '../keys-on';
import { nameOf } from '../list/row';
import { Ago } from '../moment';
import { Problem } from '../problem';
import { Frame } from './frame';

export const HEADING = 'tl-desk-piece';

interface PieceProps {
	onKey: ( event: KeyboardEvent ) => void;
	onRetry: () => void;
}

function Head() {
	const { store } = useDesk();
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
						{ item.department && (
							<>
								<bdi>{ item.department }</bdi>
								{ ' · ' }
							</>
						) }
						<Ago since={ item.since } />
					</p>
				) }
			</div>
		</div>
	);
}

export function Piece( { onKey, onRetry }: PieceProps ) {
	const { store } = useDesk();
	const [ keysOn ] = useKeysOn();
	const key = useSelect(
		( select ) => select( store ).getOpenKey(),
		[ store ]
	);
	const opened = useSelect(
		( select ) => select( store ).getPiece( key ),
		[ store, key ]
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
		...( piece ? [ { piece, isAhead: false } ] : [] ),
		...( piece && ahead ? [ { piece: ahead, isAhead: true } ] : [] ),
	];
	return (
		<div className="tl-piece" ref={ pane }>
			<Head />
			{ opened?.status === 'failed' && opened.failure && (
				<Problem failure={ opened.failure } onRetry={ onRetry } />
			) }
			<div className="tl-piece__card" aria-busy={ ! piece }>
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
			{ piece && (
				<p className="tl-piece__caption">
					{ __( 'As visitors will see it', 'throughline' ) }{ ' ' }
					<Button
						__next40pxDefaultSize
						variant="link"
						className="tl-piece__open"
						href={ piece.preview }
						target="_blank"
						aria-keyshortcuts={ keysOn ? KEY_OF.open : undefined }
					>
						<span>
							{ __( 'Open in a new tab', 'throughline' ) }
						</span>
						<Key act="open" />
					</Button>
				</p>
			) }
		</div>
	);
}

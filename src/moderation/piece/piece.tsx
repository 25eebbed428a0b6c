/* The piece that lies open: whose it is, where it stands, what changed, and how visitors will see it. */
import { useSelect } from '@wordpress/data';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { useDesk } from '../context';
import { nameOf } from '../list/row';
import { Problem } from '../problem';
import type { Acts } from '../use-acts';
import { Caption } from './caption';
import { Correction } from './correction';
import { Frame } from './frame';
import { Head } from './head';
import { Photos } from './photos';
import { Since } from './since';
import { Thread } from './thread';

interface PieceProps {
	acts: Acts;
	onKey: ( event: KeyboardEvent ) => void;
	onRetry: () => void;
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

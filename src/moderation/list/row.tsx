/* One piece in the list: picture, title, who, where, since when. */
import { useSelect } from '@wordpress/data';
import { useEffect, useRef } from '@wordpress/element';
import type { MouseEvent } from 'react';
import type { QueueItem } from '../../contract';
import { useDesk } from '../context';
import { useFocusTarget } from '../focus';
import { Ago } from '../moment';
import { hasItOpen, whatHappened } from '../sentences';
import type { PieceKey } from '../store/types';
import { Thumbnail } from './thumbnail';

/** Title of a piece, its first words where it has none. */
export function nameOf( item: { title: string; excerpt: string } ): string {
	return item.title || item.excerpt;
}

/** What makes it urgent, or that somebody has it already. */
function Flag( { item }: { item: QueueItem } ) {
	const [ first ] = item.reasons;
	const isOthers = item.claim !== null && ! item.claim.mine;
	return (
		<>
			{ item.urgent && first && (
				<span className="tl-row__urgent">{ first.text }</span>
			) }
			{ isOthers && (
				<span className="tl-row__claim">
					{ hasItOpen( item.claim?.by ?? '' ) }
				</span>
			) }
		</>
	);
}

function Byline( { item }: { item: QueueItem } ) {
	return (
		<>
			{ item.label }
			{ ' · ' }
			<bdi>{ item.contributor.name }</bdi>
			{ item.department && (
				<>
					{ ' · ' }
					<bdi>{ item.department }</bdi>
				</>
			) }
			{ ' · ' }
			<Ago since={ item.since } />
		</>
	);
}

interface RowProps {
	piece: PieceKey;
	/** Tab reaches one row of the list, arrows the others. */
	reachable: boolean;
	isLeaving?: boolean;
	onOpen: ( piece: PieceKey, byKeyboard: boolean ) => void;
}

export function Row( {
	piece,
	reachable,
	isLeaving = false,
	onOpen,
}: RowProps ) {
	const { store } = useDesk();
	const item = useSelect(
		( select ) => select( store ).getItem( piece ),
		[ store, piece ]
	);
	const isOpen = useSelect(
		( select ) => select( store ).getOpenKey() === piece,
		[ store, piece ]
	);
	const name = useSelect(
		( select ) => select( store ).getListName(),
		[ store ]
	);
	const meanwhile = useSelect(
		( select ) => select( store ).getMeanwhile( piece ),
		[ store, piece ]
	);
	const focus = useFocusTarget< HTMLDivElement >( 'row' );
	const button = useRef< HTMLButtonElement >( null );
	useEffect( () => {
		if ( isOpen ) {
			button.current?.scrollIntoView( { block: 'nearest' } );
		}
	}, [ isOpen ] );

	if ( ! item ) {
		return null;
	}
	const isOver = meanwhile !== null && item.list !== name;
	const open = ( event: MouseEvent ) => onOpen( piece, event.detail === 0 );
	return (
		<li className={ `tl-list__item ${ isLeaving ? 'is-leaving' : '' }` }>
			<div ref={ isOpen ? focus : undefined } className="tl-list__fold">
				<button
					type="button"
					ref={ button }
					className={ `tl-row ${ isOver ? 'is-over' : '' }` }
					aria-current={ isOpen ? 'true' : undefined }
					tabIndex={ reachable ? 0 : -1 }
					data-piece={ piece }
					onClick={ open }
				>
					<Thumbnail item={ item } key={ item.version } />
					<span className="tl-row__words">
						{ ! isOver && <Flag item={ item } /> }
						<strong className="tl-row__title">
							<bdi>{ nameOf( item ) }</bdi>
						</strong>
						<span className="tl-row__meta">
							{ isOver ? (
								whatHappened( meanwhile )
							) : (
								<Byline item={ item } />
							) }
						</span>
					</span>
				</button>
			</div>
		</li>
	);
}

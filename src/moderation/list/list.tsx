/* The list: rows, more of them as one comes near the end, and its states. */
import { Button } from '@wordpress/components';
import { useDispatch, useSelect } from '@wordpress/data';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';
import { useDesk } from '../context';
import { useFocusTarget } from '../focus';
import { Problem } from '../problem';
import type { PieceKey } from '../store/types';
import { useLeaving } from './leaving';
import { Row } from './row';
import { PANEL, tabOf, titleOf } from './tabs';
import { ToGrid } from './to-grid';

function Skeleton() {
	return (
		<div className="tl-list__skeleton">
			<p className="screen-reader-text">
				{ __( 'Loading the list…', 'throughline' ) }
			</p>
			{ [ 0, 1, 2, 3 ].map( ( row ) => (
				<div key={ row } className="tl-row is-skeleton">
					<span className="tl-row__picture" />
					<span className="tl-row__words">
						<span className="tl-bone" />
						<span className="tl-bone is-short" />
					</span>
				</div>
			) ) }
		</div>
	);
}

/** The next page comes by itself when its button comes into sight; the button is there for whoever gets there first. */
function More() {
	const { store } = useDesk();
	const name = useSelect(
		( select ) => select( store ).getListName(),
		[ store ]
	);
	const { after, more, failure } = useSelect(
		( select ) => select( store ).getList( name ),
		[ store, name ]
	);
	const { loadMore } = useDispatch( store );
	const sight = useRef< HTMLDivElement >( null );
	useEffect( () => {
		const place = sight.current;
		if ( ! place || more !== 'idle' || after === null ) {
			return undefined;
		}
		const observer = new IntersectionObserver( ( [ entry ] ) => {
			if ( entry?.isIntersecting ) {
				void loadMore( name );
			}
		} );
		observer.observe( place );
		return () => observer.disconnect();
	}, [ name, after, more, loadMore ] );

	if ( after === null ) {
		return null;
	}
	return (
		<div className="tl-list__more" ref={ sight }>
			{ more === 'failed' && failure && <Problem failure={ failure } /> }
			<Button
				__next40pxDefaultSize
				accessibleWhenDisabled
				variant="secondary"
				isBusy={ more === 'loading' }
				disabled={ more === 'loading' }
				onClick={ () => loadMore( name ) }
			>
				{ more === 'failed'
					? __( 'Try again', 'throughline' )
					: __( 'More', 'throughline' ) }
			</Button>
		</div>
	);
}

interface ListProps {
	onGrid: () => void;
	onOpen: ( piece: PieceKey, byKeyboard: boolean ) => void;
}

export function List( { onOpen, onGrid }: ListProps ) {
	const { store } = useDesk();
	const name = useSelect(
		( select ) => select( store ).getListName(),
		[ store ]
	);
	const { keys, status, failure } = useSelect(
		( select ) => select( store ).getList( name ),
		[ store, name ]
	);
	const open = useSelect(
		( select ) => select( store ).getOpenKey(),
		[ store ]
	);
	const { loadList } = useDispatch( store );
	const retry = useFocusTarget< HTMLDivElement >( 'retry' );
	const { all, leaving } = useLeaving( keys, name );
	const reachable =
		open !== null && keys.includes( open ) ? open : ( keys[ 0 ] ?? null );

	const move = ( event: KeyboardEvent< HTMLUListElement > ) => {
		const rows = [
			...event.currentTarget.querySelectorAll< HTMLElement >(
				'li:not(.is-leaving) .tl-row'
			),
		];
		const at = rows.findIndex( ( row ) => row === event.target );
		const to: Record< string, number > = {
			ArrowDown: at + 1,
			ArrowUp: at - 1,
			Home: 0,
			End: rows.length - 1,
		};
		const next = to[ event.key ];
		if ( at >= 0 && next !== undefined ) {
			event.preventDefault();
			rows[ next ]?.focus();
		}
	};

	return (
		<>
			<div
				className="tl-list"
				id={ PANEL }
				role="tabpanel"
				aria-labelledby={ tabOf( name ) }
				aria-busy={ status === 'loading' }
			>
				{ status === 'failed' && failure && (
					<div className="tl-list__failed" ref={ retry }>
						<Problem
							failure={ failure }
							onRetry={ () => loadList( name ) }
						/>
					</div>
				) }
				{ ( status === 'new' || status === 'loading' ) && <Skeleton /> }
				{ all.length > 0 && (
					// eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows walk through the buttons in it.
					<ul
						className="tl-list__rows"
						aria-label={ titleOf( name ) }
						onKeyDown={ move }
					>
						{ all.map( ( key ) => (
							<Row
								key={ key }
								piece={ key }
								reachable={ key === reachable }
								isLeaving={ key === leaving }
								onOpen={ onOpen }
							/>
						) ) }
					</ul>
				) }
				{ status === 'ready' && <More /> }
			</div>
			<ToGrid onGrid={ onGrid } />
		</>
	);
}

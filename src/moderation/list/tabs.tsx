/* Which list is on the desk: what waits, or what went back with a question. */
import { __ } from '@wordpress/i18n';
import { useSelect } from '@wordpress/data';
import { useRef } from '@wordpress/element';
import type { KeyboardEvent } from 'react';
import { useDesk } from '../context';
import { shown } from '../menu';
import type { ListName } from '../store/types';

export const PANEL = 'tl-desk-list';
export const tabOf = ( name: ListName ) => `tl-desk-tab-${ name }`;

const NAMES: readonly ListName[] = [ 'waiting', 'returned' ];

export function titleOf( name: ListName ): string {
	return name === 'waiting'
		? __( 'Waiting', 'throughline' )
		: __( 'Returned', 'throughline' );
}

export function Tabs( { onChoose }: { onChoose: ( name: ListName ) => void } ) {
	const { store, language } = useDesk();
	const chosen = useSelect(
		( select ) => select( store ).getListName(),
		[ store ]
	);
	const counts = useSelect(
		( select ) => select( store ).getCounts(),
		[ store ]
	);
	const tabs = useRef< HTMLDivElement >( null );

	const move = ( event: KeyboardEvent ) => {
		if ( event.key !== 'ArrowLeft' && event.key !== 'ArrowRight' ) {
			return;
		}
		event.preventDefault();
		const other = NAMES.find( ( name ) => name !== chosen ) ?? 'waiting';
		onChoose( other );
		tabs.current
			?.querySelector< HTMLElement >( `#${ tabOf( other ) }` )
			?.focus();
	};

	return (
		<div
			className="tl-tabs"
			role="tablist"
			aria-label={ __( 'Lists', 'throughline' ) }
			ref={ tabs }
		>
			{ NAMES.map( ( name ) => (
				<button
					key={ name }
					type="button"
					role="tab"
					id={ tabOf( name ) }
					className="tl-tab"
					aria-selected={ name === chosen }
					aria-controls={ PANEL }
					tabIndex={ name === chosen ? 0 : -1 }
					onClick={ () => onChoose( name ) }
					onKeyDown={ move }
				>
					{ titleOf( name ) }{ ' ' }
					<span className="tl-tab__count">
						{ counts && shown( counts[ name ], language ) }
					</span>
				</button>
			) ) }
		</div>
	);
}

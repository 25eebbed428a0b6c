/* Which list is on the desk: what waits, was reported, was objected to, or went back with a question. */
import { __, isRTL } from '@wordpress/i18n';
import { useSelect } from '@wordpress/data';
import { useRef } from '@wordpress/element';
import type { KeyboardEvent } from 'react';
import { useDesk } from '../context';
import { shown } from '../menu';
import { LISTS, type ListName } from '../store/types';

export const PANEL = 'tl-desk-list';
export const tabOf = ( name: ListName ) => `tl-desk-tab-${ name }`;

export function titleOf( name: ListName ): string {
	switch ( name ) {
		case 'waiting':
			return __( 'Waiting', 'throughline' );
		case 'reported':
			return __( 'Reported', 'throughline' );
		case 'appealed':
			/* translators: a list of pieces to whose decision somebody objects; a short word, it stands on a tab. */
			return __( 'Objections', 'throughline' );
		case 'returned':
			return __( 'Returned', 'throughline' );
	}
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
		const ahead = isRTL() ? 'ArrowLeft' : 'ArrowRight';
		const back = isRTL() ? 'ArrowRight' : 'ArrowLeft';
		if ( event.key !== ahead && event.key !== back ) {
			return;
		}
		event.preventDefault();
		const by = event.key === ahead ? 1 : -1;
		const at = LISTS.indexOf( chosen ) + by;
		const other = LISTS[ ( at + LISTS.length ) % LISTS.length ] ?? chosen;
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
			{ LISTS.map( ( name ) => (
				<button
					key={ name }
					type="button"
					role="tab"
					id={ tabOf( name ) }
					className={ `tl-tab ${
						counts?.[ name ] === 0 ? 'is-empty' : ''
					}` }
					aria-selected={ name === chosen }
					aria-controls={ PANEL }
					tabIndex={ name === chosen ? 0 : -1 }
					onClick={ () => onChoose( name ) }
					onKeyDown={ move }
				>
					<span className="tl-tab__name">{ titleOf( name ) }</span>{ ' ' }
					<span className="tl-tab__count">
						{ counts ? shown( counts[ name ], language ) : ' ' }
					</span>
				</button>
			) ) }
		</div>
	);
}

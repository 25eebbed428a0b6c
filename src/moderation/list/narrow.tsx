/* Above the list: a search, and what narrows it. */
import { Button } from '@wordpress/components';
import { useDispatch, useSelect } from '@wordpress/data';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';
import { Key } from '../act-button';
import { Choice } from '../choice';
import { useDesk } from '../context';
import { narrowing } from '../filters';
import { useFocusTarget } from '../focus';
import { KEY_OF } from '../keys';
import { useKeysOn } from '../keys-on';
import { Chips } from './chips';
import { PANEL } from './tabs';

/** Milliseconds after the last letter. */
const PAUSE = 300;
const CHOICES = 'tl-desk-choices';

function Search() {
	const { store } = useDesk();
	const search = useSelect(
		( select ) => select( store ).getFilters().search,
		[ store ]
	);
	const { filter } = useDispatch( store );
	const [ keysOn ] = useKeysOn();
	const [ words, setWords ] = useState( search );
	const field = useFocusTarget< HTMLDivElement >( 'search' );
	const timer = useRef( 0 );
	// Taken away elsewhere.
	useEffect( () => setWords( search ), [ search ] );
	useEffect( () => () => window.clearTimeout( timer.current ), [] );

	const ask = ( next: string ) => {
		window.clearTimeout( timer.current );
		if ( next.trim() !== search ) {
			void filter( { search: next.trim() } );
		}
	};
	const type = ( next: string ) => {
		setWords( next );
		window.clearTimeout( timer.current );
		timer.current = window.setTimeout( () => ask( next ), PAUSE );
	};
	const press = ( event: KeyboardEvent ) => {
		if ( event.key === 'Enter' ) {
			ask( words );
		} else if ( event.key === 'Escape' && words ) {
			event.preventDefault();
			setWords( '' );
			ask( '' );
		}
	};
	const name = __( 'Search in this list', 'throughline' );
	return (
		<div className="tl-search" ref={ field }>
			<input
				type="search"
				className="tl-search__field"
				value={ words }
				maxLength={ 200 }
				aria-label={ name }
				aria-controls={ PANEL }
				aria-keyshortcuts={ keysOn ? KEY_OF.search : undefined }
				placeholder={ __( 'Search', 'throughline' ) }
				dir="auto"
				onChange={ ( event ) => type( event.target.value ) }
				onKeyDown={ press }
			/>
			{ ! words && <Key act="search" /> }
		</div>
	);
}

function Choices() {
	const { store, kinds, departments } = useDesk();
	const filters = useSelect(
		( select ) => select( store ).getFilters(),
		[ store ]
	);
	const items = useSelect(
		( select ) => Object.values( select( store ).getItems() ),
		[ store ]
	);
	const { filter } = useDispatch( store );
	const reasons = new Map(
		items
			.flatMap( ( item ) => item.reasons )
			.map( ( { code, text } ): [ string, string ] => [ code, text ] )
	);
	if ( filters.reason && ! reasons.has( filters.reason ) ) {
		reasons.set( filters.reason, filters.reason );
	}
	const all = __( 'All', 'throughline' );
	return (
		<div className="tl-choices" id={ CHOICES }>
			{ kinds.length > 1 && (
				<Choice
					label={ __( 'Kind', 'throughline' ) }
					value={ filters.kind }
					options={ [
						[ '', all ],
						...kinds.map(
							( { name, label } ) => [ name, label ] as const
						),
					] }
					onChange={ ( kind ) => filter( { kind } ) }
				/>
			) }
			{ departments.length > 1 && (
				<Choice
					label={ __( 'Department', 'throughline' ) }
					value={ String( filters.department ) }
					options={ [
						[ '0', all ],
						...departments.map(
							( { id, name, level } ) =>
								[
									String( id ),
									'\u2003'.repeat( level ) + name,
								] as const
						),
					] }
					onChange={ ( department ) =>
						filter( { department: Number( department ) } )
					}
				/>
			) }
			<Choice
				label={ __( 'Reason', 'throughline' ) }
				value={ filters.reason }
				options={ [ [ '', all ], ...reasons ] }
				onChange={ ( reason ) => filter( { reason } ) }
			/>
		</div>
	);
}

export function Narrow() {
	const { store } = useDesk();
	const count = useSelect(
		( select ) => narrowing( select( store ).getFilters() ),
		[ store ]
	);
	const [ isOpen, setOpen ] = useState( false );
	return (
		<div className="tl-narrow">
			<div className="tl-narrow__line">
				<Search />
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					className="tl-narrow__toggle"
					aria-expanded={ isOpen }
					aria-controls={ isOpen ? CHOICES : undefined }
					onClick={ () => setOpen( ! isOpen ) }
				>
					{ __( 'Filter', 'throughline' ) }
					{ count > 0 && (
						<span className="tl-narrow__count">{ count }</span>
					) }
				</Button>
			</div>
			{ isOpen && <Choices /> }
			<Chips />
		</div>
	);
}

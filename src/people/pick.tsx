/* Finds somebody among many: the server searches, a few are shown. */
import { ComboboxControl } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Colleague, Colleagues, NamedPerson } from '../contract';
import { useScreen } from '../screen';

/** Milliseconds after the last key before the server is asked. */
const PAUSE = 250;

interface PickProps {
	label: string;
	/** Who can't be chosen, since they are there already. */
	without: readonly number[];
	onPick: ( person: NamedPerson ) => void;
	help?: string;
}

const named = ( { id, name, initials, hue }: Colleague ): NamedPerson => ( {
	id,
	name,
	initials,
	hue,
} );

export function Pick( { label, without, onPick, help }: PickProps ) {
	const { rest } = useScreen();
	const [ search, setSearch ] = useState( '' );
	const [ found, setFound ] = useState< Colleague[] >( [] );
	const wanted = useRef( '' );

	useEffect( () => {
		wanted.current = search;
		const timer = setTimeout( () => {
			rest.get< Colleagues >( 'people', { search } ).then(
				( { people } ) => {
					if ( wanted.current === search ) {
						setFound( people );
					}
				},
				() => {
					// The list stays as it was; saving tells what is wrong.
				}
			);
		}, PAUSE );
		return () => clearTimeout( timer );
	}, [ rest, search ] );

	return (
		<div className="tl-field tl-pick">
			<ComboboxControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ label }
				help={ help ?? '' }
				placeholder={ __( 'Search by name', 'throughline' ) }
				value={ null }
				options={ found
					.filter( ( { id } ) => ! without.includes( id ) )
					.map( ( { id, name, account } ) => ( {
						value: String( id ),
						label: `${ name } (${ account })`,
					} ) ) }
				onFilterValueChange={ setSearch }
				onChange={ ( value ) => {
					const person = found.find(
						( { id } ) => String( id ) === value
					);
					if ( person ) {
						setSearch( '' );
						onPick( named( person ) );
					}
				} }
			/>
		</div>
	);
}

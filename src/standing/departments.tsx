/* One department at a time: whether it decides by itself, and where its people stand. */
import { useEffect, useId, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StandingPerson } from '../contract';
import { useStanding } from './context';
import { HandOver } from './hand-over';
import { People } from './people';
import { Sign } from './sign';

export function Departments() {
	const { overview, reload } = useStanding();
	const [ chosen, setChosen ] = useState(
		overview.departments[ 0 ]?.id ?? 0
	);
	const [ person, setPerson ] = useState< StandingPerson | null >( null );
	const select = useRef< HTMLSelectElement >( null );
	const wasOpen = useRef( false );
	useEffect( () => {
		// The button that had the focus is gone with the form.
		if ( wasOpen.current && ! person ) {
			select.current?.focus();
		}
		wasOpen.current = person !== null;
	}, [ person ] );
	const id = useId();
	const department = overview.departments.find(
		( one ) => one.id === chosen
	);
	if ( ! department ) {
		return null;
	}
	if ( person ) {
		return (
			<Sign
				person={ person }
				department={ department }
				onDone={ () => {
					setPerson( null );
					reload();
				} }
				onCancel={ () => setPerson( null ) }
			/>
		);
	}
	return (
		<>
			<div className="tl-field tl-standing__choose">
				<label htmlFor={ id }>
					{ __( 'Department', 'throughline' ) }
				</label>
				<select
					ref={ select }
					id={ id }
					value={ chosen }
					onChange={ ( { target } ) =>
						setChosen( Number( target.value ) )
					}
				>
					{ overview.departments.map( ( one ) => (
						<option key={ one.id } value={ one.id }>
							{ one.path }
						</option>
					) ) }
				</select>
			</div>
			{ chosen > 0 && (
				<HandOver
					key={ `hand-${ chosen }` }
					department={ department }
				/>
			) }
			<People
				key={ chosen }
				department={ department }
				onOpen={ setPerson }
			/>
		</>
	);
}

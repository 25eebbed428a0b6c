/* Days on which nobody looks: each with its first and last day and a name. */
import { Button } from '@wordpress/components';
import { useEffect, useId, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useScreen } from '../../screen';
import type { Holiday } from './week';

interface HolidaysProps {
	holidays: readonly Holiday[];
	help: string;
	onChange: ( holidays: Holiday[] ) => void;
}

export function Holidays( { holidays, help, onChange }: HolidaysProps ) {
	const { now } = useScreen();
	const place = useRef< HTMLFieldSetElement >( null );
	const added = useRef( false );
	useEffect( () => {
		if ( added.current ) {
			added.current = false;
			const rows = place.current?.querySelectorAll( 'li' );
			rows?.[ rows.length - 1 ]?.querySelector( 'input' )?.focus();
		}
	}, [ holidays.length ] );
	const change = ( index: number, part: Partial< Holiday > ) =>
		onChange(
			holidays.map( ( one, at ) =>
				at === index ? { ...one, ...part } : one
			)
		);
	return (
		<fieldset className="tl-field" ref={ place }>
			<legend>{ __( 'Holidays', 'throughline' ) }</legend>
			<p className="tl-field__help">{ help }</p>
			{ holidays.length > 0 && (
				<ul className="tl-holidays">
					{ holidays.map( ( holiday, index ) => (
						<Row
							key={ index }
							holiday={ holiday }
							onChange={ ( part ) => change( index, part ) }
							onRemove={ () => {
								onChange(
									holidays.filter( ( _, at ) => at !== index )
								);
								place.current
									?.querySelector< HTMLElement >(
										'.tl-holidays__add'
									)
									?.focus();
							} }
						/>
					) ) }
				</ul>
			) }
			<Button
				className="tl-holidays__add"
				variant="secondary"
				onClick={ () => {
					const today = new Date( now() )
						.toISOString()
						.slice( 0, 10 );
					added.current = true;
					onChange( [
						...holidays,
						{ from: today, to: today, name: '' },
					] );
				} }
			>
				{ __( 'Add a holiday', 'throughline' ) }
			</Button>
		</fieldset>
	);
}

interface RowProps {
	holiday: Holiday;
	onChange: ( part: Partial< Holiday > ) => void;
	onRemove: () => void;
}

function Row( { holiday, onChange, onRemove }: RowProps ) {
	const id = useId();
	return (
		<li>
			<div className="tl-field">
				<label htmlFor={ `${ id }-from` }>
					{ __( 'First day', 'throughline' ) }
				</label>
				<input
					id={ `${ id }-from` }
					type="date"
					value={ holiday.from }
					required
					onChange={ ( { target } ) =>
						target.value &&
						onChange( {
							from: target.value,
							// One day, until somebody says more.
							to:
								holiday.to < target.value ||
								holiday.to === holiday.from
									? target.value
									: holiday.to,
						} )
					}
				/>
			</div>
			<div className="tl-field">
				<label htmlFor={ `${ id }-to` }>
					{ __( 'Last day', 'throughline' ) }
				</label>
				<input
					id={ `${ id }-to` }
					type="date"
					min={ holiday.from }
					value={ holiday.to }
					required
					onChange={ ( { target } ) =>
						target.value && onChange( { to: target.value } )
					}
				/>
			</div>
			<div className="tl-field is-name">
				<label htmlFor={ `${ id }-name` }>
					{ __( 'What it is', 'throughline' ) }
				</label>
				<input
					id={ `${ id }-name` }
					type="text"
					maxLength={ 100 }
					value={ holiday.name }
					onChange={ ( { target } ) =>
						onChange( { name: target.value } )
					}
				/>
			</div>
			<Button variant="tertiary" onClick={ onRemove }>
				{ __( 'Remove', 'throughline' ) }
				<span className="tl-hidden">
					{ ` ${ holiday.from } ${ holiday.name }` }
				</span>
			</Button>
		</li>
	);
}

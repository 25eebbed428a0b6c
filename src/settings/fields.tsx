/* Rows of a form: a label, a control, and a line of help that belongs to it. */
import { useId } from '@wordpress/element';
import type { ReactNode } from 'react';

interface Row {
	label: string;
	help?: string | undefined;
	/** What is wrong with it, in a sentence. */
	problem?: string | undefined;
}

interface RowProps extends Row {
	children: ( control: {
		id: string;
		'aria-describedby'?: string;
		'aria-invalid'?: true;
	} ) => ReactNode;
}

export function Field( { label, help, problem, children }: RowProps ) {
	const id = useId();
	const described = [
		problem ? `${ id }-problem` : '',
		help ? `${ id }-help` : '',
	].filter( Boolean );
	return (
		<div className="tl-field">
			<label htmlFor={ id }>{ label }</label>
			{ children( {
				id,
				...( described.length && {
					'aria-describedby': described.join( ' ' ),
				} ),
				...( problem && { 'aria-invalid': true } ),
			} ) }
			{ problem && (
				<p className="tl-field__error" id={ `${ id }-problem` }>
					{ problem }
				</p>
			) }
			{ help && (
				<p className="tl-field__help" id={ `${ id }-help` }>
					{ help }
				</p>
			) }
		</div>
	);
}

interface NumberProps extends Row {
	value: number;
	min: number;
	max: number;
	/** What is counted: seconds, days. */
	unit: string;
	onChange: ( value: number ) => void;
}

export function NumberField( props: NumberProps ) {
	const { value, min, max, unit, onChange, ...row } = props;
	return (
		<Field { ...row }>
			{ ( control ) => (
				<span className="tl-number">
					<input
						{ ...control }
						type="number"
						inputMode="numeric"
						required
						min={ min }
						max={ max }
						step={ 1 }
						value={ Number.isNaN( value ) ? '' : value }
						onChange={ ( event ) =>
							onChange( event.target.valueAsNumber )
						}
					/>
					<span>{ unit }</span>
				</span>
			) }
		</Field>
	);
}

interface ChoiceProps< Value extends string > {
	legend: string;
	help?: string | undefined;
	value: Value;
	choices: { value: Value; label: string; help?: string }[];
	onChange: ( value: Value ) => void;
}

export function Choice< Value extends string >( {
	legend,
	help,
	value,
	choices,
	onChange,
}: ChoiceProps< Value > ) {
	const name = useId();
	return (
		<fieldset className="tl-field">
			<legend>{ legend }</legend>
			{ choices.map( ( choice ) => (
				<label
					key={ choice.value }
					htmlFor={ `${ name }-${ choice.value }` }
				>
					<input
						id={ `${ name }-${ choice.value }` }
						type="radio"
						name={ name }
						checked={ choice.value === value }
						onChange={ () => onChange( choice.value ) }
					/>
					<span>
						{ choice.label }
						{ choice.help && (
							<span className="tl-choice__help">
								{ choice.help }
							</span>
						) }
					</span>
				</label>
			) ) }
			{ help && <p className="tl-field__help">{ help }</p> }
		</fieldset>
	);
}

interface SelectProps extends Row {
	value: string;
	choices: { value: string; label: string }[];
	onChange: ( value: string ) => void;
}

export function SelectField( props: SelectProps ) {
	const { value, choices, onChange, ...row } = props;
	return (
		<Field { ...row }>
			{ ( control ) => (
				<select
					{ ...control }
					value={ value }
					onChange={ ( event ) => onChange( event.target.value ) }
				>
					{ choices.map( ( choice ) => (
						<option key={ choice.value } value={ choice.value }>
							{ choice.label }
						</option>
					) ) }
				</select>
			) }
		</Field>
	);
}

/* Working hours and holidays of the site, a department or somebody, as a form. */
import { useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Choice } from '../../choice';
import type { Hours } from '../../contract';
import { Holidays } from './holidays';
import { OFFICE } from './week';
import { WeekForm } from './week-form';

interface HoursEditorProps {
	value: Hours;
	onChange: ( value: Hours ) => void;
	/** What holds where no own hours are set, as a choice. */
	none: string;
	own: string;
	/** What a list of own hours begins with. */
	start?: Hours[ 'week' ];
	holidaysHelp: string;
}

export function HoursEditor( {
	value,
	onChange,
	none,
	own,
	start = null,
	holidaysHelp,
}: HoursEditorProps ) {
	const id = useId();
	const choices = [
		[ 'none', none, null ],
		[ 'own', own, value.week ?? start ?? [ ...OFFICE ] ],
	] as const;
	return (
		<div className="tl-form tl-hours">
			<fieldset className="tl-field">
				<legend>{ __( 'Hours in a week', 'throughline' ) }</legend>
				{ choices.map( ( [ name, label, week ] ) => (
					<Choice
						key={ name }
						type="radio"
						name={ id }
						checked={
							( value.week === null ) === ( name === 'none' )
						}
						onChange={ () => onChange( { ...value, week } ) }
					>
						{ label }
					</Choice>
				) ) }
			</fieldset>
			{ value.week !== null && (
				<WeekForm
					week={ value.week }
					onChange={ ( week ) => onChange( { ...value, week } ) }
				/>
			) }
			<Holidays
				holidays={ value.holidays }
				help={ holidaysHelp }
				onChange={ ( holidays ) => onChange( { ...value, holidays } ) }
			/>
		</div>
	);
}

/* One choice of several, core's own select with its label. */
import { useId } from '@wordpress/element';

interface ChoiceProps {
	label: string;
	value: string;
	/** [ value, text ] */
	options: Array< readonly [ string, string ] >;
	onChange: ( value: string ) => void;
}

export function Choice( { label, value, options, onChange }: ChoiceProps ) {
	const id = useId();
	return (
		<div className="tl-choice">
			<label htmlFor={ id } className="tl-choice__label">
				{ label }
			</label>
			<select
				id={ id }
				className="tl-choice__select"
				value={ value }
				onChange={ ( event ) => onChange( event.target.value ) }
			>
				{ options.map( ( [ name, text ] ) => (
					<option key={ name } value={ name }>
						{ text }
					</option>
				) ) }
			</select>
		</div>
	);
}

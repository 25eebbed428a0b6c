/* One choice among several, or a yes or no: a box with its words, as big as both. */
import { useId } from '@wordpress/element';
import type { CSSProperties, ReactNode } from 'react';

interface ChoiceProps {
	type: 'checkbox' | 'radio';
	/** Of a group of radio buttons. */
	name?: string;
	checked: boolean;
	disabled?: boolean;
	onChange: ( checked: boolean ) => void;
	children: ReactNode;
	style?: CSSProperties;
}

export function Choice( {
	type,
	name,
	checked,
	disabled = false,
	onChange,
	children,
	style,
}: ChoiceProps ) {
	const id = useId();
	return (
		<div className="tl-choice" style={ style }>
			<input
				id={ id }
				type={ type }
				name={ name }
				checked={ checked }
				disabled={ disabled }
				onChange={ ( { target } ) => onChange( target.checked ) }
			/>
			<label htmlFor={ id }>{ children }</label>
		</div>
	);
}

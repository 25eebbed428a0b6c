/* A box to tick or a choice of several, with its words. */
import { useId } from '@wordpress/element';
import type { ReactNode } from 'react';

interface ChoiceProps {
	/** Several of one name are a choice; without one it is a box to tick. */
	name?: string;
	isChosen: boolean;
	onChange: () => void;
	/** How deep it stands below others. */
	depth?: number;
	children: ReactNode;
}

export function Choice( {
	name,
	isChosen,
	onChange,
	depth = 0,
	children,
}: ChoiceProps ) {
	const id = useId();
	return (
		<label htmlFor={ id } style={ { [ '--depth' as string ]: depth } }>
			<input
				id={ id }
				type={ name ? 'radio' : 'checkbox' }
				name={ name }
				checked={ isChosen }
				onChange={ onChange }
			/>
			<span>{ children }</span>
		</label>
	);
}

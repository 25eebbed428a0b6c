/* A person without a picture: their initials in a quiet colour. The name stands beside it. */
import type { CSSProperties } from 'react';
import type { Person } from '../contract';

interface InitialsProps {
	person: Person;
	className?: string;
}

export function Initials( { person, className = '' }: InitialsProps ) {
	const style = { '--tl-hue': person.hue } as CSSProperties;
	return (
		<span
			className={ `tl-initials ${ className }` }
			style={ style }
			aria-hidden="true"
		>
			{ person.initials }
		</span>
	);
}

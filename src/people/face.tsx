/* Somebody's face and name; the initials say nothing that the name doesn't. */
import type { ReactNode } from 'react';

interface FaceProps {
	person: { name: string; initials: string; hue: number };
	children?: ReactNode;
}

export function Face( { person, children }: FaceProps ) {
	return (
		<span className="tl-person">
			<span
				className="tl-face"
				style={ { [ '--tl-hue' as string ]: person.hue } }
				aria-hidden="true"
			>
				{ person.initials }
			</span>
			<span className="tl-person__words">
				{ children ?? person.name }
			</span>
		</span>
	);
}

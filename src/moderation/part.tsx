/* One titled part of a pane. */
import type { ReactNode } from 'react';

interface PartProps {
	/** Unique on the page. */
	id: string;
	title: string;
	className?: string;
	children: ReactNode;
}

export function Part( { id, title, className = '', children }: PartProps ) {
	const heading = `tl-desk-${ id }`;
	return (
		<section
			className={ `tl-part ${ className }` }
			aria-labelledby={ heading }
		>
			<h3 className="tl-part__title" id={ heading }>
				{ title }
			</h3>
			{ children }
		</section>
	);
}

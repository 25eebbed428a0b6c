/* That something was saved, beside the button that did it; speak() told it to screen readers already. */
import type { ReactNode } from 'react';

export function Done( { children }: { children: ReactNode } ) {
	return children ? (
		<span className="tl-done" aria-hidden="true">
			✓ { children }
		</span>
	) : null;
}

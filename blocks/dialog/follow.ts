/* Following in place: what happens next stands where the form was. */
import type { Rest } from '@throughline/rest';
import type { Follower } from '../../src/contract.ts';

/** Sends a form with `data-follow`; where no answer comes, the browser sends it itself. */
export async function follow(
	form: HTMLFormElement,
	rest: Rest
): Promise< void > {
	const sent = Object.fromEntries(
		[ ...new FormData( form ) ].map( ( [ name, value ] ) => [
			name.slice( 12 ),
			String( value ),
		] )
	);
	const said = document.createElement( 'p' );
	said.tabIndex = -1;
	try {
		const { mail, how, website } = sent;
		const about = form.dataset.follow;
		said.textContent = (
			await rest.post< Follower >( 'followers', {
				about,
				mail,
				how,
				website,
			} )
		).said;
		form.replaceWith( said );
	} catch ( error ) {
		const { message } = error as Error;
		if ( ! message ) {
			form.submit();
			return;
		}
		form.querySelector( '[role=alert]' )?.remove();
		said.role = 'alert';
		said.textContent = message;
		form.prepend( said );
	}
	said.focus();
}

/* What the forms of a dialog have in common: their fields, what they say, and what a browser keeps of them. */
import { getConfig } from '@wordpress/interactivity';

export const { phrases } = getConfig( 'throughline/dialog' ) as {
	phrases: Record<
		'left' | 'over' | 'network' | 'withdraw' | 'save' | 'cancel',
		string
	>;
};

export const field = ( form: HTMLFormElement, name: string ) =>
	form.elements.namedItem( `throughline_${ name }` ) as
		HTMLInputElement | HTMLTextAreaElement | null;
export const value = ( form: HTMLFormElement, name: string ) =>
	field( form, name )?.value ?? '';

/** A browser may keep nothing; writing goes on without. */
export function keep( key: string, text?: string ): string {
	try {
		if ( text === undefined ) {
			return localStorage.getItem( key ) ?? '';
		}
		if ( text ) {
			localStorage.setItem( key, text );
		} else {
			localStorage.removeItem( key );
		}
	} catch {}
	return '';
}

/** What a guest's browser keeps: the names of their pieces here. */
export const LINKS = 'throughline-dialog-';

export const links = ( post = '' ): string[] =>
	keep( LINKS + post )
		.split( ' ' )
		.filter( Boolean );

export function say( form: HTMLFormElement, text: string, name = '' ): void {
	form.querySelector( '[role=alert]' )?.remove();
	form.querySelectorAll( '[aria-invalid]' ).forEach( ( one ) => {
		one.removeAttribute( 'aria-invalid' );
	} );
	if ( text ) {
		const said = document.createElement( 'p' );
		said.role = 'alert';
		said.textContent = text;
		form.querySelector( 'button' )?.before( said );
		const wrong = field( form, name );
		wrong?.setAttribute( 'aria-invalid', 'true' );
		wrong?.focus();
	}
}

/* Somebody's place, in words. */
import { __, sprintf } from '@wordpress/i18n';
import type { Colleague, Desks } from '../../contract';
import { inTree } from '../tree';

type Departments = Desks[ 'departments' ];
type Place = Colleague[ 'desks' ][ number ];

export function pathOf( departments: Departments, id: number ): string {
	return inTree( departments ).find( ( one ) => one.id === id )?.path ?? '';
}

export function placeInWords( departments: Departments, desk: Place ): string {
	const name = departments.find( ( { id } ) => id === desk.department )?.name;
	const sentence = {
		/* translators: %s: name of a department. */
		head: __( 'Head: %s', 'throughline' ),
		/* translators: %s: name of a department. */
		expert: __( 'Expert: %s', 'throughline' ),
		/* translators: %s: name of a department. */
		deputy: __( 'Deputy: %s', 'throughline' ),
	}[ desk.place ];
	return sprintf( sentence, name ?? '' );
}

export function moderatesInWords(
	departments: Departments,
	{ moderates, scope, peer }: Colleague
): string {
	const names = ( ids: readonly number[] ) =>
		ids
			.map( ( id ) => departments.find( ( one ) => one.id === id )?.name )
			.filter( Boolean )
			.join( ', ' );
	if ( moderates === 'everything' ) {
		return __( 'everything', 'throughline' );
	}
	if ( moderates === 'some' ) {
		return names( scope );
	}
	return peer.length
		? sprintf(
				/* translators: %s: names of departments. */
				__( 'as a peer: %s', 'throughline' ),
				names( peer )
			)
		: __( 'nothing', 'throughline' );
}

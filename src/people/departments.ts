/* Departments, for the sidebars of blocks in the editor. */
import apiFetch from '@wordpress/api-fetch';
import { useEffect, useState } from '@wordpress/element';

import type { Departments } from '../contract.ts';

let asked: Promise< Departments > | undefined;

/** Parents before their children, each indented below its own; empty until they are known. */
export function useDepartments(): Array< { id: number; name: string } > {
	const [ departments, setDepartments ] = useState<
		Departments[ 'departments' ]
	>( [] );
	useEffect( () => {
		let wanted = true;
		asked ??= apiFetch< Departments >( {
			path: '/throughline/v1/departments',
		} );
		asked.then(
			( answer ) => wanted && setDepartments( answer.departments ),
			() => ( asked = undefined )
		);
		return () => {
			wanted = false;
		};
	}, [] );
	const depth = new Map< number, number >();
	return departments.map( ( { id, name, parent } ) => {
		const level = ( depth.get( parent ) ?? -1 ) + 1;
		depth.set( id, level );
		return { id, name: '\u2003'.repeat( level ) + name };
	} );
}

/* What departments are called, asked once for the whole page. */
import { useEffect, useState } from '@wordpress/element';
import type { Departments } from '../contract';
import { useScreen } from '../screen';

let asked: Promise< Departments > | undefined;

/** Empty until they are known, and where somebody may not see them. */
export function useDepartmentList(): Departments[ 'departments' ] {
	const { rest } = useScreen();
	const [ departments, setDepartments ] = useState<
		Departments[ 'departments' ]
	>( [] );
	useEffect( () => {
		let wanted = true;
		asked ??= rest.get< Departments >( 'departments' );
		asked.then(
			( answer ) => wanted && setDepartments( answer.departments ),
			() => ( asked = undefined )
		);
		return () => {
			wanted = false;
		};
	}, [ rest ] );
	return departments;
}

export function useDepartmentNames(): Map< number, string > {
	return new Map(
		useDepartmentList().map( ( { id, name } ) => [ id, name ] )
	);
}

/* One department out of all, chosen beside a block in the editor. */
import { SelectControl } from '@wordpress/components';
import { useDepartments } from './departments.ts';

interface DepartmentControlProps {
	label: string;
	help?: string;
	/** What 0 means. */
	none: string;
	value: number;
	onChange: ( id: number ) => void;
}

export function DepartmentControl( {
	label,
	help,
	none,
	value,
	onChange,
}: DepartmentControlProps ) {
	return (
		<SelectControl
			__nextHasNoMarginBottom
			__next40pxDefaultSize
			label={ label }
			{ ...( help && { help } ) }
			value={ String( value ) }
			options={ [
				{ value: '0', label: none },
				...useDepartments().map( ( { id, name } ) => ( {
					value: String( id ),
					label: name,
				} ) ),
			] }
			onChange={ ( id ) => onChange( Number( id ) ) }
		/>
	);
}

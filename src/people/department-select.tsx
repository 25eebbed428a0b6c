/* One department out of all, indented below each other. */
import { useId } from '@wordpress/element';
import type { ReactNode } from 'react';
import { inTree } from './tree';

interface DepartmentSelectProps {
	label: string;
	/** What 0 means. */
	none: string;
	departments: readonly { id: number; name: string; parent: number }[];
	value: number;
	onChange: ( id: number ) => void;
	/** Departments that can't be chosen. */
	without?: ReadonlySet< number >;
	help?: ReactNode;
}

export function DepartmentSelect( {
	label,
	none,
	departments,
	value,
	onChange,
	without,
	help,
}: DepartmentSelectProps ) {
	const id = useId();
	return (
		<div className="tl-field">
			<label htmlFor={ id }>{ label }</label>
			<select
				id={ id }
				value={ value }
				onChange={ ( event ) =>
					onChange( Number( event.target.value ) )
				}
				aria-describedby={ help ? `${ id }-help` : undefined }
			>
				<option value={ 0 }>{ none }</option>
				{ inTree( departments )
					.filter( ( one ) => ! without?.has( one.id ) )
					.map( ( one ) => (
						<option key={ one.id } value={ one.id }>
							{ '\u2003'.repeat( one.depth ) + one.name }
						</option>
					) ) }
			</select>
			{ help && (
				<p className="tl-field__help" id={ `${ id }-help` }>
					{ help }
				</p>
			) }
		</div>
	);
}

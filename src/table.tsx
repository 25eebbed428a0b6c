/* A table that becomes a list of cards in a narrow place, and stays a table for screen readers. */
import type { CSSProperties, ReactNode } from 'react';

export interface Column {
	label: string;
	/** The cell that names its row. */
	isName?: boolean;
	/** Numbers stand at the end of their column; buttons do, too. */
	kind?: 'number' | 'acts';
	/** Says enough by itself: in a list its label isn't repeated. */
	isPlain?: boolean;
}

export interface Row {
	key: string | number;
	/** As many as there are columns. */
	cells: readonly ReactNode[];
	style?: CSSProperties;
}

interface TableProps {
	columns: readonly Column[];
	rows: readonly Row[];
	caption?: string;
	className?: string;
}

// As blocks, a table's parts lose their roles in some browsers unless they are told.
const IS = {
	table: { role: 'table' },
	group: { role: 'rowgroup' },
	row: { role: 'row' },
	column: { role: 'columnheader', scope: 'col' },
	name: { role: 'rowheader', scope: 'row' },
	cell: { role: 'cell' },
} as const;

const classOf = ( { isName, kind }: Column ) =>
	[ isName ? 'is-name' : '', kind ? `is-${ kind }` : '' ]
		.join( ' ' )
		.trim() || undefined;

export function Table( {
	columns,
	rows,
	caption,
	className = '',
}: TableProps ) {
	return (
		<table { ...IS.table } className={ `tl-table ${ className }` }>
			{ caption && <caption>{ caption }</caption> }
			<thead { ...IS.group }>
				<tr { ...IS.row }>
					{ columns.map( ( column ) => (
						<th
							{ ...IS.column }
							key={ column.label }
							className={ classOf( column ) }
						>
							{ column.label }
						</th>
					) ) }
				</tr>
			</thead>
			<tbody { ...IS.group }>
				{ rows.map( ( { key, cells, style } ) => (
					<tr { ...IS.row } key={ key } style={ style }>
						{ columns.map( ( column, index ) =>
							column.isName ? (
								<th
									{ ...IS.name }
									key={ column.label }
									className={ classOf( column ) }
								>
									{ cells[ index ] }
								</th>
							) : (
								<td
									{ ...IS.cell }
									key={ column.label }
									className={ classOf( column ) }
									data-label={
										column.isPlain
											? undefined
											: column.label
									}
								>
									{ cells[ index ] }
								</td>
							)
						) }
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

/* All departments below each other, with how their desks are filled. */
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Desks } from '../../contract';
import { useScreen } from '../../screen';
import { Table } from '../../table';
import { usePeople } from '../context';
import { Link, usePlace } from '../place';
import { inTree, type InTree } from '../tree';
import { useHeading } from '../use-heading';
import { AddDepartment } from './add';

type Row = InTree< Desks[ 'departments' ][ number ] >;

function deskInWords( row: Row, number: ( value: number ) => string ): string {
	const parts = [
		...( row.head
			? /* translators: %s: a person's name. */
				[ sprintf( __( 'head: %s', 'throughline' ), row.head ) ]
			: [] ),
		...( row.experts
			? [
					sprintf(
						/* translators: %s: number of experts. */
						_n(
							'%s expert',
							'%s experts',
							row.experts,
							'throughline'
						),
						number( row.experts )
					),
				]
			: [] ),
		...( row.deputies
			? [
					sprintf(
						/* translators: %s: number of deputies. */
						_n(
							'%s deputy',
							'%s deputies',
							row.deputies,
							'throughline'
						),
						number( row.deputies )
					),
				]
			: [] ),
	];
	return parts.join( ', ' );
}

export function Departments() {
	const { desks } = usePeople();
	const { language } = useScreen();
	const { place, hasMoved } = usePlace();
	const heading = useHeading< HTMLHeadingElement >( hasMoved );
	const [ adds, setAdds ] = useState( false );
	const rows = inTree( desks.departments );
	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2 tabIndex={ -1 } ref={ heading }>
					{ __( 'Departments', 'throughline' ) }
				</h2>
				{ ! adds && rows.length > 0 && (
					<Button variant="primary" onClick={ () => setAdds( true ) }>
						{ __( 'Add a department', 'throughline' ) }
					</Button>
				) }
			</div>
			{ adds && <AddDepartment onClose={ () => setAdds( false ) } /> }
			{ rows.length > 0 && <List rows={ rows } /> }
			{ rows.length > 0 && desks.everything.length > 0 && (
				<p className="tl-quiet tl-people__next">
					{ sprintf(
						/* translators: %s: names of people. */
						__(
							'Everywhere, and where nobody else does, these decide: %s.',
							'throughline'
						),
						inList( desks.everything, language )
					) }
				</p>
			) }
			{ rows.length === 0 && ! adds && (
				<div className="tl-nothing">
					<h3>{ __( 'No departments yet', 'throughline' ) }</h3>
					<p>
						{ __(
							'A department says where a story comes from, who answers questions about it, and who decides. Without any, everything works all the same, in one queue.',
							'throughline'
						) }
					</p>
					<div className="tl-acts">
						<Button
							variant="primary"
							onClick={ () => setAdds( true ) }
						>
							{ __( 'Add a department', 'throughline' ) }
						</Button>
						<Link to={ { ...place, tab: 'table' } }>
							{ __( 'Import a table', 'throughline' ) }
						</Link>
					</div>
				</div>
			) }
		</section>
	);
}

/** A few names, and that there are more. */
function inList( people: Desks[ 'everything' ], language: string ): string {
	const MOST = 5;
	const names = people.slice( 0, MOST ).map( ( { name } ) => name );
	return new Intl.ListFormat( language ).format(
		people.length > MOST ? [ ...names, '…' ] : names
	);
}

function List( { rows }: { rows: readonly Row[] } ) {
	const { language } = useScreen();
	const number = ( value: number ) =>
		new Intl.NumberFormat( language ).format( value );
	const nobody = __( 'nobody yet', 'throughline' );
	return (
		<Table
			className="tl-departments"
			columns={ [
				{ label: __( 'Department', 'throughline' ), isName: true },
				{ label: __( 'People', 'throughline' ), kind: 'number' },
				{ label: __( 'Desk', 'throughline' ) },
				{ label: __( 'Own moderators', 'throughline' ) },
			] }
			rows={ rows.map( ( row ) => ( {
				key: row.id,
				style: { [ '--tl-depth' as string ]: row.depth },
				cells: [
					<Link
						key="name"
						to={ { tab: 'departments', department: row.id } }
					>
						{ row.name }
					</Link>,
					number( row.people ),
					deskInWords( row, number ) || (
						<span className="tl-quiet">{ nobody }</span>
					),
					row.moderators ? (
						number( row.moderators )
					) : (
						<span className="tl-quiet">
							{ __( 'none', 'throughline' ) }
						</span>
					),
				],
			} ) ) }
		/>
	);
}

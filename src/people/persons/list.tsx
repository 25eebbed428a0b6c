/* People in a table: who they are, where they work or what they decide. */
import { __ } from '@wordpress/i18n';
import type { Colleague } from '../../contract';
import { useScreen } from '../../screen';
import { Table } from '../../table';
import { usePeople } from '../context';
import { Face } from '../face';
import { weekInWords } from '../hours/week';
import { Link } from '../place';
import { moderatesInWords, pathOf, placeInWords } from './words';

interface ListProps {
	people: readonly Colleague[];
	areModerators: boolean;
}

export function List( { people, areModerators }: ListProps ) {
	const { desks } = usePeople();
	const { language } = useScreen();
	const columns = areModerators
		? [
				__( 'Name', 'throughline' ),
				__( 'Decides', 'throughline' ),
				__( 'Deputy', 'throughline' ),
				__( 'Hours', 'throughline' ),
			]
		: [
				__( 'Name', 'throughline' ),
				__( 'Works in', 'throughline' ),
				__( 'Desk', 'throughline' ),
				__( 'Decides', 'throughline' ),
			];
	const cells = ( person: Colleague ) => {
		const decides = moderatesInWords( desks.departments, person );
		return areModerators
			? [
					decides,
					person.deputy?.name ?? '',
					person.hours.week
						? weekInWords( person.hours.week, language )
						: '',
				]
			: [
					pathOf( desks.departments, person.department ),
					person.desks
						.map( ( desk ) =>
							placeInWords( desks.departments, desk )
						)
						.join( ', ' ),
					person.moderates === 'nothing' && ! person.peer.length
						? ''
						: decides,
				];
	};
	return (
		<Table
			columns={ columns.map( ( label, index ) => ( {
				label,
				isName: index === 0,
			} ) ) }
			rows={ people.map( ( person ) => ( {
				key: person.id,
				cells: [
					<Face key="name" person={ person }>
						<Link
							to={ {
								tab: areModerators ? 'moderators' : 'people',
								person: person.id,
							} }
						>
							{ person.name }
						</Link>
						<span className="tl-quiet">
							{ person.role || person.account }
						</span>
					</Face>,
					...cells( person ),
				],
			} ) ) }
		/>
	);
}

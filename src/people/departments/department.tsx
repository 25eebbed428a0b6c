/* One department: its name and place, its desk, its hours, who works and who decides there, and its end. */
import { __ } from '@wordpress/i18n';
import type { Department as DepartmentData } from '../../contract';
import { Problem } from '../../problem';
import { usePeople } from '../context';
import { Link, usePlace } from '../place';
import { inTree } from '../tree';
import { useHeading } from '../use-heading';
import { useLoaded } from '../use-loaded';
import { Delete } from './delete';
import { DepartmentForm } from './form';
import { Moderating } from './moderating';
import { Wait } from '../wait';
import { Working } from './working';

export function Department( { id }: { id: number } ) {
	const { desks } = usePeople();
	const { hasMoved } = usePlace();
	const { data, failure, reload, set } = useLoaded< DepartmentData >(
		`departments/${ id }`
	);
	const heading = useHeading< HTMLHeadingElement >(
		hasMoved && data !== null
	);
	const path =
		inTree( desks.departments ).find( ( one ) => one.id === id )?.path ??
		data?.name;
	return (
		<>
			<p>
				<Link to={ { tab: 'departments' } }>
					{ __( 'All departments', 'throughline' ) }
				</Link>
			</p>
			<Problem failure={ failure } onRetry={ reload } />
			<Wait until={ data !== null || failure !== null } />
			{ data && (
				<>
					<h2
						className="tl-people__heading"
						tabIndex={ -1 }
						ref={ heading }
					>
						{ path }
					</h2>
					<DepartmentForm department={ data } onSaved={ set } />
					<Working department={ data } />
					<Moderating department={ data } />
					<Delete department={ data } />
				</>
			) }
		</>
	);
}

/* One person: opened from a list, with a way back. */
import { __ } from '@wordpress/i18n';
import type { Colleague } from '../../contract';
import { Problem } from '../../problem';
import { Face } from '../face';
import { Link, usePlace } from '../place';
import { useHeading } from '../use-heading';
import { useLoaded } from '../use-loaded';
import { Wait } from '../wait';
import { PersonForm } from './form';

export function Person( { id }: { id: number } ) {
	const { place, hasMoved } = usePlace();
	const { data, failure, reload, set } = useLoaded< Colleague >(
		`people/${ id }`
	);
	const heading = useHeading< HTMLHeadingElement >(
		hasMoved && data !== null
	);
	return (
		<>
			<p>
				<Link to={ { tab: place.tab } }>
					{ place.tab === 'moderators'
						? __( 'All moderators', 'throughline' )
						: __( 'All people', 'throughline' ) }
				</Link>
			</p>
			<Problem failure={ failure } onRetry={ reload } />
			<Wait until={ data !== null || failure !== null } />
			{ data && (
				<>
					<Face person={ data }>
						<h2
							className="tl-people__heading"
							tabIndex={ -1 }
							ref={ heading }
						>
							{ data.name }
						</h2>
						<span className="tl-quiet">{ data.account }</span>
					</Face>
					<PersonForm person={ data } onSaved={ set } />
				</>
			) }
		</>
	);
}

/* Who decides on a department's pieces; that is said at each person. */
import { __ } from '@wordpress/i18n';
import type { Department } from '../../contract';
import { usePeople } from '../context';
import { Face } from '../face';
import { Link } from '../place';

export function Moderating( { department }: { department: Department } ) {
	const { desks } = usePeople();
	const everything = new Set( desks.everything.map( ( { id } ) => id ) );
	const { moderators } = department;
	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h3>{ __( 'Who decides here', 'throughline' ) }</h3>
			</div>
			<p className="tl-quiet">
				{ __(
					'To let somebody decide for this department, open them under “People” and choose what they moderate.',
					'throughline'
				) }
			</p>
			<ul className="tl-chosen__people">
				{ moderators.map( ( person ) => (
					<li key={ person.id }>
						<Face person={ person }>
							<Link
								to={ { tab: 'moderators', person: person.id } }
							>
								{ person.name }
							</Link>
							{ everything.has( person.id ) && (
								<span className="tl-quiet">
									{ __(
										'decides everything',
										'throughline'
									) }
								</span>
							) }
						</Face>
					</li>
				) ) }
			</ul>
		</section>
	);
}

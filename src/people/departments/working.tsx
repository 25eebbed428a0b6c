/* Who works in a department: shown page by page, and changed at once. */
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Department, NamedPerson } from '../../contract';
import { Problem } from '../../problem';
import { useScreen } from '../../screen';
import { usePeople } from '../context';
import { Done } from '../done';
import { Face } from '../face';
import { Pick } from '../pick';
import { Link } from '../place';
import { usePages } from '../persons/use-pages';
import { useSave } from '../use-save';
import { Wait } from '../wait';

export function Working( { department }: { department: Department } ) {
	const { rest } = useScreen();
	const { reload } = usePeople();
	const { people, more, failure, again } = usePages( {
		department: department.id,
	} );
	const save = useSave();
	const put = async ( person: NamedPerson, to: number ) => {
		const sentence = to
			? /* translators: %s: a person's name. */
				__( '%s works here now.', 'throughline' )
			: /* translators: %s: a person's name. */
				__( '%s works here no more.', 'throughline' );
		const isDone = await save.run(
			() => rest.post( `people/${ person.id }`, { department: to } ),
			sprintf( sentence, person.name )
		);
		if ( isDone ) {
			again();
			reload();
		}
	};
	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h3>{ __( 'Who works here', 'throughline' ) }</h3>
			</div>
			<Problem failure={ failure ?? save.failure } />
			<Wait until={ people !== null || failure !== null } />
			{ people?.length === 0 && (
				<p className="tl-quiet">
					{ __(
						'Nobody yet. Whoever works here sends stories in the name of this department.',
						'throughline'
					) }
				</p>
			) }
			{ people !== null && people.length > 0 && (
				<ul className="tl-chosen__people">
					{ people.map( ( person ) => (
						<li key={ person.id }>
							<Face person={ person }>
								<Link
									to={ { tab: 'people', person: person.id } }
								>
									{ person.name }
								</Link>
								{ person.role && (
									<span className="tl-quiet">
										{ person.role }
									</span>
								) }
							</Face>
							<Button
								variant="tertiary"
								onClick={ () => void put( person, 0 ) }
							>
								{ __( 'Take off', 'throughline' ) }
								<span className="tl-hidden">
									{ ` ${ person.name }` }
								</span>
							</Button>
						</li>
					) ) }
				</ul>
			) }
			{ more && (
				<Button variant="secondary" onClick={ more }>
					{ __( 'Show more people', 'throughline' ) }
				</Button>
			) }
			<div className="tl-form">
				<Pick
					label={ __( 'Add somebody who works here', 'throughline' ) }
					help={ __(
						'Everybody works in one department; who worked elsewhere moves.',
						'throughline'
					) }
					without={ ( people ?? [] ).map( ( { id } ) => id ) }
					onPick={ ( person ) => void put( person, department.id ) }
				/>
			</div>
			<Done>{ save.done }</Done>
		</section>
	);
}

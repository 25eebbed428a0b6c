/* What one says about a department: name, place, desk, hours; saved in one go. */
import { Button } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Department, DepartmentChange } from '../../contract';
import { Problem } from '../../problem';
import { useScreen } from '../../screen';
import { Chosen } from '../chosen';
import { usePeople } from '../context';
import { DepartmentSelect } from '../department-select';
import { Done } from '../done';
import { HoursEditor } from '../hours/editor';
import { weekInWords } from '../hours/week';
import { usePlace } from '../place';
import { withBelow } from '../tree';
import { useSave } from '../use-save';

interface FormProps {
	department: Department;
	onSaved: ( department: Department ) => void;
}

const ids = ( people: readonly { id: number }[] ) =>
	people.map( ( { id } ) => id );

export function DepartmentForm( { department, onSaved }: FormProps ) {
	const { rest } = useScreen();
	const { desks, reload } = usePeople();
	const { setUnsaved } = usePlace();
	const [ draft, setDraft ] = useState( department );
	const save = useSave();
	const id = useId();

	const change = ( part: Partial< Department > ) => {
		setDraft( { ...draft, ...part } );
		setUnsaved( true );
		save.forget();
	};
	const send = () =>
		void save.run(
			async () => {
				const said: DepartmentChange = {
					name: draft.name,
					parent: draft.parent,
					head: draft.head?.id ?? 0,
					experts: ids( draft.experts ),
					deputies: ids( draft.deputies ),
					promise: draft.promise,
					answers: draft.answers,
					hours: draft.hours,
				};
				const saved = await rest.post< Department >(
					`departments/${ department.id }`,
					said
				);
				setDraft( saved );
				setUnsaved( false );
				onSaved( saved );
				reload();
			},
			__( 'The department is saved.', 'throughline' )
		);

	return (
		<form
			onSubmit={ ( event ) => {
				event.preventDefault();
				send();
			} }
		>
			<section className="tl-card">
				<div className="tl-card__head">
					<h3>{ __( 'Name and place', 'throughline' ) }</h3>
				</div>
				<div className="tl-form">
					<div className="tl-field">
						<label htmlFor={ `${ id }-name` }>
							{ __( 'Name', 'throughline' ) }
						</label>
						<input
							id={ `${ id }-name` }
							type="text"
							value={ draft.name }
							maxLength={ 100 }
							required
							onChange={ ( { target } ) =>
								change( { name: target.value } )
							}
						/>
					</div>
					<DepartmentSelect
						label={ __( 'Stands below', 'throughline' ) }
						none={ __( 'Nothing: at the top', 'throughline' ) }
						departments={ desks.departments }
						without={ withBelow(
							desks.departments,
							department.id
						) }
						value={ draft.parent }
						onChange={ ( parent ) => change( { parent } ) }
					/>
				</div>
			</section>
			<section className="tl-card">
				<div className="tl-card__head">
					<h3>{ __( 'Desk', 'throughline' ) }</h3>
				</div>
				<p className="tl-quiet">
					{ __(
						'Who answers questions about this department, in their own name. Readers see faces, names and job titles.',
						'throughline'
					) }
				</p>
				<div className="tl-form">
					<Chosen
						label={ __( 'Head', 'throughline' ) }
						help={ __(
							'Speaks for the department where one voice is needed.',
							'throughline'
						) }
						add={ __( 'Choose the head', 'throughline' ) }
						people={ draft.head ? [ draft.head ] : [] }
						most={ 1 }
						onChange={ ( [ head = null ] ) => change( { head } ) }
					/>
					<Chosen
						label={ __( 'Experts', 'throughline' ) }
						help={ __(
							'Know the subject and answer; the first one is asked first.',
							'throughline'
						) }
						add={ __( 'Add an expert', 'throughline' ) }
						people={ draft.experts }
						onChange={ ( experts ) => change( { experts } ) }
						without={ ids( draft.deputies ) }
					/>
					<Chosen
						label={ __( 'Deputies', 'throughline' ) }
						help={ __(
							'Answer when no expert can.',
							'throughline'
						) }
						add={ __( 'Add a deputy', 'throughline' ) }
						people={ draft.deputies }
						onChange={ ( deputies ) => change( { deputies } ) }
						without={ ids( draft.experts ) }
					/>
					<div className="tl-field">
						<label htmlFor={ `${ id }-promise` }>
							{ __( 'Promise', 'throughline' ) }
						</label>
						<input
							id={ `${ id }-promise` }
							type="text"
							value={ draft.promise }
							maxLength={ 300 }
							aria-describedby={ `${ id }-promise-help` }
							onChange={ ( { target } ) =>
								change( { promise: target.value } )
							}
						/>
						<p
							className="tl-field__help"
							id={ `${ id }-promise-help` }
						>
							{ __(
								'One sentence beside the desk, for example: “We answer within two working days.”',
								'throughline'
							) }
						</p>
					</div>
					<div className="tl-field">
						<label htmlFor={ `${ id }-answers` }>
							{ __( 'Answers without asking', 'throughline' ) }
						</label>
						<input
							id={ `${ id }-answers` }
							type="text"
							value={ draft.answers }
							maxLength={ 500 }
							aria-describedby={ `${ id }-answers-help` }
							onChange={ ( { target } ) =>
								change( { answers: target.value } )
							}
						/>
						<p
							className="tl-field__help"
							id={ `${ id }-answers-help` }
						>
							{ __(
								'What the desk answers by itself, for example: “Delivery times, spare parts and maintenance.” What lies beyond it is passed to another desk.',
								'throughline'
							) }
						</p>
					</div>
				</div>
			</section>
			<section className="tl-card">
				<div className="tl-card__head">
					<h3>{ __( 'Working hours', 'throughline' ) }</h3>
				</div>
				<DepartmentHours draft={ draft } onChange={ change } />
				{ department.nextLook && (
					<p className="tl-quiet tl-people__next">
						{ sprintf(
							/* translators: %s: a day and a time. */
							__( 'Somebody looks next: %s', 'throughline' ),
							department.nextLook
						) }
					</p>
				) }
			</section>
			<Problem failure={ save.failure } />
			<div className="tl-people__save">
				<Button
					variant="primary"
					type="submit"
					isBusy={ save.busy }
					accessibleWhenDisabled
					disabled={ save.busy }
				>
					{ __( 'Save the department', 'throughline' ) }
				</Button>
				<Done>{ save.done }</Done>
			</div>
		</form>
	);
}

interface DepartmentHoursProps {
	draft: Department;
	onChange: ( part: Partial< Department > ) => void;
}

function DepartmentHours( { draft, onChange }: DepartmentHoursProps ) {
	const { language } = useScreen();
	const { above } = draft;
	const words = above.week ? weekInWords( above.week, language ) : '';
	const where = above.from || __( 'the site', 'throughline' );
	return (
		<HoursEditor
			value={ draft.hours }
			onChange={ ( hours ) => onChange( { hours } ) }
			start={ above.week }
			none={
				words
					? sprintf(
							/* translators: 1: a department or "the site", 2: hours like "Mon–Fri 09:00–17:00". */
							__( 'As %1$s: %2$s', 'throughline' ),
							where,
							words
						)
					: sprintf(
							/* translators: %s: a department or "the site". */
							__(
								'As %s, where no hours are set',
								'throughline'
							),
							where
						)
			}
			own={ __( 'Hours of its own:', 'throughline' ) }
			holidaysHelp={ __(
				'Besides those of the site and the departments above.',
				'throughline'
			) }
		/>
	);
}

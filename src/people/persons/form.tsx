/* What one says about somebody: their work, what they decide, who stands in for them, and their own hours. */
import { Button } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Colleague, ColleagueChange } from '../../contract';
import { Problem } from '../../problem';
import { useScreen } from '../../screen';
import { Chosen } from '../chosen';
import { usePeople } from '../context';
import { DepartmentSelect } from '../department-select';
import { Done } from '../done';
import { HoursEditor } from '../hours/editor';
import { Link, usePlace } from '../place';
import { useSave } from '../use-save';
import { Moderates } from './moderates';
import { placeInWords } from './words';

interface FormProps {
	person: Colleague;
	onSaved: ( person: Colleague ) => void;
}

export function PersonForm( { person, onSaved }: FormProps ) {
	const { rest } = useScreen();
	const { desks, reload } = usePeople();
	const { setUnsaved } = usePlace();
	const [ draft, setDraft ] = useState( person );
	const save = useSave();
	const id = useId();

	const change = ( part: Partial< Colleague > ) => {
		setDraft( { ...draft, ...part } );
		setUnsaved( true );
		save.forget();
	};
	const send = () =>
		void save.run(
			async () => {
				const said: ColleagueChange = {
					role: draft.role,
					department: draft.department,
					moderates: draft.moderates,
					scope: draft.scope,
					deputy: draft.deputy?.id ?? 0,
					hours: draft.hours,
				};
				const saved = await rest.post< Colleague >(
					`people/${ person.id }`,
					said
				);
				setDraft( saved );
				setUnsaved( false );
				onSaved( saved );
				reload();
			},
			/* translators: %s: a person's name. */
			sprintf( __( '%s is saved.', 'throughline' ), person.name )
		);

	const decides = draft.moderates !== 'nothing' || draft.peer.length > 0;
	return (
		<form
			onSubmit={ ( event ) => {
				event.preventDefault();
				send();
			} }
		>
			<section className="tl-card">
				<div className="tl-card__head">
					<h3>{ __( 'Work', 'throughline' ) }</h3>
				</div>
				<div className="tl-form">
					<div className="tl-field">
						<label htmlFor={ id }>
							{ __( 'Job title', 'throughline' ) }
						</label>
						<input
							id={ id }
							type="text"
							value={ draft.role }
							maxLength={ 100 }
							aria-describedby={ `${ id }-help` }
							onChange={ ( { target } ) =>
								change( { role: target.value } )
							}
						/>
						<p className="tl-field__help" id={ `${ id }-help` }>
							{ __(
								'Stands beside the name where this person answers.',
								'throughline'
							) }
						</p>
					</div>
					<DepartmentSelect
						label={ __( 'Works in', 'throughline' ) }
						none={ __( 'No department', 'throughline' ) }
						departments={ desks.departments }
						value={ draft.department }
						onChange={ ( department ) => change( { department } ) }
					/>
					{ draft.desks.length > 0 && (
						<div>
							<p className="tl-people__label">
								{ __( 'On the desk', 'throughline' ) }
							</p>
							<ul className="tl-people__desks">
								{ draft.desks.map( ( desk ) => (
									<li
										key={ `${ desk.place }-${ desk.department }` }
									>
										<Link
											to={ {
												tab: 'departments',
												department: desk.department,
											} }
										>
											{ placeInWords(
												desks.departments,
												desk
											) }
										</Link>
									</li>
								) ) }
							</ul>
						</div>
					) }
				</div>
			</section>
			<section className="tl-card">
				<div className="tl-card__head">
					<h3>{ __( 'Decides', 'throughline' ) }</h3>
				</div>
				<Moderates person={ draft } onChange={ change } />
			</section>
			{ decides && (
				<section className="tl-card">
					<div className="tl-card__head">
						<h3>{ __( 'Away', 'throughline' ) }</h3>
					</div>
					<div className="tl-form">
						<Chosen
							label={ __( 'Deputy', 'throughline' ) }
							help={ __(
								'Is asked when this person doesn’t decide in time; has to decide for the same departments, too.',
								'throughline'
							) }
							add={ __( 'Choose a deputy', 'throughline' ) }
							people={ draft.deputy ? [ draft.deputy ] : [] }
							most={ 1 }
							without={ [ person.id ] }
							onChange={ ( [ deputy = null ] ) =>
								change( { deputy } )
							}
						/>
						<HoursEditor
							value={ draft.hours }
							onChange={ ( hours ) => change( { hours } ) }
							none={ __( 'As the site', 'throughline' ) }
							own={ __( 'Hours of their own:', 'throughline' ) }
							holidaysHelp={ __(
								'Mails wait meanwhile, and the deputy is asked. No reason is needed.',
								'throughline'
							) }
						/>
					</div>
				</section>
			) }
			<Problem failure={ save.failure } />
			<div className="tl-people__save">
				<Button
					variant="primary"
					type="submit"
					isBusy={ save.busy }
					accessibleWhenDisabled
					disabled={ save.busy }
				>
					{ __( 'Save', 'throughline' ) }
				</Button>
				<Done>{ save.done }</Done>
			</div>
		</form>
	);
}

/* A person puts somebody on a level: with a look back on what happened so far, and a reason that stays. */
import { Button } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Choice } from '../choice';
import type {
	NewStanding,
	StandingOverview,
	StandingPerson,
} from '../contract';
import { useHeading } from '../people/use-heading';
import { useSave } from '../people/use-save';
import { Problem } from '../problem';
import { useScreen } from '../screen';
import { LookBack } from './look-back';
import { useStanding } from './context';

interface SignProps {
	person: StandingPerson;
	department: StandingOverview[ 'departments' ][ number ];
	onDone: () => void;
	onCancel: () => void;
}

type Level = NewStanding[ 'level' ];

export function Sign( { person, department, onDone, onCancel }: SignProps ) {
	const { overview } = useStanding();
	const { rest } = useScreen();
	const heading = useHeading< HTMLHeadingElement >( true );
	const save = useSave();
	const [ kind, setKind ] = useState( '' );
	const [ level, setLevel ] = useState< Level >( '' );
	const [ reason, setReason ] = useState( '' );
	const id = useId();
	const levels = overview.levels.filter(
		// Who decides decides every kind of piece of one department.
		( one ) => one.level !== 'peer' || ( kind === '' && department.id > 0 )
	);
	const isHandOver = level === 'trusted' || level === 'peer';

	const send = async () => {
		const signed: NewStanding = {
			user: person.id,
			department: department.id,
			kind,
			level,
			reason,
		};
		const went = await save.run(
			() => rest.post( 'standing/people', signed ),
			sprintf(
				/* translators: %s: a person's name. */
				__( 'That is signed for %s.', 'throughline' ),
				person.name
			)
		);
		if ( went ) {
			onDone();
		}
	};

	return (
		<form
			className="tl-card"
			onSubmit={ ( event ) => {
				event.preventDefault();
				void send();
			} }
		>
			<div className="tl-card__head">
				<h2 ref={ heading } tabIndex={ -1 }>
					{ sprintf(
						/* translators: 1: a person's name, 2: a department. */
						__( '%1$s, %2$s', 'throughline' ),
						person.name,
						department.path
					) }
				</h2>
			</div>
			<div className="tl-form">
				<div className="tl-field">
					<label htmlFor={ `${ id }-kind` }>
						{ __( 'For', 'throughline' ) }
					</label>
					<select
						id={ `${ id }-kind` }
						value={ kind }
						onChange={ ( { target } ) => {
							setKind( target.value );
							if ( target.value && level === 'peer' ) {
								setLevel( '' );
							}
						} }
					>
						<option value="">
							{ __( 'Every kind of piece', 'throughline' ) }
						</option>
						{ overview.kinds.map( ( one ) => (
							<option key={ one.kind } value={ one.kind }>
								{ one.label }
							</option>
						) ) }
					</select>
				</div>
				<fieldset className="tl-field">
					<legend>{ __( 'Standing', 'throughline' ) }</legend>
					<Choice
						type="radio"
						name={ `${ id }-level` }
						checked={ level === '' }
						onChange={ () => setLevel( '' ) }
					>
						{ __( 'As the rules say', 'throughline' ) }
					</Choice>
					{ levels.map( ( one ) => (
						<Choice
							key={ one.level }
							type="radio"
							name={ `${ id }-level` }
							checked={ level === one.level }
							onChange={ () => setLevel( one.level ) }
						>
							{ one.label }
							<span className="tl-quiet tl-standing__may">
								{ one.may }
							</span>
						</Choice>
					) ) }
				</fieldset>
				{ level !== '' && level !== 'newcomer' && (
					<LookBack
						query={ {
							user: person.id,
							department: department.id,
							kind,
							level,
						} }
					/>
				) }
				<div className="tl-field">
					<label htmlFor={ `${ id }-reason` }>
						{ __( 'Why', 'throughline' ) }
					</label>
					<textarea
						id={ `${ id }-reason` }
						rows={ 3 }
						maxLength={ 2000 }
						required
						value={ reason }
						aria-describedby={ `${ id }-help` }
						onChange={ ( { target } ) => setReason( target.value ) }
					/>
					<p className="tl-field__help" id={ `${ id }-help` }>
						{ sprintf(
							/* translators: %s: a person's name. */
							__(
								'%s can read this, and it stays in the log with your name.',
								'throughline'
							),
							person.name
						) }
					</p>
				</div>
			</div>
			<Problem failure={ save.failure } />
			<div className="tl-card__foot">
				<Button
					variant="primary"
					type="submit"
					isBusy={ save.busy }
					accessibleWhenDisabled
					disabled={ save.busy }
				>
					{ isHandOver
						? __( 'Sign the hand-over', 'throughline' )
						: __( 'Save', 'throughline' ) }
				</Button>
				<Button variant="tertiary" onClick={ onCancel }>
					{ __( 'Cancel', 'throughline' ) }
				</Button>
			</div>
		</form>
	);
}

/* Where the people of a department stand: by name and in words. */
import { Button } from '@wordpress/components';
import { useEffect, useId, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type {
	StandingOverview,
	StandingPeople,
	StandingPerson,
} from '../contract';
import { Face } from '../people/face';
import { useLoaded } from '../people/use-loaded';
import { Problem } from '../problem';
import { useScreen } from '../screen';
import { Table } from '../table';
import { labelOf, useStanding } from './context';

interface PeopleProps {
	department: StandingOverview[ 'departments' ][ number ];
	onOpen: ( person: StandingPerson ) => void;
}

const TONE: Record< string, string > = {
	trusted: 'is-good',
	peer: 'is-good',
};

function Stand( { stand }: { stand: StandingPerson[ 'stands' ][ number ] } ) {
	const { overview } = useStanding();
	return (
		<>
			<span className={ `tl-tag ${ TONE[ stand.level ] ?? '' }` }>
				{ labelOf( overview, stand.level ) }
			</span>
			{ stand.given && (
				<span className="tl-standing__given">
					{ sprintf(
						/* translators: %s: the reason that a person wrote. */
						__( 'By hand: %s', 'throughline' ),
						stand.reason
					) }
				</span>
			) }
			{ stand.ready && (
				<span className="tl-standing__given">
					{ __( 'You could hand over', 'throughline' ) }
				</span>
			) }
		</>
	);
}

export function People( { department, onOpen }: PeopleProps ) {
	const { overview, me } = useStanding();
	const { rest } = useScreen();
	const [ search, setSearch ] = useState( '' );
	const [ typed, setTyped ] = useState( '' );
	const path = `standing/people?department=${
		department.id
	}&search=${ encodeURIComponent( search ) }`;
	const { data, failure, reload } = useLoaded< StandingPeople >( path );
	const [ more, setMore ] = useState< StandingPeople | null >( null );
	const [ problem, setProblem ] = useState< unknown >( null );
	const id = useId();
	useEffect( () => setMore( null ), [ path ] );
	const people = [ ...( data?.people ?? [] ), ...( more?.people ?? [] ) ];
	const after = ( more ?? data )?.after ?? null;

	const next = () => {
		setProblem( null );
		rest.get< StandingPeople >(
			`${ path }&after=${ encodeURIComponent( after ?? '' ) }`
		).then(
			( page ) =>
				setMore( {
					...page,
					people: [ ...( more?.people ?? [] ), ...page.people ],
				} ),
			setProblem
		);
	};

	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2>{ __( 'People', 'throughline' ) }</h2>
				<form
					role="search"
					className="tl-field tl-standing__search"
					onSubmit={ ( event ) => {
						event.preventDefault();
						setSearch( typed.trim() );
					} }
				>
					<label htmlFor={ id } className="tl-hidden">
						{ __( 'Search by name', 'throughline' ) }
					</label>
					<input
						id={ id }
						type="search"
						maxLength={ 100 }
						placeholder={ __( 'Search by name', 'throughline' ) }
						value={ typed }
						onChange={ ( { target } ) => setTyped( target.value ) }
					/>
				</form>
			</div>
			<Problem failure={ failure } onRetry={ reload } />
			{ data && people.length === 0 && (
				<p className="tl-quiet">
					{ search
						? __( 'Nobody of that name here.', 'throughline' )
						: __(
								'Nobody works here yet, answers for it or has sent anything. Say on the page People who works where.',
								'throughline'
							) }
				</p>
			) }
			{ people.length > 0 && (
				<Table
					caption={ __(
						'By name. How often somebody was published or returned stands nowhere.',
						'throughline'
					) }
					columns={ [
						{ label: __( 'Name', 'throughline' ), isName: true },
						...overview.kinds.map( ( { label } ) => ( { label } ) ),
						{
							label: __( 'Change', 'throughline' ),
							kind: 'acts' as const,
							isPlain: true,
						},
					] }
					rows={ people.map( ( person ) => ( {
						key: person.id,
						cells: [
							<Face key="face" person={ person }>
								{ person.name }
								{ person.role && (
									<span className="tl-quiet">
										{ person.role }
									</span>
								) }
							</Face>,
							...overview.kinds.map( ( { kind } ) => {
								const stand = person.stands.find(
									( one ) => one.kind === kind
								);
								return stand ? (
									<Stand key={ kind } stand={ stand } />
								) : null;
							} ),
							person.id === me ? (
								<span key="me" className="tl-quiet">
									{ __( 'That is you', 'throughline' ) }
								</span>
							) : (
								<Button
									key="open"
									variant="secondary"
									onClick={ () => onOpen( person ) }
									aria-label={ sprintf(
										/* translators: %s: a person's name. */
										__( 'Change: %s', 'throughline' ),
										person.name
									) }
								>
									{ __( 'Change', 'throughline' ) }
								</Button>
							),
						],
					} ) ) }
				/>
			) }
			<Problem failure={ problem } onRetry={ next } />
			{ after !== null && (
				<div className="tl-card__foot">
					<Button variant="secondary" onClick={ next }>
						{ __( 'More people', 'throughline' ) }
					</Button>
				</div>
			) }
		</section>
	);
}

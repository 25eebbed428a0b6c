/* The people of this site, or those who moderate: found by name or department, opened one by one. */
import { Button } from '@wordpress/components';
import { useEffect, useId, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { Choice } from '../../choice';
import { Problem } from '../../problem';
import { useScreen } from '../../screen';
import { usePeople } from '../context';
import { DepartmentSelect } from '../department-select';
import { usePlace } from '../place';
import { useHeading } from '../use-heading';
import { Wait } from '../wait';
import { List } from './list';
import { usePages } from './use-pages';

/** Milliseconds after the last key before the server is asked. */
const PAUSE = 300;

export function Persons( { only }: { only: 'people' | 'moderators' } ) {
	const { language } = useScreen();
	const { desks } = usePeople();
	const [ search, setSearch ] = useState( '' );
	const [ asked, setAsked ] = useState( '' );
	const [ department, setDepartment ] = useState( 0 );
	const [ onDesks, setOnDesks ] = useState( false );
	const id = useId();
	const heading = useHeading< HTMLHeadingElement >( usePlace().hasMoved );
	useEffect( () => {
		const timer = setTimeout( () => setAsked( search.trim() ), PAUSE );
		return () => clearTimeout( timer );
	}, [ search ] );
	const areModerators = only === 'moderators';
	const all = onDesks ? 'desks' : 'all';
	const { people, more, failure, again } = usePages( {
		search: asked,
		only: areModerators ? 'moderators' : all,
		...( department > 0 && { department } ),
	} );
	const isFiltered = asked !== '' || department > 0 || onDesks;

	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2 tabIndex={ -1 } ref={ heading }>
					{ areModerators
						? __( 'Moderators', 'throughline' )
						: __( 'People', 'throughline' ) }
				</h2>
			</div>
			<p className="tl-quiet">
				{ areModerators
					? __(
							'Who decides what is published. To add somebody, open them under “People”.',
							'throughline'
						)
					: __(
							'Everybody with an account on this site. Open somebody to say where they work and what they decide.',
							'throughline'
						) }
			</p>
			{ ! areModerators && (
				<div className="tl-filters" role="search">
					<div className="tl-field">
						<label htmlFor={ id }>
							{ __( 'Search by name', 'throughline' ) }
						</label>
						<input
							id={ id }
							type="search"
							value={ search }
							maxLength={ 100 }
							onChange={ ( { target } ) =>
								setSearch( target.value )
							}
						/>
					</div>
					{ desks.departments.length > 0 && (
						<>
							<DepartmentSelect
								label={ __( 'Works in', 'throughline' ) }
								none={ __( 'Any department', 'throughline' ) }
								departments={ desks.departments }
								value={ department }
								onChange={ setDepartment }
							/>
							<div className="tl-field">
								<Choice
									type="checkbox"
									checked={ onDesks }
									onChange={ setOnDesks }
								>
									{ __( 'Only on desks', 'throughline' ) }
								</Choice>
							</div>
						</>
					) }
				</div>
			) }
			<Problem failure={ failure } onRetry={ again } />
			<Wait until={ people !== null || failure !== null } />
			<p className="tl-hidden" role="status">
				{ people &&
					sprintf(
						/* translators: %s: number of people in the list so far. */
						_n(
							'%s person in the list',
							'%s people in the list',
							people.length,
							'throughline'
						),
						new Intl.NumberFormat( language ).format(
							people.length
						)
					) }
			</p>
			{ people?.length === 0 && (
				<div className="tl-nothing">
					<h3>{ __( 'Nobody found', 'throughline' ) }</h3>
					<p>
						{ isFiltered
							? __(
									'Try a part of the name, or another department.',
									'throughline'
								)
							: __(
									'As long as nobody moderates, nothing is published.',
									'throughline'
								) }
					</p>
				</div>
			) }
			{ people !== null && people.length > 0 && (
				<List people={ people } areModerators={ areModerators } />
			) }
			{ more && (
				<div className="tl-card__foot">
					<Button variant="secondary" onClick={ more }>
						{ __( 'Show more people', 'throughline' ) }
					</Button>
				</div>
			) }
		</section>
	);
}

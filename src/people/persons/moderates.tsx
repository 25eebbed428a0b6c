/* What somebody decides: nothing, some departments with all below them, or everything. */
import { useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Choice } from '../../choice';
import type { Colleague } from '../../contract';
import { usePeople } from '../context';
import { inTree, withBelow } from '../tree';

interface ModeratesProps {
	person: Colleague;
	onChange: (
		part: Partial< Pick< Colleague, 'moderates' | 'scope' > >
	) => void;
}

export function Moderates( { person, onChange }: ModeratesProps ) {
	const { desks } = usePeople();
	const id = useId();
	const hasDepartments = desks.departments.length > 0;
	const choices = [
		[ 'nothing', __( 'Nothing', 'throughline' ) ],
		...( hasDepartments
			? [
					[
						'some',
						__( 'Pieces of these departments', 'throughline' ),
					] as const,
				]
			: [] ),
		[ 'everything', __( 'Everything', 'throughline' ) ],
	] as const;
	return (
		<div className="tl-form">
			<fieldset className="tl-field">
				<legend>
					{ __( 'Publishes, returns and removes', 'throughline' ) }
				</legend>
				{ choices.map( ( [ moderates, label ] ) => (
					<Choice
						key={ moderates }
						type="radio"
						name={ id }
						checked={ person.moderates === moderates }
						onChange={ () => onChange( { moderates } ) }
					>
						{ label }
					</Choice>
				) ) }
				{ person.byRole && (
					<p className="tl-field__help">
						{ __(
							'The role of this account decides everything by itself, unless you choose less here.',
							'throughline'
						) }
					</p>
				) }
				{ ! hasDepartments && (
					<p className="tl-field__help">
						{ __(
							'Once there are departments, somebody can decide for some of them only.',
							'throughline'
						) }
					</p>
				) }
			</fieldset>
			{ person.moderates === 'some' && (
				<Scope
					scope={ person.scope }
					onChange={ ( scope ) => onChange( { scope } ) }
				/>
			) }
		</div>
	);
}

interface ScopeProps {
	scope: readonly number[];
	onChange: ( scope: number[] ) => void;
}

function Scope( { scope, onChange }: ScopeProps ) {
	const { desks } = usePeople();
	const rows = inTree( desks.departments );
	const included = new Set(
		scope.flatMap( ( id ) =>
			[ ...withBelow( desks.departments, id ) ].filter(
				( one ) => one !== id
			)
		)
	);
	return (
		<fieldset className="tl-field tl-scope">
			<legend>{ __( 'Departments', 'throughline' ) }</legend>
			<p className="tl-field__help">
				{ __(
					'Departments below are included, those that come later too.',
					'throughline'
				) }
			</p>
			{ rows.map( ( { id, name, depth } ) => (
				<Choice
					key={ id }
					type="checkbox"
					style={ { [ '--tl-depth' as string ]: depth } }
					checked={ scope.includes( id ) || included.has( id ) }
					disabled={ included.has( id ) }
					onChange={ ( checked ) =>
						onChange(
							checked
								? [ ...scope, id ]
								: scope.filter( ( one ) => one !== id )
						)
					}
				>
					{ name }
				</Choice>
			) ) }
			{ scope.length === 0 && (
				<p className="tl-field__error">
					{ __(
						'Choose at least one; without any, this person decides nothing.',
						'throughline'
					) }
				</p>
			) }
		</fieldset>
	);
}

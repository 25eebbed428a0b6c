/* What a guideline is: a do or a don't, for which pieces, for which departments. */
import { useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Choice } from '../choice';
import type { GuidelineText } from '../contract';
import type { Tone } from './order';
import { useDepartmentList } from './use-department-names';
import { kindName, KINDS, toneName } from './words';

export function Concerns( {
	guideline: { tone, kinds, departments },
	onChange,
}: {
	guideline: GuidelineText;
	onChange: ( change: Partial< GuidelineText > ) => void;
} ) {
	const all = useDepartmentList();
	const name = useId();
	const toggled = < T, >( list: T[], value: T ) =>
		list.includes( value )
			? list.filter( ( one ) => one !== value )
			: [ ...list, value ];
	const depth = new Map< number, number >();
	return (
		<>
			<fieldset className="tl-field">
				<legend>{ __( 'Where does it stand?', 'throughline' ) }</legend>
				<div className="tl-guidelines__choices">
					{ ( [ 'do', 'dont' ] as Tone[] ).map( ( value ) => (
						<Choice
							key={ value }
							type="radio"
							name={ name }
							checked={ tone === value }
							onChange={ () => onChange( { tone: value } ) }
						>
							{ toneName( value ) }
						</Choice>
					) ) }
				</div>
			</fieldset>
			<fieldset className="tl-field">
				<legend>{ __( 'What is it for?', 'throughline' ) }</legend>
				<p className="tl-field__help">
					{ __( 'None ticked: for everything.', 'throughline' ) }
				</p>
				<div className="tl-guidelines__choices">
					{ KINDS.map( ( kind ) => (
						<Choice
							key={ kind }
							type="checkbox"
							checked={ kinds.includes( kind ) }
							onChange={ () =>
								onChange( { kinds: toggled( kinds, kind ) } )
							}
						>
							{ kindName( kind ) }
						</Choice>
					) ) }
				</div>
			</fieldset>
			{ all.length > 0 && (
				<fieldset className="tl-field">
					<legend>
						{ __( 'Which departments?', 'throughline' ) }
					</legend>
					<p className="tl-field__help">
						{ __(
							'None ticked: for everybody. A department stands for all below it.',
							'throughline'
						) }
					</p>
					<div className="tl-guidelines__departments">
						{ all.map( ( { id, name: label, parent } ) => {
							const level = ( depth.get( parent ) ?? -1 ) + 1;
							depth.set( id, level );
							return (
								<Choice
									key={ id }
									type="checkbox"
									style={ {
										[ '--depth' as string ]: level,
									} }
									checked={ departments.includes( id ) }
									onChange={ () =>
										onChange( {
											departments: toggled(
												departments,
												id
											),
										} )
									}
								>
									{ label }
								</Choice>
							);
						} ) }
					</div>
				</fieldset>
			) }
		</>
	);
}

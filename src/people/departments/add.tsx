/* A form for one more department; it stays open, since there are rarely only one. */
import { Button } from '@wordpress/components';
import { useEffect, useId, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Department } from '../../contract';
import { Problem } from '../../problem';
import { useScreen } from '../../screen';
import { usePeople } from '../context';
import { DepartmentSelect } from '../department-select';
import { Done } from '../done';
import { useSave } from '../use-save';

export function AddDepartment( { onClose }: { onClose: () => void } ) {
	const { rest } = useScreen();
	const { desks, reload } = usePeople();
	const [ name, setName ] = useState( '' );
	const [ parent, setParent ] = useState( 0 );
	const field = useRef< HTMLInputElement >( null );
	const save = useSave();
	const id = useId();
	useEffect( () => field.current?.focus(), [] );

	const add = async () => {
		const isAdded = await save.run(
			() => rest.post< Department >( 'departments', { name, parent } ),
			/* translators: %s: name of a department. */
			sprintf( __( '“%s” was added.', 'throughline' ), name.trim() )
		);
		if ( isAdded ) {
			setName( '' );
			reload();
		}
		field.current?.focus();
	};
	return (
		<form
			className="tl-form tl-add"
			onSubmit={ ( event ) => {
				event.preventDefault();
				void add();
			} }
		>
			<div className="tl-field">
				<label htmlFor={ id }>
					{ __( 'Name of the department', 'throughline' ) }
				</label>
				<input
					id={ id }
					ref={ field }
					type="text"
					value={ name }
					maxLength={ 100 }
					required
					onChange={ ( { target } ) => setName( target.value ) }
				/>
			</div>
			{ desks.departments.length > 0 && (
				<DepartmentSelect
					label={ __( 'Stands below', 'throughline' ) }
					none={ __( 'Nothing: at the top', 'throughline' ) }
					departments={ desks.departments }
					value={ parent }
					onChange={ setParent }
				/>
			) }
			<Problem failure={ save.failure } />
			<div className="tl-acts">
				<Button
					variant="primary"
					type="submit"
					isBusy={ save.busy }
					accessibleWhenDisabled
					disabled={ save.busy }
				>
					{ __( 'Add', 'throughline' ) }
				</Button>
				<Button variant="tertiary" onClick={ onClose }>
					{ __( 'Close', 'throughline' ) }
				</Button>
				<Done>{ save.done }</Done>
			</div>
		</form>
	);
}

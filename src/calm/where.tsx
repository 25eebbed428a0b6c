/* The page that is meant, by its address. */
import { __ } from '@wordpress/i18n';
import { whatFailed } from '../problem';
import { Field } from '../settings/fields';
import type { CalmState } from './use-calm';

interface WhereProps {
	address: string;
	/** Whether whoever looks may do it for the whole site. */
	maySite: boolean;
	problem: string | undefined;
	onChange: ( address: string ) => void;
}

export function Where( { address, maySite, problem, onChange }: WhereProps ) {
	return (
		<Field
			label={ __( 'Address of the page', 'throughline' ) }
			help={
				maySite
					? __(
							'Open the page and copy its address. Left empty it counts for the whole site.',
							'throughline'
						)
					: __( 'Open the page and copy its address.', 'throughline' )
			}
			problem={ problem }
		>
			{ ( control ) => (
				<input
					{ ...control }
					type="text"
					inputMode="url"
					autoComplete="off"
					value={ address }
					onChange={ ( event ) => onChange( event.target.value ) }
				/>
			) }
		</Field>
	);
}

/** What the server says about the address that a form sent. */
export function whereIsWrong(
	{ problem }: CalmState,
	of: string
): string | undefined {
	return problem?.of === of && problem.field === 'address'
		? whatFailed( problem.failure )
		: undefined;
}

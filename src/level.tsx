/* Which level the headings of a block have, chosen beside it in the editor. */
import { SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

interface LevelProps {
	label: string;
	help?: string;
	value: number;
	onChange: ( level: number ) => void;
}

export function Level( { label, help, value, onChange }: LevelProps ) {
	return (
		<SelectControl
			__nextHasNoMarginBottom
			__next40pxDefaultSize
			label={ label }
			{ ...( help && { help } ) }
			value={ String( value ) }
			options={ [ 2, 3, 4 ].map( ( level ) => ( {
				value: String( level ),
				label: sprintf(
					/* translators: %d: level of a heading, from 2 to 4 */
					__( 'Heading %d', 'throughline' ),
					level
				),
			} ) ) }
			onChange={ ( level ) => onChange( Number( level ) ) }
		/>
	);
}

/* People who were chosen for something: each with a button to leave, and a search to add more. */
import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { NamedPerson } from '../contract';
import { Face } from './face';
import { Pick } from './pick';

interface ChosenProps {
	label: string;
	help: string;
	/** What the search for one more is called. */
	add: string;
	people: readonly NamedPerson[];
	onChange: ( people: NamedPerson[] ) => void;
	/** At most so many; at that, the next one replaces the last. */
	most?: number;
	without?: readonly number[];
}

export function Chosen( {
	label,
	help,
	add,
	people,
	onChange,
	most = 50,
	without = [],
}: ChosenProps ) {
	const place = useRef< HTMLFieldSetElement >( null );
	const leave = ( person: NamedPerson ) => {
		onChange( people.filter( ( { id } ) => id !== person.id ) );
		speak(
			sprintf(
				/* translators: %s: a person's name. */
				__( '%s was taken off.', 'throughline' ),
				person.name
			)
		);
		// The button that had the focus is gone.
		place.current?.querySelector< HTMLElement >( 'input' )?.focus();
	};
	return (
		<fieldset className="tl-field tl-chosen" ref={ place }>
			<legend>{ label }</legend>
			<p className="tl-field__help">{ help }</p>
			{ people.length > 0 && (
				<ul className="tl-chosen__people">
					{ people.map( ( person ) => (
						<li key={ person.id }>
							<Face person={ person } />
							<Button
								variant="tertiary"
								onClick={ () => leave( person ) }
							>
								{ __( 'Take off', 'throughline' ) }
								<span className="tl-hidden">
									{ ` ${ person.name }` }
								</span>
							</Button>
						</li>
					) ) }
				</ul>
			) }
			<Pick
				label={ add }
				without={ [ ...people.map( ( { id } ) => id ), ...without ] }
				onPick={ ( person ) => {
					onChange( [ ...people.slice( 0, most - 1 ), person ] );
					speak(
						sprintf(
							/* translators: %s: a person's name. */
							__( '%s was added.', 'throughline' ),
							person.name
						)
					);
				} }
			/>
		</fieldset>
	);
}

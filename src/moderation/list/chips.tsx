/* What narrows the list, each to be taken away by itself. */
import { Button } from '@wordpress/components';
import { useDispatch, useSelect } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import { useDesk } from '../context';
import { NO_FILTERS } from '../filters';
import type { Filters } from '../store/types';

interface Chip {
	name: keyof Filters;
	text: string;
}

export function Chips() {
	const { store, kinds, departments } = useDesk();
	const filters = useSelect(
		( select ) => select( store ).getFilters(),
		[ store ]
	);
	const items = useSelect(
		( select ) => Object.values( select( store ).getItems() ),
		[ store ]
	);
	const { filter } = useDispatch( store );
	const { kind, department, contributor, reason } = filters;
	const known = items.find( ( { author } ) => author === contributor );
	const sentence = items
		.flatMap( ( { reasons } ) => reasons )
		.find( ( { code } ) => code === reason );
	const texts: Partial< Record< keyof Filters, string | undefined > > = {
		kind: kinds.find( ( { name } ) => name === kind )?.label,
		department: departments.find( ( { id } ) => id === department )?.name,
		contributor:
			known?.contributor.name ??
			/* translators: a list is narrowed to what one person sent in, whose name is not known yet. */
			__( 'One person', 'throughline' ),
		reason: sentence?.text ?? reason,
	};
	const chips = Object.entries( filters )
		.filter( ( [ name, value ] ) => value && name !== 'search' )
		.map( ( [ name, value ] ) => ( {
			name,
			text: texts[ name as keyof Filters ] ?? String( value ),
		} ) ) as Chip[];
	if ( chips.length === 0 ) {
		return null;
	}
	return (
		<ul
			className="tl-chips"
			aria-label={ __( 'The list shows only', 'throughline' ) }
		>
			{ chips.map( ( { name, text } ) => (
				<li key={ name }>
					<Button
						className="tl-chip"
						aria-label={ sprintf(
							/* translators: %s: what narrows a list, like "Story" or the name of a department. */
							__( 'No longer only “%s”', 'throughline' ),
							text
						) }
						onClick={ () =>
							filter( { [ name ]: NO_FILTERS[ name ] } )
						}
					>
						<span className="tl-chip__text">{ text }</span>
						<span aria-hidden="true">×</span>
					</Button>
				</li>
			) ) }
		</ul>
	);
}

/* Below the list: the way to look at many pieces at once, where there are some. */
import { useSelect } from '@wordpress/data';
import { _n, sprintf } from '@wordpress/i18n';
import { ActButton } from '../act-button';
import { isPlain } from '../acts';
import { useDesk } from '../context';

/** From here on it is worth while. */
const FEW = 2;

export function ToGrid( { onGrid }: { onGrid: () => void } ) {
	const { store, language } = useDesk();
	const plain = useSelect(
		( select ) => {
			const desk = select( store );
			return desk.getListName() === 'waiting'
				? desk.getList( 'waiting' ).keys.filter( ( key ) => {
						const item = desk.getItem( key );
						return item !== null && isPlain( item );
					} ).length
				: 0;
		},
		[ store ]
	);
	if ( plain < FEW ) {
		return null;
	}
	return (
		<div className="tl-list__grid">
			<ActButton act="grid" variant="tertiary" onClick={ onGrid }>
				{ sprintf(
					/* translators: %s: number of pieces. */
					_n(
						'Look at %s side by side',
						'Look at %s side by side',
						plain,
						'throughline'
					),
					new Intl.NumberFormat( language ).format( plain )
				) }
			</ActButton>
		</div>
	);
}

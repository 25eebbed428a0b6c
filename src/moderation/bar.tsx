/* The line on top of a step: back, and where in the list one is. */
import { Button } from '@wordpress/components';
import { useSelect } from '@wordpress/data';
import { __, isRTL, sprintf } from '@wordpress/i18n';
import { useDesk } from './context';

export function Back( { to, onBack }: { to: string; onBack: () => void } ) {
	return (
		<Button
			__next40pxDefaultSize
			className="tl-back"
			variant="tertiary"
			onClick={ onBack }
		>
			<span aria-hidden="true">{ isRTL() ? '→' : '←' }</span> { to }
		</Button>
	);
}

export function Place() {
	const { store, language } = useDesk();
	const [ place, held ] = useSelect(
		( select ) => {
			const desk = select( store );
			const list = desk.getList( desk.getListName() );
			return [
				desk.getPlace(),
				list.after ? null : list.keys.length,
			] as const;
		},
		[ store ]
	);
	const number = new Intl.NumberFormat( language );
	if ( ! place || held === null ) {
		return null;
	}
	return (
		<span className="tl-place">
			{ sprintf(
				/* translators: 1: position of a piece in the list, 2: length of the list. */
				__( '%1$s of %2$s', 'throughline' ),
				number.format( place ),
				number.format( held )
			) }
		</span>
	);
}

/* Whose piece it is, what kind, from where, since when. */
import { Button } from '@wordpress/components';
import { useDispatch, useSelect } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { useDesk } from '../context';
import { useFocusTarget } from '../focus';
import { Initials } from '../initials';
import { nameOf } from '../list/row';
import { Ago } from '../moment';

export const HEADING = 'tl-desk-piece';

export function Head() {
	const { store } = useDesk();
	const { filter } = useDispatch( store );
	const contributor = useSelect(
		( select ) => select( store ).getFilters().contributor,
		[ store ]
	);
	const item = useSelect(
		( select ) => {
			const desk = select( store );
			return desk.getItem( desk.getOpenKey() );
		},
		[ store ]
	);
	const heading = useFocusTarget< HTMLHeadingElement >( 'heading' );
	return (
		<div className="tl-piece__head">
			{ item && (
				<Initials
					person={ item.contributor }
					className="tl-piece__face"
				/>
			) }
			<div>
				<h2
					className="tl-piece__title"
					id={ HEADING }
					ref={ heading }
					tabIndex={ -1 }
				>
					{ item ? (
						<>
							{ /* The preview below begins with it; here it is for ears. */ }
							<span className="screen-reader-text" dir="auto">
								{ nameOf( item ) }
								{ ', ' }
							</span>
							<bdi>{ item.contributor.name }</bdi>
						</>
					) : (
						__( 'Loading…', 'throughline' )
					) }
				</h2>
				{ item && (
					<p className="tl-piece__meta">
						<span>
							{ item.label }
							{ ' · ' }
							{ item.department && (
								<>
									<bdi>{ item.department }</bdi>
									{ ' · ' }
								</>
							) }
							<Ago since={ item.since } />
						</span>
						{ item.author > 0 && contributor !== item.author && (
							<Button
								variant="link"
								className="tl-piece__all"
								onClick={ () =>
									filter( { contributor: item.author } )
								}
							>
								{ __( 'All by this person', 'throughline' ) }
							</Button>
						) }
					</p>
				) }
			</div>
		</div>
	);
}

/* The line above the panes: what this is, how much waits, and where the keys are told. */
import { useSelect } from '@wordpress/data';
import { createInterpolateElement } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { ActButton } from './act-button';
import { useDesk } from './context';
import { shown } from './menu';
import { Ago } from './moment';

interface TopProps {
	onShare: () => void;
	onHelp: () => void;
}

export function Top( { onShare, onHelp }: TopProps ) {
	const { store, language, scope, shares } = useDesk();
	const waiting = useSelect(
		( select ) => select( store ).getCounts()?.waiting ?? 0,
		[ store ]
	);
	const oldest = useSelect(
		( select ) => select( store ).getOldest(),
		[ store ]
	);
	return (
		<div className="tl-top">
			<h1 className="tl-top__title">
				{ __( 'Throughline', 'throughline' ) }
			</h1>
			{ scope.length > 0 && (
				<p className="tl-top__scope" dir="auto">
					{ new Intl.ListFormat( language, {
						type: 'conjunction',
					} ).format( scope ) }
				</p>
			) }
			<p className="tl-top__sum">
				{ waiting > 0 &&
					sprintf(
						/* translators: %s: number of pieces, "100+" for many. */
						_n(
							'%s waiting',
							'%s waiting',
							waiting,
							'throughline'
						),
						shown( waiting, language )
					) }
				{ waiting > 0 && oldest && (
					<span className="tl-top__oldest">
						{ ' · ' }
						{ createInterpolateElement(
							/* translators: <time/>: how long ago, like "2 hours ago". */
							__( 'oldest <time/>', 'throughline' ),
							{ time: <Ago since={ oldest } /> }
						) }
					</span>
				) }
			</p>
			{ shares && (
				<ActButton act={ null } variant="tertiary" onClick={ onShare }>
					{ __( 'Share a post', 'throughline' ) }
				</ActButton>
			) }
			<ActButton
				act="help"
				variant="tertiary"
				className="tl-top__help"
				onClick={ onHelp }
			>
				{ __( 'All keys', 'throughline' ) }
			</ActButton>
		</div>
	);
}

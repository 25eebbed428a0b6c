/* Where far more came in than usual: what happens there, and one button. */
import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { Problem } from '../problem';
import type { CalmState } from './use-calm';
import { length } from './words';

/** Long enough to read what came, short enough to be over before anybody forgets it. */
const PROPOSED = 4 * 60;
const PACE = 120;

export function Proposals( { state }: { state: CalmState } ) {
	return state.calm.alarms.map( ( alarm ) => {
		const of = `alarm-${ alarm.page }`;
		return (
			<Notice
				key={ alarm.page }
				className="tl-notice"
				status="warning"
				isDismissible={ false }
				politeness="polite"
			>
				<p>
					<strong>
						{ sprintf(
							/* translators: %s: title of a page */
							__(
								'Far more than usual comes in here: %s',
								'throughline'
							),
							alarm.title
						) }
					</strong>
				</p>
				<p>
					{ sprintf(
						/* translators: 1: number of pieces, 2: number of reports */
						__(
							'Within the last hour: %1$d pieces, %2$d reports.',
							'throughline'
						),
						alarm.pieces,
						alarm.reports
					) }
				</p>
				<Problem
					failure={
						state.problem?.of === of ? state.problem.failure : null
					}
				/>
				<div className="tl-acts">
					<Button
						__next40pxDefaultSize
						variant="primary"
						isBusy={ state.busy === of }
						disabled={ state.busy !== '' }
						accessibleWhenDisabled
						onClick={ () =>
							void state.turn(
								of,
								{
									address: alarm.page
										? String( alarm.page )
										: '',
									minutes: PROPOSED,
									pace: PACE,
								},
								__( 'Calm mode is on.', 'throughline' )
							)
						}
					>
						{ sprintf(
							/* translators: %s: how long, e.g. 4 hours */
							__( 'Switch calm mode on for %s', 'throughline' ),
							length( PROPOSED )
						) }
					</Button>
				</div>
			</Notice>
		);
	} );
}

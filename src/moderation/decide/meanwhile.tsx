/* Somebody else was faster: what they did, and whether there is anything left to decide. */
import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Decision } from '../../contract';
import { useClock } from '../moment';
import { whatHappenedAt } from '../sentences';

interface MeanwhileProps {
	decision: Decision;
	isOver: boolean;
	isChanged: boolean;
}

export function Meanwhile( { decision, isOver, isChanged }: MeanwhileProps ) {
	const clock = useClock();
	const happened = whatHappenedAt( decision, clock( decision.at ) );
	const now = isChanged
		? __(
				'You see it as it stands now, and what changed since you opened it.',
				'throughline'
			)
		: __( 'You see it as it stands now.', 'throughline' );
	return (
		<Notice
			className="tl-decide__meanwhile"
			status="warning"
			isDismissible={ false }
			politeness="assertive"
			spokenMessage={ happened }
		>
			<p>{ happened }</p>
			{ decision.reason && (
				<blockquote className="tl-quote" dir="auto">
					{ decision.reason }
				</blockquote>
			) }
			<p>
				{ isOver
					? __( 'Nobody has to do anything here.', 'throughline' )
					: now }
			</p>
		</Notice>
	);
}

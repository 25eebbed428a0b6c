/* The page: what is proposed, what is on, the switch, statements, counters, and what happened. */
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Calm } from '../contract';
import { useScreen } from '../screen';
import { History } from './history';
import { On } from './on';
import { Proposals } from './proposals';
import { Statements } from './statements';
import { Switch } from './switch';
import { useCalm } from './use-calm';

interface PageProps {
	given: Calm;
	/** Whether whoever looks may have the counters. */
	hasCounters: boolean;
}

export function Page( { given, hasCounters }: PageProps ) {
	const state = useCalm( given );
	const { rest } = useScreen();
	return (
		<div className="tl-page">
			<div className="tl-page__top">
				<h1>{ __( 'Calm & reports', 'throughline' ) }</h1>
			</div>
			<p className="tl-page__lead">
				{ __(
					'When far more comes in than anybody can read, calm mode gives everybody time: each piece is read before it appears, readers are told why, and it ends by itself. Criticism breaks no guideline.',
					'throughline'
				) }
			</p>
			<p className="tl-hidden" role="status">
				{ state.said }
			</p>
			<Proposals state={ state } />
			<On state={ state } />
			<Switch state={ state } />
			<Statements state={ state } />
			{ hasCounters && (
				<section className="tl-card">
					<div className="tl-card__head">
						<h2>{ __( 'Reports in numbers', 'throughline' ) }</h2>
					</div>
					<p>
						{ __(
							'How many reports, objections and measures there were, by month, ground and outcome, for the report that the EU’s Digital Services Act asks for. Groups, never persons.',
							'throughline'
						) }
					</p>
					<div className="tl-card__foot">
						<Button
							__next40pxDefaultSize
							variant="secondary"
							href={ rest.address( 'counters' ) }
							download
						>
							{ __( 'Download the table', 'throughline' ) }
						</Button>
					</div>
				</section>
			) }
			<History entries={ state.calm.history } />
		</div>
	);
}

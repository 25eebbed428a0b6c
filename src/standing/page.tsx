/* The page Standing: who stands where, by which rules, and what persons decided. */
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StandingOverview } from '../contract';
import { useLoaded } from '../people/use-loaded';
import { Problem } from '../problem';
import { StandingProvider } from './context';
import { Departments } from './departments';
import { Log } from './log';
import { Rules } from './rules';

const TABS = [ 'people', 'rules', 'log' ] as const;
type Tab = ( typeof TABS )[ number ];

const name = ( tab: Tab ) =>
	( {
		people: __( 'Who stands where', 'throughline' ),
		rules: __( 'Rules', 'throughline' ),
		log: __( 'What was decided', 'throughline' ),
	} )[ tab ];

function Part( { tab }: { tab: Tab } ) {
	switch ( tab ) {
		case 'people':
			return <Departments />;
		case 'rules':
			return <Rules />;
		case 'log':
			return <Log />;
	}
}

export function Page( { me }: { me: number } ) {
	const { data, failure, reload, set } =
		useLoaded< StandingOverview >( 'standing' );
	const [ tab, setTab ] = useState< Tab >( 'people' );
	return (
		<div className="tl-page tl-standing">
			<div className="tl-page__top">
				<h1>{ __( 'Standing', 'throughline' ) }</h1>
			</div>
			<p className="tl-page__lead">
				{ __(
					'Trust grows with what people do, in each department by itself. Whoever is trusted publishes at once; whoever decides with you relieves you.',
					'throughline'
				) }
			</p>
			<nav
				className="tl-tabs"
				aria-label={ __( 'Parts of this page', 'throughline' ) }
			>
				{ TABS.map( ( one ) => (
					<button
						key={ one }
						type="button"
						className="tl-tab"
						aria-current={ one === tab ? 'page' : undefined }
						onClick={ () => setTab( one ) }
					>
						{ name( one ) }
					</button>
				) ) }
			</nav>
			<Problem failure={ failure } onRetry={ reload } />
			{ data && (
				<StandingProvider value={ { overview: data, set, reload, me } }>
					<Part tab={ tab } />
				</StandingProvider>
			) }
		</div>
	);
}

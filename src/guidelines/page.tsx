/* The page as a whole: what is in force, the next edition, and what the guidelines cause. */
import { Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Edition, Editions } from '../contract';
import { useLoaded } from '../people/use-loaded';
import { Problem } from '../problem';
import { Current } from './current';
import { Next } from './next';
import { Returns } from './returns';

type Tab = 'current' | 'next' | 'returns';

const asked = (): Tab | undefined => {
	const tab = new URL( window.location.href ).searchParams.get( 'tab' );
	return ( [ 'current', 'next', 'returns' ] as const ).find(
		( one ) => one === tab
	);
};

/** The part that somebody most likely came for. */
function first( { next, user }: Editions ): Tab {
	const isAsked = next[ 0 ]?.asked.some(
		( { id, answer } ) => id === user && ! answer
	);
	return next[ 0 ] && ( isAsked || next[ 0 ].state === 'draft' )
		? 'next'
		: 'current';
}

const nextName = ( { edition, state }: Edition ): string =>
	state === 'put'
		? sprintf(
				/* translators: %d: number of an edition. */
				__( 'Edition %d, to be agreed on', 'throughline' ),
				edition
			)
		: sprintf(
				/* translators: %d: number of an edition. */
				__( 'Draft of edition %d', 'throughline' ),
				edition
			);

export function Page() {
	const { data, failure, reload, set } = useLoaded< Editions >(
		'guidelines/editions'
	);
	const [ chosen, setChosen ] = useState< Tab | undefined >( asked );

	function choose( tab: Tab ) {
		const address = new URL( window.location.href );
		address.searchParams.set( 'tab', tab );
		window.history.replaceState( window.history.state, '', address );
		setChosen( tab );
	}

	const tabs = data && [
		{ tab: 'current' as const, name: __( 'In force', 'throughline' ) },
		...( data.next[ 0 ]
			? [
					{
						tab: 'next' as const,
						name: nextName( data.next[ 0 ] ),
					},
				]
			: [] ),
		...( data.mayEdit && data.current[ 0 ]
			? [
					{
						tab: 'returns' as const,
						name: __( 'What comes back', 'throughline' ),
					},
				]
			: [] ),
	];
	const open =
		data && tabs?.some( ( { tab } ) => tab === chosen )
			? chosen
			: data && first( data );

	return (
		<div className="tl-page tl-guidelines">
			<div className="tl-page__top">
				<h1>{ __( 'Guidelines', 'throughline' ) }</h1>
			</div>
			<p className="tl-page__lead">
				{ __(
					'A few dos and don’ts, with reasons. Contributors meet them in the form, moderators name them when they send something back.',
					'throughline'
				) }
			</p>
			<Problem failure={ failure } onRetry={ reload } />
			{ ! data && ! failure && <Spinner /> }
			{ tabs && tabs.length > 1 && (
				<nav
					className="tl-tabs"
					aria-label={ __( 'Parts of this page', 'throughline' ) }
				>
					{ tabs.map( ( { tab, name } ) => (
						<button
							key={ tab }
							type="button"
							className="tl-tab"
							aria-current={ tab === open ? 'page' : undefined }
							onClick={ () => choose( tab ) }
						>
							{ name }
						</button>
					) ) }
				</nav>
			) }
			{ data && open === 'current' && (
				<Current
					editions={ data }
					onBegun={ ( editions ) => {
						set( editions );
						choose( 'next' );
					} }
				/>
			) }
			{ data && open === 'next' && (
				<Next
					editions={ data }
					onChange={ set }
					onInForce={ ( editions ) => {
						set( editions );
						choose( 'current' );
					} }
				/>
			) }
			{ open === 'returns' && <Returns /> }
		</div>
	);
}

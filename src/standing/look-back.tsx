/* What would have happened: shown to whoever is about to sign, and kept nowhere. */
import { __ } from '@wordpress/i18n';
import type { StandingTest, StandingTestQuery } from '../contract';
import { useLoaded } from '../people/use-loaded';
import { Problem } from '../problem';

export function LookBack( { query }: { query: StandingTestQuery } ) {
	const { data, failure, reload } = useLoaded< StandingTest >(
		`standing/test?${ new URLSearchParams(
			Object.entries( query ).map( ( [ name, value ] ) => [
				name,
				String( value ),
			] )
		) }`
	);
	return (
		<div className="tl-standing__look-back" aria-live="polite">
			<h3>{ __( 'Looking back', 'throughline' ) }</h3>
			<Problem failure={ failure } onRetry={ reload } />
			<p>
				{ data ? data.sentence : __( 'One moment …', 'throughline' ) }
			</p>
			{ query.user > 0 && (
				<p className="tl-quiet">
					{ __(
						'You see this only while you decide; it is kept nowhere.',
						'throughline'
					) }
				</p>
			) }
		</div>
	);
}

/* What persons decided about standing, latest first: who, what, why and when. */
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { StandingLog } from '../contract';
import { useLoaded } from '../people/use-loaded';
import { Problem } from '../problem';
import { useScreen } from '../screen';

export function Log() {
	const { rest, language } = useScreen();
	const { data, failure, reload } =
		useLoaded< StandingLog >( 'standing/log' );
	const [ more, setMore ] = useState< StandingLog | null >( null );
	const [ problem, setProblem ] = useState< unknown >( null );
	const entries = [ ...( data?.entries ?? [] ), ...( more?.entries ?? [] ) ];
	const after = ( more ?? data )?.after ?? null;
	const moment = new Intl.DateTimeFormat( language, {
		dateStyle: 'medium',
		timeStyle: 'short',
	} );
	const next = () => {
		setProblem( null );
		rest.get< StandingLog >( `standing/log?after=${ after ?? '' }` ).then(
			( page ) =>
				setMore( {
					...page,
					entries: [ ...( more?.entries ?? [] ), ...page.entries ],
				} ),
			setProblem
		);
	};

	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2>{ __( 'What was decided', 'throughline' ) }</h2>
			</div>
			<Problem failure={ failure } onRetry={ reload } />
			{ data && entries.length === 0 && (
				<p className="tl-quiet">
					{ __(
						'Nobody has decided anything by hand yet: the rules say where people stand.',
						'throughline'
					) }
				</p>
			) }
			<ul className="tl-standing__log">
				{ entries.map( ( entry ) => (
					<li key={ entry.at + entry.sentence }>
						<strong>{ entry.sentence }</strong>
						{ entry.reason && <p>{ entry.reason }</p> }
						<p className="tl-quiet">
							{ sprintf(
								/* translators: 1: a person's name, 2: a date and time. */
								__( '%1$s, %2$s', 'throughline' ),
								entry.by ?? __( 'Somebody', 'throughline' ),
								moment.format( new Date( entry.at ) )
							) }
						</p>
					</li>
				) ) }
			</ul>
			<Problem failure={ problem } onRetry={ next } />
			{ after !== null && (
				<div className="tl-card__foot">
					<Button variant="secondary" onClick={ next }>
						{ __( 'Earlier', 'throughline' ) }
					</Button>
				</div>
			) }
		</section>
	);
}

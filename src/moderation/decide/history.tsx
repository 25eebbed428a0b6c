/* What was decided on the piece so far, and when. */
import { useState } from '@wordpress/element';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Decision } from '../../contract';
import { Ago } from '../moment';
import { whatHappened } from '../sentences';

const SHOWN = 3;

/** Newest first; old ones on demand. */
export function History( { decisions }: { decisions: Decision[] } ) {
	const [ all, setAll ] = useState( false );
	const newest = [ ...decisions ].reverse();
	return (
		<section className="tl-decide__part" aria-labelledby="tl-desk-history">
			<h3 className="tl-decide__title" id="tl-desk-history">
				{ __( 'So far', 'throughline' ) }
			</h3>
			<ol className="tl-history" reversed>
				{ newest
					.slice( 0, all ? newest.length : SHOWN )
					.map( ( decision ) => (
						<li key={ decision.version }>
							{ whatHappened( decision ) }{ ' ' }
							<span className="tl-history__when">
								<Ago since={ decision.at } />
							</span>
							{ decision.reason && (
								<blockquote
									className="tl-history__reason"
									dir="auto"
								>
									{ decision.reason }
								</blockquote>
							) }
						</li>
					) ) }
			</ol>
			{ ! all && newest.length > SHOWN && (
				<Button
					__next40pxDefaultSize
					variant="link"
					onClick={ () => setAll( true ) }
				>
					{ __( 'Show everything', 'throughline' ) }
				</Button>
			) }
		</section>
	);
}

/* What is in force: since when, who agreed, what it says, and the editions before it. */
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { Edition, Editions, NewDraft } from '../contract';
import { useSave } from '../people/use-save';
import { Problem } from '../problem';
import { useScreen } from '../screen';
import { Answers } from './answers';
import { Reading } from './reading';
import { day } from './words';

interface CurrentProps {
	editions: Editions;
	onBegun: ( editions: Editions ) => void;
}

export function Current( { editions, onBegun }: CurrentProps ) {
	const { rest } = useScreen();
	const { busy, failure, run } = useSave();
	const { mayEdit, past } = editions;
	const edition = editions.current[ 0 ];
	const hasNext = editions.next.length > 0;
	const begin = ( what: NewDraft[ 'with' ] ) =>
		run(
			async () =>
				onBegun(
					await rest.post< Editions >( 'guidelines/begin', {
						with: what,
					} )
				),
			__( 'A draft has begun.', 'throughline' )
		);
	return (
		<>
			<Problem failure={ failure } />
			{ edition ? (
				<InForce edition={ edition }>
					{ mayEdit && ! hasNext && (
						<Button
							__next40pxDefaultSize
							variant="secondary"
							isBusy={ busy }
							onClick={ () => begin( 'current' ) }
						>
							{ __( 'Write a new edition', 'throughline' ) }
						</Button>
					) }
				</InForce>
			) : (
				<div className="tl-card tl-nothing">
					<h2>{ __( 'No guidelines yet', 'throughline' ) }</h2>
					<p>
						{ hasNext
							? __(
									'The first edition is on its way. Until it is in force, nobody is asked for anything.',
									'throughline'
								)
							: __(
									'A dozen to begin with are ready: about pictures of people, customers’ secrets, mistakes, one’s own opinion. Make them yours, then put them in force.',
									'throughline'
								) }
					</p>
					{ mayEdit && ! hasNext && (
						<div className="tl-acts">
							<Button
								__next40pxDefaultSize
								variant="primary"
								isBusy={ busy }
								onClick={ () => begin( 'starters' ) }
							>
								{ __( 'Begin with ours', 'throughline' ) }
							</Button>
							<Button
								__next40pxDefaultSize
								variant="tertiary"
								onClick={ () => begin( 'nothing' ) }
							>
								{ __(
									'Begin with a blank page',
									'throughline'
								) }
							</Button>
						</div>
					) }
				</div>
			) }
			{ past.length > 1 && <Past past={ past } /> }
		</>
	);
}

function InForce( {
	edition,
	children,
}: {
	edition: Edition;
	children: ReactNode;
} ) {
	const { language } = useScreen();
	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2>
					{ sprintf(
						/* translators: 1: number of the edition, 2: a date. */
						__(
							'Edition %1$d, in force since %2$s',
							'throughline'
						),
						edition.edition,
						day( edition.since ?? '', language )
					) }
				</h2>
				{ children }
			</div>
			{ edition.summary && <p>{ edition.summary }</p> }
			<Answers edition={ edition } />
			<Reading guidelines={ edition.guidelines } />
		</section>
	);
}

function Past( { past }: Pick< Editions, 'past' > ) {
	const { language } = useScreen();
	return (
		<details className="tl-card tl-guidelines__past">
			<summary>{ __( 'All editions', 'throughline' ) }</summary>
			<ol>
				{ past.map( ( { edition, since, summary, matters } ) => (
					<li key={ edition }>
						<strong>
							{ sprintf(
								/* translators: 1: number of the edition, 2: a date. */
								__(
									'Edition %1$d, in force since %2$s',
									'throughline'
								),
								edition,
								day( since, language )
							) }
						</strong>
						<p>
							{ summary ||
								( matters
									? ''
									: __(
											'Only the wording.',
											'throughline'
										) ) }
						</p>
					</li>
				) ) }
			</ol>
		</details>
	);
}

/* Where calm mode is on: until when, why, how many wait; and the way out. */
import { Button } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Calm } from '../contract';
import { Problem } from '../problem';
import { useScreen } from '../screen';
import type { CalmState } from './use-calm';
import { moment, pace } from './words';

type Place = Calm[ 'on' ][ number ];

function facts( place: Place, language: string ): string[] {
	return [
		sprintf(
			/* translators: 1: date and time, 2: name of a moderator */
			__( 'Until %1$s, switched on by %2$s.', 'throughline' ),
			moment( place.until, language ),
			place.by
		),
		sprintf(
			/* translators: %d: number of pieces */
			_n(
				'%d piece waits.',
				'%d pieces wait.',
				place.waiting,
				'throughline'
			),
			place.waiting
		),
		place.looked
			? sprintf(
					/* translators: %s: date and time */
					__( 'Somebody last looked at about %s.', 'throughline' ),
					moment( place.looked, language )
				)
			: __( 'Nobody has looked since.', 'throughline' ),
		`${ pace( place.pace ) }.`,
	];
}

export function On( { state }: { state: CalmState } ) {
	const { language } = useScreen();
	const heading = useRef< HTMLHeadingElement >( null );

	async function end( place: Place ) {
		const done = await state.turn(
			`off-${ place.page }`,
			{ address: place.page ? String( place.page ) : '', minutes: 0 },
			__( 'Calm mode is off.', 'throughline' )
		);
		if ( done ) {
			// The button that had the focus is gone.
			heading.current?.focus();
		}
	}

	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2 ref={ heading } tabIndex={ -1 }>
					{ __( 'Calm mode now', 'throughline' ) }
				</h2>
			</div>
			{ state.calm.on.length === 0 && (
				<p className="tl-quiet">
					{ __(
						'It is off everywhere: all is as ever.',
						'throughline'
					) }
				</p>
			) }
			<ul className="tl-places">
				{ state.calm.on.map( ( place ) => (
					<li key={ place.page }>
						<h3>
							<a href={ place.link }>{ place.title }</a>
						</h3>
						{ place.reason && <p dir="auto">{ place.reason }</p> }
						<p className="tl-quiet">
							{ facts( place, language ).join( ' ' ) }
						</p>
						<Problem
							failure={
								state.problem?.of === `off-${ place.page }`
									? state.problem.failure
									: null
							}
						/>
						{ place.may && (
							<Button
								__next40pxDefaultSize
								variant="secondary"
								isBusy={ state.busy === `off-${ place.page }` }
								disabled={ state.busy !== '' }
								accessibleWhenDisabled
								aria-label={ sprintf(
									/* translators: %s: title of a page */
									__( 'Switch off: %s', 'throughline' ),
									place.title
								) }
								onClick={ () => void end( place ) }
							>
								{ __( 'Switch off', 'throughline' ) }
							</Button>
						) }
					</li>
				) ) }
			</ul>
		</section>
	);
}

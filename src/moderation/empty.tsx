/* Nothing to decide: said kindly, with one thing to do. */
import { Button } from '@wordpress/components';
import { useSelect } from '@wordpress/data';
import { __, _n, sprintf } from '@wordpress/i18n';
import { useDesk } from './context';
import { useFocusTarget } from './focus';
import { shown } from './menu';
import type { ListName } from './store/types';

const NOTHING = { waiting: 0, returned: 0 };

interface EmptyProps {
	onChoose: ( name: ListName ) => void;
}

function Line() {
	return (
		<svg
			className="tl-empty__line"
			viewBox="0 0 240 64"
			width="240"
			height="64"
			aria-hidden="true"
			focusable="false"
		>
			<path d="M4 44 C 40 44 48 20 84 20 S 128 44 160 44 S 204 32 236 32" />
			<circle cx="84" cy="20" r="7" />
			<circle cx="160" cy="44" r="7" />
		</svg>
	);
}

export function Empty( { onChoose }: EmptyProps ) {
	const { store, language, home } = useDesk();
	const name = useSelect(
		( select ) => select( store ).getListName(),
		[ store ]
	);
	const { waiting, returned } = useSelect(
		( select ) => select( store ).getCounts() ?? NOTHING,
		[ store ]
	);
	const heading = useFocusTarget< HTMLHeadingElement >( 'empty', 'heading' );
	const isWaiting = name === 'waiting';
	return (
		<div className="tl-empty">
			<Line />
			<h2 className="tl-empty__title" ref={ heading } tabIndex={ -1 }>
				{ isWaiting
					? __( 'Nothing waits.', 'throughline' )
					: __( 'Nothing is on its way back.', 'throughline' ) }
			</h2>
			<p className="tl-empty__text">
				{ isWaiting
					? __(
							'Everything that was sent in has its answer. What comes next appears here by itself.',
							'throughline'
						)
					: __(
							'What you return with a question stays here until its contributor answers.',
							'throughline'
						) }
			</p>
			{ isWaiting && returned > 0 && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					className="tl-empty__act"
					onClick={ () => onChoose( 'returned' ) }
				>
					{ sprintf(
						/* translators: %s: number of pieces. */
						_n(
							'See the %s that was returned',
							'See the %s that were returned',
							returned,
							'throughline'
						),
						shown( returned, language )
					) }
				</Button>
			) }
			{ ! isWaiting && waiting > 0 && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					className="tl-empty__act"
					onClick={ () => onChoose( 'waiting' ) }
				>
					{ sprintf(
						/* translators: %s: number of pieces. */
						_n(
							'See the %s that waits',
							'See the %s that wait',
							waiting,
							'throughline'
						),
						shown( waiting, language )
					) }
				</Button>
			) }
			{ waiting + returned === 0 && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					className="tl-empty__act"
					href={ home }
				>
					{ __( 'Look at the site', 'throughline' ) }
				</Button>
			) }
		</div>
	);
}

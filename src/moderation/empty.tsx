/* Nothing to decide: said kindly, with one thing to do. */
import { Button } from '@wordpress/components';
import { useDispatch, useSelect } from '@wordpress/data';
import { __, _n, sprintf } from '@wordpress/i18n';
import { useDesk } from './context';
import { isNarrowed, NO_FILTERS } from './filters';
import { useFocusTarget } from './focus';
import { shown } from './menu';
import { LISTS, perList, type ListName } from './store/types';

const NOTHING = perList( () => 0 );

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

function saying( name: ListName ): { title: string; text: string } {
	switch ( name ) {
		case 'waiting':
			return {
				title: __( 'Nothing waits.', 'throughline' ),
				text: __(
					'Everything that was sent in has its answer. What comes next appears here by itself.',
					'throughline'
				),
			};
		case 'reported':
			return {
				title: __( 'Nothing is reported.', 'throughline' ),
				text: __(
					'When somebody says that a piece is illegal, breaks a guideline or shows them, it appears here.',
					'throughline'
				),
			};
		case 'appealed':
			return {
				title: __( 'Nobody objects.', 'throughline' ),
				text: __(
					'When somebody objects to a decision, another person decides here.',
					'throughline'
				),
			};
		case 'returned':
			return {
				title: __( 'Nothing is on its way back.', 'throughline' ),
				text: __(
					'What you return with a question stays here until its contributor answers.',
					'throughline'
				),
			};
	}
}

function waysOn( name: ListName, held: number, number: string ): string {
	switch ( name ) {
		case 'waiting':
			return sprintf(
				/* translators: %s: number of pieces. */
				_n(
					'See the %s that waits',
					'See the %s that wait',
					held,
					'throughline'
				),
				number
			);
		case 'reported':
			return sprintf(
				/* translators: %s: number of pieces. */
				_n(
					'See the %s that was reported',
					'See the %s that were reported',
					held,
					'throughline'
				),
				number
			);
		case 'appealed':
			return sprintf(
				/* translators: %s: number of pieces. */
				_n(
					'See the %s objection',
					'See the %s objections',
					held,
					'throughline'
				),
				number
			);
		case 'returned':
			return sprintf(
				/* translators: %s: number of pieces. */
				_n(
					'See the %s that was returned',
					'See the %s that were returned',
					held,
					'throughline'
				),
				number
			);
	}
}

export function Empty( { onChoose }: EmptyProps ) {
	const { store, language, home } = useDesk();
	const name = useSelect(
		( select ) => select( store ).getListName(),
		[ store ]
	);
	const counts = useSelect(
		( select ) => select( store ).getCounts() ?? NOTHING,
		[ store ]
	);
	const narrowed = useSelect(
		( select ) => isNarrowed( select( store ).getFilters() ),
		[ store ]
	);
	const { filter } = useDispatch( store );
	const heading = useFocusTarget< HTMLHeadingElement >( 'empty', 'heading' );
	const { title, text } = narrowed
		? {
				title: __( 'Nothing here fits.', 'throughline' ),
				text: __(
					'No piece in this list has what you search for.',
					'throughline'
				),
			}
		: saying( name );
	const other = LISTS.find( ( list ) => list !== name && counts[ list ] > 0 );
	return (
		<div className="tl-empty">
			<Line />
			<h2 className="tl-empty__title" ref={ heading } tabIndex={ -1 }>
				{ title }
			</h2>
			<p className="tl-empty__text">{ text }</p>
			{ narrowed && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					className="tl-empty__act"
					onClick={ () => filter( NO_FILTERS ) }
				>
					{ __( 'Show the whole list', 'throughline' ) }
				</Button>
			) }
			{ ! narrowed && other && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					className="tl-empty__act"
					onClick={ () => onChoose( other ) }
				>
					{ waysOn(
						other,
						counts[ other ],
						shown( counts[ other ], language )
					) }
				</Button>
			) }
			{ ! narrowed && ! other && (
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

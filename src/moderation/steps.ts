/* On narrow screens the panes are steps, and the browser's own Back takes one back. */
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { addressOf, readPlace, STEPS, type Place, type Step } from './address';

/** What we add to `history.state`; whatever else stands in it stays. */
interface Entry {
	throughlineStep?: Step;
	/** How many steps we pushed up to this entry. */
	throughlineDepth?: number;
}

const entry = () => ( window.history.state ?? {} ) as Entry;

function firstStep(): Step {
	const { piece, isGrid } = readPlace( window.location.href );
	return entry().throughlineStep ?? ( piece || isGrid ? 'piece' : 'list' );
}

/** `stacked` says whether steps are seen at all; beside each other nothing is pushed. */
export function useSteps(
	stacked: boolean,
	place: Place
): [ Step, ( step: Step ) => void ] {
	const [ step, setStep ] = useState< Step >( firstStep );
	const [ returns, setReturns ] = useState( 0 );
	const current = useRef( step );

	const go = useCallback(
		( next: Step ) => {
			const deeper =
				STEPS.indexOf( next ) - STEPS.indexOf( current.current );
			current.current = next;
			setStep( next );
			const depth = entry().throughlineDepth ?? 0;
			if ( ! stacked || deeper === 0 ) {
				return;
			}
			if ( deeper > 0 ) {
				window.history.pushState(
					{
						...entry(),
						throughlineStep: next,
						throughlineDepth: depth + 1,
					},
					''
				);
			} else if ( depth + deeper >= 0 ) {
				window.history.go( deeper );
			}
		},
		[ stacked ]
	);

	useEffect( () => {
		const pop = () => {
			current.current = entry().throughlineStep ?? 'list';
			setStep( current.current );
			setReturns( ( count ) => count + 1 );
		};
		window.addEventListener( 'popstate', pop );
		return () => window.removeEventListener( 'popstate', pop );
	}, [] );

	const { list, filters, piece, isGrid } = place;
	useEffect( () => {
		const shown = stacked && step === 'list' ? null : piece;
		window.history.replaceState(
			{ ...entry(), throughlineStep: step },
			'',
			addressOf(
				{ list, filters, piece: shown, isGrid },
				window.location.href
			)
		);
		// After a return another entry lies under the same place.
	}, [ stacked, step, list, filters, piece, isGrid, returns ] );

	return [ step, go ];
}

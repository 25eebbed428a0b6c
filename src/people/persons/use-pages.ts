/* People page by page, as the server finds them. */
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { Colleague, Colleagues, ColleaguesQuery } from '../../contract';
import { useScreen } from '../../screen';

export interface Pages {
	/** Null before the first page is there. */
	people: Colleague[] | null;
	/** Asks for the next page; null at the end. */
	more: ( () => void ) | null;
	failure: unknown;
	/** From the start, after something changed. */
	again: () => void;
}

export function usePages( query: ColleaguesQuery ): Pages {
	const { rest } = useScreen();
	const [ people, setPeople ] = useState< Colleague[] | null >( null );
	const [ after, setAfter ] = useState< string | null >( null );
	const [ failure, setFailure ] = useState< unknown >( null );
	const asked = useRef( 0 );
	const { search = '', department, only = 'all' } = query;

	const load = useCallback(
		( cursor: string, before: Colleague[] ) => {
			// What was asked before comes too late.
			const mine = ++asked.current;
			setFailure( null );
			rest.get< Colleagues >( 'people', {
				search: search || undefined,
				department,
				only,
				after: cursor || undefined,
			} ).then(
				( page ) => {
					if ( asked.current === mine ) {
						setPeople( [ ...before, ...page.people ] );
						setAfter( page.after );
					}
				},
				( error: unknown ) => {
					if ( asked.current === mine ) {
						setFailure( error );
					}
				}
			);
		},
		[ rest, search, department, only ]
	);
	const again = useCallback( () => load( '', [] ), [ load ] );
	useEffect( () => {
		const latest = asked;
		again();
		return () => {
			latest.current++;
		};
	}, [ again ] );

	return {
		people,
		more: after === null ? null : () => load( after, people ?? [] ),
		failure,
		again,
	};
}

/* Something from REST that a part of the page shows: not there yet, there, or failed. */
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { useScreen } from '../screen';

export interface Loaded< T > {
	data: T | null;
	failure: unknown;
	reload: () => void;
	/** What the server answered to a change. */
	set: ( data: T ) => void;
}

export function useLoaded< T >( path: string ): Loaded< T > {
	const { rest } = useScreen();
	const [ data, set ] = useState< T | null >( null );
	const [ failure, setFailure ] = useState< unknown >( null );
	const asked = useRef( '' );
	const reload = useCallback( () => {
		asked.current = path;
		setFailure( null );
		rest.get< T >( path ).then(
			( answer ) => asked.current === path && set( answer ),
			( error: unknown ) => asked.current === path && setFailure( error )
		);
	}, [ rest, path ] );
	useEffect( () => {
		set( null );
		reload();
		return () => {
			asked.current = '';
		};
	}, [ reload ] );
	return { data, failure, reload, set };
}

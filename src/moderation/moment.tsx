/* A moment on the screen: in words, exact on demand, true as time goes by. */
import { useEffect, useState } from '@wordpress/element';
import { useDesk } from './context';
import { ago, at, exactly } from './time';

const HALF_A_MINUTE = 30_000;

function useNow(): number {
	const { now } = useDesk();
	const [ time, setTime ] = useState( now );
	useEffect( () => {
		const timer = setInterval( () => setTime( now() ), HALF_A_MINUTE );
		return () => clearInterval( timer );
	}, [ now ] );
	return time;
}

/** "2 hours ago". `since` is a moment of the contract, UTC. */
export function Ago( { since }: { since: string } ) {
	const { language } = useDesk();
	const now = useNow();
	const then = Date.parse( since );
	return (
		<time dateTime={ since } title={ exactly( then, language ) }>
			{ ago( then, now, language ) }
		</time>
	);
}

/** A moment's clock time, with its date when it wasn't today. */
export function useClock(): ( moment: string ) => string {
	const { language, now } = useDesk();
	return ( moment ) => at( Date.parse( moment ), now(), language );
}

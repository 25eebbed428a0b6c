/* Lets a few photos travel at once and the others wait their turn. */

export interface Queue {
	/** `run` starts when its turn comes; it reports its own end and its own failures. */
	add: (
		name: string,
		run: ( signal: AbortSignal ) => Promise< void >
	) => void;
	/** Forgets what waits, aborts what runs. */
	cancel: ( name: string ) => void;
	/** Settled as soon as nothing waits and nothing runs. */
	idle: () => Promise< void >;
}

interface Job {
	name: string;
	run: ( signal: AbortSignal ) => Promise< void >;
	abort: AbortController;
}

export function createQueue( atOnce = 2 ): Queue {
	const waiting: Job[] = [];
	const running = new Set< Job >();
	let watchers: Array< () => void > = [];

	function next(): void {
		while ( running.size < atOnce && waiting.length ) {
			const job = waiting.shift()!;
			running.add( job );
			const done = () => {
				running.delete( job );
				next();
			};
			job.run( job.abort.signal ).then( done, done );
		}
		if ( ! running.size ) {
			watchers.forEach( ( watcher ) => watcher() );
			watchers = [];
		}
	}

	return {
		add( name, run ) {
			waiting.push( { name, run, abort: new AbortController() } );
			next();
		},
		cancel( name ) {
			const at = waiting.findIndex( ( job ) => job.name === name );
			if ( at >= 0 ) {
				waiting.splice( at, 1 );
			}
			running.forEach(
				( job ) => job.name === name && job.abort.abort()
			);
		},
		idle: () =>
			new Promise( ( resolve ) => {
				watchers.push( resolve );
				next();
			} ),
	};
}

/* Lays out what waits without a warning, and publishes what is ticked, one piece after the other. */
import { useDispatch, useRegistry } from '@wordpress/data';
import {
	useCallback,
	useEffect,
	useReducer,
	useRef,
	useState,
} from '@wordpress/element';
import type { Queue } from '../../contract';
import { isPlain, PLAIN } from '../acts';
import { useDesk } from '../context';
import { queryOf } from '../filters';
import { failureOf } from '../store/failures';
import { keyOf, type Failure } from '../store/types';
import { batch, NOTHING, ticked } from './batch';

/** So many can be looked at with care. */
const MOST = 24;

type Status = 'loading' | 'ready' | Failure;

export function useGrid() {
	const { store, rest } = useDesk();
	const registry = useRegistry();
	const { see, newBatch, publishListed } = useDispatch( store );
	const [ status, setStatus ] = useState< Status >( 'loading' );
	const [ hasMore, setMore ] = useState( false );
	const [ state, tell ] = useReducer( batch, NOTHING );
	const isStopped = useRef( false );

	const load = useCallback( async () => {
		setStatus( 'loading' );
		try {
			const filters = registry.select( store ).getFilters();
			const pages = await Promise.all(
				PLAIN.map( ( reason ) =>
					rest.get< Queue >(
						'queue',
						queryOf( 'waiting', { ...filters, reason } )
					)
				)
			);
			pages.forEach( ( page ) => void see( page ) );
			const plain = pages
				.flatMap( ( { items } ) => items )
				.filter( isPlain )
				.sort( ( a, b ) => a.since.localeCompare( b.since ) );
			const items = plain.slice( 0, MOST );
			setMore(
				plain.length > MOST || pages.some( ( { after } ) => after )
			);
			tell( {
				type: 'LAID_OUT',
				keys: items.map( keyOf ),
				// Somebody else has it open: it is theirs unless one says otherwise.
				left: items
					.filter( ( { claim } ) => claim && ! claim.mine )
					.map( keyOf ),
			} );
			setStatus( 'ready' );
		} catch ( error ) {
			setStatus( failureOf( error ) );
		}
	}, [ registry, store, rest, see ] );

	useEffect( () => {
		void load();
		return () => {
			isStopped.current = true;
		};
	}, [ load ] );

	// What is taken back stands in the grid again.
	useEffect(
		() =>
			registry.subscribe( () => {
				const desk = registry.select( store );
				const back = state.published.filter(
					( key ) => desk.getItem( key )?.state === 'waiting'
				);
				if ( back.length > 0 ) {
					tell( { type: 'TAKEN_BACK', keys: back } );
				}
			}, store ),
		[ registry, store, state.published ]
	);

	const publish = async () => {
		isStopped.current = false;
		const number = await newBatch();
		for ( const key of ticked( state ) ) {
			const desk = registry.select( store );
			// The version that was read on its card.
			const item =
				desk.getPiece( key )?.piece?.item ?? desk.getItem( key );
			if ( ! item || isStopped.current ) {
				break;
			}
			tell( { type: 'SENDING', key } );
			tell( {
				type: 'SENT',
				key,
				failure: await publishListed( item, number ),
			} );
		}
		tell( { type: 'ENDED' } );
	};

	return {
		status,
		hasMore,
		state,
		load,
		publish,
		stop: () => {
			isStopped.current = true;
		},
		tick: ( keys: string[], isTicked: boolean ) =>
			tell( { type: 'TICKED', keys, isTicked } ),
	};
}

/* The draft of an edition while it is written: saved by itself, one save after the other, never over somebody else's. */
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type {
	Edition,
	Editions,
	GuidelineText,
	NamedPerson,
	NewEdition,
} from '../contract';
import type { Rest } from '../rest';

/** Milliseconds after the last key. */
const PAUSE = 900;

export interface Draft {
	matters: boolean;
	summary: string;
	named: NamedPerson[];
	guidelines: GuidelineText[];
}

export interface DraftState {
	draft: Draft;
	change: ( change: Partial< Draft > ) => void;
	status: 'saved' | 'changed' | 'saving' | 'failed';
	failure: unknown;
	/** Saves what is not saved yet; whether all of it is saved now. */
	flush: () => Promise< boolean >;
	/** The version that the server has. */
	version: () => number;
}

const draftOf = ( edition: Edition ): Draft => ( {
	matters: edition.matters,
	summary: edition.summary,
	named: edition.asked.map( ( { id, person } ) => ( { id, ...person } ) ),
	guidelines: edition.guidelines,
} );

const message = (
	{ named, ...draft }: Draft,
	version: number
): NewEdition => ( {
	...draft,
	version,
	named: named.map( ( { id } ) => id ),
} );

/** `edition` is what the server had when writing began; `onSaved` hears what it has now. */
export function useDraft(
	edition: Edition,
	rest: Rest,
	onSaved: ( editions: Editions ) => void
): DraftState {
	const [ draft, setDraft ] = useState( () => draftOf( edition ) );
	const [ status, setStatus ] = useState< DraftState[ 'status' ] >( 'saved' );
	const [ failure, setFailure ] = useState< unknown >( null );
	const latest = useRef( draft );
	const saved = useRef( draft );
	const version = useRef( edition.version );
	const underWay = useRef< Promise< boolean > | null >( null );
	const timer = useRef( 0 );

	const send = useCallback( async (): Promise< boolean > => {
		while ( saved.current !== latest.current ) {
			const sent = latest.current;
			setStatus( 'saving' );
			try {
				const editions = await rest.post< Editions >(
					'guidelines/draft',
					message( sent, version.current )
				);
				version.current =
					editions.next[ 0 ]?.version ?? version.current;
				saved.current = sent;
				onSaved( editions );
			} catch ( error ) {
				setFailure( error );
				setStatus( 'failed' );
				return false;
			}
		}
		setFailure( null );
		setStatus( 'saved' );
		return true;
	}, [ rest, onSaved ] );

	const flush = useCallback( (): Promise< boolean > => {
		window.clearTimeout( timer.current );
		underWay.current ??= send().finally( () => {
			underWay.current = null;
		} );
		return underWay.current;
	}, [ send ] );

	const change = useCallback(
		( what: Partial< Draft > ) => {
			latest.current = { ...latest.current, ...what };
			setDraft( latest.current );
			setStatus( ( now ) => ( now === 'saving' ? now : 'changed' ) );
			window.clearTimeout( timer.current );
			timer.current = window.setTimeout( () => void flush(), PAUSE );
		},
		[ flush ]
	);

	useEffect( () => {
		const warn = ( event: BeforeUnloadEvent ) => {
			if ( saved.current !== latest.current ) {
				event.preventDefault();
			}
		};
		window.addEventListener( 'beforeunload', warn );
		return () => {
			window.removeEventListener( 'beforeunload', warn );
			// Leaving for another part of the page loses nothing.
			if ( saved.current !== latest.current ) {
				void flush();
			}
		};
	}, [ flush ] );

	return {
		draft,
		change,
		status,
		failure,
		flush,
		version: () => version.current,
	};
}

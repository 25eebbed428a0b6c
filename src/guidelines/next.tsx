/* The next edition: a draft for those who write it, or put to those who must agree. */
import type { Editions } from '../contract';
import { DraftEditor } from './draft';
import { Put } from './put';

interface NextProps {
	editions: Editions;
	onChange: ( editions: Editions ) => void;
	onInForce: ( editions: Editions ) => void;
}

export function Next( { editions, onChange, onInForce }: NextProps ) {
	const edition = editions.next[ 0 ];
	const done = ( answer: Editions ) =>
		answer.next.length ? onChange( answer ) : onInForce( answer );
	if ( ! edition ) {
		return null;
	}
	return edition.state === 'draft' ? (
		<DraftEditor
			edition={ edition }
			current={ editions.current[ 0 ] }
			onSaved={ onChange }
			onDone={ done }
		/>
	) : (
		<Put edition={ edition } editions={ editions } onDone={ done } />
	);
}

/* A photo of a piece, small; nothing where it can't be shown any more. */
import { useState } from '@wordpress/element';
import type { Content } from '../../contract';
import { useDesk } from '../context';

interface PhotoProps {
	photo: Content[ 'photos' ][ number ];
	className?: string;
}

/** Its alternative text stands beside it, so it has none of its own. */
export function Photo( { photo, className = '' }: PhotoProps ) {
	const { rest } = useDesk();
	const [ broken, setBroken ] = useState( false );
	// The nonce changes when it grows old; the picture doesn't, and is asked for once.
	const [ address ] = useState( () =>
		rest.address( `photos/${ photo.id }/thumbnail` )
	);
	return broken ? null : (
		<img
			className={ `tl-photo ${ className }` }
			src={ address }
			alt=""
			loading="lazy"
			decoding="async"
			onError={ () => setBroken( true ) }
		/>
	);
}

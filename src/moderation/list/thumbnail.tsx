/* A piece's first photo, or its contributor's initials where there is none or it can't be shown. */
import { useState } from '@wordpress/element';
import type { QueueItem } from '../../contract';
import { useDesk } from '../context';
import { Initials } from '../initials';

export function Thumbnail( { item }: { item: QueueItem } ) {
	const { rest } = useDesk();
	const [ broken, setBroken ] = useState( false );
	// The nonce changes when it grows old; the picture doesn't, and is asked for once.
	const [ address ] = useState( () =>
		item.thumbnail ? rest.address( item.thumbnail ) : null
	);
	if ( item.urgent ) {
		return (
			<span className="tl-row__picture is-urgent" aria-hidden="true">
				!
			</span>
		);
	}
	return address && ! broken ? (
		<img
			className="tl-row__picture"
			src={ address }
			alt=""
			width="56"
			height="56"
			loading="lazy"
			decoding="async"
			onError={ () => setBroken( true ) }
		/>
	) : (
		<Initials person={ item.contributor } className="tl-row__picture" />
	);
}

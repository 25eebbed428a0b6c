// Whether what somebody pasted is the address of one post on a network that we know.
import { networks, parseAddress, type Address } from './address.ts';

/** Null where an editor rather wants what WordPress makes of it. */
export function knownPost( text: string ): Address | null {
	const address = /\s/.test( text.trim() ) ? null : parseAddress( text );
	// Any page at all might be one of a small server: those are left to whoever chooses the block.
	const network = networks.find(
		( { id, hosts } ) => hosts !== '' && id === address?.network
	);
	return address?.kind === 'post' && network ? address : null;
}

/** What people call a network. */
export function labelOf( id: string ): string {
	return networks.find( ( network ) => network.id === id )?.label ?? id;
}

// By which what is sent is known, however often it is sent.

/** A random UUID. `crypto.randomUUID()` is missing where a page has no https, as on many an intranet. */
export function uuid(): string {
	const bytes = crypto.getRandomValues( new Uint8Array( 16 ) );
	// Version 4, variant 1 (RFC 9562).
	bytes[ 6 ] = ( bytes[ 6 ]! % 16 ) + 64;
	bytes[ 8 ] = ( bytes[ 8 ]! % 64 ) + 128;
	return Array.from( bytes, ( byte ) =>
		byte.toString( 16 ).padStart( 2, '0' )
	)
		.join( '' )
		.replace( /^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-' );
}

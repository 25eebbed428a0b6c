// Reads an address that somebody pasted, for scripts of editors: the same as Shares\Networks\Address in PHP, from the same table; a test compares them. Never for a visitor's script: the table is long.
import table from '../../plugin/Shares/Networks/networks.json';

export interface Address {
	/** A row of networks.json; "web" is any other page. */
	network: string;
	kind: 'post' | 'profile' | 'page';
	/** Empty where the address alone doesn't tell it. */
	id: string;
	/** What the address claims. */
	handle: string;
	host: string;
	/** Without tracking. */
	url: string;
}

interface Rule {
	kind: string;
	hosts?: string;
	path: string;
	query?: Record< string, string >;
	url: string;
	id?: string;
}

interface Network {
	id: string;
	label: string;
	class: string;
	hosts: string;
	addresses: Rule[];
}

interface Parts {
	host: string;
	path: string;
	query: string;
}

type Values = Record< string, string | undefined >;

export const networks = table.networks as Network[];

/** Null: nothing that can be used. */
export function parseAddress( text: string ): Address | null {
	const parts = partsOf( text );
	if ( ! parts ) {
		return null;
	}
	const known = networkOf( parts.host );
	if ( known ) {
		// A known host shows posts and profiles or nothing: what else it has is no open web page.
		return firstOf( known, parts );
	}
	for ( const network of networks ) {
		const found = network.hosts ? null : firstOf( network, parts );
		if ( found ) {
			return found;
		}
	}
	const { host } = parts;
	return {
		network: 'web',
		kind: 'page',
		id: '',
		handle: '',
		host,
		url: `https://${ host }${ raw( parts ) }`,
	};
}

/** The network that a host belongs to by its name. */
function networkOf( host: string ): Network | undefined {
	return networks.find(
		( { hosts } ) => hosts !== '' && match( hosts, host ) !== null
	);
}

/** The parts of an address that is safe to go on with. */
function partsOf( given: string ): Parts | null {
	let text = given.replace( /^[ \t\r\n]+|[ \t\r\n]+$/g, '' );
	for ( const { from, to } of table.spellings ) {
		const found = match( from, text );
		text = ( found && fill( to, found ) ) ?? text;
	}
	const [ , start ] = /^([A-Za-z0-9.-]+)\//.exec( text ) ?? [];
	// Many leave the scheme out. A word with a dot in it is no address, though.
	if ( start && networkOf( start.toLowerCase() ) ) {
		text = `https://${ text }`;
	}
	const found =
		new TextEncoder().encode( text ).length > table.longest
			? null
			: match( table.address, text );
	const host = ascii( found?.host ?? '' );
	if ( ! found || match( table.host, host ) === null ) {
		return null;
	}
	const path = encode( found.path || '/' );
	const query = encode( found.query ?? '' );
	return match( table.path, path ) && { host, path, query };
}

function firstOf( network: Network, parts: Parts ): Address | null {
	for ( const rule of network.addresses ) {
		const found = valuesOf( rule, parts );
		const url =
			found &&
			fill( rule.url, {
				...found,
				host: parts.host,
				path: parts.path.replace( /\/+$/, '' ),
				raw: raw( parts ),
			} );
		if ( found && url ) {
			return {
				network: network.id,
				kind: rule.kind as Address[ 'kind' ],
				id: ( rule.id ? fill( rule.id, found ) : found.id ) ?? '',
				handle: decode( found.handle ?? '' ),
				host: parts.host,
				url,
			};
		}
	}
	return null;
}

/** What a rule takes from an address that it is for. */
function valuesOf( rule: Rule, parts: Parts ): Values | null {
	if ( rule.hosts && ! match( rule.hosts, parts.host ) ) {
		return null;
	}
	const found = match( rule.path, parts.path );
	for ( const [ name, expression ] of Object.entries( rule.query ?? {} ) ) {
		const given = parts.query
			.split( '&' )
			.map( split )
			.map( ( [ key, value ] ) =>
				key === name ? match( expression, value ) : null
			)
			.find( Boolean );
		if ( ! found || ! given ) {
			return null;
		}
		Object.assign( found, given );
	}
	return found;
}

/** Path and query, without what only follows people. */
function raw( { path, query }: Parts ): string {
	const kept = query
		.split( '&' )
		.filter(
			( pair ) =>
				pair !== '' &&
				! match( table.tracking, split( pair )[ 0 ].toLowerCase() )
		);
	return path + ( kept.length ? `?${ kept.join( '&' ) }` : '' );
}

function split( pair: string ): [ string, string ] {
	const at = pair.indexOf( '=' );
	return at < 0
		? [ pair, '' ]
		: [ pair.slice( 0, at ), pair.slice( at + 1 ) ];
}

/** A host's name in small ASCII letters; empty where it can't be one. */
function ascii( host: string ): string {
	const small = host.toLowerCase();
	if ( ! /[^ -~]/.test( small ) ) {
		return small;
	}
	try {
		return new URL( `https://${ small }` ).hostname;
	} catch {
		return '';
	}
}

/** What can't stand in an address as it is, as UTF-8 in percents. */
function encode( text: string ): string {
	return text.replace( /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?%]+/g, ( part ) =>
		encodeURIComponent( part )
	);
}

function decode( text: string ): string {
	try {
		return decodeURIComponent( text );
	} catch {
		return text;
	}
}

/** The named groups of an expression that stands for the whole of a text; null where it doesn't. */
function match( expression: string, text: string ): Values | null {
	const found = new RegExp( `^(?:${ expression })$`, 'u' ).exec( text );
	return found && { ...found.groups };
}

/** A template with its placeholders filled; null where one has nothing to stand there. */
function fill( template: string, values: Values ): string | null {
	let isWhole = true;
	const filled = template.replace( /\{(\w+)\}/g, ( _, name: string ) => {
		isWhole &&= Boolean( values[ name ] );
		return values[ name ] ?? '';
	} );
	return isWhole ? filled : null;
}

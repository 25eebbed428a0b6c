/* Where on the page one is, as an address: can be linked to, and survives a reload. */
export const TABS = [
	'departments',
	'people',
	'moderators',
	'hours',
	'table',
] as const;
export type Tab = ( typeof TABS )[ number ];

export interface Place {
	tab: Tab;
	/** An opened department. */
	department?: number;
	/** An opened person. */
	person?: number;
}

export function readPlace( address: string ): Place {
	const query = new URL( address ).searchParams;
	const number = ( name: string ) => {
		const given = query.get( name ) ?? '';
		return /^[1-9]\d{0,17}$/.test( given ) ? Number( given ) : undefined;
	};
	const tab = TABS.find( ( one ) => one === query.get( 'tab' ) );
	const [ department, person ] = [
		number( 'department' ),
		number( 'person' ),
	];
	return {
		tab: tab ?? 'departments',
		...( department !== undefined && { department } ),
		...( person !== undefined && { person } ),
	};
}

/** The same address with this place in it; nothing else in it changes. */
export function addressOf( place: Place, address: string ): string {
	const url = new URL( address );
	for ( const name of [ 'tab', 'department', 'person' ] as const ) {
		const value = place[ name ];
		if ( value === undefined || value === 'departments' ) {
			url.searchParams.delete( name );
		} else {
			url.searchParams.set( name, String( value ) );
		}
	}
	return url.href;
}

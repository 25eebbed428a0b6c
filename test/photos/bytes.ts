// Numbers and texts as bytes.
export const ascii = ( text: string ) => Buffer.from( text, 'latin1' );

export function big( length: 1 | 2 | 4, ...numbers: number[] ): Buffer {
	const bytes = Buffer.alloc( length * numbers.length );
	numbers.forEach( ( number, at ) =>
		bytes.writeUIntBE( number, at * length, length )
	);
	return bytes;
}

export function little( length: 2 | 3 | 4, ...numbers: number[] ): Buffer {
	const bytes = Buffer.alloc( length * numbers.length );
	numbers.forEach( ( number, at ) =>
		bytes.writeUIntLE( number, at * length, length )
	);
	return bytes;
}

/** Contents one after the other; texts by their Latin-1 codes. */
export const joined = ( content: ( Buffer | string )[] ): Buffer =>
	Buffer.concat(
		content.map( ( part ) =>
			typeof part === 'string' ? ascii( part ) : part
		)
	);

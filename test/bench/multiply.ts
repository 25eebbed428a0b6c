// Makes many of a few by SQL: copies of posts and of all that belongs to them.
import type { StackSite } from '../site/stack.ts';

/** In the changed columns: the id of a copy, which follows from its seed's number. */
export const NEW_ID = '( @base + seeds.number + ( copies.seq - 1 ) * @seeds )';
/** Each copy is some minutes older than the one before. */
export const AGE = 'INTERVAL copies.seq * 7 MINUTE';

/** By table: the column that holds the seed's id, and what is different in a copy. A column that is changed to null is left out. */
export type Tables = Record<
	string,
	{ key: string; changed: Record< string, string | null > }
>;

/** Copies the seeds until there are at least this many more, and gives how many came. */
export async function multiply(
	site: StackSite,
	seeds: number[],
	wanted: number,
	tables: Tables,
	{ table: of, key: id } = { table: 'wp_posts', key: 'ID' }
): Promise< number > {
	const copies = Math.ceil( wanted / seeds.length );
	const copy = async ( [ table, { key, changed } ]: [
		string,
		Tables[ string ],
	] ) => {
		const columns = (
			await site.sql(
				`SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '${ table }' ORDER BY ordinal_position`
			)
		)
			.trim()
			.split( '\n' )
			.filter( ( column ) => changed[ column ] !== null );
		const values = columns.map(
			( column ) => changed[ column ] ?? `t.${ column }`
		);
		return `INSERT INTO ${ table } ( ${ columns.join( ', ' ) } )
			SELECT ${ values.join( ', ' ) }
			FROM ${ table } t JOIN seeds ON seeds.id = t.${ key } JOIN seq_1_to_${ copies } copies;`;
	};
	await site.sql( `
		CREATE TEMPORARY TABLE seeds ( id BIGINT PRIMARY KEY, number INT );
		INSERT INTO seeds SELECT ${ id }, ROW_NUMBER() OVER ( ORDER BY ${ id } ) FROM ${ of } WHERE ${ id } IN ( ${ seeds.join(
			', '
		) } );
		SET @seeds = ${ seeds.length };
		SET @base = ( SELECT MAX( ${ id } ) FROM ${ of } );
		${ ( await Promise.all( Object.entries( tables ).map( copy ) ) ).join( '\n' ) }
		ANALYZE TABLE ${ Object.keys( tables ).join( ', ' ) };
	` );
	return copies * seeds.length;
}

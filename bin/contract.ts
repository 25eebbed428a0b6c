// Writes src/contract.ts: the TypeScript types of what crosses the wire, from the schemas in plugin/contract.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileFromFile } from 'json-schema-to-typescript';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './format.ts';

export const CONTRACT = join( ROOT, 'src/contract.ts' );

/** What src/contract.ts has to say, one type a schema; a schema that another refers to is named there, not repeated. */
export async function contract(): Promise< string > {
	const folder = join( ROOT, 'plugin/contract' );
	const types: string[] = [];
	for ( const file of ( await readdir( folder ) ).sort() ) {
		types.push(
			await compileFromFile( join( folder, file ), {
				cwd: folder,
				bannerComment: '',
				declareExternallyReferenced: false,
				format: false,
				// Else a list of at most ten becomes a union of eleven tuples.
				maxItems: -1,
				additionalProperties: false,
			} )
		);
	}
	return await format(
		`/* Generated from plugin/contract by "npm run contract"; never edited. */\n\n${ types.join(
			'\n'
		) }`,
		{ ...( await resolveConfig( CONTRACT ) ), parser: 'typescript' }
	);
}

if ( import.meta.main ) {
	await writeFile( CONTRACT, await contract() );
}

// Four kinds of test: pure ones, those that ask a running WordPress over HTTP, those in a browser, and races, which only a database with several writers shows.
import { join } from 'node:path';
import {
	defineConfig,
	type TestProjectInlineConfiguration,
} from 'vitest/config';

const SITE_TESTS = [ 'test/http/**', 'test/e2e/**', 'test/races/**' ];

export default defineConfig( {
	test: {
		projects: [
			project( 'unit', 0, {
				include: [ 'test/**/*.test.{ts,tsx}' ],
				exclude: SITE_TESTS,
			} ),
			project( 'http', 1, {
				include: [ 'test/http/**/*.test.ts' ],
				// Those are not ours to bring along.
				exclude: process.env.THROUGHLINE_PHOTOS
					? []
					: [ 'test/http/real-photos.test.ts' ],
				testTimeout: 30_000,
				hookTimeout: 60_000,
				// All of them share one site.
				fileParallelism: false,
			} ),
			project( 'e2e', 2, {
				include: [ 'test/e2e/**/*.test.ts' ],
				testTimeout: 60_000,
				hookTimeout: 60_000,
				fileParallelism: false,
			} ),
			project( 'races', 3, {
				include: [ 'test/races/**/*.test.ts' ],
				testTimeout: 60_000,
				hookTimeout: 60_000,
				fileParallelism: false,
			} ),
		],
	},
} );

/** Projects run one after the other, in this order. */
function project(
	name: string,
	groupOrder: number,
	test: TestProjectInlineConfiguration[ 'test' ]
): TestProjectInlineConfiguration {
	return {
		resolve: {
			alias: {
				'@throughline/rest': join( import.meta.dirname, 'src/rest.ts' ),
			},
		},
		test: { name, sequence: { groupOrder }, ...test },
	};
}

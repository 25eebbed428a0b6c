/* Builds blocks, view modules, the desk and the REST door in one go, into plugin/build. */
const { existsSync, readdirSync } = require( 'node:fs' );
const DependencyExtractionWebpackPlugin = require( '@wordpress/dependency-extraction-webpack-plugin' );
const [
	scripts,
	modules,
] = require( '@wordpress/scripts/config/webpack.config' );

/** Each src/<feature>/index.tsx draws a page in wp-admin: build/<feature>/index.js. */
function screens() {
	const features = readdirSync( './src' ).filter( ( feature ) =>
		existsSync( `./src/${ feature }/index.tsx` )
	);
	return Object.fromEntries(
		features.map( ( feature ) => [
			`../${ feature }/index`,
			`./src/${ feature }/index.tsx`,
		] )
	);
}

module.exports = [
	{
		...scripts,
		entry: () => ( {
			...scripts.entry(),
			...screens(),
		} ),
	},
	{
		...modules,
		output: {
			...modules.output,
			// What a view loads later has no version in its address: its name changes with it.
			chunkFilename: '[id].[contenthash:8].js',
		},
		entry: () => ( {
			...modules.entry(),
			'../rest/index': './src/rest.ts',
		} ),
		plugins: [
			...modules.plugins.filter(
				( plugin ) =>
					! ( plugin instanceof DependencyExtractionWebpackPlugin )
			),
			// One script module for all views; a copy in each would cost every visitor.
			new DependencyExtractionWebpackPlugin( {
				requestToExternalModule: ( request ) =>
					request === '@throughline/rest'
						? 'module @throughline/rest'
						: undefined,
			} ),
		],
	},
];

/* Builds blocks, view modules, the desk and the REST door in one go, into plugin/build. */
const DependencyExtractionWebpackPlugin = require( '@wordpress/dependency-extraction-webpack-plugin' );
const [
	scripts,
	modules,
] = require( '@wordpress/scripts/config/webpack.config' );

module.exports = [
	{
		...scripts,
		entry: () => ( {
			...scripts.entry(),
			'../moderation/index': './src/moderation/index.tsx',
		} ),
	},
	{
		...modules,
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

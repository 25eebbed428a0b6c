/* WordPress's formatting for TypeScript and styles; @prettier/plugin-php for PHP. */
const wordpress = require( '@wordpress/prettier-config' );

module.exports = {
	...wordpress,
	plugins: [ require.resolve( '@prettier/plugin-php' ) ],
	overrides: [
		...wordpress.overrides,
		{
			files: '*.php',
			options: {
				parser: 'php',
				phpVersion: '8.1',
				braceStyle: '1tbs',
				trailingCommaPHP: true,
				singleQuote: true,
				printWidth: 100,
			},
		},
	],
};

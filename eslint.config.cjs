/* WordPress's own rules as errors, and the arrows between the rooms of this house. */
const wordpress = require( '@wordpress/eslint-plugin' );

module.exports = [
	{
		ignores: [
			'plugin/build/**',
			'**/node_modules/**',
			'vendor/**',
			'src/contract.ts',
			'.cache/**',
			'.site/**',
			'.stack/**',
		],
	},
	...wordpress.configs.recommended,
	{
		rules: {
			'jsdoc/require-param': 'off',
			'import/no-extraneous-dependencies': 'off',
			'import/no-unresolved': 'off',
			'@wordpress/i18n-text-domain': [
				'error',
				{ allowedTextDomain: 'throughline' },
			],
			'import/no-restricted-paths': [
				'error',
				{
					zones: [
						{
							target: './src',
							from: './blocks',
							message: 'src never imports blocks.',
						},
						{
							target: './src/stories',
							from: './src/wall',
							message: 'Stories stand above Wall.',
						},
						{
							target: './src/moderation',
							from: [ './src/stories', './src/wall' ],
							message:
								'Moderation knows pieces, never their kinds.',
						},
						{
							target: [ './src', './blocks' ],
							from: './test',
							message: 'What ships never imports tests.',
						},
					],
				},
			],
		},
	},
	{
		files: [ '**/*.ts', '**/*.tsx' ],
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
		},
	},
	{
		files: [ 'bin/**', 'test/**', '*.cjs', '*.config.ts' ],
		rules: {
			'no-console': 'off',
		},
	},
];

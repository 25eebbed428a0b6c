// The range of WordPress and PHP that the plugin promises to run on.

export const NEWEST = '7.1';
export const OLDEST = '6.8';
export const PHP_VERSIONS = [ '8.1', '8.2', '8.3', '8.4', '8.5' ] as const;
export type PhpVersion = ( typeof PHP_VERSIONS )[ number ];

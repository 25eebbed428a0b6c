<?php
// Parses every PHP file below the folder it lies in, and names those that this PHP version doesn't understand.

$files = new RegexIterator(
	new RecursiveIteratorIterator(
		new RecursiveDirectoryIterator(__DIR__, FilesystemIterator::SKIP_DOTS),
	),
	'/\.php$/',
);
$wrong = 0;
$count = 0;
foreach ($files as $file) {
	++$count;
	try {
		token_get_all((string) file_get_contents((string) $file), TOKEN_PARSE);
	} catch (ParseError $error) {
		++$wrong;
		echo substr((string) $file, strlen(__DIR__) + 1),
			':',
			$error->getLine(),
			': ',
			$error->getMessage(),
			"\n";
	}
}
echo 'PHP ', PHP_VERSION, " read {$count} files, {$wrong} wrong.\n";
exit($wrong > 0 || $count === 0 ? 1 : 0);

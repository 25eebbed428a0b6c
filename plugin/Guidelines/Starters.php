<?php
// Guidelines to begin with, in the site's language: a company makes them its own before anybody agrees to them.

declare(strict_types=1);

namespace Throughline\Guidelines;

defined('ABSPATH') || exit();

/** @phpstan-import-type Text from Texts */
final class Starters {
	/** @return list<Text> */
	public static function texts(): array {
		// Not through translations: words to watch for are a language's own, and no other word for the same.
		$language = str_starts_with(get_locale(), 'de') ? 'de' : 'en';
		/** @var array<string, array{string, string, string, 3?: list<string>, 4?: list<string>}> $starters */
		$starters = require __DIR__ . "/starters/$language.php";
		$texts = [];
		foreach ($starters as $name => $starter) {
			[$sentence, $reason, $example] = $starter;
			$texts[] = [
				// The same on every site, so that a guideline is known again whatever its words became.
				'lineage' => "starter-$name",
				'tone' => str_starts_with($name, 'dont-') ? 'dont' : 'do',
				'sentence' => $sentence,
				'reason' => $reason,
				'example' => $example,
				'kinds' => $starter[3] ?? [],
				'departments' => [],
				'words' => implode("\n", $starter[4] ?? []),
			];
		}
		return $texts;
	}
}

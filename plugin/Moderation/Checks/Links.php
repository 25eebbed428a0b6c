<?php
// Many links wait; how many are many is a setting.

namespace Throughline\Moderation\Checks;

use Throughline\Moderation\Intake;
use Throughline\Moderation\Settings;

defined('ABSPATH') || exit();

/** @phpstan-import-type Arrival from Intake */
final class Links {
	/** @param Arrival $piece */
	public static function check(array $piece): ?string {
		$most = Settings::get('links');
		return $most > 0 && self::count("{$piece['title']} {$piece['text']}") >= $most
			? 'links'
			: null;
	}

	/** Addresses as people write them; an address in a link's text is no second one. */
	private static function count(string $text): int {
		$text = (string) preg_replace('~(<a\s[^>]*>).*?</a>~is', '$1', $text);
		return (int) preg_match_all('~(?:https?://|\bwww\.)(?:(?!https?://)[^\s"\'<>])+~i', $text);
	}
}

<?php
// Blocked words are refused, watched words wait.

namespace Throughline\Moderation\Checks;

use Throughline\Moderation\Intake;
use Throughline\Moderation\Words;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Arrival from Intake
 * @phpstan-import-type Verdict from Intake
 */
final class Wording {
	/**
	 * @param Arrival $piece
	 * @return Verdict|null
	 */
	public static function blocked(array $piece): ?array {
		$word = Words::blocked(...self::texts($piece));
		if ($word === '') {
			return null;
		}
		return [
			'state' => 'refused',
			'code' => 'word_blocked',
			// Which one it was is no secret to somebody who wrote it; mail and address may be on core's list, too.
			'sentence' => str_contains(mb_strtolower($piece['text']), mb_strtolower($word))
				? sprintf(
					/* translators: %s: a word from the person's own text */
					__(
						'“%s” can’t be published here. Please say it in other words; the rest is all still here.',
						'throughline',
					),
					$word,
				)
				: __(
					'Something in it can’t be published here. Please say it in other words; it is all still here.',
					'throughline',
				),
		];
	}

	/** @param Arrival $piece */
	public static function watched(array $piece): ?string {
		$word = Words::watched(...self::texts($piece));
		// The desk filters by the whole of it.
		return $word === '' ? null : 'word_watched:' . mb_substr($word, 0, 40);
	}

	/**
	 * @param Arrival $piece
	 * @return array{string, string}
	 */
	private static function texts(array $piece): array {
		$text = "{$piece['name']}\n{$piece['title']}\n{$piece['text']}\n" . ($piece['alts'] ?? '');
		return [$text, "$text\n{$piece['mail']}\n{$piece['address']}"];
	}
}

<?php
// Whether what arrives can be a piece at all: the fields that somebody fills in, their lengths, nothing hidden in them.

namespace Throughline\Moderation\Checks;

use Throughline\Contract;
use Throughline\Moderation\Intake;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Arrival from Intake
 * @phpstan-import-type Verdict from Intake
 */
final class Form {
	private const TEXT = 10000;
	private const TITLE = 200;
	private const NAME = 100;

	/**
	 * @param Arrival $piece
	 * @return Verdict|null
	 */
	public static function check(array $piece): ?array {
		return match (true) {
			// The routes' contract says the same; this is for the ways in that have none.
			mb_strlen($piece['text']) > self::TEXT => self::refuse('text', 'text_too_long'),
			mb_strlen($piece['title']) > self::TITLE => self::refuse('title', 'title_too_long'),
			mb_strlen($piece['name']) > self::NAME ||
				preg_match('/[\x00-\x1F\x7F<>]/', $piece['name']) === 1
				=> self::refuse('name', 'name_invalid'),
			$piece['mail'] !== '' && is_email($piece['mail']) === false => self::refuse(
				'mail',
				'mail_invalid',
			),
			default => null,
		};
	}

	/** @return Verdict */
	private static function refuse(string $field, string $code): array {
		$sentence = match ($code) {
			'name_invalid' => __(
				'Your name is too long, or something in it can’t be read. Please write it plainly.',
				'throughline',
			),
			'mail_invalid' => __(
				'This mail address can’t be right. Please look at it again.',
				'throughline',
			),
			default => Contract::complaint($field, 'rest_too_long')->get_error_message(),
		};
		return ['state' => 'refused', 'code' => $code, 'sentence' => $sentence];
	}
}

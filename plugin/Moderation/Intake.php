<?php
// The ordered list of checks that every piece passes on its way in: each that speaks makes it wait, and says why.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Arrival array{kind: string, contributor: int, department: int, people: string, title: string, text: string}
 * @phpstan-type Check callable(Arrival): (string|null)
 */
final class Intake {
	/**
	 * The reasons why a piece waits, as codes; an empty list lets it through.
	 *
	 * @param Arrival $piece
	 * @return list<string>
	 */
	public static function reasons(array $piece): array {
		$reasons = [];
		foreach (self::checks() as $check) {
			$reason = $check($piece);
			if (is_string($reason) && $reason !== '') {
				$reasons[] = $reason;
			}
		}
		return array_values(array_unique($reasons));
	}

	/** A reason in a sentence for the moderator. */
	public static function sentence(string $code): string {
		$sentence = match ($code) {
			'consent_missing' => __(
				'Others can be recognised in the photos: they have to agree first.',
				'throughline',
			),
			'default' => __('Here somebody looks at every piece before it appears.', 'throughline'),
			'outside' => __('It was set to wait outside of the desk.', 'throughline'),
			default => $code,
		};
		/** Filters the sentence of a reason, so that a check of one's own can speak. */
		$filtered = apply_filters('throughline_reason', $sentence, $code);
		return is_string($filtered) ? $filtered : $sentence;
	}

	/** @return list<Check> */
	private static function checks(): array {
		$checks = [[self::class, 'consent_missing'], [self::class, 'default']];
		/**
		 * Filters the checks, in order. Each gets the piece and gives a reason's code or null.
		 *
		 * @var list<Check> $filtered
		 */
		$filtered = apply_filters('throughline_checks', $checks);
		return $filtered;
	}

	/** @param Arrival $piece */
	public static function consent_missing(array $piece): ?string {
		return $piece['people'] === 'others' ? 'consent_missing' : null;
	}

	public static function default(): string {
		return 'default';
	}
}

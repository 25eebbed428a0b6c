<?php
// What a report has to have, and what it is cleaned of.

namespace Throughline\Moderation;

use Throughline\Guidelines\Guidelines;

defined('ABSPATH') || exit();

/** @phpstan-import-type Report from Reports */
final class ReportCheck {
	/**
	 * @param Report $report
	 * @return Report
	 */
	public static function clean(array $report): array {
		$ground = $report['ground'];
		return [
			'guideline' => $ground === Grounds::GUIDELINE ? $report['guideline'] : 0,
			'photo' => $ground === Grounds::PICTURE ? $report['photo'] : 0,
			'explanation' => self::cleaned($report['explanation']),
			'name' => mb_substr(self::line($report['name']), 0, 190),
			'mail' => self::line($report['mail']),
		] + $report;
	}

	/** What somebody wrote in some lines, as it is kept. */
	public static function cleaned(string $text): string {
		$lines = str_replace("\r\n", "\n", self::text($text));
		return mb_substr(trim($lines), 0, Reports::MAX_EXPLANATION);
	}

	private static function text(string $text): string {
		// Everything but line breaks and tabs that nobody can see.
		return (string) preg_replace(
			'/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/',
			'',
			wp_check_invalid_utf8($text, true),
		);
	}

	private static function line(string $text): string {
		return trim((string) preg_replace('/\s+/u', ' ', self::text($text)));
	}

	/** @param Report $report what keeps it from being sent, with the field to mend */
	public static function problem(array $report): ?\WP_Error {
		['ground' => $ground, 'kind' => $kind, 'id' => $id] = $report;
		$illegal = Grounds::is_illegal($ground);
		$known = $illegal && $ground !== Grounds::ABUSE;
		[$field, $sentence] = match (true) {
			$ground === Grounds::PICTURE => [
				'photo',
				self::has_photo($kind, $id, $report['photo'])
					? ''
					: __('Please choose the picture that you are in.', 'throughline'),
			],
			$ground === Grounds::GUIDELINE => [
				'guideline',
				Guidelines::get($report['guideline']) !== null
					? ''
					: __('Please choose the guideline that is broken.', 'throughline'),
			],
			!$illegal => ['ground', __('Please choose what it is about.', 'throughline')],
			mb_strlen($report['explanation']) < 10 => [
				'explanation',
				__(
					'Please explain in a sentence or two why you think so, so that somebody can judge it.',
					'throughline',
				),
			],
			$known && $report['name'] === '' => [
				'name',
				__('Please tell your name. Only moderators see it.', 'throughline'),
			],
			$known && $report['mail'] === '' => [
				'mail',
				__('Please tell where we can answer you.', 'throughline'),
			],
			!$report['faith'] => [
				'faith',
				__(
					'Please confirm that what you write is right and complete, as far as you know.',
					'throughline',
				),
			],
			default => ['', ''],
		};
		$mail = $report['mail'];
		// What the table would cut short might be somebody else's.
		if (
			$sentence === '' &&
			$mail !== '' &&
			(is_email($mail) === false || strlen($mail) > 190)
		) {
			$field = 'mail';
			$sentence = __(
				'This mail address isn’t complete. Please look at it once more.',
				'throughline',
			);
		}
		return $sentence === ''
			? null
			: new \WP_Error('throughline_report_incomplete', $sentence, [
				'status' => 422,
				'field' => $field,
			]);
	}

	private static function has_photo(string $kind, int $id, int $photo): bool {
		$content = Kinds::get($kind)?->content($id);
		return in_array($photo, array_column($content['photos'] ?? [], 'id'), true);
	}
}

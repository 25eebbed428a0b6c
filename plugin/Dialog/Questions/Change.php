<?php
// What the company changed because somebody asked or told: a sentence, a day, and where to read more.

namespace Throughline\Dialog\Questions;

use Throughline\Dialog\Writing\Text;
use function Throughline\now;

defined('ABSPATH') || exit();

final class Change {
	public const MAX = 500;

	/**
	 * @param array{text?: string, date?: string, link?: string, ...} $wish
	 * @return array{sentence: string, date: string, link: string}|\WP_Error
	 */
	public static function read(array $wish): array|\WP_Error {
		$sentence = trim((string) preg_replace('/\s+/u', ' ', Text::clean($wish['text'] ?? '')));
		$date = $wish['date'] ?? '';
		$date = $date === '' ? (string) wp_date('Y-m-d', now()) : $date;
		$link = trim($wish['link'] ?? '');
		[$field, $problem] = match (true) {
			$sentence === '' => [
				'text',
				__('Please say in a sentence what you changed.', 'throughline'),
			],
			mb_strlen($sentence) > self::MAX => [
				'text',
				sprintf(
					/* translators: %s: number of characters */
					__('Please say it in at most %s characters.', 'throughline'),
					number_format_i18n(self::MAX),
				),
			],
			preg_match('/^(\d{4})-(\d\d)-(\d\d)$/D', $date, $part) !== 1 ||
				!checkdate((int) $part[2], (int) $part[3], (int) $part[1])
				=> ['date', __('Please give the day as on a calendar.', 'throughline')],
			$link !== '' && (esc_url_raw($link, ['http', 'https']) !== $link || strlen($link) > 500)
				=> [
				'link',
				__('Please give a whole address that begins with https://.', 'throughline'),
			],
			default => ['', ''],
		};
		return $problem === ''
			? ['sentence' => $sentence, 'date' => $date, 'link' => $link]
			: new \WP_Error('throughline_change_incomplete', $problem, [
				'status' => 422,
				'field' => $field,
			]);
	}
}

<?php
// What Site Health says of the index: whether it is there, and whether it agrees with the comments.

namespace Throughline\Dialog\Threads;

use Throughline\Database;

defined('ABSPATH') || exit();

final class Health {
	/** So many of the newest comments are compared. */
	private const SAMPLE = 200;

	/**
	 * @param array<string, array<string, array<string, mixed>>> $tests
	 * @return array<string, array<string, array<string, mixed>>>
	 */
	public static function add(array $tests): array {
		$tests['direct']['throughline_threads'] = [
			'label' => __('Conversations', 'throughline'),
			'test' => [self::class, 'test'],
		];
		return $tests;
	}

	/** @return array<string, mixed> as Site Health takes it */
	public static function test(): array {
		[$good, $label, $text] = match (true) {
			!Build::is_built() => [
				false,
				__('The index of conversations is being built', 'throughline'),
				__(
					'Comments can be read and written meanwhile. If this stays so for more than a day, WP-Cron does not run; “wp throughline rebuild” builds it at once.',
					'throughline',
				),
			],
			self::differ() > 0 => [
				false,
				__('The index of conversations does not agree with the comments', 'throughline'),
				__(
					'Something changed comments past WordPress. The hourly look puts it right by itself; “wp throughline rebuild” does it at once.',
					'throughline',
				),
			],
			default => [
				true,
				__('The index of conversations agrees with the comments', 'throughline'),
				__('Long conversations are read as quickly as short ones.', 'throughline'),
			],
		};
		return [
			'label' => $label,
			'status' => $good ? 'good' : 'recommended',
			'badge' => ['label' => __('Throughline', 'throughline'), 'color' => 'blue'],
			'description' => '<p>' . esc_html($text) . '</p>',
			'actions' => '',
			'test' => 'throughline_threads',
		];
	}

	/** How many of the newest comments have no row, or another state than their row says. */
	private static function differ(): int {
		$rows = Database::rows(
			"SELECT comment.comment_ID FROM (SELECT comment_ID, comment_approved FROM %i WHERE comment_type IN ('comment', '')
			ORDER BY comment_ID DESC LIMIT %d) AS comment LEFT JOIN %i AS thread ON thread.comment_id = comment.comment_ID
			WHERE thread.comment_id IS NULL OR (thread.public = 1) <> (comment.comment_approved = '1')",
			Database::wpdb()->comments,
			self::SAMPLE,
			Database::table('threads'),
		);
		return count($rows);
	}
}

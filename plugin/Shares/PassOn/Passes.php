<?php
// How often a page was passed on, by network and day, and nothing about whoever did.

declare(strict_types=1);

namespace Throughline\Shares\PassOn;

use Throughline\Database;
use Throughline\Moderation\Pace;
use Throughline\Moderation\Sender;
use function Throughline\now;

defined('ABSPATH') || exit();

final class Passes {
	public const SCHEMA = "post_id bigint(20) unsigned NOT NULL,
network varchar(20) NOT NULL,
day date NOT NULL,
count int(10) unsigned NOT NULL DEFAULT 0,
PRIMARY KEY  (post_id,network,day)";

	/** An office behind one address goes on; a machine that counts by itself does not. */
	private const PACE = ['burst' => 40, 'every' => 10];

	/** False, and nothing is counted, where too much comes from one place. */
	public static function add(int $post, string $network): bool {
		$sender = Sender::here();
		if ($sender !== '' && !Pace::take('pass', $sender, self::PACE)) {
			return false;
		}
		Database::write(
			'INSERT INTO %i (post_id, network, day, count) VALUES (%d, %s, %s, 1)
			ON DUPLICATE KEY UPDATE count = count + 1',
			Database::table('passes'),
			$post,
			$network,
			(string) wp_date('Y-m-d', now()),
		);
		return true;
	}

	/**
	 * Of one page, by network.
	 *
	 * @return array<array-key, int>
	 */
	public static function of(int $post): array {
		return array_map(
			'intval',
			array_column(
				Database::rows(
					'SELECT network, SUM(count) AS passes FROM %i WHERE post_id = %d GROUP BY network ORDER BY network',
					Database::table('passes'),
					$post,
				),
				'passes',
				'network',
			),
		);
	}

	public static function forget(int $post): void {
		Database::write('DELETE FROM %i WHERE post_id = %d', Database::table('passes'), $post);
	}
}

<?php
// The desk on the command line: wp throughline queue, decide, rebuild. Thin over what the screen does.

namespace Throughline\Moderation;

use Throughline\People\Capabilities;
use Throughline\People\Scope;

defined('ABSPATH') || exit();

/**
 * Looks at the queue, decides on pieces, builds the queue anew.
 */
final class Commands {
	public static function register(): void {
		\WP_CLI::add_command('throughline', self::class);
	}

	/**
	 * Lists what waits, the most urgent first: all of it, or what the user named by --user may decide.
	 *
	 * ## OPTIONS
	 *
	 * [--list=<list>]
	 * : waiting, reported, appealed or returned.
	 * ---
	 * default: waiting
	 * options:
	 *   - waiting
	 *   - reported
	 *   - appealed
	 *   - returned
	 * ---
	 *
	 * [--kind=<kind>]
	 * : story, comment or share.
	 *
	 * [--department=<id>]
	 * : A department, with all below it.
	 *
	 * [--search=<words>]
	 * : Words that stand in it.
	 *
	 * [--limit=<number>]
	 * : How many at most.
	 * ---
	 * default: 100
	 * ---
	 *
	 * [--format=<format>]
	 * : table, csv, json or count.
	 * ---
	 * default: table
	 * ---
	 *
	 * @param list<string> $args
	 * @param array<string, string> $options
	 */
	public function queue(array $args, array $options = []): void {
		$rows = self::rows($options);
		\WP_CLI\Utils\format_items($options['format'] ?? 'table', $rows, [
			'piece',
			'version',
			'since',
			'urgent',
			'department',
			'title',
			'reasons',
		]);
	}

	/**
	 * Decides on a piece, as the user named by --user.
	 *
	 * ## OPTIONS
	 *
	 * <piece>
	 * : For example story-31.
	 *
	 * <act>
	 * : publish, return, remove, restore or keep.
	 *
	 * [--reason=<text>]
	 * : What its contributor is told; a return and a removal need one.
	 *
	 * [--guideline=<id>]
	 * : The guideline it names.
	 *
	 * [--version=<number>]
	 * : The version that was judged; without it, the one that stands there now.
	 *
	 * [--consent]
	 * : Everybody who can be recognised agreed.
	 *
	 * ## EXAMPLES
	 *
	 *     wp throughline decide story-31 publish --user=petra
	 *
	 * @param list<string> $args
	 * @param array<string, string|bool> $options
	 */
	public function decide(array $args, array $options = []): void {
		if (preg_match('/^([a-z]+)-(\d{1,18})$/', $args[0] ?? '', $piece) !== 1) {
			\WP_CLI::error('Name a piece, for example story-31.');
			return;
		}
		if (!current_user_can(Capabilities::MODERATE)) {
			\WP_CLI::error('Say who decides, by --user: somebody who moderates.');
			return;
		}
		[$kind, $id] = [$piece[1], (int) $piece[2]];
		$version = $options['version'] ?? '';
		$decision = Desk::decide(
			[
				'kind' => $kind,
				'id' => $id,
				'version' => is_numeric($version)
					? (int) $version
					: Decisions::latest($kind, $id)['version'],
				'act' => $args[1] ?? '',
				'reason' => (string) ($options['reason'] ?? ''),
				'guideline' => (int) ($options['guideline'] ?? 0),
				'consent' => (bool) ($options['consent'] ?? false),
			],
			get_current_user_id(),
		);
		if (is_wp_error($decision)) {
			\WP_CLI::error($decision->get_error_message());
			return;
		}
		\WP_CLI::success(
			"{$args[0]} is {$decision['state']} now, as version {$decision['version']}.",
		);
	}

	/**
	 * Builds the queue anew from the records, and what else follows them. Can run while people work.
	 *
	 * @param list<string> $args
	 */
	public function rebuild(array $args): void {
		$seen = 0;
		$mended = Rebuild::whole(static function (int $pieces) use (&$seen): void {
			$seen = $pieces;
			\WP_CLI::debug("$pieces pieces", 'throughline');
		});
		/**
		 * Tells those who keep something of their own to make it anew.
		 *
		 * @param callable(string): void $tell says how far it is
		 */
		do_action('throughline_rebuild', static function (string $far): void {
			\WP_CLI::log($far);
		});
		\WP_CLI::success("$seen pieces looked at, $mended put right.");
	}

	/**
	 * @param array<string, string> $options
	 * @return list<array<string, string|int>>
	 */
	private static function rows(array $options): array {
		$query = [
			'list' => $options['list'] ?? 'waiting',
			'kind' => $options['kind'] ?? '',
			'department' => (int) ($options['department'] ?? 0),
			'search' => $options['search'] ?? '',
		];
		$limit = (int) ($options['limit'] ?? 100);
		$user = get_current_user_id();
		// Without a user the command line sees everything, as it does everywhere.
		$scope = $user === 0 ? null : Scope::of($user);
		$rows = [];
		do {
			$page = QueuePage::of($query, $scope);
			if (is_wp_error($page)) {
				\WP_CLI::error($page->get_error_message());
				return [];
			}
			foreach ($page['items'] as $item) {
				$rows[] = [
					'piece' => "{$item['kind']}-{$item['id']}",
					'version' => $item['version'],
					'since' => $item['since'],
					'urgent' => $item['urgent'] ? 'yes' : '',
					'department' => $item['department'] ?? '',
					'title' => $item['title'],
					'reasons' => implode(' ', array_column($item['reasons'], 'code')),
				];
			}
			$query['after'] = (string) $page['after'];
		} while ($page['after'] !== null && count($rows) < $limit);
		return array_slice($rows, 0, $limit);
	}
}

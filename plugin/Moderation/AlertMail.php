<?php
// The mail that tells a moderator what waits: how much, the first of it, and where to decide; no contributor's name.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\People\Capabilities;
use Throughline\People\Departments;
use Throughline\People\Scope;
use Throughline\Screens;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

final class AlertMail {
	/** User option: up to when somebody has been told, as our tables keep a moment. */
	public const TOLD = 'throughline_told';
	private const SHOWN = 5;
	private const COUNTED = 100;
	/** So many seconds a piece may take from its moment to its commit; what is newer is told the next time. */
	private const MARGIN = 10;

	/** Unix seconds; 0 for never. */
	public static function told(int $user): int {
		$told = get_user_option(self::TOLD, $user);
		return is_string($told) ? (int) strtotime("$told UTC") : 0;
	}

	/** Tells somebody what waits for them, where something is new. True when they know. */
	public static function tell(int $user): bool {
		if (!user_can($user, Capabilities::MODERATE) || Alerts::wish($user) === 'off') {
			return true;
		}
		$until = utc(now() - self::MARGIN);
		$theirs = Scope::of($user);
		$told = utc(self::told($user));
		$rows = array_values(
			array_filter(
				self::rows($theirs, 'news', $until),
				static fn(array $row): bool => in_array(
					$user,
					Alerts::audience((int) $row['department'], (string) $row['reasons']),
					true,
				),
			),
		);
		if (array_filter($rows, static fn(array $row): bool => $row['news'] > $told) === []) {
			return true;
		}
		$sent = self::send(
			$user,
			$rows,
			static fn(string $count): array => [
				sprintf(
					/* translators: %s: number of pieces, "100+" for many. */
					_n(
						'%s piece waits for you',
						'%s pieces wait for you',
						count($rows),
						'throughline',
					),
					$count,
				),
				__('This waits for somebody to look at it:', 'throughline'),
			],
		);
		if ($sent) {
			update_user_option($user, self::TOLD, $until);
		}
		return $sent;
	}

	/**
	 * What waits in these departments since that moment or longer, the newest of it.
	 *
	 * @param list<int>|null $departments null for all
	 * @param 'news'|'since' $by
	 * @return list<array<string, string|null>>
	 */
	public static function rows(?array $departments, string $by, string $until): array {
		if ($departments === []) {
			return [];
		}
		$in =
			$departments === null
				? ''
				: ' AND department IN (' .
					implode(', ', array_fill(0, count($departments), '%d')) .
					')';
		return Database::rows(
			"SELECT kind, piece_id, list, urgency, since, news, department, reasons FROM %i
			WHERE list IN ('waiting', 'reported', 'appealed') AND $by <= %s$in ORDER BY $by DESC, id LIMIT %d",
			Database::table('queue'),
			$until,
			...[...$departments ?? [], self::COUNTED],
		);
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @param callable(string): array{string, string} $words subject and first sentence, for a number of pieces
	 */
	public static function send(int $user, array $rows, callable $words): bool {
		$account = get_userdata($user);
		if ($account === false || $account->user_email === '' || $rows === []) {
			return true;
		}
		$switched = switch_to_user_locale($user);
		$count = number_format_i18n(count($rows)) . (count($rows) < self::COUNTED ? '' : '+');
		[$subject, $first] = $words($count);
		usort(
			$rows,
			static fn(array $a, array $b): int => (int) $a['urgency'] <=> (int) $b['urgency'],
		);
		$text = [$first, ...array_map([self::class, 'line'], array_slice($rows, 0, self::SHOWN))];
		if (count($rows) > self::SHOWN) {
			$text[] = __('And more on the desk:', 'throughline') . "\n" . self::address();
		}
		$text[] = __(
			'How often you hear from the desk is up to you: it stands in your profile.',
			'throughline',
		);
		$sent = wp_mail(
			$account->user_email,
			sprintf('[%s] %s', wp_specialchars_decode(get_bloginfo('name'), ENT_QUOTES), $subject),
			implode("\n\n", $text),
		);
		if ($switched) {
			restore_previous_locale();
		}
		return $sent;
	}

	/** The desk, or one piece on it: src/moderation/address.ts reads it. */
	public static function address(string $list = 'waiting', string $piece = ''): string {
		$address = Screens::address(Screens::TOP);
		$address = $list === 'waiting' ? $address : add_query_arg('list', $list, $address);
		return $piece === '' ? $address : add_query_arg('piece', $piece, $address);
	}

	/** @param array<string, string|null> $row */
	private static function line(array $row): string {
		$kind = (string) $row['kind'];
		$id = (int) $row['piece_id'];
		$title = Kinds::get($kind)?->describe([$id])[$id]['title'] ?? '';
		$department = Departments::name((int) $row['department']);
		return implode("\n", [
			implode(
				' · ',
				array_filter(
					[
						self::why((string) $row['list'], (int) $row['urgency'] < 0),
						Kinds::get($kind)?->label() ?? $kind,
						$department ?? '',
						LooksNext::moment((int) strtotime("{$row['since']} UTC")),
					],
					static fn(string $part): bool => $part !== '',
				),
			),
			$title,
			self::address((string) $row['list'], "$kind-$id"),
		]);
	}

	private static function why(string $list, bool $urgent): string {
		return match (true) {
			$urgent => __('Urgent', 'throughline'),
			$list === 'reported' => __('Reported', 'throughline'),
			$list === 'appealed' => __('Appealed', 'throughline'),
			default => '',
		};
	}
}

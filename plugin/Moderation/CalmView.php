<?php
// Where calm mode stands, as the contract tells it to a moderator.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\People\Capabilities;
use Throughline\People\Person;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

final class CalmView {
	private const HISTORY = 30;

	/** @return array<string, mixed> */
	public static function of(int $user): array {
		$on = [];
		$statements = [];
		foreach (Calm::places() as $page) {
			$may = Calm::may($user, $page);
			$calm = Calm::of($page);
			if ($calm !== null && $calm['page'] === $page) {
				$looked = Surge::last($page, 'look');
				$on[] = self::place($page) + [
					'reason' => $calm['reason'],
					'until' => self::moment($calm['until']),
					'pace' => $calm['pace'],
					'by' => Person::of($calm['user'])['name'],
					'waiting' => Queue::waiting_on($page),
					'looked' => $looked === null ? null : self::moment($looked),
					'may' => $may,
				];
			}
			foreach (Calm::statements($page) as $statement) {
				if ($statement['page'] === $page) {
					$statements[] = self::place($page) + [
						'text' => $statement['text'],
						'name' => $statement['name'],
						'role' => $statement['role'],
						'at' => self::moment($statement['at']),
						'may' => $may,
					];
				}
			}
		}
		return [
			'on' => $on,
			'alarms' => self::alarms($user),
			'statements' => $statements,
			'history' => self::history(),
			'role' => Person::role($user),
			'maySite' => user_can($user, Capabilities::MANAGE),
		];
	}

	/** @return list<array<string, mixed>> of the last day, where calm mode is not on, those that this person may switch */
	private static function alarms(int $user): array {
		$rows = Database::rows(
			"SELECT page, text, created FROM %i WHERE act = 'alarm' AND created > %s ORDER BY id DESC LIMIT 20",
			Database::table('calm'),
			utc(now() - DAY_IN_SECONDS),
		);
		$alarms = [];
		foreach ($rows as $row) {
			$page = (int) $row['page'];
			if (isset($alarms[$page]) || Calm::of($page) !== null || !Calm::may($user, $page)) {
				continue;
			}
			$alarms[$page] = self::place($page) + [
				'what' => (string) $row['text'],
				'pieces' => Surge::last_hour($page, 'piece'),
				'reports' => Surge::last_hour($page, 'report'),
				'at' => Queue::rfc3339((string) $row['created']),
				'may' => true,
			];
		}
		return array_values($alarms);
	}

	/** @return list<array<string, mixed>> */
	private static function history(): array {
		return array_map(
			static fn(array $row): array => self::place((int) $row['page']) + [
				'act' => (string) $row['act'],
				'by' => (int) $row['user_id'] > 0 ? Person::of((int) $row['user_id'])['name'] : '',
				'text' => $row['act'] === 'alarm' ? '' : (string) $row['text'],
				'at' => Queue::rfc3339((string) $row['created']),
			],
			CalmLog::history(self::HISTORY),
		);
	}

	/** @return array{page: int, title: string, link: string} */
	private static function place(int $page): array {
		$post = $page > 0 ? get_post($page) : null;
		return [
			'page' => $page,
			'title' => match (true) {
				$page === Calm::SITE => __('The whole site', 'throughline'),
				$post instanceof \WP_Post => html_entity_decode(
					get_the_title($post),
					ENT_QUOTES | ENT_HTML5,
					'UTF-8',
				),
				default => __('A page that was here', 'throughline'),
			},
			'link' => $post instanceof \WP_Post ? get_permalink($post) : home_url('/'),
		];
	}

	private static function moment(int $at): string {
		return Queue::rfc3339(utc($at));
	}
}

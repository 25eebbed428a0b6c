<?php
// What the page Standing begins with, and the log that stands at its end.

declare(strict_types=1);

namespace Throughline\Standing;

use Throughline\Moderation\Kind;
use Throughline\Moderation\Kinds;
use Throughline\Moderation\Queue;
use Throughline\People\Departments;
use Throughline\People\Person;

defined('ABSPATH') || exit();

final class Overview {
	/** @return array<string, mixed> */
	public static function of_site(): array {
		$departments = Departments::all();
		update_termmeta_cache(array_column($departments, 'id'));
		return [
			'departments' => [
				...array_map(
					static fn(array $one): array => self::department($one['id']),
					$departments,
				),
				[
					'id' => 0,
					'path' => __('Without a department', 'throughline'),
					'handedOver' => false,
					'above' => false,
					'peers' => [],
				],
			],
			'kinds' => array_map(
				static fn(Kind $kind): array => [
					'kind' => $kind->name(),
					'label' => $kind->label(),
				],
				Kinds::all(),
			),
			'levels' => array_map(
				static fn(string $level): array => [
					'level' => $level,
					'label' => Sentences::level($level),
					'may' => Sentences::may($level),
				],
				Ladder::LEVELS,
			),
			'rules' => Rules::all(),
			'sentences' => Sentences::rules(),
		];
	}

	/** @return array<string, mixed> */
	private static function department(int $id): array {
		$own = get_term_meta($id, Standing::HANDED_OVER, true) === '1';
		$handed = Standing::is_handed_over($id);
		return [
			'id' => $id,
			'path' => Departments::path($id),
			'handedOver' => $handed,
			'above' => $handed && !$own,
			'peers' => array_map(
				static fn(int $user): array => ['id' => $user, ...Person::of($user)],
				Peers::of($id),
			),
		];
	}

	/** @return array{entries: list<array{sentence: string, reason: string, by: string|null, at: string}>, after: string|null} */
	public static function log(int $after): array {
		$page = Log::page($after);
		cache_users([
			...array_map('intval', array_column($page['rows'], 'subject')),
			...array_map('intval', array_column($page['rows'], 'user_id')),
		]);
		return [
			'entries' => array_map([self::class, 'entry'], $page['rows']),
			'after' => $page['before'] === null ? null : (string) $page['before'],
		];
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array{sentence: string, reason: string, by: string|null, at: string}
	 */
	private static function entry(array $row): array {
		$by = get_userdata((int) $row['user_id']);
		return [
			'sentence' => self::sentence($row),
			'reason' => (string) $row['reason'],
			'by' => $by === false ? null : $by->display_name,
			'at' => Queue::rfc3339((string) $row['created']),
		];
	}

	/**
	 * What a row of the log says, without its reason.
	 *
	 * @param array<string, string|null> $row
	 */
	public static function sentence(array $row): string {
		return match ($row['what']) {
			'level' => self::level($row),
			'department' => sprintf(
				$row['level'] === 'handed'
					? /* translators: %s: a department */
					__('%s decides by itself.', 'throughline')
					: /* translators: %s: a department */
					__('%s no longer decides by itself.', 'throughline'),
				self::place((int) $row['department']),
			),
			default => __('The rules were changed.', 'throughline'),
		};
	}

	/** @param array<string, string|null> $row */
	private static function level(array $row): string {
		$kind = (string) $row['kind'];
		$where = self::place((int) $row['department']);
		if ($kind !== '') {
			$where .= ', ' . (Kinds::get($kind)?->label() ?? $kind);
		}
		return sprintf(
			/* translators: 1: a person, 2: a department and maybe a kind of piece, 3: a standing, e.g. Trusted */
			__('%1$s, %2$s: %3$s', 'throughline'),
			Person::of((int) $row['subject'])['name'],
			$where,
			(string) $row['level'] === ''
				? __('as the rules say', 'throughline')
				: Sentences::level((string) $row['level']),
		);
	}

	private static function place(int $department): string {
		return $department === 0
			? __('Without a department', 'throughline')
			: Departments::name($department) ?? __('a department that is gone', 'throughline');
	}
}

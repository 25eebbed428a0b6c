<?php
// What was promised to employees, on by default: switching a rule off, or on again, takes a written reason that stays.

namespace Throughline\Moderation;

use Throughline\Database;
use function Throughline\utc;

defined('ABSPATH') || exit();

/** @phpstan-type Entry array{rule: string, sentence: string, on: bool, reason: string, by: string|null, at: string} */
final class WorksAgreement {
	public const VISITORS_WAIT = 'visitors_wait';
	/** No number about a single employee is shown to others. */
	public const NO_NUMBERS = 'no_numbers';
	public const NO_RANKING = 'no_ranking';
	/** No export by person. */
	public const NO_EXPORT = 'no_export';
	public const RULES = [self::VISITORS_WAIT, self::NO_NUMBERS, self::NO_RANKING, self::NO_EXPORT];

	// Append-only: rows are never changed, but for the person who has left.
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
rule varchar(40) NOT NULL,
switched varchar(3) NOT NULL,
reason text NOT NULL,
user_id bigint(20) unsigned NOT NULL DEFAULT 0,
created datetime NOT NULL,
PRIMARY KEY  (id),
KEY person (user_id)";

	public static function on(string $rule): bool {
		return !in_array($rule, Settings::off(), true);
	}

	/** A rule as people read it. */
	public static function sentence(string $rule): string {
		return match ($rule) {
			self::VISITORS_WAIT => __(
				'What visitors write waits until somebody has read it.',
				'throughline',
			),
			self::NO_NUMBERS => __(
				'No number about a single employee is shown to anybody else.',
				'throughline',
			),
			self::NO_RANKING => __('Nobody is ranked or compared with others.', 'throughline'),
			self::NO_EXPORT => __('There is no export by person.', 'throughline'),
			default => $rule,
		};
	}

	/** Switches a rule, and notes who did it, when and why. False when it stands that way already. */
	public static function turn(string $rule, bool $on, string $reason): bool {
		if (self::on($rule) === $on) {
			return false;
		}
		Database::transaction(static function () use ($rule, $on, $reason): bool {
			Database::write(
				'INSERT INTO %i (rule, switched, reason, user_id, created) VALUES (%s, %s, %s, %d, %s)',
				Database::table('works_agreement'),
				$rule,
				$on ? 'on' : 'off',
				$reason,
				get_current_user_id(),
				utc(),
			);
			$off = array_diff(Settings::off(), [$rule]);
			Settings::switch_off(array_values($on ? $off : [...$off, $rule]));
			return true;
		});
		return true;
	}

	/** @return array{rules: list<array<string, mixed>>, history: list<Entry>, document: string} */
	public static function to_contract(): array {
		return [
			'rules' => array_map(
				static fn(string $rule): array => [
					'rule' => $rule,
					'sentence' => self::sentence($rule),
					'on' => self::on($rule),
				],
				self::RULES,
			),
			'history' => self::history(),
			'document' => AgreementPage::address(),
		];
	}

	/** @return list<Entry> what was switched, latest first */
	public static function history(): array {
		$rows = Database::rows(
			'SELECT rule, switched, reason, user_id, created FROM %i ORDER BY id DESC LIMIT 200',
			Database::table('works_agreement'),
		);
		return array_map(static function (array $row): array {
			$user = get_userdata((int) $row['user_id']);
			return [
				'rule' => (string) $row['rule'],
				'sentence' => self::sentence((string) $row['rule']),
				'on' => $row['switched'] === 'on',
				'reason' => (string) $row['reason'],
				'by' => $user === false ? null : $user->display_name,
				'at' => Queue::rfc3339((string) $row['created']),
			];
		}, $rows);
	}

	/** Somebody's account goes: the record stays, without them. */
	public static function forget_person(int $user): void {
		Database::write(
			'UPDATE %i SET user_id = 0 WHERE user_id = %d',
			Database::table('works_agreement'),
			$user,
		);
	}
}

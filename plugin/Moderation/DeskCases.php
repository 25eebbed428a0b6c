<?php
// Reports and appeals that wait, as the desk shows them beside their piece.

namespace Throughline\Moderation;

use Throughline\Contract;
use Throughline\Guidelines\Guidelines;
use Throughline\People\Scope;

defined('ABSPATH') || exit();

/** @phpstan-import-type CaseRow from Cases */
final class DeskCases {
	/** @return list<array<string, mixed>> as the contract tells a case */
	public static function of(string $kind, int $id, int $user): array {
		$cases = Cases::open($kind, $id);
		if ($cases === []) {
			return [];
		}
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		// Who decides in one department meets their own pieces, too; who reported those is not theirs to read.
		$own =
			$piece !== null &&
			$piece['contributor'] === $user &&
			$user > 0 &&
			Scope::of($user) !== null;
		$obstacle =
			$piece === null ? null : Appeals::obstacle($kind, $id, $user, $piece['department']);
		return array_map(
			static fn(array $case): array => [
				'id' => $case['id'],
				'what' => $case['what'],
				'ground' => self::ground($case),
				'urgent' => $case['urgency'] >= Grounds::TOP,
				'explanation' => $own && $case['what'] === 'report' ? '' : $case['explanation'],
				'photo' => $case['photo'] > 0 ? $case['photo'] : null,
				'thumbnail' =>
					$case['photo'] > 0
						? rest_url(Contract::REST . "/photos/{$case['photo']}/thumbnail")
						: null,
				'hidden' =>
					$case['photo'] > 0 && Restrictions::is_hidden($kind, $id, $case['photo']),
				'by' =>
					$own && $case['what'] === 'report' ? '' : self::by($case, $piece['name'] ?? ''),
				'at' => Queue::rfc3339($case['created']),
				'against' => $case['what'] === 'appeal' ? $case['version'] : null,
				'obstacle' =>
					$case['what'] === 'appeal' ? (string) $obstacle?->get_error_message() : '',
			],
			$cases,
		);
	}

	/** @param CaseRow $case */
	private static function ground(array $case): string {
		if ($case['what'] === 'appeal') {
			return $case['report'] > 0
				? __('Objection by whoever reported it', 'throughline')
				: __('Objection by its contributor', 'throughline');
		}
		$guideline = $case['guideline'] > 0 ? Guidelines::get($case['guideline']) : null;
		return $guideline['sentence'] ?? Grounds::label($case['ground']);
	}

	/** @param CaseRow $case */
	private static function by(array $case, string $contributor): string {
		return match (true) {
			$case['what'] === 'report' => $case['name'],
			$case['report'] > 0 => Cases::get($case['report'])['name'] ?? '',
			default => $contributor,
		};
	}
}

<?php
// The ordered list of checks that every piece passes on its way in.
// "Refused" ends the list: nothing is stored, and the person is told why. "Waiting" is noted and the list goes on, so
// that the desk can show every check that spoke. "Published" ends the list, too, but opens the door only if nothing
// before it held the piece. What no check let through waits.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Arrival array{
 *     kind: string, id: int, contributor: int, name: string, mail: string, address: string, department: int,
 *     page: int, people: string, title: string, text: string, alts?: string
 * }
 * `id` is 0 before the piece exists, `contributor` 0 for a guest, `address` the sender's IP (never stored as it is),
 * `page` the post on which it stands or 0, `people` as in Kind, `alts` what is said of its photos.
 * @phpstan-type Sent array{
 *     kind: string, id?: int, contributor: int, name?: string, mail?: string, address?: string, department: int,
 *     page?: int, people: string, title: string, text: string, alts?: string, ...
 * }
 * @phpstan-type Verdict array{state: 'waiting'|'published'|'refused', code: string, sentence?: string}
 * @phpstan-type Check callable(Arrival, list<string>): (Verdict|string|null)
 * A check gets what arrives, and why it waits already. One that gives a string makes the piece wait; the string is the reason's code, or a sentence in plain words.
 */
final class Intake {
	/**
	 * What becomes of a piece, and why. `reasons` are codes for Intake::sentence(): of every check that held it, or
	 * of the one that let it through or refused it. `sentence` tells the person what to do where it was refused.
	 *
	 * @param Sent $sent
	 * @param list<string> $without names of checks that don't concern it
	 * @return array{state: 'waiting'|'published'|'refused', reasons: list<string>, sentence: string}
	 */
	public static function judge(array $sent, array $without = []): array {
		$arrival = self::arrival($sent);
		$held = [];
		foreach (array_diff_key(self::checks(), array_flip($without)) as $check) {
			$verdict = $check($arrival, $held);
			if (is_string($verdict) && $verdict !== '') {
				$verdict = ['state' => 'waiting', 'code' => $verdict];
			}
			if (!is_array($verdict)) {
				continue;
			}
			$ends = $verdict['state'] !== 'waiting';
			if ($verdict['state'] === 'refused' || ($ends && $held === [])) {
				return [
					'state' => $verdict['state'],
					'reasons' => [$verdict['code']],
					'sentence' => $verdict['sentence'] ?? self::sentence($verdict['code']),
				];
			}
			if ($ends) {
				break;
			}
			$held[] = $verdict['code'];
		}
		$reasons = array_values(array_unique($held === [] ? ['default'] : $held));
		return ['state' => 'waiting', 'reasons' => $reasons, 'sentence' => ''];
	}

	/** A reason in a sentence for the moderator. */
	public static function sentence(string $code): string {
		return Reasons::sentence($code);
	}

	/** @return array<string, Check> */
	private static function checks(): array {
		$checks = [
			'form' => [Checks\Form::class, 'check'],
			'block' => [Checks\Block::class, 'check'],
			'again' => [Checks\Again::class, 'check'],
			'links' => [Checks\Links::class, 'check'],
			'blocked_words' => [Checks\Wording::class, 'blocked'],
			'watched_words' => [Checks\Wording::class, 'watched'],
			'flood' => [Checks\Flood::class, 'check'],
			'colleague' => [Checks\Colleague::class, 'check'],
			'consent' => [Checks\Consent::class, 'check'],
			'visitor' => [Checks\Visitor::class, 'check'],
			// Here Standing puts itself: what it says about a contributor is worth more than the page's setting.
			'setting' => [Checks\Setting::class, 'check'],
			// What nothing held and nothing let through waits.
		];
		/**
		 * Filters the checks, in order, by name. Each gets what arrives and gives a verdict, a reason or null.
		 *
		 * @var array<string, Check> $filtered
		 */
		$filtered = apply_filters('throughline_checks', $checks);
		return $filtered;
	}

	/**
	 * The list with a check put before another one; at its end where there is no such.
	 *
	 * @param array<string, Check> $checks
	 * @param Check $check
	 * @return array<string, Check>
	 */
	public static function before(
		array $checks,
		string $other,
		string $name,
		callable $check,
	): array {
		$at = array_search($other, array_keys($checks), true);
		$at = $at === false ? count($checks) : $at;
		return array_slice($checks, 0, $at) + [$name => $check] + array_slice($checks, $at);
	}

	/**
	 * @param Sent $sent
	 * @return Arrival
	 */
	private static function arrival(array $sent): array {
		return [
			'kind' => $sent['kind'],
			'id' => $sent['id'] ?? 0,
			'contributor' => $sent['contributor'],
			'name' => $sent['name'] ?? '',
			'mail' => $sent['mail'] ?? '',
			'address' => $sent['address'] ?? '',
			'department' => $sent['department'],
			'page' => $sent['page'] ?? 0,
			'people' => $sent['people'],
			'title' => $sent['title'],
			'text' => $sent['text'],
			'alts' => $sent['alts'] ?? '',
		];
	}
}

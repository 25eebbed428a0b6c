<?php
// Looks linked profiles up, one after the other, in the background: when they are linked, when somebody asks, and once a month.

declare(strict_types=1);

namespace Throughline\Shares\Profiles;

use Throughline\Shares\Fetch\Outcome;
use Throughline\Shares\Fetch\Profile;
use Throughline\Shares\Networks\Address;
use Throughline\Shares\Networks\Place;
use Throughline\Shares\Turns;
use function Throughline\now;
use function Throughline\soon;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Linked from Profiles
 * @phpstan-import-type FoundProfile from Profile
 * @phpstan-import-type Parsed from Address
 */
final class Check {
	public const EVENT = 'throughline_profiles';
	private const AGAIN = 30 * DAY_IN_SECONDS;
	/** What is missing once may be back tomorrow. */
	private const DOUBT = DAY_IN_SECONDS;

	/**
	 * Its owner asks. Whoever says so knows the new name: it is taken over, and has to be proven.
	 *
	 * @param Linked $one
	 */
	public static function ask(array $one): void {
		Profiles::put($one['id'], [
			'next' => utc(),
			'tries' => 0,
			...$one['fell'] === 'handle' ? ['handle' => '', 'fell' => ''] : [],
		]);
		soon(self::EVENT);
	}

	public static function drain(): void {
		Turns::drain(
			['table' => 'profiles', 'key' => 'id', 'event' => self::EVENT, 'batch' => 5],
			static fn(array $row) => self::up(Profiles::read($row)),
		);
	}

	/** @param Linked $one */
	private static function up(array $one): void {
		$address = Address::parse($one['address']);
		if ($address === null || !Profiles::is_asked($one['network'])) {
			Profiles::put($one['id'], ['next' => null]);
			return;
		}
		$found = Profile::fetch($one['lasting'] === '' ? $address : self::by_id($one, $address));
		match ($found['outcome']) {
			Outcome::FINE => self::judge($one, $address, $found),
			Outcome::GONE => self::miss($one, 'gone'),
			// It tells us nothing now: what was proven keeps its date.
			Outcome::FORBIDDEN, Outcome::UNREADABLE => self::note($one),
			default => Profiles::put($one['id'], [
				'next' => utc(
					now() +
						min(
							self::AGAIN,
							max($found['retry'], HOUR_IN_SECONDS * 2 ** min($one['tries'], 10)),
						),
				),
			]),
		};
	}

	/**
	 * A name may be somebody else's by now: who is known by a lasting id is asked for by it.
	 *
	 * @param Linked $one
	 * @param Parsed $address
	 * @return Parsed
	 */
	private static function by_id(array $one, array $address): array {
		return $one['network'] === 'bluesky'
			? ['handle' => $one['lasting']] + $address
			: ['network' => 'web', 'handle' => '', 'url' => $one['lasting']] + $address;
	}

	/**
	 * @param Linked $one
	 * @param Parsed $address
	 * @param FoundProfile $found
	 */
	private static function judge(array $one, array $address, array $found): void {
		$is_new = $one['lasting'] === '' && $found['id'] !== '';
		if ($is_new) {
			$one = self::meet($one, $found);
		}
		if ($one === null) {
			return;
		}
		if (
			$found['id'] !== $one['lasting'] ||
			($found['id'] === '' && Place::host($found['url']) !== $address['host'])
		) {
			self::note($one);
			return;
		}
		if (
			strcasecmp($found['handle'], $one['handle']) !== 0 &&
			$one['handle'] !== '' &&
			!$is_new
		) {
			if ($found['handle'] !== '') {
				Fall::down($one, self::is_taken($one, $address) ? 'other' : 'handle');
				return;
			}
			if ($found['id'] !== '') {
				self::is_taken($one, $address)
					? Fall::down($one, 'other')
					: self::miss($one, 'handle');
				return;
			}
		}
		self::prove($one, $found);
	}

	/**
	 * The first answer names the id that stays, and the name that leads to it.
	 *
	 * @param Linked $one
	 * @param FoundProfile $found
	 * @return Linked|null null where this person has linked the same profile already
	 */
	private static function meet(array $one, array $found): ?array {
		foreach (Profiles::of($one['user']) as $other) {
			if ($other['id'] !== $one['id'] && $other['lasting'] === $found['id']) {
				Profiles::remove($one['id']);
				return null;
			}
		}
		$known = [
			'network' => $one['network'] === 'bluesky' ? 'bluesky' : 'fediverse',
			'lasting' => $found['id'],
			'handle' => mb_substr($found['handle'], 0, 255),
		];
		Profiles::put($one['id'], $known);
		return $known + $one;
	}

	/**
	 * Whether the name leads to somebody else by now.
	 *
	 * @param Linked $one
	 * @param Parsed $address
	 */
	private static function is_taken(array $one, array $address): bool {
		$holder = Profile::fetch($address);
		return $holder['outcome'] === Outcome::FINE &&
			$holder['id'] !== '' &&
			$holder['id'] !== $one['lasting'];
	}

	/**
	 * @param Linked $one
	 * @param FoundProfile $found
	 */
	private static function prove(array $one, array $found): void {
		// A page may hold what others wrote; a profile's own text only its owner's words.
		$has_code = $found['id'] !== '' && Proof::has_code($found['text'], $one['code']);
		$proof = match (true) {
			$has_code => 'code',
			$one['proof'] === 'code' => 'code',
			Proof::links_back($found['links'], $one['user']) => 'rel-me',
			$found['id'] !== '' && $found['handle'] !== '' => 'protocol',
			default => 'none',
		};
		if ($one['proof'] === 'rel-me' && $proof !== 'rel-me' && $proof !== 'code') {
			Fall::down($one, 'link');
			return;
		}
		// A new name, which its owner said yes to.
		$url = $one['handle'] === '' && $found['handle'] !== '' ? $found['url'] : $one['address'];
		self::note($one, [
			'address' => $url,
			'mark' => sha1($url),
			'proof' => $proof,
			'handle' => mb_substr(
				$found['handle'] !== '' ? $found['handle'] : $one['handle'],
				0,
				255,
			),
			'proven' => match (true) {
				$proof === 'none' => null,
				$proof !== $one['proof'], $has_code => utc(),
				default => $one['proven'],
			},
			'fell' => '',
			// One that was made while the network was asked stays.
			...$has_code ? ['code' => ''] : [],
		]);
	}

	/**
	 * Missing: believed once it was so twice, a day apart.
	 *
	 * @param Linked $one
	 * @param 'gone'|'handle' $why
	 */
	private static function miss(array $one, string $why): void {
		if (
			$one['missed'] !== '' &&
			(int) strtotime("{$one['missed']} UTC") <= now() - self::DOUBT
		) {
			Fall::down($one, $why);
			return;
		}
		Profiles::put($one['id'], [
			'checked' => utc(),
			'missed' => $one['missed'] === '' ? utc() : $one['missed'],
			'next' => utc(now() + self::DOUBT),
		]);
	}

	/**
	 * @param Linked $one
	 * @param array<string, string|null> $columns
	 */
	private static function note(array $one, array $columns = []): void {
		Profiles::put($one['id'], [
			...$columns,
			'checked' => utc(),
			'missed' => null,
			'tries' => 0,
			'next' => utc(now() + self::AGAIN),
		]);
	}
}

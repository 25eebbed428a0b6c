<?php
// The profiles that people linked to their account here, and how far it is proven that they are theirs.

declare(strict_types=1);

namespace Throughline\Shares\Profiles;

use Throughline\Database;
use Throughline\Shares\Networks\Address;
use Throughline\Shares\Networks\Networks;
use function Throughline\now;
use function Throughline\soon;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * `proof`: "answer" and "protocol" say that the network knows this profile, by its own name; "rel-me" and "code"
 * that it is this person's, since only its owner could write that there. `lasting` is the id that stays when a name
 * changes, `fell` why a proof is gone. Moments are UTC, '' for none.
 *
 * @phpstan-type Linked array{id: int, user: int, network: string, address: string, handle: string, lasting: string, proof: string, proven: string, checked: string, code: string, fell: string, falls: int, missed: string, tries: int}
 */
final class Profiles {
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
user_id bigint(20) unsigned NOT NULL,
network varchar(20) NOT NULL,
address varchar(2000) NOT NULL,
mark char(40) NOT NULL,
handle varchar(255) NOT NULL DEFAULT '',
lasting varchar(2000) NOT NULL DEFAULT '',
proof varchar(10) NOT NULL DEFAULT 'none',
proven datetime DEFAULT NULL,
checked datetime DEFAULT NULL,
code char(64) NOT NULL DEFAULT '',
fell varchar(10) NOT NULL DEFAULT '',
falls int(10) unsigned NOT NULL DEFAULT 0,
missed datetime DEFAULT NULL,
tries smallint(5) unsigned NOT NULL DEFAULT 0,
next datetime DEFAULT NULL,
PRIMARY KEY  (id),
UNIQUE KEY person (user_id,mark),
KEY next (next)";

	/** Proofs that only the owner of a profile can give. */
	public const OWN = ['rel-me', 'code'];
	/** Nobody has more, and each is a look-up a month. */
	private const MOST = 30;
	/** Names without a lasting id may go to somebody else, which nobody would tell us. */
	private const LAPSES = 365 * DAY_IN_SECONDS;

	/** @return list<Linked> */
	public static function of(int $user): array {
		return array_map(
			self::read(...),
			$user === 0
				? []
				: Database::rows(
					'SELECT * FROM %i WHERE user_id = %d ORDER BY id',
					Database::table('profiles'),
					$user,
				),
		);
	}

	/** @return Linked|null */
	public static function get(int $id): ?array {
		$row = Database::row('SELECT * FROM %i WHERE id = %d', Database::table('profiles'), $id);
		return $row === null ? null : self::read($row);
	}

	/** Links a profile; what is linked already stays as it is. */
	public static function add(int $user, string $text): int|\WP_Error {
		$address = Address::parse($text);
		$is_one =
			$address !== null &&
			($address['network'] === 'web' ||
				($address['kind'] === 'profile' && $address['network'] !== 'rss'));
		if ($address === null || !$is_one) {
			return new \WP_Error(
				'throughline_no_profile',
				__(
					'That is not the address of a profile. Open your profile in the browser and copy its address from there.',
					'throughline',
				),
				['status' => 422],
			);
		}
		if (count(self::of($user)) >= self::MOST) {
			return new \WP_Error(
				'throughline_too_many_profiles',
				__(
					'You have linked many profiles already. Please remove one first.',
					'throughline',
				),
				['status' => 422],
			);
		}
		Database::write(
			'INSERT IGNORE INTO %i (user_id, network, address, mark, handle, next) VALUES (%d, %s, %s, %s, %s, %s)',
			Database::table('profiles'),
			$user,
			$address['network'],
			$address['url'],
			sha1($address['url']),
			mb_substr($address['handle'], 0, 255),
			utc(),
		);
		soon(Check::EVENT);
		return (int) (Database::row(
			'SELECT id FROM %i WHERE user_id = %d AND mark = %s',
			Database::table('profiles'),
			$user,
			sha1($address['url']),
		)['id'] ?? 0);
	}

	public static function remove(int $id): void {
		Database::write('DELETE FROM %i WHERE id = %d', Database::table('profiles'), $id);
	}

	public static function forget_user(int $user): void {
		Database::write('DELETE FROM %i WHERE user_id = %d', Database::table('profiles'), $user);
	}

	/**
	 * Writes columns of a profile's row; null stands for NULL.
	 *
	 * @param non-empty-array<string, string|int|null> $columns
	 */
	public static function put(int $id, array $columns): void {
		Database::put('profiles', $columns, ['id', $id]);
	}

	/**
	 * Whether it is proven that this profile is the person's own. What ends by time is judged when it is read.
	 *
	 * @param Linked $one
	 */
	public static function is_own(array $one): bool {
		return in_array($one['proof'], self::OWN, true) &&
			($one['lasting'] !== '' ||
				self::is_asked($one['network']) ||
				(int) strtotime("{$one['proven']} UTC") > now() - self::LAPSES);
	}

	/** Whether this network tells anybody about its people. */
	public static function is_asked(string $network): bool {
		return in_array(Networks::get($network)['class'] ?? '', ['protocol', 'own'], true);
	}

	/**
	 * @param array<string, string|null> $row
	 * @return Linked
	 */
	public static function read(array $row): array {
		return [
			'id' => (int) $row['id'],
			'user' => (int) $row['user_id'],
			'network' => (string) $row['network'],
			'address' => (string) $row['address'],
			'handle' => (string) $row['handle'],
			'lasting' => (string) $row['lasting'],
			'proof' => (string) $row['proof'],
			'proven' => (string) $row['proven'],
			'checked' => (string) $row['checked'],
			'code' => (string) $row['code'],
			'fell' => (string) $row['fell'],
			'falls' => (int) $row['falls'],
			'missed' => (string) $row['missed'],
			'tries' => (int) $row['tries'],
		];
	}
}

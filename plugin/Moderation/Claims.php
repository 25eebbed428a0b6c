<?php
// Who has a piece open: told to the others for some minutes, so that two do not do the same work. It never keeps anybody from deciding.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\People\Person;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

/** @phpstan-type Claim array{by: string, mine: bool, until: string} */
final class Claims {
	/**
	 * Takes it, or keeps it for some minutes more, unless somebody else has it. A piece that needs nobody is nobody's.
	 *
	 * @return Claim|null who has it now
	 */
	public static function take(string $kind, int $id, int $user): ?array {
		Database::write(
			'UPDATE %i SET claimed_by = %d, claimed_until = %s WHERE kind = %s AND piece_id = %d
			AND (claimed_by IN (0, %d) OR claimed_until IS NULL OR claimed_until <= %s)',
			Database::table('queue'),
			$user,
			utc(now() + Settings::get('claim') * MINUTE_IN_SECONDS),
			$kind,
			$id,
			$user,
			utc(),
		);
		return self::of($kind, $id);
	}

	/**
	 * Lets one's own go; what another has stays theirs.
	 *
	 * @return Claim|null who has it now
	 */
	public static function release(string $kind, int $id, int $user): ?array {
		Database::write(
			'UPDATE %i SET claimed_by = 0, claimed_until = NULL WHERE kind = %s AND piece_id = %d AND claimed_by = %d',
			Database::table('queue'),
			$kind,
			$id,
			$user,
		);
		return self::of($kind, $id);
	}

	/**
	 * What a row of the queue says. Nothing ends a claim but the clock, when somebody reads it.
	 *
	 * @param array<string, string|null> $row
	 * @return Claim|null
	 */
	public static function read(array $row): ?array {
		$user = (int) ($row['claimed_by'] ?? 0);
		$until = $row['claimed_until'] ?? '';
		return $user === 0 || $until <= utc() || get_userdata($user) === false
			? null
			: [
				'by' => Person::of($user)['name'],
				'mine' => $user === get_current_user_id(),
				'until' => Queue::rfc3339($until),
			];
	}

	/** @return Claim|null */
	private static function of(string $kind, int $id): ?array {
		$row = Database::row(
			'SELECT claimed_by, claimed_until FROM %i WHERE kind = %s AND piece_id = %d',
			Database::table('queue'),
			$kind,
			$id,
		);
		return $row === null ? null : self::read($row);
	}
}

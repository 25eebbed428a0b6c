<?php
// Signed links to one's own piece: 256 random bits, of which only the hash is kept. Whoever has one may do what the contributor may.

namespace Throughline\Moderation;

use Throughline\Database;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

final class Links {
	// A piece has several: each notice brings one of its own, since nobody can read an older one out of its hash.
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
kind varchar(20) NOT NULL,
piece_id bigint(20) unsigned NOT NULL,
hash char(64) NOT NULL,
created datetime NOT NULL,
expires datetime NOT NULL,
PRIMARY KEY  (id),
UNIQUE KEY piece (kind,piece_id,hash),
KEY expires (expires)";

	/** In the address: the piece, and for the bearer of a link its token. */
	public const PARAMETER = 'throughline-piece';
	/** The header by which a link is shown to REST. */
	public const HEADER = 'Throughline-Link';
	/** So long a link opens; every notice brings a fresh one. */
	public const LASTS = 730 * DAY_IN_SECONDS;
	/** More than that many notices are about no piece: of those beyond, the oldest goes, but never the first. */
	public const MOST = 30;

	/** Makes one more link to a piece, or its first. @return string its token, which is written nowhere else */
	public static function make(string $kind, int $id, bool $is_first = false): string {
		$token = bin2hex(random_bytes(32));
		Database::write(
			'INSERT INTO %i (kind, piece_id, hash, created, expires) VALUES (%s, %d, %s, %s, %s)',
			Database::table('links'),
			$kind,
			$id,
			self::hash($token),
			utc(),
			utc(now() + self::LASTS),
		);
		// The one given when it was sent is the one that people keep.
		$over = $is_first ? [] : array_slice(self::rows($kind, $id), 1, -self::MOST + 1);
		foreach ($over as $row) {
			Database::write(
				'DELETE FROM %i WHERE id = %d',
				Database::table('links'),
				(int) $row['id'],
			);
		}
		return $token;
	}

	/** The address by which a new link opens the piece. */
	public static function address(string $kind, int $id, bool $is_first = false): string {
		return MyPieces::address("$kind-$id-" . self::make($kind, $id, $is_first));
	}

	/** Whether a token opens this piece: it was given for it, nobody ended it, and it is not too old. */
	public static function opens(string $kind, int $id, string $token): bool {
		$hash = self::hash($token);
		$found = false;
		// Looked up by the piece and compared here: how long it takes tells nothing about a hash.
		foreach (self::rows($kind, $id) as $row) {
			$found = hash_equals((string) $row['hash'], $hash) || $found;
		}
		return $found;
	}

	/** How many links open a piece. */
	public static function count(string $kind, int $id): int {
		return count(self::rows($kind, $id));
	}

	/** Ends every link to a piece. */
	public static function revoke(string $kind, int $id): void {
		// One by one: to look for what is not there locks a gap, and two who then write into it lock each other out.
		foreach (
			Database::rows(
				'SELECT id FROM %i WHERE kind = %s AND piece_id = %d',
				Database::table('links'),
				$kind,
				$id,
			)
			as $row
		) {
			Database::write(
				'DELETE FROM %i WHERE id = %d',
				Database::table('links'),
				(int) $row['id'],
			);
		}
	}

	/** What a form of the bearer's page has to send along: bound to the link, and useless without it. */
	public static function seal(string $token): string {
		return hash_hmac('sha256', "throughline-link|$token", wp_salt('nonce'));
	}

	/**
	 * A withdrawal ends all links, whoever has them.
	 *
	 * @param array{kind: string, id: int, act: string, ...} $doing
	 */
	public static function follow(array $doing): void {
		if ($doing['act'] === 'withdraw') {
			self::revoke($doing['kind'], $doing['id']);
		}
	}

	/** Deletes what opens nothing any more; once an hour. */
	public static function sweep(): void {
		Database::write('DELETE FROM %i WHERE expires < %s', Database::table('links'), utc());
	}

	/** @return list<array<string, string|null>> those that open, oldest first */
	private static function rows(string $kind, int $id): array {
		return Database::rows(
			'SELECT id, hash FROM %i WHERE kind = %s AND piece_id = %d AND expires >= %s ORDER BY id',
			Database::table('links'),
			$kind,
			$id,
			utc(),
		);
	}

	private static function hash(string $token): string {
		return hash('sha256', $token);
	}
}

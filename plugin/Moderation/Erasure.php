<?php
// Names and free text go, the record stays: what was decided, when, and on which version.

namespace Throughline\Moderation;

use Throughline\Database;

defined('ABSPATH') || exit();

final class Erasure {
	/** Empties every word that the record of a piece holds, its contributor's and its moderators'. */
	public static function words(string $kind, int $id): void {
		Database::write(
			"UPDATE %i SET title = '', text = '', photos = '[]', reason = '', hash = '', reasons = '[]'
			WHERE kind = %s AND piece_id = %d",
			Database::table('decisions'),
			$kind,
			$id,
		);
		self::objections($kind, $id);
		Notes::erase_about($kind, $id);
	}

	/**
	 * The piece goes for good: everything that was sent, and every word of its record. Runs in a transaction.
	 */
	public static function piece(string $kind, int $id): void {
		$contributor = Kinds::get($kind)?->describe([$id])[$id]['contributor'] ?? 0;
		Kinds::get($kind)?->erase($id);
		self::words($kind, $id);
		self::contributor($kind, $id, $contributor);
		Links::revoke($kind, $id);
		Submissions::forget($kind, $id);
		Queue::follow($kind, $id);
	}

	/**
	 * The piece stays, and belongs to nobody's account any more; `name` stands beneath it, '' for none. Runs in a
	 * transaction.
	 */
	public static function name(string $kind, int $id, string $name = ''): void {
		$contributor = Kinds::get($kind)?->describe([$id])[$id]['contributor'] ?? 0;
		Kinds::get($kind)?->anonymise($id, $name);
		self::contributor($kind, $id, $contributor);
		if ($name === '') {
			self::letters($kind, $id);
		}
		Links::revoke($kind, $id);
		Submissions::release($kind, $id);
		Queue::follow($kind, $id);
		/** Tells that a piece has no contributor any more. */
		do_action('throughline_anonymised', $kind, $id, $contributor);
	}

	/**
	 * What contributor and moderators wrote to each other, and those about it, may say whose it was. What answers a
	 * report stays.
	 */
	private static function letters(string $kind, int $id): void {
		Database::write(
			"UPDATE %i SET reason = '' WHERE kind = %s AND piece_id = %d
			AND act IN ('submit', 'revise', 'propose', 'correct', 'withdraw', 'return', 'publish')",
			Database::table('decisions'),
			$kind,
			$id,
		);
		self::objections($kind, $id);
		Notes::erase_about($kind, $id);
	}

	private static function objections(string $kind, int $id): void {
		Database::write(
			"UPDATE %i SET explanation = '' WHERE kind = %s AND piece_id = %d AND what = 'appeal' AND report = 0",
			Database::table('reports'),
			$kind,
			$id,
		);
	}

	/** What somebody decided stays decided, by nobody in particular. @return int how many decisions */
	public static function person(int $user): int {
		return Database::write(
			'UPDATE %i SET user_id = 0 WHERE user_id = %d',
			Database::table('decisions'),
			$user,
		);
	}

	/** The contributor's own acts on their piece. */
	private static function contributor(string $kind, int $id, int $user): void {
		if ($user > 0) {
			Database::write(
				'UPDATE %i SET user_id = 0 WHERE kind = %s AND piece_id = %d AND user_id = %d',
				Database::table('decisions'),
				$kind,
				$id,
				$user,
			);
		}
	}
}

<?php
// Who follows a conversation, or the answers to one comment, by mail: a guest once they said so by their mail, an account at once.

declare(strict_types=1);

namespace Throughline\Dialog\Following;

use Throughline\Database;
use Throughline\Moderation\Due;
use Throughline\Moderation\Sender;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * `comment` 0: the whole conversation. `state`: asked, until a guest's mail was confirmed; follows. `told` and
 * `latest` are ids of News; `token` opens the page of this row.
 *
 * @phpstan-type Follower array{
 *     id: int, post: int, comment: int, user: int, mail: string, locale: string, how: string, state: string,
 *     told: int, latest: int, token: string
 * }
 * @phpstan-type Wished array{post: int, comment: int, user: int, mail: string, how: string}
 */
final class Followers {
	// `due`, `mailed` in Unix seconds; `due` 0 while there is nothing to tell. Of the token only the hash is kept.
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
post_id bigint(20) unsigned NOT NULL,
comment_id bigint(20) unsigned NOT NULL DEFAULT 0,
user_id bigint(20) unsigned NOT NULL DEFAULT 0,
mail varchar(190) NOT NULL DEFAULT '',
locale varchar(20) NOT NULL DEFAULT '',
how varchar(5) NOT NULL,
state varchar(7) NOT NULL,
hash char(64) NOT NULL DEFAULT '',
told bigint(20) unsigned NOT NULL DEFAULT 0,
latest bigint(20) unsigned NOT NULL DEFAULT 0,
due bigint(20) unsigned NOT NULL DEFAULT 0,
mailed bigint(20) unsigned NOT NULL DEFAULT 0,
tries smallint(5) unsigned NOT NULL DEFAULT 0,
created datetime NOT NULL,
PRIMARY KEY  (id),
UNIQUE KEY who (post_id,comment_id,user_id,mail),
KEY recipient (user_id,mail),
KEY due (due),
KEY state (state,created)";

	public const HOW = ['now', 'daily'];
	/** Line of the outbox: a guest gets the mail by which they say yes. */
	public const ASK = 'follow-ask';
	/** So long an address is kept that nobody said yes for. */
	private const UNCONFIRMED = 2 * DAY_IN_SECONDS;
	/** More than that nobody reads. */
	private const MOST = 200;

	/**
	 * Somebody wants to follow. Nothing tells a guest whether an address follows already: what comes is a mail to it.
	 *
	 * @param Wished $wish
	 */
	public static function ask(array $wish): void {
		['post' => $post, 'comment' => $comment, 'user' => $user, 'how' => $how] = $wish;
		$mail = $user > 0 ? '' : Sender::mail($wish['mail']);
		Database::transaction(static function () use ($post, $comment, $user, $mail, $how): bool {
			if ($user > 0 && count(self::of_user($user)) >= self::MOST) {
				return false;
			}
			Database::write(
				'INSERT IGNORE INTO %i (post_id, comment_id, user_id, mail, locale, how, state, told, created)
				VALUES (%d, %d, %d, %s, %s, %s, %s, %d, %s)',
				Database::table('followers'),
				$post,
				$comment,
				$user,
				$mail,
				determine_locale(),
				$how,
				$user > 0 ? 'follows' : 'asked',
				News::newest(),
				utc(),
			);
			$row = self::row($post, $comment, $user, $mail);
			if ($row === null) {
				return false;
			}
			// Of an address that follows already nobody but its owner changes anything.
			if (($user > 0 || $row['state'] === 'asked') && $row['how'] !== $how) {
				self::change($row['id'], $how);
			}
			if ($user === 0) {
				// Two presses within a minute are one mail.
				Due::add(self::ASK, 'follower', $row['id'], intdiv(now(), MINUTE_IN_SECONDS));
			}
			return true;
		});
	}

	/** A guest says yes, by the link in their mail: from here on they hear of what comes. */
	public static function confirm(int $id): void {
		Database::write(
			"UPDATE %i SET state = 'follows', told = %d, latest = 0, due = 0 WHERE id = %d AND state = 'asked'",
			Database::table('followers'),
			News::newest(),
			$id,
		);
	}

	public static function change(int $id, string $how): void {
		$due = Mails::next($how);
		Database::write(
			'UPDATE %i SET how = %s, due = CASE WHEN due = 0 THEN 0 ELSE %d END WHERE id = %d',
			Database::table('followers'),
			$how,
			$due,
			$id,
		);
		Mails::schedule($due);
	}

	public static function stop(int $id): void {
		Database::write('DELETE FROM %i WHERE id = %d', Database::table('followers'), $id);
	}

	/**
	 * Ends all that one mail told of: what the same person follows in the same way.
	 *
	 * @param Follower $follower
	 */
	public static function stop_all(array $follower): void {
		Database::write(
			'DELETE FROM %i WHERE user_id = %d AND mail = %s AND how = %s',
			Database::table('followers'),
			$follower['user'],
			$follower['mail'],
			$follower['how'],
		);
	}

	/**
	 * Whom a link opens; null where it is none of ours or they follow no more.
	 *
	 * @return Follower|null
	 */
	public static function by_token(int $id, string $token): ?array {
		$row = Database::row('SELECT * FROM %i WHERE id = %d', Database::table('followers'), $id);
		return $row !== null && hash_equals((string) $row['hash'], hash('sha256', $token))
			? self::read($row)
			: null;
	}

	/** @return Follower|null */
	public static function get(int $id): ?array {
		$row = Database::row('SELECT * FROM %i WHERE id = %d', Database::table('followers'), $id);
		return $row === null ? null : self::read($row);
	}

	/** @return list<Follower> newest first */
	public static function of_user(int $user): array {
		return array_map(
			[self::class, 'read'],
			Database::rows(
				'SELECT * FROM %i WHERE user_id = %d AND mail = %s ORDER BY id DESC LIMIT %d',
				Database::table('followers'),
				$user,
				'',
				self::MOST,
			),
		);
	}

	/** @return Follower|null */
	public static function row(int $post, int $comment, int $user, string $mail): ?array {
		$row = Database::row(
			'SELECT * FROM %i WHERE post_id = %d AND comment_id = %d AND user_id = %d AND mail = %s',
			Database::table('followers'),
			$post,
			$comment,
			$user,
			$mail,
		);
		return $row === null ? null : self::read($row);
	}

	/**
	 * The address of a row's own page, for a mail. The token can be made anew, so that every mail has it; whoever reads
	 * the table can't.
	 *
	 * @param Follower $follower
	 */
	public static function address(array $follower, bool $all = false): string {
		$hash = hash('sha256', $follower['token']);
		Database::write(
			'UPDATE %i SET hash = %s WHERE id = %d AND hash <> %s',
			Database::table('followers'),
			$hash,
			$follower['id'],
			$hash,
		);
		return add_query_arg(
			[Page::PARAMETER => "{$follower['id']}-{$follower['token']}"] +
				($all ? [Page::ALL => '1'] : []),
			home_url('/'),
		);
	}

	/** Whether anybody follows a page’s dialog, or a part of it. */
	public static function are_there(int $post): bool {
		return Database::row(
			'SELECT 1 AS one FROM %i WHERE post_id = %d LIMIT 1',
			Database::table('followers'),
			$post,
		) !== null;
	}

	/** Once an hour: addresses that nobody said yes for. */
	public static function sweep(): void {
		Database::write(
			"DELETE FROM %i WHERE state = 'asked' AND created < %s",
			Database::table('followers'),
			utc(now() - self::UNCONFIRMED),
		);
	}

	public static function forget_user(int $user): void {
		Database::write('DELETE FROM %i WHERE user_id = %d', Database::table('followers'), $user);
	}

	public static function forget_post(int $post): void {
		Database::write('DELETE FROM %i WHERE post_id = %d', Database::table('followers'), $post);
	}

	/** A comment is gone for good, and nobody can answer it. */
	public static function forget_comment(int $comment, \WP_Comment $gone): void {
		Database::write(
			'DELETE FROM %i WHERE post_id = %d AND comment_id = %d',
			Database::table('followers'),
			(int) $gone->comment_post_ID,
			$comment,
		);
	}

	/**
	 * @param array<string, string|null> $row
	 * @return Follower
	 */
	public static function read(array $row): array {
		return [
			'id' => (int) $row['id'],
			'post' => (int) $row['post_id'],
			'comment' => (int) $row['comment_id'],
			'user' => (int) $row['user_id'],
			'mail' => (string) $row['mail'],
			'locale' => (string) $row['locale'],
			'how' => (string) $row['how'],
			'state' => (string) $row['state'],
			'told' => (int) $row['told'],
			'latest' => (int) $row['latest'],
			'token' => hash_hmac(
				'sha256',
				"throughline-follow|{$row['id']}|{$row['user_id']}|{$row['mail']}|{$row['created']}",
				wp_salt('auth'),
			),
		];
	}
}

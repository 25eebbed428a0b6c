<?php
// Finds the actor behind a name like @jana@norden.social, and whether the name belongs to an actor (RFC 7033).

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use Throughline\Shares\Networks\Place;

defined('ABSPATH') || exit();

final class WebFinger {
	/** The actor's id; empty where the host knows nobody of that name. */
	public static function actor(string $user, string $host): string {
		return self::ask($user, $host)['actor'];
	}

	/** The name by which an actor is known, where its host says the same; else empty. */
	public static function handle(string $user, string $actor): string {
		$host = Place::host($actor);
		$found = self::ask($user, $host);
		if ($host === '' || $found['actor'] !== $actor) {
			return '';
		}
		// A company's people may be known by its own domain while another host serves them.
		if (
			$found['host'] !== $host &&
			self::ask($found['user'], $found['host'])['actor'] === $actor
		) {
			return "{$found['user']}@{$found['host']}";
		}
		return "$user@$host";
	}

	/** @return array{actor: string, user: string, host: string} */
	private static function ask(string $user, string $host): array {
		$found = ['actor' => '', 'user' => $user, 'host' => $host];
		if (preg_match('/^[\w.-]{1,60}$/D', $user) !== 1 || $host === '') {
			return $found;
		}
		$answer = Http::json(
			"https://$host/.well-known/webfinger?resource=" . rawurlencode("acct:$user@$host"),
			['accept' => 'application/jrd+json, application/json'],
		);
		foreach (Found::several($answer['json']['links'] ?? null) as $link) {
			$type = Found::at($link, 'type');
			$href = Found::at($link, 'href');
			if (
				Found::at($link, 'rel') === 'self' &&
				is_string($type) &&
				is_string($href) &&
				ActivityPub::is_activity($type)
			) {
				$found['actor'] = $href;
				break;
			}
		}
		$subject = $answer['json']['subject'] ?? '';
		if (
			is_string($subject) &&
			preg_match('/^acct:([\w.-]{1,60})@([a-z0-9.-]{3,253})$/Di', $subject, $parts) === 1
		) {
			$found['user'] = $parts[1];
			$found['host'] = strtolower($parts[2]);
		}
		return $found;
	}
}

<?php
// What only the owner of a profile can write there, a link back or a code; and whether a post comes from a profile that is proven so.

declare(strict_types=1);

namespace Throughline\Shares\Profiles;

use Throughline\Shares\Fetch\Found;
use Throughline\Shares\Fetch\Outcome;
use Throughline\Shares\Networks\Networks;
use Throughline\Shares\Networks\Place;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * Anybody can link anybody's profile and send anybody's post: that a network knows the profile, or names it as a
 * post's author, proves nothing about who sits here. Names that are shown prove nothing at all.
 *
 * @phpstan-import-type Linked from Profiles
 * @phpstan-import-type FoundPost from Found
 */
final class Proof {
	private const CODE = '/\bthroughline-[a-z0-9]{12}\b/i';

	/**
	 * The address of this site that a profile links to by rel="me": one for each person, since a link to the site
	 * alone could be claimed by every colleague.
	 */
	public static function back_link(int $user): string {
		$mark = substr(hash_hmac('sha256', "profile $user", wp_salt('auth')), 0, 16);
		return add_query_arg('throughline-me', $mark, home_url('/'));
	}

	/**
	 * Whether these links lead to this person's own address here, or to their page as an author.
	 *
	 * @param list<string> $links
	 */
	public static function links_back(array $links, int $user): bool {
		$own = array_diff(
			array_map(self::same(...), [self::back_link($user), get_author_posts_url($user)]),
			// Who writes no posts has the front page for theirs, with everybody else.
			[self::same(home_url('/'))],
		);
		return array_intersect(array_map(self::same(...), $links), $own) !== [];
	}

	/** A code for the profile's text. Its hash alone is kept: whoever made it sees it once. */
	public static function new_code(int $profile): string {
		$code = 'throughline-' . strtolower(wp_generate_password(12, false));
		Profiles::put($profile, ['code' => self::hash($code)]);
		return $code;
	}

	public static function has_code(string $text, string $hash): bool {
		preg_match_all(self::CODE, $text, $found);
		foreach ($hash === '' ? [] : array_slice($found[0], 0, 20) as $code) {
			if (hash_equals($hash, self::hash($code))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Answers Fill: whether a post that was just looked up comes from a proven profile of its contributor.
	 *
	 * @param FoundPost $found
	 * @return array{proven: bool, at: string}|null
	 */
	public static function of_share(mixed $before, int $user, array $found): ?array {
		$proof = null;
		foreach ($found['outcome'] === Outcome::FINE ? Profiles::of($user) : [] as $one) {
			$one = self::seen($one, $found);
			if ($one !== null && Profiles::is_own($one)) {
				$proof ??= ['proven' => true, 'at' => $one['proven']];
			}
		}
		return $proof;
	}

	/**
	 * The profile as it is after this post of its own was seen; null where the post isn't its own.
	 *
	 * @param Linked $one
	 * @param FoundPost $found
	 * @return Linked|null
	 */
	private static function seen(array $one, array $found): ?array {
		$author = $found['author'];
		if ($one['lasting'] !== '') {
			$has_handle =
				$one['handle'] !== '' &&
				strcasecmp($author['handle'], $one['handle']) === 0 &&
				$found['address']['network'] === $one['network'];
			$is_same = $author['id'] === $one['lasting'];
			if (!$is_same && $author['id'] !== '' && $has_handle) {
				Fall::down($one, 'other');
			} elseif (
				$is_same &&
				!$has_handle &&
				$author['handle'] !== '' &&
				$one['handle'] !== ''
			) {
				Fall::down($one, 'handle');
			} elseif ($is_same) {
				return $one;
			}
			return null;
		}
		if ($author['url'] === '' || $author['url'] !== $one['address']) {
			return null;
		}
		if ((Networks::get($one['network'])['class'] ?? '') !== 'provider') {
			// Any page may name any author; one beside it is of the same house.
			return Place::host($found['address']['url']) === Place::host($one['address'])
				? $one
				: null;
		}
		if ($found['address']['network'] !== $one['network']) {
			return null;
		}
		return self::named($one, $found);
	}

	/**
	 * A provider names this profile as the author. Its profiles can't be read, but its posts: a code may stand there.
	 *
	 * @param Linked $one
	 * @param FoundPost $found
	 * @return Linked
	 */
	private static function named(array $one, array $found): array {
		$has_code = self::has_code("{$found['title']}\n{$found['text']}", $one['code']);
		$proof = match (true) {
			$has_code => 'code',
			$one['proof'] === 'none' => 'answer',
			default => $one['proof'],
		};
		$proven = $has_code || $proof !== $one['proof'] ? utc() : $one['proven'];
		Profiles::put($one['id'], [
			'proof' => $proof,
			'proven' => $proven,
			'checked' => utc(),
			'fell' => '',
			...$has_code ? ['code' => ''] : [],
		]);
		return ['proof' => $proof, 'proven' => $proven] + $one;
	}

	private static function hash(string $code): string {
		return hash('sha256', strtolower($code));
	}

	/** An address without what doesn't matter: http or https, and a last slash. */
	private static function same(string $url): string {
		return rtrim((string) preg_replace('~^https?://~i', '', $url), '/');
	}
}

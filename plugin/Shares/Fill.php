<?php
// What a network told of a post, put into the share: whose it is and how that is known, its words, and its pictures where somebody said that they may be copied.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Database;
use Throughline\Moderation\Act;
use Throughline\Moderation\Contributions;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\Intake;
use Throughline\Moderation\Kind;
use Throughline\Shares\Fetch\Found;
use Throughline\Stories\Photos;
use Throughline\Stories\Publishing;
use Throughline\Stories\Stories;
use Throughline\Stories\Text;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Share from Shares
 * @phpstan-import-type FoundPost from Found
 * @phpstan-import-type Content from Kind
 */
final class Fill {
	/** Of the checks on what arrives, those that concern only how it comes, or let it through. */
	private const NOT_FOR_WORDS = [
		'again',
		'flood',
		'calm',
		'consent',
		'visitor',
		'standing',
		'setting',
	];

	/**
	 * The first answer: all that it tells.
	 *
	 * @param Share $share
	 * @param FoundPost $found
	 */
	public static function first(array $share, array $found): void {
		// Before the transaction: hosts take their time.
		$photos = Pictures::copy($share, $found['pictures']);
		Database::transaction(static function () use ($share, $found, $photos): bool {
			$id = $share['id'];
			(new ShareKind())->lock($id);
			$before = Shares::content($id);
			if ($before === null) {
				return true;
			}
			$words = self::words($id, $before, $found);
			Look::note($share, $found['outcome'], [
				...self::author($share, $found),
				...self::address($share, $found),
				'posted' => $found['date'] === '' ? null : $found['date'],
				'page_id' =>
					$share['page'] > 0
						? $share['page']
						: Place::of_share(0, $words['content']['text']),
				'live' => 1,
				'gone' => null,
			]);
			// Whoever published it meanwhile saw no pictures: none come in behind their back.
			$is_judged =
				get_post_status($id) === 'publish' &&
				Decisions::latest(Shares::KIND, $id)['version'] > 1;
			if ($photos !== [] && !$is_judged) {
				Photos::claim($id, $photos, (int) (Shares::post($id)->post_author ?? 0));
				$words['content']['photos'] = $photos;
			}
			if ($words['content'] !== $before) {
				self::write($id, $words['content'], $words['held']);
			}
			return true;
		});
	}

	/**
	 * A later answer: whose it is may have changed, its words stay as they were judged.
	 *
	 * @param Share $share
	 * @param FoundPost $found
	 */
	public static function again(array $share, array $found): void {
		Look::note($share, $found['outcome'], [
			...self::author($share, $found),
			'live' => 1,
			'gone' => null,
		]);
	}

	/**
	 * @param Share $share
	 * @param FoundPost $found
	 * @return array<string, string>
	 */
	private static function author(array $share, array $found): array {
		$author = $found['author'];
		$user = (int) (Shares::post($share['id'])->post_author ?? 0);
		/**
		 * Filters how it is proven that a post is this person's own: by a profile that they linked.
		 *
		 * @param array{proven: bool, at: string}|null $proof `at` in UTC
		 * @param FoundPost $found
		 */
		$proof = apply_filters('throughline_share_proof', null, $user, $found);
		$linked = is_array($proof) && ($proof['proven'] ?? false) === true;
		// A name that was used again by somebody else proves nothing.
		$is_other =
			$share['author_id'] !== '' &&
			$author['id'] !== '' &&
			$author['id'] !== $share['author_id'];
		$known = match (true) {
			$is_other => 'claimed',
			$found['proven'], $linked => 'proven',
			$author['name'] !== '' || $author['handle'] !== '' => 'named',
			default => 'claimed',
		};
		$at = $linked && is_string($proof['at'] ?? null) ? Fetch\Text::date($proof['at']) : '';
		$columns = [
			'known' => $known,
			'known_at' => match (true) {
				$known === 'proven' && $at !== '' => $at,
				$known === 'proven', $known !== $share['known'] => utc(),
				default => $share['known_at'] === '' ? utc() : $share['known_at'],
			},
		];
		$name = $author['name'] !== '' ? $author['name'] : $author['handle'];
		return $is_other || $name === ''
			? $columns
			: $columns + [
					'author' => $name,
					'author_url' => $author['url'],
					'author_id' => $author['id'],
				];
	}

	/**
	 * A short link led to the post itself. Where that is here already, this one keeps its own address.
	 *
	 * @param Share $share
	 * @param FoundPost $found
	 * @return array<string, string>
	 */
	private static function address(array $share, array $found): array {
		$url = $found['address']['url'];
		return $url === $share['address'] || Shares::by_address($url) > 0
			? []
			: [
				'address' => $url,
				'network' => $found['address']['network'],
				'mark' => Shares::mark($url),
			];
	}

	/**
	 * What stands in the share then. While it waits, the network's own words count; what is public keeps the words
	 * that were let through, unless there were none and nothing is against these.
	 *
	 * @param Content $before
	 * @param FoundPost $found
	 * @return array{content: Content, held: list<string>}
	 */
	private static function words(int $id, array $before, array $found): array {
		$content = $before;
		$title = mb_substr(Text::line($found['title']), 0, Text::MAX_TITLE_LENGTH);
		$text = Text::clean($found['text']);
		// What a page says of itself twice, it says once here.
		$content['title'] = $before['title'] !== '' || $title === $text ? $before['title'] : $title;
		$content['text'] = $text !== '' ? $text : $before['text'];
		$post = Shares::post($id);
		$verdict = Intake::judge(
			[
				'kind' => Shares::KIND,
				'id' => $id,
				'contributor' => (int) ($post->post_author ?? 0),
				'department' => Stories::department($id),
				'people' => '',
				'title' => $content['title'],
				'text' => $content['text'],
			],
			self::NOT_FOR_WORDS,
		);
		$held = array_values(array_diff($verdict['reasons'], ['default']));
		$is_public = ($post->post_status ?? '') === 'publish';
		if ($is_public && ($held !== [] || $before['text'] . $before['title'] !== '')) {
			return ['content' => $before, 'held' => []];
		}
		return ['content' => $content, 'held' => $held];
	}

	/**
	 * A version of its own: whoever has it open at the desk sees that there is more now.
	 *
	 * @param Content $content
	 * @param list<string> $held why it waits besides
	 */
	private static function write(int $id, array $content, array $held): void {
		$now = Decisions::effective(Shares::KIND, $id);
		$latest = Decisions::latest(Shares::KIND, $id);
		if ($now === null) {
			return;
		}
		$written = Act::carry_out([
			'kind' => Shares::KIND,
			'id' => $id,
			'act' => 'correct',
			'state' => $latest['state'],
			'version' => $latest['version'],
			'user' => 0,
			// The contributor's own words, as they stand in their post.
			'rule' => Contributions::OWN,
			'content' => $content,
			'reasons' => array_values(array_unique([...$now['reasons'], ...$held])),
		]);
		if ($written && $content['photos'] !== []) {
			Publishing::bring_photos($id);
		}
	}
}

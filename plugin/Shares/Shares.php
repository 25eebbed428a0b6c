<?php
// Shares: posts on somebody's own profile, told here as cards. The post type, and the one row beside each.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Database;
use Throughline\Moderation\Kind;
use Throughline\People\Departments;
use Throughline\People\Person;
use Throughline\Shares\Networks\Address;
use Throughline\Shares\Networks\Networks;
use Throughline\Stories\Holder;
use Throughline\Stories\Stories;
use Throughline\Stories\Text;

use function Throughline\names_show;

defined('ABSPATH') || exit();

/**
 * `address` is '' where it went with its author's name. `known` tells how the authorship is known: `claimed` by whoever
 * sent it, `named` by the network's answer, `proven` by the protocol or a linked profile. `outcome` is of the last
 * look-up, '' before the first; all moments are UTC, '' for none.
 *
 * @phpstan-import-type Content from Kind
 * @phpstan-type Share array{
 *     id: int, network: string, address: string, author: string, author_url: string, author_id: string, known: string,
 *     known_at: string, posted: string, label: string, permission: string, page: int, outcome: string, checked: string,
 *     gone: string, tries: int, live: bool
 * }
 */
final class Shares {
	public const TYPE = 'tl_share';
	public const KIND = 'share';
	public const MAX_PHOTOS = 4;

	// `mark` is a hash of the address, NULL once it may be sent anew; `next` is when it is looked up, NULL for never.
	public const SCHEMA = "post_id bigint(20) unsigned NOT NULL,
network varchar(20) NOT NULL,
address text NOT NULL,
mark char(64) DEFAULT NULL,
author varchar(300) NOT NULL DEFAULT '',
author_url text NOT NULL,
author_id text NOT NULL,
known varchar(10) NOT NULL DEFAULT 'claimed',
known_at datetime DEFAULT NULL,
posted datetime DEFAULT NULL,
label varchar(20) NOT NULL DEFAULT '',
permission varchar(20) NOT NULL DEFAULT 'none',
page_id bigint(20) unsigned NOT NULL DEFAULT 0,
outcome varchar(20) NOT NULL DEFAULT '',
checked datetime DEFAULT NULL,
gone datetime DEFAULT NULL,
tries smallint(5) unsigned NOT NULL DEFAULT 0,
live tinyint(1) NOT NULL DEFAULT 1,
next datetime DEFAULT NULL,
PRIMARY KEY  (post_id),
UNIQUE KEY mark (mark),
KEY next (next),
KEY page (page_id)";

	public static function register(): void {
		register_post_type(self::TYPE, [
			'labels' => names_show()
				? [
					'name' => __('Shares', 'throughline'),
					'singular_name' => __('Share', 'throughline'),
				]
				: ['name' => 'Shares', 'singular_name' => 'Share'],
			// A share leads to its network: it has no page of its own, and stands in no list of core's.
			'public' => false,
			'show_ui' => false,
			'show_in_rest' => false,
			'capability_type' => ['tl_share', 'tl_shares'],
			'map_meta_cap' => true,
			'delete_with_user' => false,
			'rewrite' => false,
			'query_var' => false,
			'supports' => ['title', 'editor', 'author'],
			'taxonomies' => [Departments::TAXONOMY],
		]);
	}

	public static function post(int $id): ?\WP_Post {
		$post = get_post($id);
		return $post instanceof \WP_Post && $post->post_type === self::TYPE ? $post : null;
	}

	/** @return Share|null */
	public static function get(int $id): ?array {
		$row = Database::row('SELECT * FROM %i WHERE post_id = %d', Database::table('shares'), $id);
		return $row === null ? null : self::from_row($row);
	}

	/** The share of this address, if there is one that counts; 0 for none. */
	public static function by_address(string $address): int {
		return (int) (Database::row(
			'SELECT post_id FROM %i WHERE mark = %s',
			Database::table('shares'),
			self::mark($address),
		)['post_id'] ?? 0);
	}

	/**
	 * Published shares that belong to a page, newest first.
	 *
	 * @return list<int>
	 */
	public static function of_page(int $page, int $count): array {
		return array_map(
			static fn(array $row): int => (int) $row['post_id'],
			Database::rows(
				"SELECT share.post_id FROM %i AS share JOIN %i AS post ON post.ID = share.post_id
				WHERE share.page_id = %d AND post.post_status = 'publish' ORDER BY share.post_id DESC LIMIT %d",
				Database::table('shares'),
				Database::wpdb()->posts,
				$page,
				$count,
			),
		);
	}

	/** @return Content|null what its contributor wrote; null for anything else */
	public static function content(int $id): ?array {
		return Holder::content(self::post($id));
	}

	/**
	 * Writes columns of a share's row; null stands for NULL.
	 *
	 * @param non-empty-array<string, string|int|null> $columns
	 */
	public static function put(int $id, array $columns): void {
		Database::put('shares', $columns, ['post_id', $id]);
	}

	/** Its row goes with its post. */
	public static function forget(int $id): void {
		Database::write('DELETE FROM %i WHERE post_id = %d', Database::table('shares'), $id);
	}

	/** What a share is called where it has to have a name, as plain text. */
	public static function title(\WP_Post $post): string {
		$words = Text::to_plain($post->post_title);
		$words =
			$words !== ''
				? $words
				: Text::shorten(Text::line(Text::to_plain($post->post_content)), 60);
		return $words !== ''
			? $words
			: sprintf(
				/* translators: %s: name of a network */
				__('A post on %s', 'throughline'),
				Networks::label(self::get($post->ID)['network'] ?? 'web'),
			);
	}

	/** Who sent it, as others see them; '' for nobody any more. */
	public static function contributor(\WP_Post $post): string {
		$kept = Stories::kept_name($post->ID);
		return $kept !== '' || (int) $post->post_author === 0
			? $kept
			: Person::of((int) $post->post_author)['name'];
	}

	public static function mark(string $address): string {
		return hash('sha256', $address);
	}

	/**
	 * What its network is asked when somebody wants to see it live; null where nobody offers that.
	 *
	 * @param Share $share
	 * @return array{url: string, company: string, hosts: list<string>, allow: string, ratio: string}|null
	 */
	public static function frame(array $share): ?array {
		$address = $share['live'] ? Address::parse($share['address']) : null;
		return $address === null ? null : Networks::frame($address, $share['author_id']);
	}

	/**
	 * @param array<string, string|null> $row
	 * @return Share
	 */
	public static function from_row(array $row): array {
		return [
			'id' => (int) $row['post_id'],
			'network' => (string) $row['network'],
			'address' => (string) $row['address'],
			'author' => (string) $row['author'],
			'author_url' => (string) $row['author_url'],
			'author_id' => (string) $row['author_id'],
			'known' => (string) $row['known'],
			'known_at' => (string) $row['known_at'],
			'posted' => (string) $row['posted'],
			'label' => (string) $row['label'],
			'permission' => (string) $row['permission'],
			'page' => (int) $row['page_id'],
			'outcome' => (string) $row['outcome'],
			'checked' => (string) $row['checked'],
			'gone' => (string) $row['gone'],
			'tries' => (int) $row['tries'],
			'live' => $row['live'] === '1',
		];
	}
}

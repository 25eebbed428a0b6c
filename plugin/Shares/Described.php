<?php
// What the desk shows of shares, of twenty in one query.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Database;
use Throughline\Moderation\Kind;
use Throughline\People\Departments;
use Throughline\People\Person;
use Throughline\Stories\Photos;
use Throughline\Stories\Stories;
use Throughline\Stories\Text;

defined('ABSPATH') || exit();

/** @phpstan-import-type Description from Kind */
final class Described {
	/**
	 * @param non-empty-list<int> $ids
	 * @return array<int, Description>
	 */
	public static function of(array $ids): array {
		$db = Database::wpdb();
		$rows = Database::rows(
			"SELECT post.*, share.address, person.display_name, person.user_email,
			(SELECT meta_value FROM %i WHERE post_id = post.ID AND meta_key = %s LIMIT 1) AS recognisable,
			(SELECT meta_value FROM %i WHERE post_id = post.ID AND meta_key = %s LIMIT 1) AS kept_name,
			(SELECT MIN(term.term_id) FROM %i AS relation JOIN %i AS term ON term.term_taxonomy_id = relation.term_taxonomy_id
				WHERE relation.object_id = post.ID AND term.taxonomy = %s) AS department,
			(SELECT photo.id FROM %i AS photo WHERE photo.story_id = post.ID AND photo.mime <> ''
				ORDER BY photo.position, photo.id LIMIT 1) AS photo
			FROM %i AS post JOIN %i AS share ON share.post_id = post.ID
			LEFT JOIN %i AS person ON person.ID = post.post_author
			WHERE post.post_type = %s AND post.ID IN (" .
				implode(', ', array_fill(0, count($ids), '%d')) .
				')',
			$db->postmeta,
			Stories::RECOGNISABLE,
			$db->postmeta,
			Stories::NAME,
			$db->term_relationships,
			$db->term_taxonomy,
			Departments::TAXONOMY,
			Database::table('photos'),
			$db->posts,
			Database::table('shares'),
			$db->users,
			Shares::TYPE,
			...$ids,
		);
		$pieces = [];
		foreach ($rows as $row) {
			$pieces[(int) $row['ID']] = self::piece($row);
		}
		return $pieces;
	}

	/**
	 * @param array<string, string|null> $row
	 * @return Description
	 */
	private static function piece(array $row): array {
		/** @var \WP_Post $post core's own way from a row to a post */
		$post = new \WP_Post(sanitize_post((object) $row, 'raw'));
		$photo = (int) $row['photo'];
		$kept = (string) $row['kept_name'];
		return [
			'title' => Shares::title($post),
			'excerpt' => Text::excerpt($post->post_content),
			'text' => Text::to_plain($post->post_content),
			'contributor' => (int) $post->post_author,
			'name' => $kept !== '' ? $kept : $row['display_name'] ?? Person::of(0)['name'],
			'mail' => (string) $row['user_email'],
			'department' => (int) $row['department'],
			// It may stand on many pages, or on walls alone.
			'page' => 0,
			'thumbnail' => $photo > 0 ? Photos::address($photo, 'thumbnail') : null,
			'people' => (string) $row['recognisable'],
			'link' => match (true) {
				$post->post_status !== 'publish' => null,
				(string) $row['address'] === '' => home_url('/'),
				default => (string) $row['address'],
			},
		];
	}
}

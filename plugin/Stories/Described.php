<?php
// What the desk shows of stories, of twenty in one query: core would ask for posts, terms, fields, people and photos by turns.

namespace Throughline\Stories;

use Throughline\Database;
use Throughline\Moderation\Kind;
use Throughline\People\Departments;
use Throughline\People\Person;

defined('ABSPATH') || exit();

/** @phpstan-import-type Description from Kind */
final class Described {
	/**
	 * @param non-empty-list<int> $ids
	 * @return array<int, Description>
	 */
	public static function of(array $ids): array {
		return array_map(
			static fn(array $one): array => [
				'title' => Stories::title($one['post']),
				'page' => $one['post']->ID,
				'link' =>
					$one['post']->post_status === 'publish' ? get_permalink($one['post']) : null,
			] + $one['piece'],
			self::posts(Stories::TYPE, $ids),
		);
	}

	/**
	 * What all kinds that are posts have in common; their titles, pages and links are their own.
	 *
	 * @param non-empty-list<int> $ids
	 * @return array<int, array{post: \WP_Post, piece: Description}>
	 */
	public static function posts(string $type, array $ids): array {
		$db = Database::wpdb();
		$rows = Database::rows(
			"SELECT post.*, person.display_name, person.user_email,
			(SELECT meta_value FROM %i WHERE post_id = post.ID AND meta_key = %s LIMIT 1) AS recognisable,
			(SELECT meta_value FROM %i WHERE post_id = post.ID AND meta_key = %s LIMIT 1) AS kept_name,
			(SELECT MIN(term.term_id) FROM %i AS relation JOIN %i AS term ON term.term_taxonomy_id = relation.term_taxonomy_id
				WHERE relation.object_id = post.ID AND term.taxonomy = %s) AS department,
			(SELECT photo.id FROM %i AS photo WHERE photo.story_id = post.ID AND photo.mime <> ''
				ORDER BY photo.position, photo.id LIMIT 1) AS photo
			FROM %i AS post LEFT JOIN %i AS person ON person.ID = post.post_author
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
			$db->users,
			$type,
			...$ids,
		);
		$posts = [];
		foreach ($rows as $row) {
			/** @var \WP_Post $post core's own way from a row to a post */
			$post = new \WP_Post(sanitize_post((object) $row, 'raw'));
			$posts[$post->ID] = ['post' => $post, 'piece' => self::piece($post, $row)];
		}
		return $posts;
	}

	/**
	 * @param array<string, string|null> $row
	 * @return Description
	 */
	private static function piece(\WP_Post $post, array $row): array {
		$photo = (int) $row['photo'];
		$kept = (string) $row['kept_name'];
		return [
			'title' => '',
			'excerpt' => Text::excerpt($post->post_content),
			'text' => Text::to_plain($post->post_content),
			'contributor' => (int) $post->post_author,
			'name' => $kept !== '' ? $kept : $row['display_name'] ?? Person::of(0)['name'],
			'mail' => (string) $row['user_email'],
			'department' => (int) $row['department'],
			'page' => 0,
			'thumbnail' => $photo > 0 ? Photos::address($photo, 'thumbnail') : null,
			'people' => (string) $row['recognisable'],
			'link' => null,
		];
	}
}

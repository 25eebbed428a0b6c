<?php
// What moderators corrected in a contributor's words: shown to them, and undone by them.

namespace Throughline\Moderation;

use Throughline\Database;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Content from Kind
 * @phpstan-type Correction array{theirs: Content, now: Content, known: bool}
 * `known` says that their own words were public before.
 */
final class Corrections {
	/**
	 * What stands in a piece, beside its contributor's own words.
	 *
	 * @return Correction|null null where nobody corrected anything, or nothing is left of it
	 */
	public static function open(string $kind, int $id): ?array {
		$theirs = null;
		$proposed = false;
		$corrected = false;
		$public = [];
		foreach (self::rows($kind, $id) as $row) {
			$content = $row['content'];
			$own =
				in_array($row['act'], ['submit', 'revise'], true) ||
				($row['act'] === 'correct' && $row['rule'] === Contributions::OWN) ||
				($row['act'] === 'publish' && $proposed);
			if ($own) {
				$theirs = $content;
				$corrected = false;
			} elseif ($row['act'] === 'correct') {
				$corrected = true;
			}
			$proposed =
				$row['act'] === 'propose' ||
				($proposed && !in_array($row['act'], ['publish', 'return', 'remove'], true));
			if ($row['state'] === 'published' && $row['act'] !== 'propose') {
				$public[] = $content;
			}
		}
		$now = Kinds::get($kind)?->content($id);
		if ($theirs === null || $now === null || !$corrected) {
			return null;
		}
		$theirs['photos'] = self::described($now['photos'], $theirs['photos']);
		return $theirs === $now
			? null
			: [
				'theirs' => $theirs,
				'now' => $now,
				'known' => self::was_public($theirs, $now, $public),
			];
	}

	/**
	 * Whether title and text stood in public together, and each description beside its photo.
	 *
	 * @param Content $theirs
	 * @param Content $now
	 * @param list<Content> $public
	 */
	private static function was_public(array $theirs, array $now, array $public): bool {
		foreach ($public as $content) {
			$content['photos'] = self::described($now['photos'], $content['photos']);
			if ($content === $theirs) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The contributor puts their own words back: at once where nobody has published others, or theirs were public
	 * before; else as a proposal, since nobody has let these appear yet.
	 *
	 * @param array{kind: string, id: int, version: int} $piece the version they saw
	 * @param int $user 0 for the bearer of a signed link
	 * @return array{state: string, version: int}|\WP_Error
	 */
	public static function undo(array $piece, int $user): array|\WP_Error {
		['kind' => $kind, 'id' => $id] = $piece;
		$correction = self::open($kind, $id);
		if ($correction === null) {
			return Desk::stale($kind, $id);
		}
		$waits = Decisions::latest($kind, $id)['state'] === 'published' && !$correction['known'];
		return Contributions::change(
			[
				'act' => $waits ? 'propose' : 'correct',
				'content' => $correction['theirs'],
			] + $piece,
			$user,
		);
	}

	/** @return list<int> versions in which the contributor put their own words back */
	public static function own(string $kind, int $id): array {
		return array_map(
			static fn(array $row): int => (int) $row['version'],
			Database::rows(
				"SELECT version FROM %i WHERE kind = %s AND piece_id = %d AND act = 'correct' AND rule = %s",
				Database::table('decisions'),
				$kind,
				$id,
				Contributions::OWN,
			),
		);
	}

	/**
	 * The photos that the piece has, with the contributor's own descriptions.
	 *
	 * @param list<array{id: int, alt: string}> $photos
	 * @param list<array{id: int, alt: string}> $theirs
	 * @return list<array{id: int, alt: string}>
	 */
	private static function described(array $photos, array $theirs): array {
		$alts = array_column($theirs, 'alt', 'id');
		return array_map(
			static fn(array $photo): array => [
				'id' => $photo['id'],
				'alt' => $alts[$photo['id']] ?? $photo['alt'],
			],
			$photos,
		);
	}

	/**
	 * What was done and not undone, first things first.
	 *
	 * @return list<array{act: string, state: string, rule: string, content: Content}>
	 */
	private static function rows(string $kind, int $id): array {
		$rows = [];
		foreach (
			Database::rows(
				'SELECT act, state, rule, title, text, photos, hash FROM %i
				WHERE kind = %s AND piece_id = %d ORDER BY version',
				Database::table('decisions'),
				$kind,
				$id,
			)
			as $row
		) {
			if ($row['act'] === 'undo') {
				array_pop($rows);
				continue;
			}
			/** @var list<array{id: int, alt: string}>|null $photos */
			$photos = json_decode((string) $row['photos'], true);
			// Words that were erased with time say nothing any more.
			if ($row['hash'] !== '') {
				$rows[] = [
					'act' => (string) $row['act'],
					'state' => (string) $row['state'],
					'rule' => (string) $row['rule'],
					'content' => [
						'title' => (string) $row['title'],
						'text' => (string) $row['text'],
						'photos' => $photos ?? [],
					],
				];
			}
		}
		return $rows;
	}
}

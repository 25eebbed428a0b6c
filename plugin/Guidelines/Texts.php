<?php
// What an edition says, guideline by guideline, as it is written and compared.

declare(strict_types=1);

namespace Throughline\Guidelines;

use Throughline\Database;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Text array{
 *     lineage: string, tone: string, sentence: string, reason: string, example: string, kinds: list<string>,
 *     departments: list<int>, words: string
 * }
 * `lineage` is the same in every edition that has this guideline.
 */
final class Texts {
	/** @return list<Text> what an edition says, as it is edited and compared */
	public static function of_edition(int $edition): array {
		$lineages = array_column(
			Database::rows(
				'SELECT id, lineage FROM %i WHERE edition = %d',
				Database::table('guidelines'),
				$edition,
			),
			'lineage',
			'id',
		);
		return array_map(static function (array $one) use ($lineages): array {
			$lineage = $lineages[$one['id']] ?? '';
			unset($one['id'], $one['edition'], $one['number']);
			return ['lineage' => $lineage] + $one;
		}, Guidelines::of_edition($edition));
	}

	/** @param list<Text> $texts all that the edition says from now on */
	public static function write(int $edition, array $texts): void {
		Database::write(
			'DELETE FROM %i WHERE edition = %d',
			Database::table('guidelines'),
			$edition,
		);
		$known = [];
		// The dos come first, as everybody reads them.
		usort($texts, static fn(array $a, array $b): int => $a['tone'] <=> $b['tone']);
		foreach ($texts as $place => $text) {
			$lineage = isset($known[$text['lineage']]) ? wp_generate_uuid4() : $text['lineage'];
			$known[$lineage] = true;
			Database::write(
				'INSERT INTO %i (edition, number, lineage, tone, sentence, reason, example, kinds, departments, words)
				VALUES (%d, %d, %s, %s, %s, %s, %s, %s, %s, %s)',
				Database::table('guidelines'),
				$edition,
				$place + 1,
				$lineage,
				$text['tone'],
				self::clean($text['sentence']),
				self::clean($text['reason']),
				self::clean($text['example']),
				(string) wp_json_encode(array_values(array_unique($text['kinds']))),
				(string) wp_json_encode(
					array_values(
						array_filter(
							array_unique($text['departments']),
							static fn(int $id): bool => Departments::existing($id) > 0,
						),
					),
				),
				self::clean($text['words'], true),
			);
		}
	}

	/** What keeps a draft from being put to anybody. */
	public static function unfinished(int $edition): ?\WP_Error {
		$texts = Guidelines::of_edition($edition);
		foreach ($texts as $text) {
			if ($text['sentence'] === '') {
				return new \WP_Error(
					'throughline_sentence_missing',
					__(
						'One of the guidelines says nothing yet. Please write its sentence, or remove it.',
						'throughline',
					),
					['status' => 422, 'number' => $text['number']],
				);
			}
		}
		return $texts === []
			? new \WP_Error(
				'throughline_empty_edition',
				__(
					'There is nothing to agree to yet. Please write the first guideline.',
					'throughline',
				),
				['status' => 422],
			)
			: null;
	}

	/** Plain text without what nobody can see; on one line, or one entry a line. */
	public static function clean(string $text, bool $lines = false): string {
		$text = wp_check_invalid_utf8($text);
		$parts = $lines ? preg_split('/\R/u', $text) : [$text];
		$parts = array_map(
			static fn(string $part): string => trim(
				(string) preg_replace('/[\s\p{Cc}]+/u', ' ', $part),
			),
			is_array($parts) ? $parts : [],
		);
		return implode("\n", array_filter($parts, static fn(string $part): bool => $part !== ''));
	}
}

<?php
// What somebody sent, with its record: by account, or by the mail address that a guest gave.

namespace Throughline\Moderation\Privacy;

use Throughline\Database;
use Throughline\Moderation\Course;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\Departure;
use Throughline\Moderation\Erasure;
use Throughline\Moderation\Kinds;
use Throughline\Moderation\Mine\Words;
use Throughline\Moderation\Privacy;
use Throughline\Moderation\Submissions;

defined('ABSPATH') || exit();

/** @phpstan-import-type Item from Privacy */
final class Pieces {
	private const PAGE = 20;

	/** @return array{items: list<Item>, done: bool} */
	public static function export(string $mail, int $page): array {
		$all = self::all($mail);
		$items = [];
		foreach (array_slice($all, ($page - 1) * self::PAGE, self::PAGE) as $piece) {
			$items[] = self::item($piece['kind'], $piece['id']);
		}
		return [
			'items' => array_values(array_filter($items)),
			'done' => count($all) <= $page * self::PAGE,
		];
	}

	/**
	 * What is online stays without the name, unless its contributor wants it to go; what nobody sees is deleted.
	 *
	 * @return array{removed: int, messages: list<string>, done: bool}
	 */
	public static function erase(string $mail): array {
		$user = get_user_by('email', $mail);
		$stay = $user !== false && Departure::chosen($user->ID) === 'removed' ? [] : ['published'];
		$all = self::all($mail);
		$stayed = false;
		foreach (array_slice($all, 0, self::PAGE) as $piece) {
			['kind' => $kind, 'id' => $id] = $piece;
			Database::transaction(static function () use ($kind, $id, $stay, &$stayed): bool {
				Kinds::get($kind)?->lock($id);
				if (in_array(Decisions::latest($kind, $id)['state'], $stay, true)) {
					Erasure::name($kind, $id);
					$stayed = true;
				} else {
					Erasure::piece($kind, $id);
				}
				return true;
			});
		}
		return [
			'removed' => count(array_slice($all, 0, self::PAGE)),
			'messages' => $stayed
				? [
					__(
						'What is online stays, without the name. Single pieces can be removed on the desk.',
						'throughline',
					),
				]
				: [],
			'done' => count($all) <= self::PAGE,
		];
	}

	/** @return list<array{kind: string, id: int}> */
	private static function all(string $mail): array {
		$user = get_user_by('email', $mail);
		$all = [];
		for ($before = 0; $user !== false; ) {
			['pieces' => $pieces, 'after' => $before] = Submissions::of($user->ID, $before);
			array_push($all, ...$pieces);
			if ($before === 0) {
				break;
			}
		}
		foreach (is_email($mail) === false ? [] : Kinds::all() as $kind) {
			foreach ($kind->by_mail($mail) as $id) {
				// Of what never came to us core itself takes care.
				if (Decisions::latest($kind->name(), $id)['version'] > 0) {
					$all[] = ['kind' => $kind->name(), 'id' => $id];
				}
			}
		}
		return $all;
	}

	/** @return Item|null */
	private static function item(string $kind, int $id): ?array {
		$known = Kinds::get($kind);
		$piece = $known?->describe([$id])[$id] ?? null;
		if ($known === null || $piece === null) {
			return null;
		}
		$lines = [
			Privacy::line(__('What it is', 'throughline'), $known->label()),
			Privacy::line(__('Title', 'throughline'), $piece['title']),
			Privacy::line(__('Text', 'throughline'), $piece['text']),
			Privacy::line(__('Name', 'throughline'), $piece['name']),
			Privacy::line(__('Address', 'throughline'), $piece['link'] ?? ''),
			Privacy::line(
				__('Where it stands', 'throughline'),
				Words::state(Decisions::latest($kind, $id)['state'], false),
			),
		];
		foreach ($known->content($id)['photos'] ?? [] as $place => $photo) {
			/* translators: %s: number of the photo in the story */
			$name = sprintf(__('Photo %s', 'throughline'), number_format_i18n($place + 1));
			$lines[] = Privacy::line($name, "#{$photo['id']} {$photo['alt']}");
		}
		foreach (Course::standing(Decisions::history($kind, $id)) as $row) {
			$lines[] = Privacy::line(
				$row['at'],
				trim(Words::act($row['act'], false) . ' ' . $row['reason']),
			);
		}
		return ['id' => "throughline-$kind-$id", 'data' => Privacy::lines($lines)];
	}
}

<?php
// WordPress's exporter and eraser of personal data: every table and every user option of ours, by mail address.

namespace Throughline\Moderation;

use Throughline\Moderation\Privacy\Account;
use Throughline\Moderation\Privacy\Deciding;
use Throughline\Moderation\Privacy\Pieces;
use Throughline\Moderation\Privacy\Reporting;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Line array{name: string, value: string}
 * @phpstan-type Item array{id: string, data: list<Line>}
 * @phpstan-type Part array{
 *     label: string, export: callable(string, int): array{items: list<Item>, done: bool},
 *     erase: callable(string): array{removed: int, messages: list<string>, done: bool}
 * }
 * Both get a mail address; an export is asked page by page, an erasure until it is done.
 */
final class Privacy {
	/**
	 * Each table of ours, with the part that covers it; '' where it says nothing about a person. A test compares
	 * this with what the database holds.
	 */
	public const TABLES = [
		'decisions' => 'pieces',
		'queue' => 'pieces',
		'submissions' => 'pieces',
		'links' => 'pieces',
		'photos' => 'pieces',
		'shares' => 'pieces',
		'profiles' => 'profiles',
		// What is published, made anew from the pieces.
		'pieces' => 'pieces',
		'due' => 'reports',
		'reports' => 'reports',
		'notes' => 'deciding',
		'works_agreement' => 'deciding',
		'editions' => 'deciding',
		'calm' => 'deciding',
		'agreements' => 'account',
		'acknowledgements' => 'account',
		'outcomes' => 'standing',
		'standing_log' => 'standing',
		'followers' => 'following',
		'news' => '',
		'questions' => 'questions',
		'question_steps' => 'questions',
		// What everybody sees of comments, made anew from them.
		'threads' => '',
		// Keyed hashes that are gone within a day.
		'pace' => '',
		'traffic' => '',
		'passes' => '',
		'guidelines' => '',
	];

	public static function register(): void {
		// Before core's: it takes the address from comments, by which ours are found.
		add_filter('wp_privacy_personal_data_exporters', [self::class, 'exporters'], 1);
		add_filter('wp_privacy_personal_data_erasers', [self::class, 'erasers'], PHP_INT_MAX);
		add_action('admin_init', [self::class, 'suggest']);
	}

	/** @return array<string, Part> */
	private static function parts(): array {
		return [
			'pieces' => [
				'label' => __('What somebody sent', 'throughline'),
				'export' => [Pieces::class, 'export'],
				'erase' => [Pieces::class, 'erase'],
			],
			'reports' => [
				'label' => __('What somebody reported', 'throughline'),
				'export' => [Reporting::class, 'export'],
				'erase' => [Reporting::class, 'erase'],
			],
			'deciding' => [
				'label' => __('What somebody decided as a moderator', 'throughline'),
				'export' => [Deciding::class, 'export'],
				'erase' => [Deciding::class, 'erase'],
			],
			'account' => [
				'label' => __('What belongs to an account', 'throughline'),
				'export' => [Account::class, 'export'],
				'erase' => [Account::class, 'erase'],
			],
		];
	}

	/**
	 * @param array<string, array<string, mixed>> $exporters
	 * @return array<string, array<string, mixed>>
	 */
	public static function exporters(array $exporters): array {
		foreach (self::parts() as $name => $part) {
			$exporters["throughline-$name"] = [
				'exporter_friendly_name' => 'Throughline: ' . $part['label'],
				'callback' => static fn(string $mail, int|string $page = 1): array => self::export(
					$name,
					$mail,
					(int) $page,
				),
			];
		}
		return $exporters;
	}

	/**
	 * @param array<string, array<string, mixed>> $erasers
	 * @return array<string, array<string, mixed>>
	 */
	public static function erasers(array $erasers): array {
		$ours = [];
		foreach (self::parts() as $name => $part) {
			$ours["throughline-$name"] = [
				'eraser_friendly_name' => 'Throughline: ' . $part['label'],
				'callback' => static fn(string $mail): array => self::erase($name, $mail),
			];
		}
		return $ours + $erasers;
	}

	/** @return array{data: list<array<string, mixed>>, done: bool} */
	private static function export(string $name, string $mail, int $page): array {
		$part = self::parts()[$name];
		['items' => $items, 'done' => $done] = $part['export'](trim($mail), max(1, $page));
		return [
			'data' => array_map(
				static fn(array $item): array => [
					'group_id' => "throughline-$name",
					'group_label' => $part['label'],
					'item_id' => $item['id'],
					'data' => $item['data'],
				],
				$items,
			),
			'done' => $done,
		];
	}

	/** @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool} */
	private static function erase(string $name, string $mail): array {
		[
			'removed' => $removed,
			'messages' => $messages,
			'done' => $done,
		] = self::parts()[$name]['erase'](trim($mail));
		return [
			'items_removed' => $removed > 0,
			'items_retained' => $messages !== [],
			'messages' => $messages,
			'done' => $done,
		];
	}

	/**
	 * A line of an export; what says nothing is left out by lines().
	 *
	 * @return Line
	 */
	public static function line(string $name, string $value): array {
		return ['name' => $name, 'value' => $value];
	}

	/**
	 * @param list<Line> $lines
	 * @return list<Line>
	 */
	public static function lines(array $lines): array {
		return array_values(
			array_filter($lines, static fn(array $line): bool => $line['value'] !== ''),
		);
	}

	/** What a site may say about us in its privacy policy. */
	public static function suggest(): void {
		wp_add_privacy_policy_content(
			'Throughline',
			wp_kses_post(
				wpautop(
					__(
						'What you send – text, photos, and what you say about people in them – is looked at by moderators before it appears, and is shown with your name. Photos lose everything that the camera wrote beside the picture, the place above all. Every decision on what you sent is kept with its reason. By the link in our mails, or on your own page, you can change it, withdraw it, take your name off it, or delete it for good.',
						'throughline',
					),
				),
			),
		);
	}
}

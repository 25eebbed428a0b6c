<?php
// Tells WordPress's exporter and eraser who keeps something about people.

declare(strict_types=1);

namespace Throughline;

defined('ABSPATH') || exit();

final class PersonalData {
	/**
	 * @param callable(): string $label made when core asks for it: translations are not there before
	 * @param class-string $keeper its export() and erase() take a mail address, and answer as core wants it
	 */
	public static function kept(string $name, callable $label, string $keeper): void {
		foreach (['exporter' => 'export', 'eraser' => 'erase'] as $what => $act) {
			add_filter(
				"wp_privacy_personal_data_{$what}s",
				static fn(array $all): array => [
					...$all,
					$name => [
						"{$what}_friendly_name" => $label(),
						'callback' => [$keeper, $act],
					],
				],
			);
		}
	}
}

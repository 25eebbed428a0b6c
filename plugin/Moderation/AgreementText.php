<?php
// The words of the page for the works council: in parts for the web page, and as one plain text.

namespace Throughline\Moderation;

use function Throughline\now;

defined('ABSPATH') || exit();

/** @phpstan-import-type Described from Fields */
final class AgreementText {
	public static function lead(): string {
		return sprintf(
			/* translators: 1: name of the site, 2: a date */
			__(
				'Made by the plugin itself on “%1$s” on %2$s: it lists every field that it stores, who sees it and for how long it is kept. Nothing leaves this site.',
				'throughline',
			),
			html_entity_decode(get_bloginfo('name'), ENT_QUOTES, 'UTF-8'),
			(string) wp_date(self::format(), now()),
		);
	}

	public static function handing_over(): string {
		return __(
			'That colleagues decide for their own department, and that trust grows, is not touched by these rules: everybody sees their own standing, and the rules that it follows.',
			'throughline',
		);
	}

	/** @return list<string> what was switched, latest first */
	public static function history(): array {
		return array_map(
			static fn(array $entry): string => sprintf(
				$entry['on']
					? /* translators: 1: date, 2: a person, 3: a rule, 4: why */
					__('%1$s, %2$s: switched on again: “%3$s” Reason: %4$s', 'throughline')
					: /* translators: 1: date, 2: a person, 3: a rule, 4: why */
					__('%1$s, %2$s: switched off: “%3$s” Reason: %4$s', 'throughline'),
				(string) wp_date(self::format(), (int) strtotime($entry['at'])),
				$entry['by'] ?? __('Somebody who was here', 'throughline'),
				$entry['sentence'],
				$entry['reason'],
			),
			WorksAgreement::history(),
		);
	}

	/**
	 * @param Described $described
	 * @return array{where: string, holds: string, seen: string, kept: string, fields: array<string, string>} `holds` is '' where there are fields
	 */
	public static function rows(array $described): array {
		$fields = array_diff_key($described['fields'], ['' => '']);
		if (($described['technical'] ?? []) !== []) {
			$fields[implode(', ', $described['technical'])] = __(
				'Numbers and dates by which the software finds and orders the rows.',
				'throughline',
			);
		}
		return [
			'where' => sprintf(self::where($described['store']), $described['name']),
			'holds' => $described['fields'][''] ?? '',
			'seen' => implode(', ', array_map([Fields::class, 'seen'], $described['seen'])),
			'kept' => Fields::kept($described['kept']),
			'fields' => $fields,
		];
	}

	public static function of(): string {
		$line = static fn(string $text, string $under): string => "$text\n" .
			str_repeat($under, mb_strlen($text)) .
			"\n\n";
		$text = $line(__('What Throughline stores, and what was agreed', 'throughline'), '=');
		$text .= self::lead() . "\n\n" . $line(__('What was agreed', 'throughline'), '-');
		foreach (WorksAgreement::RULES as $rule) {
			$text .= sprintf(
				"- %s %s\n",
				WorksAgreement::sentence($rule),
				WorksAgreement::on($rule)
					? __('Holds.', 'throughline')
					: __('Switched off.', 'throughline'),
			);
		}
		$text .= "\n" . self::handing_over() . "\n\n";
		$text .= $line(__('What was switched, and why', 'throughline'), '-');
		$history = self::history();
		$text .=
			$history === []
				? __('Nothing was ever switched off.', 'throughline') . "\n\n"
				: '- ' . implode("\n- ", $history) . "\n\n";
		$text .= $line(__('Every field that is stored', 'throughline'), '-');
		foreach (Fields::all() as $described) {
			$rows = self::rows($described);
			$text .= "{$described['what']}\n{$rows['where']}\n";
			if ($rows['holds'] !== '') {
				$text .= __('What it holds', 'throughline') . ": {$rows['holds']}\n";
			}
			$text .= __('Who sees it', 'throughline') . ": {$rows['seen']}\n";
			$text .= __('How long it is kept', 'throughline') . ": {$rows['kept']}\n";
			foreach ($rows['fields'] as $field => $what) {
				$text .= "  - $field: $what\n";
			}
			$text .= "\n";
		}
		return $text;
	}

	private static function where(string $store): string {
		return match ($store) {
			/* translators: %s: technical name */
			'table' => __('Table “%s”', 'throughline'),
			/* translators: %s: technical name */
			'post' => __('Posts of the type “%s”, in core’s own table', 'throughline'),
			/* translators: %s: technical name */
			'option' => __('Option “%s”', 'throughline'),
			/* translators: %s: technical name */
			'user meta' => __('With the account, “%s”', 'throughline'),
			/* translators: %s: technical name */
			'term meta' => __('With the department, “%s”', 'throughline'),
			/* translators: %s: technical name */
			'comment meta' => __('With the comment, “%s”', 'throughline'),
			/* translators: %s: technical name */
			'comment' => __('Comments of the type “%s”, in core’s own table', 'throughline'),
			/* translators: %s: technical name */
			default => __('With the post, “%s”', 'throughline'),
		};
	}

	private static function format(): string {
		$format = get_option('date_format');
		return is_string($format) && $format !== '' ? $format : 'Y-m-d';
	}
}

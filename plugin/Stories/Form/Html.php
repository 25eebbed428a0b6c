<?php
// What every part of the form's HTML needs: ids, words, errors, and text that comes back exactly as it was written.

declare(strict_types=1);

namespace Throughline\Stories\Form;

defined('ABSPATH') || exit();

/** @phpstan-type FormSettings array{id: string, heading: string, introduction: string, department: int} */
final class Html {
	public function __construct(private readonly string $id) {}

	/** Prints the id of a part of this form. */
	public function id(string $part): void {
		echo esc_attr("$this->id-$part");
	}

	public static function word(string $name): void {
		echo esc_html(Words::word($name));
	}

	/**
	 * Prints what somebody wrote. Content filters go over our HTML once more: they would run a
	 * shortcode that stands in a draft, and curl its quotes; entities keep them off.
	 */
	public static function literal(string $text): void {
		echo preg_replace_callback(
			'/[!-\/0-9:-@[-`{-~]/',
			static fn(array $found): string => '&#' . ord($found[0]) . ';',
			wp_check_invalid_utf8($text),
		);
	}

	/** Prints what is said about a photo; `%1$s` and `%2$s` are numbers. */
	public static function about(string $name, int ...$numbers): void {
		echo esc_html(
			vsprintf(Words::of_photo()[$name], array_map('number_format_i18n', $numbers)),
		);
	}

	/** Prints the sentence beside a field, and where the script puts one. */
	public function error(string $field, ?string $wrong): void {
		printf(
			'<p class="throughline-form__error" id="%s-%s-error"',
			esc_attr($this->id),
			esc_attr($field),
		);
		if ($wrong === null) {
			printf(
				' hidden data-wp-bind--hidden="!context.wrong.%1$s" data-wp-text="context.wrong.%1$s"',
				esc_attr($field),
			);
		}
		echo $wrong === '' ? ' hidden>' : '>';
		self::literal($wrong ?? '');
		echo '</p>';
	}

	/** Prints whether a field is wrong; null leaves that to the script. */
	public static function invalid(?string $wrong, string $directive = ''): void {
		if ($wrong === null && $directive !== '') {
			printf('data-wp-bind--aria-invalid="%s"', esc_attr($directive));
		} elseif ($wrong !== null && $wrong !== '') {
			echo 'aria-invalid="true"';
		}
	}
}

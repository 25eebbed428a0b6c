<?php
// What the forms on the page of one's own piece send, read once and as it is; whoever acts on it has checked the seal.

namespace Throughline\Moderation\Mine;

use Throughline\Moderation\Kind;

defined('ABSPATH') || exit();

/** @phpstan-import-type Content from Kind */
final class Request {
	public static function is_post(): bool {
		$method = $_SERVER['REQUEST_METHOD'] ?? '';
		return is_string($method) && strtoupper($method) === 'POST';
	}

	/** The piece that the address names; null where it names none. */
	public static function asked(): mixed {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- Own looks at its shape.
		return $_GET[\Throughline\Moderation\Links::PARAMETER] ?? null;
	}

	/** What the page before has done, for a sentence. */
	public static function said(): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- one of our own words, or nothing.
		$said = $_GET['throughline-said'] ?? '';
		return is_string($said) ? $said : '';
	}

	public static function field(string $name): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- kinds clean what they keep.
		$value = $_POST[Html::FIELD . $name] ?? '';
		return is_string($value)
			? str_replace("\r\n", "\n", wp_check_invalid_utf8(wp_unslash($value), true))
			: '';
	}

	/**
	 * What was written, of the photos that the piece has.
	 *
	 * @param Content $now what stands in it
	 * @return Content
	 */
	public static function content(array $now): array {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- as above.
		$alts = $_POST[Html::FIELD . 'alt'] ?? [];
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- as above.
		$drop = $_POST[Html::FIELD . 'drop'] ?? [];
		$alts = is_array($alts) ? $alts : [];
		$drop = is_array($drop) ? array_map('strval', array_filter($drop, 'is_scalar')) : [];
		$photos = [];
		foreach ($now['photos'] as $photo) {
			$alt = $alts[$photo['id']] ?? null;
			if (!in_array((string) $photo['id'], $drop, true)) {
				$photos[] = [
					'id' => $photo['id'],
					'alt' => is_string($alt) ? trim(wp_unslash($alt)) : $photo['alt'],
				];
			}
		}
		return [
			'title' => trim(self::field('title')),
			'text' => trim(self::field('text')),
			'photos' => $photos,
		];
	}

	/** @return array<mixed>|null the one photo of this request */
	public static function file(): ?array {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- the kind looks into it.
		$file = $_FILES[Html::FIELD . 'photo'] ?? null;
		return is_array($file) && ($file['error'] ?? null) !== UPLOAD_ERR_NO_FILE ? $file : null;
	}

	public static function upload(): string {
		$upload = self::field('upload');
		return wp_is_uuid($upload) ? $upload : wp_generate_uuid4();
	}
}

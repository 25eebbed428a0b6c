<?php
// What a browser without JavaScript sent, read once and as it is; whoever acts on it has checked the nonce.

declare(strict_types=1);

namespace Throughline\Stories\Form;

use Throughline\Stories\Form;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

/** @phpstan-import-type Input from Stories */
final class Request {
	/** Name of the field that tells our requests from others; its value is the nonce. */
	public const MARK = 'throughline_form';
	/** Name of the button that was pressed. */
	public const ACT = 'throughline_act';
	public const PHOTO = 'throughline_photo';
	/** Starts the names of all fields: WordPress takes bare ones such as `title` for queries of its own. */
	public const FIELD = 'throughline_';

	public static function is_post(): bool {
		return strtoupper(Form::server('REQUEST_METHOD')) === 'POST';
	}

	/** Whether it comes from our form. */
	public static function is_ours(): bool {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing -- asks before anything is read.
		return isset($_POST[self::MARK]);
	}

	/** The draft that the address names; 0 for none. */
	public static function draft(): int {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- a number.
		$draft = $_GET[Form::DRAFT] ?? '';
		return is_string($draft) && ctype_digit($draft) ? (int) $draft : 0;
	}

	public static function nonce(): string {
		return self::field(self::MARK);
	}

	/** @return array{string, int} what to do, and the photo it is for */
	public static function act(): array {
		[$act, $photo] = [...explode(':', self::field(self::ACT), 2), ''];
		return [$act, (int) $photo];
	}

	/** What the browser called this photo: sending it twice makes one. */
	public static function upload(): string {
		return self::uuid('upload');
	}

	/** @return array<mixed>|null the one file of this request */
	public static function file(): ?array {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- Photos looks into it.
		$file = $_FILES[self::PHOTO] ?? null;
		$is_sent = is_array($file) && ($file['error'] ?? null) !== UPLOAD_ERR_NO_FILE;
		return $is_sent ? $file : null;
	}

	/** @return Input */
	public static function input(): array {
		$photos = [];
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- Text cleans it.
		$alts = $_POST[self::FIELD . 'alt'] ?? [];
		foreach (is_array($alts) ? $alts : [] as $id => $alt) {
			$photos[] = ['id' => (int) $id, 'alt' => is_string($alt) ? wp_unslash($alt) : ''];
		}
		return [
			'submission' => self::uuid('submission'),
			'title' => self::field(self::FIELD . 'title'),
			'text' => str_replace("\r\n", "\n", self::field(self::FIELD . 'text')),
			'department' => (int) self::field(self::FIELD . 'department'),
			'recognisable' => self::field(self::FIELD . 'recognisable'),
			'photos' => $photos,
			'guidelines' => (int) self::field(self::FIELD . 'guidelines'),
		];
	}

	/** Whether they have seen already what they might think over. */
	public static function nudged(): bool {
		return self::field(self::FIELD . 'nudged') === '1';
	}

	/** @return Input */
	public static function blank(): array {
		return [
			'submission' => wp_generate_uuid4(),
			'title' => '',
			'text' => '',
			'department' => 0,
			'recognisable' => '',
			'photos' => [],
		];
	}

	private static function uuid(string $name): string {
		$uuid = self::field(self::FIELD . $name);
		return wp_is_uuid($uuid) ? $uuid : wp_generate_uuid4();
	}

	private static function field(string $name): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- Text cleans it.
		$value = $_POST[$name] ?? '';
		return is_string($value) ? wp_unslash($value) : '';
	}
}

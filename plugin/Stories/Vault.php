<?php
// Keeps files encrypted until they are public: without the key they are noise, in every backup too.

declare(strict_types=1);

namespace Throughline\Stories;

defined('ABSPATH') || exit();

/** A sealed file is 12 bytes of initialisation vector, 16 of tag, then the ciphertext. It opens only under the name it was sealed by. */
final class Vault {
	private const CIPHER = 'aes-256-gcm';
	private const IV_BYTES = 12;
	private const TAG_BYTES = 16;
	private const PART = '.part';

	/** One for each photo, in hexadecimal; each of its files has an initialisation vector of its own. */
	public static function key(): string {
		return bin2hex(random_bytes(32));
	}

	/** @throws \RuntimeException */
	public static function seal(string $from, string $to, string $key): void {
		$iv = random_bytes(self::IV_BYTES);
		$sealed = openssl_encrypt(
			self::read($from),
			self::CIPHER,
			self::secret($key),
			OPENSSL_RAW_DATA,
			$iv,
			$tag,
			wp_basename($to),
			self::TAG_BYTES,
		);
		if ($sealed === false) {
			throw new \RuntimeException("Could not encrypt $from");
		}
		self::write($to, $iv . $tag . $sealed);
	}

	/** @throws \RuntimeException also when the file or its key was tampered with */
	public static function open(string $from, string $key): string {
		$sealed = self::read($from);
		$head = self::IV_BYTES + self::TAG_BYTES;
		$bytes =
			strlen($sealed) < $head
				? false
				: openssl_decrypt(
					substr($sealed, $head),
					self::CIPHER,
					self::secret($key),
					OPENSSL_RAW_DATA,
					substr($sealed, 0, self::IV_BYTES),
					substr($sealed, self::IV_BYTES, self::TAG_BYTES),
					wp_basename($from),
				);
		return is_string($bytes) ? $bytes : throw new \RuntimeException("Could not decrypt $from");
	}

	/** @throws \RuntimeException */
	public static function open_to(string $from, string $to, string $key): void {
		self::write($to, self::open($from, $key));
	}

	/** Deletes a file, and what killed processes left of it. */
	public static function remove(string $file): void {
		$pattern = strtr($file, ['[' => '[[]', '*' => '[*]', '?' => '[?]']);
		$parts = glob($pattern . '.*' . self::PART);
		foreach ([$file, ...$parts === false ? [] : $parts] as $path) {
			if (is_file($path)) {
				wp_delete_file($path);
			}
		}
	}

	private static function secret(string $key): string {
		// An empty key is that of a photo that is published or deleted.
		$is_key = preg_match('/^[0-9a-f]{64}$/D', $key) === 1;
		return $is_key ? (string) hex2bin($key) : throw new \RuntimeException('This is not a key');
	}

	private static function read(string $from): string {
		$bytes = is_file($from) ? file_get_contents($from) : false;
		return is_string($bytes) ? $bytes : throw new \RuntimeException("Could not read $from");
	}

	/** Whoever reads meanwhile sees the whole file or none. */
	private static function write(string $to, string $bytes): void {
		$folder = dirname($to);
		$part = $to . '.' . bin2hex(random_bytes(4)) . self::PART;
		$is_written =
			wp_mkdir_p($folder) &&
			@file_put_contents($part, $bytes) === strlen($bytes) &&
			// As core does for uploads: the web server may be another user.
			chmod($part, (int) fileperms($folder) & 0666) &&
			@rename($part, $to);
		if (!$is_written) {
			if (is_file($part)) {
				wp_delete_file($part);
			}
			throw new \RuntimeException("Could not write $to");
		}
	}
}

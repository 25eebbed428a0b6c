<?php
// Temporary files that go away unless they are kept.

declare(strict_types=1);

namespace Throughline\Stories\Image;

defined('ABSPATH') || exit();

final class Scratch {
	private const PREFIX = 'throughline-';

	/** @var list<string> */
	private array $files = [];

	public function file(string $bytes): string {
		// Warnings of a full disk would end up in the middle of an answer.
		$path = @tempnam(get_temp_dir(), self::PREFIX);
		if ($path === false) {
			throw new Refused('not_stored');
		}
		$this->files[] = $path;
		if (@file_put_contents($path, $bytes) !== strlen($bytes)) {
			throw new Refused('not_stored');
		}
		return $path;
	}

	/** @param list<string> $files are left to whoever has their paths */
	public function keep(array $files): void {
		$this->files = array_values(array_diff($this->files, $files));
	}

	public function clear(): void {
		foreach ($this->files as $file) {
			wp_delete_file($file);
		}
		$this->files = [];
	}

	/** Takes away what killed processes left, an hour ago or more. */
	public static function sweep(): void {
		$files = glob(get_temp_dir() . self::PREFIX . '*');
		foreach ($files === false ? [] : $files as $file) {
			if (is_file($file) && time() - (int) filemtime($file) > HOUR_IN_SECONDS) {
				wp_delete_file($file);
			}
		}
	}
}

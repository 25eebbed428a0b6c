<?php
// Tables as spreadsheets write and read them: any separator and encoding in, and nothing out that a spreadsheet would run.

namespace Throughline;

defined('ABSPATH') || exit();

final class Csv {
	/** A spreadsheet takes a cell that begins so for a formula: owasp.org, "CSV Injection". */
	private const FORMULA = '/^[\s\x{A0}]*[=+\-@\t\r\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}]/u';

	/**
	 * The lines of a file by their number, counted as an editor counts them; empty ones are left out.
	 *
	 * @return array<int, list<string>>|null null for what is no text at all, e.g. an Excel workbook
	 */
	public static function read(string $bytes): ?array {
		$text = self::text($bytes);
		if ($text === null) {
			return null;
		}
		$text = (string) preg_replace('/\r\n?/', "\n", $text);
		$first = 1;
		// Excel's own way of naming the separator.
		if (preg_match('/^sep=(.)\n/i', $text, $named) === 1) {
			$text = substr($text, strlen($named[0]));
			$first = 2;
		}
		$stream = fopen('php://temp', 'r+');
		if ($stream === false) {
			throw new \RuntimeException('There is no room for a temporary file.');
		}
		fwrite($stream, $text);
		rewind($stream);
		$separator = $named[1] ?? self::separator($text);
		$lines = [];
		for ($begin = 0; ; $begin = $end) {
			$cells = fgetcsv($stream, null, $separator, '"', '');
			$end = (int) ftell($stream);
			if ($cells === false) {
				break;
			}
			$cells = array_map(
				static fn(?string $cell): string => self::told((string) $cell),
				$cells,
			);
			if (implode('', $cells) !== '') {
				$lines[$first] = $cells;
			}
			$first += max(1, substr_count(substr($text, $begin, $end - $begin), "\n"));
		}
		return $lines;
	}

	/**
	 * A file with a mark by which Excel knows UTF-8, and the separator that Excel expects in the reader's language.
	 *
	 * @param iterable<list<string>> $lines
	 */
	public static function write(iterable $lines): string {
		$stream = fopen('php://temp', 'r+');
		if ($stream === false) {
			throw new \RuntimeException('There is no room for a temporary file.');
		}
		self::put($stream, $lines);
		rewind($stream);
		return (string) stream_get_contents($stream);
	}

	/**
	 * The same, line by line as they come: to a browser, or into a file.
	 *
	 * @param resource $stream
	 * @param iterable<list<string>> $lines
	 */
	public static function put($stream, iterable $lines): void {
		fwrite($stream, "\xEF\xBB\xBF");
		// Where the comma stands inside of numbers, it can't stand between cells.
		$separator = number_format_i18n(0.5, 1) === '0,5' ? ';' : ',';
		foreach ($lines as $cells) {
			fputcsv(
				$stream,
				array_map([self::class, 'harmless'], $cells),
				$separator,
				'"',
				'',
				"\r\n",
			);
		}
	}

	/** What a spreadsheet shows as it is, and never runs. */
	public static function harmless(string $cell): string {
		return preg_match(self::FORMULA, $cell) === 0 ? $cell : "'$cell";
	}

	/** What was meant by a cell that was made harmless once, without room around it. */
	private static function told(string $cell): string {
		$cell = trim($cell);
		$bare = substr($cell, 1);
		return str_starts_with($cell, "'") && self::harmless($bare) !== $bare ? $bare : $cell;
	}

	private static function text(string $bytes): ?string {
		if (str_starts_with($bytes, "\xFF\xFE")) {
			// "Unicode text", as Excel calls it.
			$bytes = mb_convert_encoding(substr($bytes, 2), 'UTF-8', 'UTF-16LE');
		}
		if (str_starts_with($bytes, "\xEF\xBB\xBF")) {
			$bytes = substr($bytes, 3);
		}
		if (str_contains($bytes, "\0")) {
			return null;
		}
		return preg_match('//u', $bytes) === 1
			? $bytes
			: mb_convert_encoding($bytes, 'UTF-8', 'Windows-1252');
	}

	/** What stands most often in the first line. */
	private static function separator(string $text): string {
		$head = strtok($text, "\n");
		$counts = array_map(
			static fn(string $separator): int => substr_count((string) $head, $separator),
			[';' => ';', ',' => ',', "\t" => "\t"],
		);
		arsort($counts);
		return array_key_first($counts);
	}
}

<?php
// A table of people comes in: read, shown as what would change, and written only as it was shown, all or nothing.

namespace Throughline\People\Table;

use Throughline\Csv;
use Throughline\Database;

defined('ABSPATH') || exit();

final class Import {
	private const MAX_BYTES = 1_000_000;
	private const MAX_LINES = 5000;

	/**
	 * Without `expects` a preview; with it, what the preview of that version showed is done.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function answer(\WP_REST_Request $request): array|\WP_Error {
		$bytes = self::bytes($request->get_file_params()['file'] ?? null);
		if (is_wp_error($bytes)) {
			return $bytes;
		}
		$table = self::table($bytes);
		if (is_wp_error($table)) {
			return $table;
		}
		$expects = $request['expects'];
		wp_raise_memory_limit('admin');
		return is_string($expects) && $expects !== ''
			? self::write($table, $expects)
			: (new Plan($table))->to_contract();
	}

	/**
	 * @param array<int, array<string, string>> $table
	 * @return array<string, mixed>|\WP_Error
	 */
	private static function write(array $table, string $expects): array|\WP_Error {
		$plan = null;
		$done = false;
		try {
			$answer = Database::transaction(static function () use ($table, $expects, &$plan) {
				$plan = new Plan($table);
				$preview = $plan->to_contract();
				if ($preview['version'] !== $expects) {
					return new \WP_Error(
						'throughline_stale',
						__(
							'Something changed since you saw this preview, so nothing was written. Here is a new one: please look again.',
							'throughline',
						),
						['status' => 409, 'preview' => $preview],
					);
				}
				if (!$plan->can_be_written()) {
					return new \WP_Error(
						'throughline_lines_to_mend',
						__(
							'Some lines have to be mended first. Nothing was written.',
							'throughline',
						),
						['status' => 422, 'preview' => $preview],
					);
				}
				$error = $plan->write();
				return $error ?? ['applied' => true] + $preview;
			});
			$done = !is_wp_error($answer);
			return $answer;
		} finally {
			if (!$done) {
				$plan?->forget();
			}
		}
	}

	private static function bytes(mixed $file): string|\WP_Error {
		$error = is_array($file) ? $file['error'] ?? UPLOAD_ERR_NO_FILE : UPLOAD_ERR_NO_FILE;
		$path = is_array($file) ? $file['tmp_name'] ?? '' : '';
		if ($error === UPLOAD_ERR_INI_SIZE || $error === UPLOAD_ERR_FORM_SIZE) {
			return self::too_large();
		}
		if ($error !== UPLOAD_ERR_OK || !is_string($path) || !is_readable($path)) {
			return self::refuse(
				'file_missing',
				__('No file arrived. Please choose one and send it again.', 'throughline'),
			);
		}
		if (filesize($path) > self::MAX_BYTES) {
			return self::too_large();
		}
		return (string) file_get_contents($path);
	}

	/** @return array<int, array<string, string>>|\WP_Error cells by line and column */
	private static function table(string $bytes): array|\WP_Error {
		$lines = Csv::read($bytes);
		if ($lines === null) {
			return self::refuse(
				'file_unreadable',
				__(
					'This is no CSV file. In Excel: “Save as”, then “CSV UTF-8”; then choose that file here.',
					'throughline',
				),
			);
		}
		if (count($lines) > self::MAX_LINES) {
			return self::too_large();
		}
		$first = array_key_first($lines);
		$columns = $first === null ? [] : Columns::read_head($lines[$first]);
		if (!isset($columns['account'])) {
			return self::refuse(
				'columns_missing',
				__(
					'The first line has to name the columns, and one of them has to be “Email” or “Login”. An export shows how it is meant.',
					'throughline',
				),
			);
		}
		unset($lines[$first]);
		return array_map(
			static fn(array $cells): array => array_map(
				static fn(int $position): string => $cells[$position] ?? '',
				$columns,
			),
			$lines,
		);
	}

	private static function too_large(): \WP_Error {
		$sentence = sprintf(
			/* translators: 1: a size like "1 MB", 2: a number of lines */
			__(
				'This file is larger than %1$s or has more than %2$s lines. Please split it and import one part after the other.',
				'throughline',
			),
			size_format(self::MAX_BYTES),
			number_format_i18n(self::MAX_LINES),
		);
		return self::refuse('file_too_large', $sentence, 413);
	}

	private static function refuse(string $code, string $sentence, int $status = 422): \WP_Error {
		return new \WP_Error("throughline_$code", $sentence, [
			'status' => $status,
			'field' => 'file',
		]);
	}
}

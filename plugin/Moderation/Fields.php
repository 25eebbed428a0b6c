<?php
// Every field that the plugin stores, as each feature's fields.php describes it: what it holds, who sees it, how long it is kept.

namespace Throughline\Moderation;

use Throughline\Database;

use const Throughline\DIR;
use const Throughline\FEATURES;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Described array{
 *     store: string, name: string, what: string, fields: array<string, string>, technical?: list<string>,
 *     seen: list<string>, kept: string
 * }
 * `store`: table, post, option, post meta, user meta, term meta, comment meta. `fields` say what each column holds;
 * an option or meta has one, ''. `technical` are columns that say nothing about a person. `seen` and `kept` are
 * words of seen() and kept() below.
 */
final class Fields {
	/** @return list<Described> in the order of the features; a test compares them with what the database holds */
	public static function all(): array {
		$all = [];
		foreach (FEATURES as $feature) {
			$file = DIR . "/$feature/fields.php";
			if (is_file($file)) {
				/** @var list<Described> $described */
				$described = require $file;
				array_push($all, ...$described);
			}
		}
		return $all;
	}

	/** Takes away all that is described, but for tables and posts; for uninstall.php. */
	public static function forget(): void {
		$prefix = Database::wpdb()->get_blog_prefix();
		foreach (self::all() as ['store' => $store, 'name' => $name]) {
			if ($store === 'option') {
				delete_option($name);
			} elseif (str_ends_with($store, ' meta')) {
				delete_metadata(substr($store, 0, -5), 0, $name, '', true);
			}
			if ($store === 'user meta') {
				delete_metadata('user', 0, $prefix . $name, '', true);
			}
		}
	}

	/** Who sees it, in words. */
	public static function seen(string $who): string {
		return match ($who) {
			'everybody' => __('everybody', 'throughline'),
			'colleagues' => __('colleagues with an account', 'throughline'),
			'self' => __('the person themselves', 'throughline'),
			'moderators' => __('moderators of the department', 'throughline'),
			'managers' => __('whoever manages Throughline', 'throughline'),
			'reporter' => __('whoever reported it', 'throughline'),
			'software' => __('nobody, it is for the software', 'throughline'),
			default => $who,
		};
	}

	/** How long it is kept, in words. */
	public static function kept(string $how): string {
		$keep = Settings::get('keep');
		return match (true) {
			$how === 'piece' => __('as long as the piece', 'throughline'),
			$how === 'account' => __('as long as the account', 'throughline'),
			$how === 'department' => __('as long as the department', 'throughline'),
			$how === 'plugin' => __('until the plugin is deleted', 'throughline'),
			$how === 'day' => __('at most a day', 'throughline'),
			$how === 'month' => __('about four weeks', 'throughline'),
			$how === 'done' => __('until it is done', 'throughline'),
			isset($keep[$how]) && $keep[$how] === 0 => self::kept('plugin'),
			isset($keep[$how]) => sprintf(
				/* translators: %s: number of days */
				_n('%s day', '%s days', $keep[$how], 'throughline'),
				number_format_i18n($keep[$how]),
			),
			default => $how,
		};
	}
}

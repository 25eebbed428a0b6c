<?php
// A piece's history as a page of wp-admin that needs no script and prints well, and the way to all decisions as a table.

namespace Throughline\Moderation;

use Throughline\Moderation\Mine\Difference;
use Throughline\People\Capabilities;
use Throughline\People\Departments;
use Throughline\People\Person;
use Throughline\People\Scope;
use Throughline\Screens;
use function Throughline\now;
use const Throughline\DIR;
use const Throughline\FILE;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Description from Kind
 * @phpstan-import-type Content from Kind
 * @phpstan-import-type Entry from History
 */
final class HistoryPage {
	public const SLUG = 'throughline-history';

	public static function address(string $kind, int $id): string {
		return add_query_arg('piece', "$kind-$id", Screens::address(self::SLUG));
	}

	/** Runs on admin_menu, after the other pages of ours. */
	public static function register(): void {
		$title = __('Records', 'throughline');
		$hook = add_submenu_page(
			// Who doesn't manage comes here from a piece, and has nothing to choose.
			current_user_can(Capabilities::MANAGE) ? Screens::TOP : '',
			$title,
			$title,
			Capabilities::MODERATE,
			self::SLUG,
			[self::class, 'print'],
		);
		if ($hook === false) {
			return;
		}
		add_action("admin_print_styles-$hook", [self::class, 'style']);
		add_action("load-$hook", static function () use ($title): void {
			// Core finds no title for a page without a place in the menu.
			$GLOBALS['title'] = $title;
			add_filter('parent_file', static fn(): string => Screens::TOP);
		});
	}

	public static function style(): void {
		$file = DIR . '/build/history/index.asset.php';
		if (is_file($file)) {
			/** @var array{version: string} $asset */
			$asset = require $file;
			wp_enqueue_style(
				'throughline-history',
				plugins_url('build/history/style-index.css', FILE),
				[],
				$asset['version'],
			);
		}
	}

	public static function print(): void {
		// phpcs:ignore WordPress.Security.NonceVerification -- nothing is done with it.
		$asked = $_GET['piece'] ?? '';
		$found =
			is_string($asked) && preg_match('/^([a-z]+)-(\d{1,18})$/', $asked, $part) === 1
				? self::find($part[1], (int) $part[2])
				: null;
		echo '<div class="wrap tl-page tl-history">';
		if ($found !== null) {
			self::piece($part[1], (int) $part[2], $found);
		} else {
			printf('<h1>%s</h1>', esc_html__('Records', 'throughline'));
			if ($asked !== '') {
				wp_admin_notice(esc_html(Desk::gone()->get_error_message()), ['type' => 'warning']);
			}
			self::form();
		}
		echo '</div>';
	}

	/** @return Description|null */
	private static function find(string $kind, int $id): ?array {
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		return $piece !== null && Scope::covers(get_current_user_id(), $piece['department'])
			? $piece
			: null;
	}

	/** @param Description $piece */
	private static function piece(string $kind, int $id, array $piece): void {
		printf('<h1>%s</h1>', esc_html($piece['title']));
		$about = array_filter(
			[
				Kinds::get($kind)?->label(),
				Person::named($piece['name'])['name'],
				Departments::name($piece['department']),
				"$kind-$id",
			],
			static fn(?string $part): bool => $part !== null && $part !== '',
		);
		printf('<p class="tl-page__lead">%s</p>', esc_html(implode(' · ', $about)));
		printf(
			'<p class="tl-history__ways"><a href="%s">%s</a></p>',
			esc_url(AlertMail::address('waiting', "$kind-$id")),
			esc_html__('Open it on the desk', 'throughline'),
		);
		echo '<ol class="tl-history__entries">';
		foreach (History::of($kind, $id) as $entry) {
			self::entry($entry);
		}
		echo '</ol>';
		/** Tells that the history of a piece is printed, so that others can add what they know of it. */
		do_action('throughline_history', $kind, $id);
	}

	/** @param Entry $entry */
	private static function entry(array $entry): void {
		printf(
			'<li class="tl-card"><h2>%s</h2><p class="tl-quiet"><time datetime="%s">%s</time> · %s</p>',
			esc_html($entry['sentence']),
			esc_attr(gmdate('c', $entry['at'])),
			esc_html(
				(string) wp_date(
					/* translators: date and time of a decision. See https://www.php.net/manual/datetime.format.php */
					__('j F Y, G:i:s', 'throughline'),
					$entry['at'],
				),
			),
			esc_html(
				$entry['judged'] === 0
					? /* translators: %d: number of a version */
					sprintf(__('Version %d', 'throughline'), $entry['version'])
					: sprintf(
						/* translators: 1: the version that was judged, 2: the one that came of it */
						__('On version %1$d; now it is version %2$d', 'throughline'),
						$entry['judged'],
						$entry['version'],
					),
			),
		);
		if ($entry['reason'] !== '') {
			printf('<blockquote dir="auto">%s</blockquote>', self::lines($entry['reason']));
		}
		$facts = [
			__('Guideline', 'throughline') => $entry['guideline'],
			__('Why it waits', 'throughline') => implode(' ', $entry['waits']),
			__('Noted', 'throughline') => $entry['consent']
				? __('Everybody who can be recognised agreed.', 'throughline')
				: '',
		];
		$facts = array_filter($facts, static fn(string $fact): bool => $fact !== '');
		if ($facts !== []) {
			echo '<dl>';
			foreach ($facts as $name => $fact) {
				printf('<dt>%s</dt><dd>%s</dd>', esc_html($name), esc_html($fact));
			}
			echo '</dl>';
		}
		self::words($entry);
		echo '</li>';
	}

	/** @param Entry $entry */
	private static function words(array $entry): void {
		$now = self::as_text($entry['content']);
		if ($entry['before'] === null) {
			printf(
				'<h3>%s</h3><div class="tl-history__words" dir="auto">%s</div>',
				esc_html__('What was sent', 'throughline'),
				self::lines($now),
			);
			return;
		}
		$changes = Difference::html(self::as_text($entry['before']), $now);
		if ($changes !== '') {
			printf(
				'<h3>%s</h3><div class="tl-history__words">%s</div>',
				esc_html__('What changed', 'throughline'),
				// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- made of escaped words.
				$changes,
			);
		}
	}

	/** @param Content $content */
	private static function as_text(array $content): string {
		$photos = array_map(
			static fn(array $photo): string => sprintf(
				/* translators: 1: number of a photo, 2: its description */
				__('[Photo %1$d: %2$s]', 'throughline'),
				$photo['id'],
				$photo['alt'],
			),
			$content['photos'],
		);
		return implode(
			"\n",
			array_filter(
				[$content['title'], $content['text'], ...$photos],
				static fn(string $part): bool => $part !== '',
			),
		);
	}

	/** Safe HTML that keeps the lines of a text. */
	private static function lines(string $text): string {
		return nl2br(esc_html($text), false);
	}

	private static function form(): void {
		if (!current_user_can(Capabilities::MANAGE)) {
			printf(
				'<p>%s</p>',
				esc_html__('Open a piece on the desk, and its history from there.', 'throughline'),
			);
			return;
		}
		printf(
			'<div class="tl-card"><h2>%s</h2><p>%s</p><form class="tl-history__form" method="get" action="%s"><input type="hidden" name="action" value="%s">',
			esc_html__('All decisions as a table', 'throughline'),
			esc_html(
				DecisionsExport::names()
					? __(
						'What was decided, when, by whom, on which guideline and with which reason. Excel and LibreOffice open it.',
						'throughline',
					)
					: __(
						'What was decided, when, on which guideline and with which reason; by whom is not in it, as the works agreement says. Excel and LibreOffice open it.',
						'throughline',
					),
			),
			esc_url(admin_url('admin-post.php')),
			esc_attr(DecisionsExport::ACTION),
		);
		wp_nonce_field(DecisionsExport::ACTION, '_wpnonce', false);
		$days = [
			'from' => [__('From', 'throughline'), now() - 30 * DAY_IN_SECONDS],
			'to' => [__('To', 'throughline'), now()],
		];
		foreach ($days as $name => [$label, $at]) {
			printf(
				'<p><label for="tl-%1$s">%2$s</label> <input type="date" id="tl-%1$s" name="%1$s" value="%3$s"></p>',
				esc_attr($name),
				esc_html($label),
				esc_attr((string) wp_date('Y-m-d', $at)),
			);
		}
		printf(
			'<p><button type="submit" class="button button-primary">%s</button></p></form></div>',
			esc_html__('Save the table', 'throughline'),
		);
	}
}

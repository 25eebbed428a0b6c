<?php
// What readers are told while it is calm: why, until when, how many wait, when somebody looked, what was taken off and why; and what somebody has pinned in their own name.

namespace Throughline\Moderation;

use Throughline\Guidelines\Guidelines;
use const Throughline\FILE;
use const Throughline\VERSION;

defined('ABSPATH') || exit();

/**
 * Nothing in it is about whoever looks: a cache may keep it.
 *
 * @phpstan-import-type State from Calm
 * @phpstan-import-type Statement from Calm
 */
final class CalmBanner {
	/** A page says it once, however many dialogs and forms stand on it. */
	private static bool $printed = false;

	/** Safe HTML; '' where all is as ever. */
	public static function html(int $page): string {
		if (self::$printed || is_feed() || is_embed() || !Calm::concerns($page)) {
			return '';
		}
		self::$printed = true;
		self::style();
		$calm = Calm::of($page);
		return sprintf(
			'<aside class="throughline-calm" aria-label="%s">%s%s</aside>',
			esc_attr__('From those who look after this page', 'throughline'),
			implode('', array_map([self::class, 'statement'], Calm::statements($page))),
			$calm === null ? '' : self::calm($calm, $page),
		);
	}

	public static function above_block(mixed $html): mixed {
		return is_string($html) && $html !== ''
			? self::html(get_queried_object_id()) . $html
			: $html;
	}

	/** Runs right before a classic theme prints its comments. */
	public static function above_template(mixed $file): mixed {
		// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- built from escaped parts.
		echo self::html(get_queried_object_id());
		return $file;
	}

	/** Classic themes print the head before the dialog; styles that come later would move the page. */
	public static function style_page(): void {
		if (is_singular() && Calm::concerns(get_queried_object_id())) {
			self::style();
		}
	}

	private static function style(): void {
		wp_enqueue_style('throughline-calm', plugins_url('Moderation/calm.css', FILE), [], VERSION);
		// Small enough for core to print it into the page.
		wp_style_add_data('throughline-calm', 'path', __DIR__ . '/calm.css');
	}

	/** @param Statement $statement */
	private static function statement(array $statement): string {
		return sprintf(
			'<section class="throughline-calm__statement">%s<p class="throughline-calm__by"><strong>%s</strong>%s <time datetime="%s">%s</time></p></section>',
			wpautop(esc_html($statement['text'])),
			esc_html($statement['name']),
			$statement['role'] === '' ? '' : ', ' . esc_html($statement['role']),
			esc_attr((string) wp_date('c', $statement['at'])),
			esc_html(LooksNext::moment($statement['at'])),
		);
	}

	/** @param State $calm */
	private static function calm(array $calm, int $page): string {
		$reason =
			$calm['reason'] === ''
				? __('Very many people write here at the moment.', 'throughline')
				: $calm['reason'];
		$until = sprintf(
			/* translators: %s: a day and a time */
			__(
				'Until %s we read everything before it appears – critical words, too, in turn. Criticism breaks no guideline.',
				'throughline',
			),
			LooksNext::moment($calm['until']),
		);
		return sprintf(
			'<p class="throughline-calm__why"><strong>%s</strong> %s</p><p>%s</p>%s',
			esc_html($reason),
			esc_html($until),
			esc_html(self::state($calm, $page)),
			self::removals($page, $calm['since']),
		);
	}

	/** @param State $calm */
	private static function state(array $calm, int $page): string {
		$place = $calm['page'] === Calm::SITE && !is_singular() ? Calm::SITE : $page;
		$waiting = Queue::waiting_on($place);
		$last = Surge::last($place, 'look');
		return Paragraphs::text(
			[
				$waiting === 0
					? __('Nothing waits at the moment.', 'throughline')
					: sprintf(
						/* translators: %s: a number, "100+" for many */
						_n('%s piece waits.', '%s pieces wait.', $waiting, 'throughline'),
						number_format_i18n($waiting) .
							($waiting < Queue::COUNT_STOPS_AT ? '' : '+'),
					),
				$last === null || $last < $calm['since'] - HOUR_IN_SECONDS
					? ''
					: sprintf(
						/* translators: %s: a day and a time */
						__('Somebody last looked at about %s.', 'throughline'),
						LooksNext::moment($last),
					),
				LooksNext::sentence(Calm::department($place)),
			],
			' ',
		);
	}

	private static function removals(int $page, int $since): string {
		$lines = '';
		foreach (CalmLog::removals($page, $since) as $gone) {
			$guideline = Guidelines::get($gone['guideline'])['sentence'] ?? '';
			$kind = Kinds::get($gone['kind'])?->label() ?? $gone['kind'];
			$when = LooksNext::moment($gone['at']);
			$lines .=
				'<li>' .
				esc_html(
					$guideline === ''
						? sprintf(
							/* translators: 1: a day and a time, 2: what it was, e.g. Comment */
							__('%1$s: %2$s taken off, as the law asks.', 'throughline'),
							$when,
							$kind,
						)
						: sprintf(
							/* translators: 1: a day and a time, 2: what it was, e.g. Comment, 3: a guideline, one sentence */
							__(
								'%1$s: %2$s taken off. It is about this guideline: “%3$s”',
								'throughline',
							),
							$when,
							$kind,
							$guideline,
						),
				) .
				'</li>';
		}
		return $lines === '' ? '' : "<ul class=\"throughline-calm__removed\">$lines</ul>";
	}
}

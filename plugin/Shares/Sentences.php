<?php
// What a card says about a share, in words: whose it is, how that is known, what it is labelled.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Shares\Fetch\Outcome;
use Throughline\Shares\Networks\Networks;

defined('ABSPATH') || exit();

/** @phpstan-import-type Share from Shares */
final class Sentences {
	/**
	 * How it is known whose post it is, with the day; safe HTML.
	 *
	 * @param array{network: string, known: string, known_at: string, ...} $share
	 * @param string $contributor who sent it; '' for nobody any more
	 */
	public static function known(array $share, string $contributor): string {
		$day = self::day($share['known_at']);
		$who = $share['known'] === 'claimed' ? $contributor : Networks::label($share['network']);
		return match (true) {
			$share['known'] === 'proven' => sprintf(
				/* translators: 1: name of a network, 2: a date */
				esc_html__('Proven by %1$s on %2$s', 'throughline'),
				esc_html($who),
				$day,
			),
			$who !== '' => sprintf(
				/* translators: 1: name of a person or a network, 2: a date */
				esc_html__('As %1$s says, %2$s', 'throughline'),
				esc_html($who),
				$day,
			),
			/* translators: %s: a date */
			default => sprintf(esc_html__('As its sender says, %s', 'throughline'), $day),
		};
	}

	/** What the law or the guidelines want said; '' for nothing. */
	public static function label(string $label): string {
		return match ($label) {
			'advertising' => __('Advertising', 'throughline'),
			'employee' => sprintf(
				/* translators: %s: name of the company, as the site is called */
				__('Employee of %s', 'throughline'),
				html_entity_decode(get_bloginfo('name'), ENT_QUOTES, 'UTF-8'),
			),
			default => '',
		};
	}

	/** @return string safe HTML; '' for no moment */
	public static function day(string $utc): string {
		$time = $utc === '' ? false : strtotime("$utc UTC");
		return $time === false
			? ''
			: sprintf(
				'<time datetime="%s">%s</time>',
				esc_attr((string) wp_date('c', $time)),
				/* translators: a short date, as PHP's date() writes it: Nov 21, 2026 */
				esc_html((string) wp_date(_x('M j, Y', 'short date', 'throughline'), $time)),
			);
	}

	/**
	 * For moderators: what came of the last look-up, where that matters.
	 *
	 * @param Share $share
	 */
	public static function outcome(array $share): string {
		return match ($share['outcome']) {
			'' => __('We are still asking the network.', 'throughline'),
			Outcome::GONE => __('It isn’t there any more.', 'throughline'),
			Outcome::FORBIDDEN, Outcome::UNREADABLE => __(
				'The network doesn’t tell us what it says.',
				'throughline',
			),
			Outcome::THROTTLED, Outcome::NETWORK => __(
				'The network gives no answer at the moment; we ask again.',
				'throughline',
			),
			default => '',
		};
	}
}

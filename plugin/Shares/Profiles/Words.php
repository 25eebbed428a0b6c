<?php
// What is said about a linked profile: its name, and how it is known whose it is.

declare(strict_types=1);

namespace Throughline\Shares\Profiles;

use Throughline\Shares\Networks\Networks;

defined('ABSPATH') || exit();

/** @phpstan-import-type Linked from Profiles */
final class Words {
	/** @param Linked $one */
	public static function name(array $one): string {
		$name = $one['handle'] !== '' ? $one['handle'] : $one['address'];
		return Networks::label($one['network']) . ': ' . $name;
	}

	/** @param Linked $one */
	public static function stand(array $one): string {
		$network = Networks::label($one['network']);
		$day = self::day($one['proven']);
		return match (true) {
			$one['fell'] !== '' => self::fell($one['fell']),
			Profiles::is_own($one) && $one['proof'] === 'rel-me' => sprintf(
				/* translators: %s: a date */
				__('Proven to be yours by its link to this site, %s.', 'throughline'),
				$day,
			),
			Profiles::is_own($one) => sprintf(
				/* translators: %s: a date */
				__('Proven to be yours by the code, %s.', 'throughline'),
				$day,
			),
			in_array($one['proof'], Profiles::OWN, true) => sprintf(
				/* translators: %s: a date */
				__(
					'Was proven on %s, more than a year ago: names can go to somebody else. Please prove it anew.',
					'throughline',
				),
				$day,
			),
			$one['proof'] === 'protocol', $one['proof'] === 'answer' => sprintf(
				/* translators: 1: name of a network, 2: a date */
				__(
					'%1$s knows this profile (%2$s). That it is yours is what you say.',
					'throughline',
				),
				$network,
				$day,
			),
			$one['checked'] === '' && Profiles::is_asked($one['network']) => __(
				'Linked. We are still asking the network.',
				'throughline',
			),
			default => __('Linked. That it is yours is what you say.', 'throughline'),
		};
	}

	/** How one proves it. */
	public static function hint(string $network): string {
		return match (true) {
			$network === 'web' => __(
				'Put the link below into that page, with rel="me"; then press Check.',
				'throughline',
			),
			$network === 'fediverse' => __(
				'Put the link below into a field of your profile there, or a code into its text; then press Check.',
				'throughline',
			),
			$network === 'bluesky' => __(
				'Put a code into the description of your profile there; then press Check.',
				'throughline',
			),
			(Networks::get($network)['class'] ?? '') === 'provider' => __(
				'Write a code into a post of yours there, and share that post here.',
				'throughline',
			),
			default => __(
				'This network tells nobody about its people: it can’t be proven.',
				'throughline',
			),
		};
	}

	/** Whether a code can stand somewhere that only its owner writes, and we read. */
	public static function takes_code(string $network): bool {
		return in_array(Networks::get($network)['class'] ?? '', ['protocol', 'provider'], true);
	}

	public static function fell(string $why): string {
		return match ($why) {
			'handle' => __(
				'Its name has changed, so that it is yours is what you say again.',
				'throughline',
			),
			'other' => __(
				'Somebody else has this name now, so that it is yours is not proven any more.',
				'throughline',
			),
			'gone' => __('The network doesn’t have this profile any more.', 'throughline'),
			default => __(
				'It doesn’t link to this site any more, so that it is yours is what you say again.',
				'throughline',
			),
		};
	}

	private static function day(string $utc): string {
		$time = $utc === '' ? false : strtotime("$utc UTC");
		return $time === false
			? ''
			: /* translators: a short date, as PHP's date() writes it: Nov 21, 2026 */
			(string) wp_date(_x('M j, Y', 'short date', 'throughline'), $time);
	}
}

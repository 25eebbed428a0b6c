<?php
// Why somebody reports a piece: what the law forbids, what a guideline forbids, or that they are in the picture.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

final class Grounds {
	public const PICTURE = 'picture';
	public const GUIDELINE = 'guideline';
	/** Whoever reports this may stay unknown: Digital Services Act, Art. 16 (2) c. */
	public const ABUSE = 'abuse';
	/** From here on a case comes before all others. */
	public const TOP = 450;
	public const ILLEGAL = [self::ABUSE, 'threat', 'hate', 'privacy', 'rights', 'fraud', 'illegal'];

	public static function is_illegal(string $ground): bool {
		return in_array($ground, self::ILLEGAL, true);
	}

	/** For people who choose one, and for moderators. */
	public static function label(string $ground): string {
		return match ($ground) {
			self::PICTURE => __('I am in this picture', 'throughline'),
			self::GUIDELINE => __('It breaks a guideline', 'throughline'),
			self::ABUSE => __('Sexual abuse of children', 'throughline'),
			'threat' => __('A threat, or a call for violence', 'throughline'),
			'hate' => __('An insult, slander or incitement to hatred', 'throughline'),
			'privacy' => __('It violates somebody’s privacy or shows personal data', 'throughline'),
			'rights' => __(
				'It violates a copyright, a trade mark or a trade secret',
				'throughline',
			),
			'fraud' => __('Fraud or forbidden advertising', 'throughline'),
			'illegal' => __('It is illegal for another reason', 'throughline'),
			default => $ground,
		};
	}

	/** What comes first on the desk: the higher, the earlier. A photo that could not be hidden at once is as urgent as can be. */
	public static function urgency(string $ground, bool $hidden): int {
		return match (true) {
			$ground === self::ABUSE => 500,
			$ground === self::PICTURE && !$hidden => self::TOP,
			self::is_illegal($ground) => 400,
			$ground === self::PICTURE => 300,
			default => 100,
		};
	}

	/** Why a piece stands on the desk: codes `report:hate`, `appeal:contributor`, `reports:12`. */
	public static function sentence(string $sentence, string $code): string {
		[$name, $detail] = explode(':', $code, 2) + [1 => ''];
		return match ($name) {
			'report' => match (true) {
				$detail === self::PICTURE => __(
					'Somebody says that they are in a picture. It is hidden until you decide.',
					'throughline',
				),
				$detail === 'picture_shown' => __(
					'Somebody says that they are in a picture. It is still to be seen.',
					'throughline',
				),
				$detail === self::GUIDELINE => __(
					'Somebody reports that it breaks a guideline.',
					'throughline',
				),
				default => sprintf(
					/* translators: %s: why, e.g. Fraud or forbidden advertising */
					__('Reported as illegal: %s.', 'throughline'),
					self::label($detail),
				),
			},
			'reports' => sprintf(
				/* translators: %s: a number of 2 or more */
				__('It was reported %s times.', 'throughline'),
				number_format_i18n((int) $detail),
			),
			'appeal' => $detail === 'reporter'
				? __('Whoever reported it objects to the decision.', 'throughline')
				: __('Its contributor objects to the decision.', 'throughline'),
			default => $sentence,
		};
	}
}

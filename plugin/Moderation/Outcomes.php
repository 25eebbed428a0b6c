<?php
// What came of a report or an objection, in words: on its own page, and by mail to those who left an address.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

/** @phpstan-import-type CaseRow from Cases */
final class Outcomes {
	/** Receipts to one address: nobody is flooded with mails by reports in their name. */
	private const PACE = ['burst' => 10, 'every' => HOUR_IN_SECONDS];

	/** Tells a reporter that their report arrived. True when it is told, or when there is nobody to tell. */
	public static function receipt(string $what, int $id): bool {
		$case = Cases::get($id);
		if (
			$case === null ||
			$case['mail'] === '' ||
			!Pace::take('report-receipt', Sender::mail($case['mail']), self::PACE)
		) {
			return true;
		}
		$sent = self::mail(
			$case['mail'],
			sprintf(
				/* translators: %s: number of the report */
				__('Your report has arrived (number %s)', 'throughline'),
				(string) $id,
			),
			[
				__(
					'Thank you! Somebody looks at it, and you are told what comes of it.',
					'throughline',
				),
				self::about($case),
				__('Here you see where it stands:', 'throughline') .
				"\n" .
				CasePage::new_address($id),
				Contact::text(),
			],
		);
		if (!$sent) {
			Pace::give_back('report-receipt', Sender::mail($case['mail']), self::PACE);
		}
		return $sent;
	}

	/** Tells what came of a report or an objection; nothing where the decision was undone since. */
	public static function send(string $what, int $id, int $version): bool {
		$case = Cases::get($id);
		if ($case === null || $case['outcome'] === '' || $case['decided'] !== $version) {
			return true;
		}
		$contributor = $case['what'] === 'appeal' && $case['report'] === 0;
		// That it is online again is told as every publication is.
		$mail =
			$contributor && $case['outcome'] === 'granted'
				? ''
				: self::mail_of($case, $contributor);
		if ($mail === '') {
			return true;
		}
		$report = $case['report'] > 0 ? $case['report'] : $id;
		return self::mail(
			$mail,
			$case['what'] === 'appeal'
				? __('Your objection was decided', 'throughline')
				: sprintf(
					/* translators: %s: number of the report */
					__('Your report was decided (number %s)', 'throughline'),
					(string) $id,
				),
			[
				self::sentence($case),
				self::about($case),
				self::reason($case),
				$contributor
					? ''
					: __('Here you see it, and how you can object:', 'throughline') .
						"\n" .
						CasePage::new_address($report),
				Contact::text(),
			],
		);
	}

	/** @param CaseRow $case one that is closed */
	public static function sentence(array $case): string {
		$appeal = $case['what'] === 'appeal';
		return match ($case['outcome']) {
			'removed' => __('It was taken off the site. Thank you for telling us.', 'throughline'),
			'returned' => __(
				'It was taken off the site until its author has changed it. Thank you for telling us.',
				'throughline',
			),
			'hidden' => __(
				'The picture stays hidden, and is deleted later. Thank you for telling us.',
				'throughline',
			),
			'shown' => __(
				'Somebody looked at the picture closely and decided to show it again.',
				'throughline',
			),
			'kept' => __(
				'Somebody looked at it closely and decided that it may stay.',
				'throughline',
			),
			'gone' => $appeal
				? __('It isn’t here any more, so there is nothing left to decide.', 'throughline')
				: __('It isn’t on the site any more: its author took it back.', 'throughline'),
			'granted' => __(
				'Somebody else looked at it, and you were right: the decision was changed.',
				'throughline',
			),
			'denied' => __(
				'Somebody else than before looked at it and came to the same decision.',
				'throughline',
			),
			default => '',
		};
	}

	/**
	 * What the second person wrote about it.
	 *
	 * @param CaseRow $case
	 */
	public static function reason(array $case): string {
		$reason =
			Decisions::history($case['kind'], $case['piece'])[$case['decided'] - 1]['reason'] ?? '';
		return $case['what'] !== 'appeal' || $reason === ''
			? ''
			: /* translators: %s: what the moderator wrote */
			sprintf(__("What they say:\n%s", 'throughline'), $reason);
	}

	/**
	 * What it is about, with the title alone: it may be gone.
	 *
	 * @param CaseRow $case
	 */
	public static function about(array $case): string {
		$piece = Kinds::get($case['kind'])?->describe([$case['piece']])[$case['piece']] ?? null;
		return $piece === null
			? ''
			: /* translators: %s: title of what was reported */
			sprintf(__('It is about: “%s”', 'throughline'), $piece['title']);
	}

	/** @param CaseRow $case */
	private static function mail_of(array $case, bool $contributor): string {
		if ($contributor) {
			return Kinds::get($case['kind'])?->describe([$case['piece']])[$case['piece']]['mail'] ??
				'';
		}
		return $case['report'] > 0 ? Cases::get($case['report'])['mail'] ?? '' : $case['mail'];
	}

	/** @param array<string> $paragraphs */
	private static function mail(string $to, string $subject, array $paragraphs): bool {
		return is_email($to) === false || wp_mail($to, $subject, Paragraphs::text($paragraphs));
	}
}

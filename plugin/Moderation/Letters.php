<?php
// What a notice says: two sentences, the reason, the guideline, the way to one's own page, and how to object.

namespace Throughline\Moderation;

use Throughline\Guidelines\Guidelines;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Decision from Decisions
 * @phpstan-type Told array{title: string, link: string, own: string, appeal: string}
 */
final class Letters {
	/** A title may be long, and a mail's subject is read on a phone. */
	private const TITLE = 60;

	/**
	 * Subject and paragraphs; null where there is nothing to say.
	 *
	 * @param Decision $decision
	 * @param list<Decision> $history
	 * @param Told $told
	 * @return array{string, list<string>}|null
	 */
	public static function words(array $decision, array $history, array $told): ?array {
		['kind' => $kind, 'id' => $id, 'act' => $act, 'version' => $version] = $decision;
		$proposal = self::proposal($history, $version);
		return match (true) {
			$act === 'publish' && $proposal => [
				/* translators: %s: title */
				sprintf(__('Your change is online: “%s”', 'throughline'), $told['title']),
				[
					__('Thank you! What you changed can be seen by everybody now:', 'throughline') .
					"\n{$told['link']}",
					self::own_page($told['own']),
				],
			],
			$act === 'publish' => [
				/* translators: %s: title */
				sprintf(__('“%s” is online', 'throughline'), $told['title']),
				[
					__('Thank you! What you sent can be seen by everybody now:', 'throughline') .
					"\n{$told['link']}",
					__('Pass it on from your own profile if you like.', 'throughline'),
					self::corrected($kind, $id),
					self::own_page($told['own']),
				],
			],
			$act === 'restore' => [
				/* translators: %s: title */
				sprintf(__('“%s” is online again', 'throughline'), $told['title']),
				[
					__(
						'What you sent can be seen by everybody again. Thank you for your patience!',
						'throughline',
					) . "\n{$told['link']}",
					$decision['reason'],
					self::own_page($told['own']),
				],
			],
			$act === 'return' && $proposal => [
				/* translators: %s: title */
				sprintf(__('Your change to “%s”', 'throughline'), $told['title']),
				[
					__(
						'Your change was not taken over; what is online stays as it was. This is why:',
						'throughline',
					),
					$decision['reason'],
					self::guideline($decision['guideline']),
					__(
						'You can propose another change here, see everything, or withdraw it:',
						'throughline',
					) . "\n{$told['own']}",
				],
			],
			$act === 'return' => [
				/* translators: %s: title */
				sprintf(__('Almost there: “%s”', 'throughline'), $told['title']),
				[
					__('Thank you for this! One thing before it can appear:', 'throughline'),
					$decision['reason'],
					self::guideline($decision['guideline']),
					__(
						'Here you answer, change it and send it again, without signing in:',
						'throughline',
					) . "\n{$told['own']}",
					self::objection($decision, $told['appeal']),
				],
			],
			$act === 'remove', $act === 'hide' => [
				$act === 'remove'
					? /* translators: %s: title */
					sprintf(__('“%s” was taken off the site', 'throughline'), $told['title'])
					: /* translators: %s: title */
					sprintf(__('A photo in “%s” was hidden', 'throughline'), $told['title']),
				[
					Statements::text($kind, $id, $version, $told['appeal']),
					self::own_page($told['own']),
				],
			],
			$act === 'show' => [
				/* translators: %s: title */
				sprintf(__('The photo in “%s” is shown again', 'throughline'), $told['title']),
				[
					__('Somebody looked at it: the photo can be seen again.', 'throughline'),
					self::own_page($told['own']),
				],
			],
			// Their own correction is no news to them.
			$act === 'correct' && !in_array($version, Corrections::own($kind, $id), true) => [
				/* translators: %s: title */
				sprintf(__('A small correction in “%s”', 'throughline'), $told['title']),
				[
					__(
						'A moderator corrected something in what you sent. You can see what, and undo it with one click:',
						'throughline',
					) . "\n{$told['own']}",
				],
			],
			$act === 'withdraw' => [
				__('What you withdrew', 'throughline'),
				[
					match (true) {
						$decision['state'] !== 'withdrawn' => __(
							'As you wished, your name is gone from what you sent. The rest stays, thank you for that.',
							'throughline',
						),
						$decision['content']['text'] === '' &&
							$decision['content']['title'] === '' &&
							$decision['content']['photos'] === []
							=> __(
							'As you wished, what you sent is deleted for good, with everything that belonged to it.',
							'throughline',
						),
						default => sprintf(
							/* translators: 1: title, 2: number of days */
							__(
								'As you wished, “%1$s” is off the site. It is kept for %2$s days, then it is deleted.',
								'throughline',
							),
							$told['title'],
							number_format_i18n(Mine\Words::days()),
						),
					},
					__(
						'If that was not you, please answer this mail, or tell the people who run the site.',
						'throughline',
					),
				],
			],
			default => null,
		};
	}

	public static function own_page(string $address): string {
		return __(
			'Your own page for it: what becomes of it, and how you change or withdraw it. No need to sign in, so keep this address to yourself.',
			'throughline',
		) . "\n$address";
	}

	/** @param Decision $decision */
	private static function objection(array $decision, string $address): string {
		return sprintf(
			/* translators: %s: a date */
			__(
				'If you see it differently, you can object until %s; somebody else than before then decides:',
				'throughline',
			),
			(string) wp_date(
				Statements::day(),
				Appeals::until(gmdate('Y-m-d H:i:s', (int) strtotime($decision['at']))),
			),
		) . "\n$address";
	}

	private static function guideline(int $id): string {
		$guideline = $id > 0 ? Guidelines::get($id) : null;
		return $guideline === null
			? ''
			: trim(
				sprintf(
					/* translators: %s: a guideline, one sentence */
					__('It is about this guideline: “%s”', 'throughline'),
					$guideline['sentence'],
				) .
					' ' .
					$guideline['reason'],
			);
	}

	private static function corrected(string $kind, int $id): string {
		return Corrections::open($kind, $id) === null
			? ''
			: __(
				'A moderator corrected something in it first. On your page you see what, and can undo it.',
				'throughline',
			);
	}

	/** @param list<Decision> $history whether what was decided is a proposal */
	private static function proposal(array $history, int $version): bool {
		return (Course::holding(array_slice($history, 0, $version - 1))['act'] ?? '') === 'propose';
	}

	/** One line that fits into a subject, whatever somebody wrote. */
	public static function title(string $title): string {
		$line = trim(
			(string) preg_replace('/[\s\p{C}]+/u', ' ', wp_check_invalid_utf8($title, true)),
		);
		return mb_strlen($line) > self::TITLE
			? rtrim(mb_substr($line, 0, self::TITLE - 1)) . '…'
			: $line;
	}
}

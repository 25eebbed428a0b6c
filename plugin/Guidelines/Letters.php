<?php
// The mails around a new edition: to those who must agree, and to whoever asked them. The page says the same.

declare(strict_types=1);

namespace Throughline\Guidelines;

use Throughline\People\Person;
use Throughline\Screens;

defined('ABSPATH') || exit();

/** @phpstan-import-type Row from Editions */
final class Letters {
	/** @param list<int> $named */
	public static function ask(array $named, string $summary, int $by): void {
		$name = Person::of($by)['name'];
		foreach ($named as $user) {
			self::send(
				$user,
				static fn(): array => [
					__('Do you agree to our guidelines?', 'throughline'),
					sprintf(
						/* translators: 1: name of a colleague, 2: what changes, may be empty */
						__(
							"%1\$s has written a new edition of our guidelines and would like to hear from you.\n\n%2\$s\n\nHere you see what changes. You can agree, or say what should be different:",
							'throughline',
						),
						$name,
						$summary,
					),
				],
			);
		}
	}

	/**
	 * Tells whoever put an edition to others what came of it.
	 *
	 * @param Row $edition
	 * @param string|null $answer null when everybody has agreed now
	 */
	public static function tell(array $edition, int $by, ?string $answer, string $note): void {
		$name = Person::of($by)['name'];
		if ($by === $edition['put_by'] || $answer === Agreements::AGREE) {
			return;
		}
		self::send(
			$edition['put_by'],
			static fn(): array => $answer === null
				? [
					__('Our new guidelines are in force', 'throughline'),
					sprintf(
						/* translators: %s: number of an edition */
						__('Everybody has agreed: edition %s is in force now.', 'throughline'),
						number_format_i18n($edition['edition']),
					),
				]
				: [
					__('The guidelines: one thing should change', 'throughline'),
					sprintf(
						/* translators: 1: name of a colleague, 2: what they wrote */
						__(
							"%1\$s has looked at the new edition and writes:\n\n%2\$s",
							'throughline',
						),
						$name,
						$note,
					),
				],
		);
	}

	/** @param callable(): array{string, string} $words subject and text, in the language of whoever gets it */
	private static function send(int $user, callable $words): void {
		$data = get_userdata($user);
		if ($data === false || $data->user_email === '') {
			return;
		}
		$switched = switch_to_user_locale($user);
		[$subject, $text] = $words();
		wp_mail(
			$data->user_email,
			$subject,
			(string) preg_replace("/\n{3,}/", "\n\n", $text) .
				"\n\n" .
				Screens::address(Screen::SLUG),
		);
		if ($switched) {
			restore_previous_locale();
		}
	}
}

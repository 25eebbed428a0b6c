<?php
// What contributors are told about their pieces, by mail, in their own language: each decision once.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

final class Notices {
	/** What is due when a guest has sent something: the way back to it. */
	public const SENT = 'sent';
	/** To one address; nobody is flooded with mails by comments in their name. */
	private const PACE = ['burst' => 3, 'every' => 6 * HOUR_IN_SECONDS];

	/**
	 * A guest has no page of theirs: they get the link by mail.
	 *
	 * @param array{kind: string, id: int, version: int, user: int, ...} $doing
	 */
	public static function follow(array $doing): void {
		['kind' => $kind, 'id' => $id] = $doing;
		if ($doing['version'] !== 0) {
			return;
		}
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		if ($piece !== null && $piece['contributor'] === 0) {
			Due::add(self::SENT, $kind, $id, 1);
		}
	}

	/** Runs when a line of the outbox is due: what a guest sent has arrived. */
	public static function send_receipt(string $kind, int $id): bool {
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		$state = Decisions::latest($kind, $id)['state'];
		if (
			$piece === null ||
			$piece['mail'] === '' ||
			!in_array($state, ['waiting', 'published'], true) ||
			!Pace::take('receipt', Sender::mail($piece['mail']), self::PACE)
		) {
			return true;
		}
		$sent = self::mail(
			$piece['mail'],
			static fn(): array => [
				__('What you sent has arrived', 'throughline'),
				[
					$state === 'waiting'
						? __(
							'Thank you! Before it appears, somebody looks at it, and you get a mail.',
							'throughline',
						)
						: __('Thank you! It is online already.', 'throughline'),
					Letters::own_page(Links::address($kind, $id)),
				],
			],
		);
		if (!$sent) {
			Pace::give_back('receipt', Sender::mail($piece['mail']), self::PACE);
		}
		return $sent;
	}

	/** A new link for the bearer of those that were ended; at once, since somebody waits for it. */
	public static function send_link(string $kind, int $id): bool {
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		return $piece === null ||
			self::mail(
				$piece['mail'],
				static fn(): array => [
					__('Your new link', 'throughline'),
					[
						__(
							'All older links to what you sent are ended, as you asked.',
							'throughline',
						),
						Letters::own_page(Links::address($kind, $id)),
					],
				],
			);
	}

	/**
	 * Runs when a decision’s line of the outbox is due. True when its contributor is told, or when there is nobody or
	 * nothing to tell.
	 *
	 * @param string $mail where the piece does not know it any more
	 */
	public static function send(string $kind, int $id, int $version, string $mail = ''): bool {
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		$history = Decisions::history($kind, $id);
		$decision = $history[$version - 1] ?? null;
		$to = $piece !== null && $piece['mail'] !== '' ? $piece['mail'] : $mail;
		if (
			$decision === null ||
			$to === '' ||
			is_email($to) === false ||
			Course::is_overtaken($history, $decision)
		) {
			return true;
		}
		return self::mail($to, static function () use ($piece, $history, $decision): array {
			$words = Letters::words($decision, $history, [
				'title' => Letters::title($piece['title'] ?? ''),
				'link' => $piece['link'] ?? '',
				'own' => '',
				'appeal' => '',
			]);
			if ($words === null || $piece === null || $decision['act'] === 'withdraw') {
				return $words ?? ['', []];
			}
			// A link of its own for each notice: of those before, only the hashes are left.
			$token = Links::make($decision['kind'], $decision['id']);
			$own = MyPieces::address("{$decision['kind']}-{$decision['id']}-$token");
			$appeal = AppealPage::address($decision['kind'], $decision['id'], $token);
			return Letters::words($decision, $history, [
				'title' => Letters::title($piece['title']),
				'link' => $piece['link'] ?? '',
				'own' => $own,
				'appeal' => $appeal,
			]) ?? ['', []];
		});
	}

	/**
	 * Sends words made in the language of whoever reads them.
	 *
	 * @param callable(): array{string, list<string>} $words subject and paragraphs; an empty subject says nothing
	 */
	public static function mail(string $to, callable $words): bool {
		$user = get_user_by('email', $to);
		$switched =
			$user !== false ? switch_to_user_locale($user->ID) : switch_to_locale(get_locale());
		try {
			[$subject, $paragraphs] = $words();
			return $subject === '' ||
				is_email($to) === false ||
				wp_mail($to, $subject, Paragraphs::text($paragraphs));
		} finally {
			if ($switched) {
				restore_previous_locale();
			}
		}
	}
}

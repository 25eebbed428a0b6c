<?php
// Where a contributor reads why something was done to their piece, and objects: /?throughline-appeal=story-31, with the token of a signed link behind it for whoever has no account.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

/** @phpstan-import-type Appealable from Appeals */
final class AppealPage {
	public const PARAMETER = 'throughline-appeal';

	/** @param string $token of a signed link to the piece; '' for its signed-in contributor */
	public static function address(string $kind, int $id, string $token = ''): string {
		return add_query_arg(
			self::PARAMETER,
			"$kind-$id" . ($token === '' ? '' : "-$token"),
			home_url('/'),
		);
	}

	/** Answers the request when it asks for this page. Looking changes nothing. */
	public static function answer(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- matched below.
		$asked = $_GET[self::PARAMETER] ?? null;
		if ($asked === null) {
			return;
		}
		$fits =
			is_string($asked) &&
			preg_match('/^([a-z]+)-(\d{1,18})(?:-([0-9a-f]{64}))?$/D', $asked, $part) === 1;
		[$kind, $id, $token] = $fits ? [$part[1], (int) $part[2], $part[3] ?? ''] : ['', 0, ''];
		if (!self::is_theirs($kind, $id, $token)) {
			Page::say(
				__('This link opens nothing', 'throughline'),
				__(
					'Please sign in as whoever sent it, or take the newest mail that we sent you.',
					'throughline',
				),
				404,
			);
		}
		$about = "appeal $kind $id " . ($token === '' ? 'user ' . get_current_user_id() : $token);
		$address = self::address($kind, $id, $token);
		$problem = ReportPage::is_post() ? self::take([$kind, $id], $address, $about) : null;
		self::show([$kind, $id], $address, ['about' => $about, 'problem' => $problem]);
	}

	/** @param array{string, int} $piece kind and id */
	private static function take(array $piece, string $address, string $about): \WP_Error {
		$problem = AppealForm::stopped($about);
		if ($problem !== null) {
			return $problem;
		}
		foreach (Appeals::of_contributor(...$piece) as $act) {
			if ($act['version'] === (int) ReportPage::field('version')) {
				$added = Appeals::add([
					'kind' => $piece[0],
					'id' => $piece[1],
					'version' => $act['version'],
					'photo' => $act['photo'],
					'explanation' => ReportPage::field('explanation'),
					'report' => 0,
				]);
				if (is_wp_error($added)) {
					return $added;
				}
			}
		}
		wp_safe_redirect($address, 303, 'Throughline');
		exit();
	}

	/**
	 * @param array{string, int} $piece kind and id
	 * @param array{about: string, problem: \WP_Error|null} $form
	 */
	private static function show(array $piece, string $address, array $form): never {
		$html = '';
		foreach (Appeals::of_contributor(...$piece) as $act) {
			$wrong = (int) ReportPage::field('version') === $act['version'];
			$html .=
				Paragraphs::html([Statements::text($piece[0], $piece[1], $act['version'])]) .
				AppealForm::html($form['about'], $address, [
					'until' => $act['until'],
					'version' => $act['version'],
					'problem' => $wrong ? $form['problem'] : null,
				]);
		}
		foreach (Appeals::made_by_contributor(...$piece) as $appeal) {
			$html .= AppealForm::state($appeal);
		}
		$described = Kinds::get($piece[0])?->describe([$piece[1]])[$piece[1]] ?? null;
		Page::show(
			$described['title'] ?? '',
			$html === ''
				? Paragraphs::html([
					__('There is nothing to object to here at the moment.', 'throughline'),
				])
				: $html,
			$form['problem'] === null ? 200 : 422,
		);
	}

	/** The same answer for a piece of somebody else and for none. */
	private static function is_theirs(string $kind, int $id, string $token): bool {
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		$user = get_current_user_id();
		return $piece !== null &&
			($token === ''
				? $user > 0 && $piece['contributor'] === $user
				: Links::opens($kind, $id, $token));
	}
}

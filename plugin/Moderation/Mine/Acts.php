<?php
// What the buttons on the page of one's own piece do. Opening the page does nothing: mail scanners open links.

namespace Throughline\Moderation\Mine;

use Throughline\Body;
use Throughline\Moderation\Contributions;
use Throughline\Moderation\Corrections;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\Desk;
use Throughline\Moderation\HasPhotos;
use Throughline\Moderation\Kind;
use Throughline\Moderation\Kinds;
use Throughline\Moderation\Links;
use Throughline\Moderation\MyPieces;
use Throughline\Moderation\Notices;
use Throughline\Moderation\Own;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Owned from Own
 * @phpstan-import-type Content from Kind
 * @phpstan-type Typed array{content: Content|null, answer: string, people: string}
 * @phpstan-type Shown array{problem: \WP_Error|null, typed: Typed|null, said: string}
 * `typed` is what comes back into the form, `said` one word for what was done.
 */
final class Acts {
	public const NOTHING = ['problem' => null, 'typed' => null, 'said' => ''];

	/**
	 * Does what the request asks. Leaves by a redirect where all is well and the page can be opened again.
	 *
	 * @param Owned $own
	 * @return Shown what the page has to show
	 */
	public static function answer(array $own): array {
		if (!Request::is_post()) {
			return ['said' => Request::said()] + self::NOTHING;
		}
		if (Body::is_dropped()) {
			Body::drain();
			return self::stopped(
				new \WP_Error(
					'throughline_body_too_large',
					__(
						'That was more than this site can take at once. Please go back in your browser, where everything you wrote still is, and choose a smaller photo.',
						'throughline',
					),
					['status' => 413],
				),
				null,
			);
		}
		$act = Request::field('act');
		$typed = in_array($act, ['revise', 'propose'], true) ? self::typed($own) : null;
		if (!Own::sealed($own, Request::field('seal'))) {
			return self::stopped(
				new \WP_Error(
					'throughline_expired',
					__(
						'The page was open for a long time. Everything is still here: please press the button once more.',
						'throughline',
					),
					['status' => 403],
				),
				$typed,
			);
		}
		return match (true) {
			$typed !== null && $act === 'revise' => self::write($own, 'revise', $typed),
			$typed !== null => self::write($own, 'propose', $typed),
			$act === 'correct' => self::done(
				$own,
				Corrections::undo(self::piece($own), $own['user']),
				'corrected',
			),
			$act === 'withdraw' => self::withdraw($own),
			$act === 'revoke' => self::revoke($own),
			default => self::NOTHING,
		};
	}

	/**
	 * @param Owned $own
	 * @param 'revise'|'propose' $act
	 * @param Typed $typed
	 * @return Shown
	 */
	private static function write(array $own, string $act, array $typed): array {
		$change =
			['act' => $act, 'answer' => mb_substr($typed['answer'], 0, 2000)] + self::piece($own);
		$content = $typed['content'] ?? ['title' => '', 'text' => '', 'photos' => []];
		$photo = $act === 'revise' ? self::photo($own, $content, $typed['people']) : null;
		if (is_wp_error($photo)) {
			return self::stopped($photo, $typed);
		}
		if ($photo !== null) {
			$content['photos'][] = [
				'id' => $photo,
				'alt' => mb_substr(Request::field('new_alt'), 0, 1000),
			];
		}
		$problem = Kinds::get($own['kind'])?->problem($content);
		if ($problem !== null) {
			return self::stopped($problem, $typed);
		}
		$done = Contributions::change(['content' => $content] + $change, $own['user']);
		// A button pressed twice: what stands there is what was sent.
		if (is_wp_error($done) && $done->get_error_code() === 'throughline_stale') {
			$last = Decisions::last($own['kind'], $own['id']);
			if ($last !== null && $last['act'] === $act && $last['content'] === $content) {
				$done = Decisions::latest($own['kind'], $own['id']);
			}
		}
		return self::done($own, $done, $act === 'revise' ? 'revised' : 'proposed', $typed);
	}

	/**
	 * The photo that came along, taken in; everything that can be known before is looked at first, since a photo
	 * costs seconds.
	 *
	 * @param Owned $own
	 * @param Content $content
	 */
	private static function photo(array $own, array $content, string $people): int|\WP_Error|null {
		$file = Request::file();
		$kind = Kinds::get($own['kind']);
		$limits = $kind?->limits();
		if ($file === null || !($kind instanceof HasPhotos) || $limits === null) {
			return null;
		}
		if (!in_array($people, ['nobody', 'me', 'others'], true)) {
			return new \WP_Error(
				'throughline_recognisable_missing',
				__(
					'Please answer one question: can anybody be recognised in the photos? Then choose the new photo again.',
					'throughline',
				),
				['status' => 422, 'field' => 'people'],
			);
		}
		$latest = Decisions::latest($own['kind'], $own['id']);
		if ($latest['version'] !== self::piece($own)['version']) {
			return Desk::stale($own['kind'], $own['id']);
		}
		if (!in_array($latest['state'], ['waiting', 'returned'], true)) {
			return null;
		}
		$problem = $kind->problem(
			['photos' => [...$content['photos'], ['id' => 1, 'alt' => '']]] + $content,
		);
		$photo = $problem ?? $kind->take_photo($own['id'], $file, Request::upload());
		if (!is_wp_error($photo)) {
			$kind->set_people($own['id'], $people);
		}
		return $photo;
	}

	/**
	 * @param Owned $own
	 * @return Shown
	 */
	private static function withdraw(array $own): array {
		$leave = Request::field('leave');
		if (!in_array($leave, ['kept', 'anonymised', 'removed'], true)) {
			return self::stopped(
				new \WP_Error(
					'throughline_choice_missing',
					__('Please choose what becomes of it.', 'throughline'),
					['status' => 422, 'field' => 'leave'],
				),
				null,
			);
		}
		$done = Contributions::change(
			['act' => 'withdraw', 'leave' => $leave] + self::piece($own),
			$own['user'],
		);
		if (is_wp_error($done)) {
			return self::stopped($done, null);
		}
		// Links end with it, and what was deleted can’t be opened: nowhere to redirect to.
		return ['said' => "withdrawn_$leave"] + self::NOTHING;
	}

	/**
	 * Ends every link. Whoever has a mail address gets a new one there; who has none keeps this page.
	 *
	 * @param Owned $own
	 * @return Shown
	 */
	private static function revoke(array $own): array {
		['kind' => $kind, 'id' => $id] = $own;
		$mail = Kinds::get($kind)?->describe([$id])[$id]['mail'] ?? '';
		Links::revoke($kind, $id);
		if ($own['user'] > 0) {
			self::go(Own::name($own), 'revoked');
		}
		if ($mail === '') {
			self::go("$kind-$id-" . Links::make($kind, $id), 'renewed');
		}
		Notices::send_link($kind, $id);
		return ['said' => 'mailed'] + self::NOTHING;
	}

	/**
	 * @param Owned $own
	 * @param array{state: string, version: int}|\WP_Error $done
	 * @param Typed|null $typed
	 * @return Shown
	 */
	private static function done(
		array $own,
		array|\WP_Error $done,
		string $said,
		?array $typed = null,
	): array {
		if (is_wp_error($done)) {
			return self::stopped($done, $typed);
		}
		self::go(Own::name($own), $said);
	}

	private static function go(string $piece, string $said): never {
		wp_safe_redirect(
			add_query_arg('throughline-said', $said, MyPieces::address($piece)),
			303,
			'Throughline',
		);
		exit();
	}

	/**
	 * A page that says what is wrong and keeps everything.
	 *
	 * @param Typed|null $typed
	 * @return Shown
	 */
	private static function stopped(\WP_Error $problem, ?array $typed): array {
		$data = $problem->get_error_data();
		status_header(is_array($data) && is_int($data['status'] ?? null) ? $data['status'] : 400);
		return ['problem' => $problem, 'typed' => $typed, 'said' => ''];
	}

	/**
	 * @param Owned $own
	 * @return Typed
	 */
	private static function typed(array $own): array {
		$now = Kinds::get($own['kind'])?->content($own['id']);
		return [
			'content' => $now === null ? null : Request::content($now),
			'answer' => trim(Request::field('answer')),
			'people' => Request::field('people'),
		];
	}

	/**
	 * @param Owned $own
	 * @return array{kind: string, id: int, version: int}
	 */
	private static function piece(array $own): array {
		return [
			'kind' => $own['kind'],
			'id' => $own['id'],
			'version' => (int) Request::field('version'),
		];
	}
}

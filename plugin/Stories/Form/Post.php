<?php
// The way of a story without JavaScript: text first, then one photo a request, on the page's own address.

declare(strict_types=1);

namespace Throughline\Stories\Form;

use Throughline\Guidelines\Acknowledgements;
use Throughline\Body;
use Throughline\Database;
use Throughline\Stories\Form;
use Throughline\Stories\Images;
use Throughline\Stories\Photos as Stored;
use Throughline\Stories\Holder;
use Throughline\Stories\Stories;
use Throughline\Stories\Upload;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Input from Stories
 * @phpstan-import-type Told from Stories
 * @phpstan-type Shown array{draft: int, values: Input, problem: \WP_Error|null, told: Told|null, nudges?: list<string>}
 */
final class Post {
	public const NONCE = 'throughline-story-form';

	/**
	 * Does what the request asks; leaves by a redirect where all is well.
	 *
	 * @return Shown|null what the page has to show, null where nothing is out of the ordinary
	 */
	public static function answer(): ?array {
		$draft = Request::draft();
		if (!Request::is_post()) {
			return $draft > 0 ? self::opened($draft) : null;
		}
		if (Body::is_dropped()) {
			Body::drain();
			return self::shown($draft, self::kept($draft), self::too_large());
		}
		if (!Request::is_ours()) {
			return null;
		}
		$input = Request::input();
		$stopped = self::stopped();
		if ($stopped !== null) {
			return self::shown($draft, $input, $stopped);
		}
		return self::act($draft, $input);
	}

	/**
	 * A draft that is opened by its address, or the story that came of it.
	 *
	 * @return Shown|null
	 */
	private static function opened(int $draft): ?array {
		$user = get_current_user_id();
		if ($user === 0) {
			return null;
		}
		$told = Stories::sent($draft, $user);
		$values = Stories::draft($draft, $user);
		if ($told !== null) {
			return ['draft' => 0, 'values' => Request::blank(), 'problem' => null, 'told' => $told];
		}
		return $values !== null
			? ['draft' => $draft, 'values' => $values, 'problem' => null, 'told' => null]
			: self::shown(
				0,
				Request::blank(),
				new \WP_Error(
					'throughline_not_found',
					__('This draft isn’t here any more. Here is a fresh form.', 'throughline'),
					['status' => 404],
				),
			);
	}

	/** Why nothing may be done yet, though nothing is lost. */
	private static function stopped(): ?\WP_Error {
		if (!is_user_logged_in()) {
			return new \WP_Error('throughline_signed_out', Words::signed_out(), [
				'status' => 401,
			]);
		}
		if (!Stories::may_submit()) {
			return new \WP_Error('throughline_forbidden', Words::forbidden(), [
				'status' => 403,
			]);
		}
		return wp_verify_nonce(Request::nonce(), self::NONCE) === false
			? new \WP_Error(
				'throughline_expired',
				Request::file() === null
					? __(
						'The page was open for a long time. Everything is still here: please press the button once more.',
						'throughline',
					)
					: __(
						'The page was open for a long time. Your text is still here: please choose the photo again and press the button once more.',
						'throughline',
					),
				['status' => 403],
			)
			: null;
	}

	/**
	 * @param Input $input
	 * @return Shown
	 */
	private static function act(int $draft, array $input): array {
		[$act, $photo] = Request::act();
		$file = Request::file();
		$user = get_current_user_id();
		// Ticked once, it need not be ticked again for each photo.
		Acknowledgements::refusal($user, $input['guidelines'] ?? 0);
		if ($draft > 0 && Stories::sent($draft, $user) !== null) {
			self::go_to($draft);
		}
		// What was written outlives its draft.
		$draft = Stories::draft($draft, $user) === null ? 0 : $draft;
		if ($act === 'send' && $file === null && $draft === 0) {
			return self::send(0, $input);
		}
		$input['photos'] = self::arranged(self::known($draft, $input['photos']), $act, $photo);
		$saved = Stories::save_draft($input, $draft);
		if (is_wp_error($saved)) {
			return self::shown($draft, $input, $saved);
		}
		if ($act === 'remove') {
			Stored::remove_unsent($photo, $user);
		}
		Database::transaction(static function () use ($saved, $input, $user): bool {
			// Another tab may have sent it just now.
			if (Holder::lock($saved)?->post_status === 'auto-draft') {
				Stored::claim($saved, $input['photos'], $user);
			}
			return true;
		});
		$problem = $file === null ? null : self::add($saved, $file);
		if ($act === 'add' && $file === null) {
			$problem = new \WP_Error(
				'throughline_photo_missing',
				__('No photo was chosen yet. Please choose one first.', 'throughline'),
				['status' => 422, 'field' => 'photos'],
			);
		}
		$input['photos'] = self::known($saved, $input['photos']);
		// The answer may have come together with the first photo.
		Stories::save_draft($input, $saved);
		if ($problem !== null) {
			return self::shown($saved, $input, $problem);
		}
		if ($act === 'send') {
			return self::send($saved, $input);
		}
		self::go_to($saved);
	}

	/**
	 * The photos that the draft really has: as the form arranged them, then what another tab added.
	 *
	 * @param list<array{id: int, alt: string}> $photos
	 * @return list<array{id: int, alt: string}>
	 */
	private static function known(int $draft, array $photos): array {
		$stored = $draft > 0 ? array_column(Stored::of_story($draft), null, 'id') : [];
		$known = [];
		foreach ($photos as $photo) {
			if (isset($stored[$photo['id']])) {
				$known[] = $photo;
				unset($stored[$photo['id']]);
			}
		}
		foreach ($stored as $photo) {
			$known[] = ['id' => $photo['id'], 'alt' => $photo['alt']];
		}
		return $known;
	}

	/**
	 * @param Input $input
	 * @return Shown
	 */
	private static function send(int $draft, array $input): array {
		$nudges = Request::nudged() ? [] : Thoughts::of($input);
		if ($nudges !== []) {
			return [
				'draft' => $draft,
				'values' => $input,
				'problem' => null,
				'told' => null,
				'nudges' => $nudges,
			];
		}
		$sent = Stories::submit($input, $draft);
		if (is_wp_error($sent)) {
			return self::shown($draft, $input, $sent);
		}
		self::go_to($sent['story']['id']);
	}

	/**
	 * The photos of the draft in their new order.
	 *
	 * @param list<array{id: int, alt: string}> $photos
	 * @return list<array{id: int, alt: string}>
	 */
	private static function arranged(array $photos, string $act, int $id): array {
		$from = array_search($id, array_column($photos, 'id'), true);
		if (!is_int($from) || !in_array($act, ['up', 'down', 'remove'], true)) {
			return $photos;
		}
		$moved = array_splice($photos, $from, 1);
		if ($act !== 'remove') {
			array_splice($photos, max(0, $from + ($act === 'up' ? -1 : 1)), 0, $moved);
		}
		return $photos;
	}

	/** @param array<mixed> $file */
	private static function add(int $draft, array $file): ?\WP_Error {
		if (count(Stored::of_story($draft)) >= Stories::MAX_PHOTOS) {
			return Words::too_many_photos();
		}
		$user = get_current_user_id();
		$photo = Upload::add($file, Request::upload(), $user);
		if (is_wp_error($photo)) {
			$data = $photo->get_error_data();
			$photo->add_data(['field' => 'photos'] + (is_array($data) ? $data : []));
			return $photo;
		}
		Stored::attach($photo['id'], $draft, $user);
		return null;
	}

	/**
	 * A page that says what is wrong and keeps everything.
	 *
	 * @param Input $values
	 * @return Shown
	 */
	private static function shown(int $draft, array $values, \WP_Error $problem): array {
		$data = $problem->get_error_data();
		status_header(is_array($data) && is_int($data['status'] ?? null) ? $data['status'] : 400);
		return ['draft' => $draft, 'values' => $values, 'problem' => $problem, 'told' => null];
	}

	private static function go_to(int $draft): never {
		wp_safe_redirect(Form::address([Form::DRAFT => $draft]), 303, 'Throughline');
		exit();
	}

	private static function too_large(): \WP_Error {
		return new \WP_Error(
			'throughline_body_too_large',
			sprintf(
				/* translators: %s: a size, e.g. 25 MB */
				__(
					'That was more than this site can take at once. Please choose a photo of at most %s. If your text is missing, go back in your browser: it is still there.',
					'throughline',
				),
				(string) size_format(Images::max_upload_bytes()),
			),
			['status' => 413, 'field' => 'photos'],
		);
	}

	/** @return Input what the draft has, or nothing */
	private static function kept(int $draft): array {
		return Stories::draft($draft, get_current_user_id()) ?? Request::blank();
	}
}

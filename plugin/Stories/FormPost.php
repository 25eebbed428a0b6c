<?php
// The way of a story without JavaScript: text first, then one photo a request, on the page's own address.

declare(strict_types=1);

namespace Throughline\Stories;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Input from Stories
 * @phpstan-import-type Shown from Form
 */
final class FormPost {
	/** Name of the field that tells our requests from others; its value is the nonce. */
	public const MARK = 'throughline_form';
	public const NONCE = 'throughline-story-form';
	/** Name of the button that was pressed. */
	public const ACT = 'throughline_act';
	public const PHOTO = 'throughline_photo';

	/**
	 * Does what the request asks; leaves by a redirect where all is well.
	 *
	 * @return Shown|null what the page has to show, null where nothing is out of the ordinary
	 */
	public static function answer(): ?array {
		$draft = self::draft_in_address();
		if (self::method() !== 'POST') {
			return $draft > 0 ? self::opened($draft) : null;
		}
		if (Routes::is_body_dropped()) {
			return self::shown($draft, self::kept($draft), self::too_large());
		}
		if (!isset($_POST[self::MARK])) {
			// phpcs:ignore WordPress.Security.NonceVerification.Missing -- this looks for it.
			return null;
		}
		$input = self::input();
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
			return ['draft' => 0, 'values' => self::blank(), 'problems' => [], 'told' => $told];
		}
		return $values !== null
			? ['draft' => $draft, 'values' => $values, 'problems' => [], 'told' => null]
			: self::shown(
				0,
				self::blank(),
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
			return new \WP_Error('throughline_signed_out', FormWords::signed_out(), [
				'status' => 401,
			]);
		}
		if (!Stories::may_submit()) {
			return new \WP_Error('throughline_forbidden', FormWords::forbidden(), [
				'status' => 403,
			]);
		}
		$nonce = self::field(self::MARK);
		return wp_verify_nonce($nonce, self::NONCE) === false
			? new \WP_Error(
				'throughline_expired',
				self::file() === null
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
		[$act, $photo] = [...explode(':', self::field(self::ACT), 2), ''];
		$file = self::file();
		if ($act === 'send' && $file === null && $draft === 0) {
			return self::send(0, $input);
		}
		$saved = Stories::save_draft($input, $draft);
		if (is_wp_error($saved)) {
			return self::shown($draft, $input, $saved);
		}
		$user = get_current_user_id();
		$input['photos'] = self::arranged($input['photos'], $act, (int) $photo);
		if ($act === 'remove') {
			Photos::remove_unsent((int) $photo, $user);
		}
		Photos::claim($saved, $input['photos'], $user);
		$refused = $file === null ? null : self::add($saved, $file);
		$kept = Stories::draft($saved, $user);
		if ($kept !== null && $kept['recognisable'] === '' && $input['recognisable'] !== '') {
			// The answer came together with the first photo.
			Stories::save_draft(['photos' => $kept['photos']] + $input, $saved);
			$kept = Stories::draft($saved, $user);
		}
		$input = $kept ?? $input;
		if ($refused !== null) {
			return self::shown($saved, $input, $refused);
		}
		if ($act === 'send') {
			return self::send($saved, $input);
		}
		if ($act === 'add' && $file === null) {
			return self::shown(
				$saved,
				$input,
				new \WP_Error(
					'throughline_photo_missing',
					__('No photo was chosen yet. Please choose one first.', 'throughline'),
					['status' => 422, 'field' => 'photos'],
				),
			);
		}
		self::go_to($saved);
	}

	/**
	 * @param Input $input
	 * @return Shown
	 */
	private static function send(int $draft, array $input): array {
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
		if (count(Photos::of_story($draft)) >= Stories::MAX_PHOTOS) {
			return FormWords::too_many_photos();
		}
		$user = get_current_user_id();
		$upload = self::field('throughline_upload');
		$photo = Photos::add($file, wp_is_uuid($upload) ? $upload : wp_generate_uuid4(), $user);
		if (is_wp_error($photo)) {
			$data = $photo->get_error_data();
			$photo->add_data(['field' => 'photos'] + (is_array($data) ? $data : []));
			return $photo;
		}
		Photos::attach($photo['id'], $draft, $user);
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
		return ['draft' => $draft, 'values' => $values, 'problems' => [$problem], 'told' => null];
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
		return Stories::draft($draft, get_current_user_id()) ?? self::blank();
	}

	/** @return Input */
	public static function blank(): array {
		return [
			'submission' => wp_generate_uuid4(),
			'title' => '',
			'text' => '',
			'department' => 0,
			'recognisable' => '',
			'photos' => [],
		];
	}

	/** @return Input */
	private static function input(): array {
		$submission = self::field('throughline_submission');
		$photos = [];
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- stopped() checks it, Text cleans it.
		$alts = $_POST['throughline_alt'] ?? [];
		foreach (is_array($alts) ? $alts : [] as $id => $alt) {
			$photos[] = ['id' => (int) $id, 'alt' => is_string($alt) ? wp_unslash($alt) : ''];
		}
		return [
			'submission' => wp_is_uuid($submission) ? $submission : wp_generate_uuid4(),
			'title' => self::field('throughline_title'),
			'text' => str_replace("\r\n", "\n", self::field('throughline_text')),
			'department' => (int) self::field('throughline_department'),
			'recognisable' => self::field('throughline_recognisable'),
			'photos' => $photos,
		];
	}

	private static function field(string $name): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- stopped() checks it, Text cleans it.
		$value = $_POST[$name] ?? '';
		return is_string($value) ? wp_unslash($value) : '';
	}

	/** @return array<mixed>|null the one file of this request */
	private static function file(): ?array {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- stopped() checks it, Photos looks into it.
		$file = $_FILES[self::PHOTO] ?? null;
		return is_array($file) && ($file['error'] ?? UPLOAD_ERR_NO_FILE) !== UPLOAD_ERR_NO_FILE
			? $file
			: null;
	}

	private static function draft_in_address(): int {
		$draft = $_GET[Form::DRAFT] ?? ''; // phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- a number.
		return is_string($draft) && ctype_digit($draft) ? (int) $draft : 0;
	}

	private static function method(): string {
		return strtoupper(Form::server('REQUEST_METHOD'));
	}
}

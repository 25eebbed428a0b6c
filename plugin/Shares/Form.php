<?php
// "Share a post", below the form for stories and among one's own pieces: one plain form that needs no script. What it sends comes to the page's own address.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Moderation\Mine\Html as MineHtml;
use Throughline\Moderation\Mine\Request;
use Throughline\Moderation\MyPieces;
use Throughline\Stories\Form as StoryForm;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Values array{
 *     submission: string, address: string, title: string, text: string, author: string, department: int, page: int,
 *     permission: string, label: string, recognisable: string, guidelines: int
 * }
 * @phpstan-import-type Told from Submit
 */
final class Form {
	public const ID = 'throughline-share-form';
	/** Name of the field that tells our requests from others; its value is the nonce. */
	public const MARK = 'throughline_share_form';
	public const NONCE = 'throughline-share-form';
	/** Starts the names of all fields: WordPress takes bare ones for queries of its own. */
	public const FIELD = 'throughline_';
	/** In the address: the share that was sent. */
	public const SENT = 'throughline-shared';

	/** @var array{values: Values, problem: \WP_Error|null}|null */
	private static ?array $shown = null;
	private static int $count = 0;

	/** Takes what was sent, before anything is printed. */
	public static function handle(): void {
		// phpcs:ignore WordPress.Security.NonceVerification -- checked below, before anything changes.
		if (isset($_GET[self::SENT])) {
			nocache_headers();
		}
		// phpcs:ignore WordPress.Security.NonceVerification.Missing -- the same.
		if (!isset($_POST[self::MARK])) {
			return;
		}
		nocache_headers();
		$values = self::values();
		$problem = self::stopped();
		$sent = $problem ?? Submit::send($values, get_current_user_id());
		if (!is_wp_error($sent)) {
			wp_safe_redirect(
				add_query_arg(self::SENT, $sent['share']['id'], self::here()) . '#' . self::ID,
				303,
				'Throughline',
			);
			exit();
		}
		$data = $sent->get_error_data();
		status_header(is_array($data) && is_int($data['status'] ?? null) ? $data['status'] : 400);
		self::$shown = ['values' => $values, 'problem' => $sent];
	}

	/**
	 * Puts the form below the one for stories.
	 *
	 * @param array{id: string, department: int, ...} $form
	 */
	public static function below(string $html, array $form): string {
		// Nothing personal stands where nobody is signed in.
		if (!Stories::may_submit()) {
			return $html;
		}
		['id' => $id, 'inside' => $inside, 'open' => $open] = self::inside($form['department']);
		return $html .
			sprintf(
				'<details id="%s"%s><summary>%s</summary>%s</details>',
				esc_attr($id),
				$open ? ' open' : '',
				esc_html__('Or share a post from your own profile', 'throughline'),
				$inside,
			);
	}

	/** Puts the form among somebody's own pieces. */
	public static function own(mixed $html): string {
		$html = is_string($html) ? $html : '';
		if (!Stories::may_submit()) {
			return $html;
		}
		$block = \WP_Block_Type_Registry::get_instance()->get_registered(StoryForm::BLOCK);
		array_map('wp_enqueue_style', $block->view_style_handles ?? []);
		['id' => $id, 'inside' => $inside, 'open' => $open] = self::inside(0);
		return $html .
			MineHtml::details(
				__('Share a post from your own profile', 'throughline'),
				sprintf('<div class="throughline-form" id="%s">%s</div>', esc_attr($id), $inside),
				$open,
			);
	}

	/** @return array{id: string, inside: string, open: bool} safe HTML, and whether it has something to say */
	private static function inside(int $department): array {
		// A page may have several, and others may run a content more than once.
		$id = self::ID . (++self::$count > 1 ? '-' . self::$count : '');
		$told = self::sent();
		$shown = self::$shown ?? ['values' => self::blank($department), 'problem' => null];
		return [
			'id' => $id,
			'inside' => (new FormView($id, $department, self::here()))->html($shown, $told),
			'open' => $told !== null || $shown['problem'] !== null,
		];
	}

	/** The address that takes it: the page, or one's own pieces where no page shows them. */
	private static function here(): string {
		return Request::asked() === MyPieces::ALL ? MyPieces::address('') : StoryForm::here();
	}

	/** @return Told|null what was sent a moment ago, told to whoever sent it */
	private static function sent(): ?array {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- a number.
		$id = $_GET[self::SENT] ?? '';
		$post = is_string($id) && ctype_digit($id) ? Shares::post((int) $id) : null;
		return $post !== null && (int) $post->post_author === get_current_user_id()
			? Submit::told($post->ID)
			: null;
	}

	/** Why nothing may be done yet, though nothing is lost. */
	private static function stopped(): ?\WP_Error {
		return match (true) {
			!is_user_logged_in() => new \WP_Error(
				'throughline_signed_out',
				__(
					'You have been signed out meanwhile. Please sign in and send it again.',
					'throughline',
				),
				['status' => 401],
			),
			!Stories::may_submit() => new \WP_Error(
				'throughline_forbidden',
				__(
					'Your account can’t share posts yet. Whoever looks after this site can change that.',
					'throughline',
				),
				['status' => 403],
			),
			wp_verify_nonce(self::field(self::MARK), self::NONCE) === false => new \WP_Error(
				'throughline_expired',
				__(
					'The page was open for a long time. Everything is still here: please press the button once more.',
					'throughline',
				),
				['status' => 403],
			),
			default => null,
		};
	}

	/** @return Values */
	private static function values(): array {
		$submission = self::field(self::FIELD . 'submission');
		return [
			'submission' => wp_is_uuid($submission) ? $submission : wp_generate_uuid4(),
			'address' => trim(self::field(self::FIELD . 'address')),
			'title' => '',
			'text' => self::field(self::FIELD . 'text'),
			'author' => self::field(self::FIELD . 'author'),
			'department' => (int) self::field(self::FIELD . 'department'),
			'page' => 0,
			'permission' => self::field(self::FIELD . 'permission'),
			'label' => self::field(self::FIELD . 'label'),
			'recognisable' => self::field(self::FIELD . 'recognisable'),
			'guidelines' => (int) self::field(self::FIELD . 'guidelines'),
		];
	}

	/** @return Values */
	private static function blank(int $department): array {
		return [
			'submission' => wp_generate_uuid4(),
			'address' => '',
			'title' => '',
			'text' => '',
			'author' => '',
			'department' => $department,
			'page' => 0,
			'permission' => 'none',
			'label' => '',
			'recognisable' => '',
			'guidelines' => 0,
		];
	}

	private static function field(string $name): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- Submit cleans it.
		$value = $_POST[$name] ?? '';
		return is_string($value) ? wp_unslash($value) : '';
	}
}

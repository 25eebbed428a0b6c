<?php
// The settings' routes: reading all of them, and saving settings, word lists, a page's own rule and the works agreement.

namespace Throughline\Moderation;

use Throughline\Contract;
use Throughline\People\Capabilities;

defined('ABSPATH') || exit();

final class SettingsRoutes {
	public static function register(): void {
		$managers = static fn(): bool => current_user_can(Capabilities::MANAGE);
		Contract::route('/settings', [
			'methods' => 'GET',
			'permission' => $managers,
			'callback' => [self::class, 'all'],
		]);
		foreach (
			[
				'/settings' => ['new-settings', 'save'],
				'/settings/words' => ['words', 'save_words'],
				'/settings/page' => ['new-page-mode', 'save_page'],
				'/settings/blocked' => ['new-blocked', 'block'],
				'/settings/agreement' => ['new-works-rule', 'turn'],
			]
			as $path => [$message, $callback]
		) {
			Contract::route($path, [
				'methods' => 'POST',
				'permission' => $managers,
				'accepts' => $message,
				'callback' => [self::class, $callback],
			]);
		}
	}

	/** @return array<string, mixed> */
	public static function all(): array {
		return [
			'settings' => Settings::all(),
			'words' => Words::all(),
			'pages' => Mode::pages(),
			'blocked' => Blocked::all(),
			'agreement' => WorksAgreement::to_contract(),
		];
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function save(\WP_REST_Request $request): array|\WP_Error {
		$values = $request->get_params();
		$contact = $values['contact'] ?? null;
		if (is_array($contact)) {
			$values['contact'] = array_map(
				static fn(mixed $line): string => is_string($line)
					? sanitize_text_field($line)
					: '',
				$contact,
			);
			$mail = $values['contact']['mail'] ?? '';
			if ($mail !== '' && is_email($mail) === false) {
				return new \WP_Error(
					'throughline_mail_invalid',
					__('This mail address can’t be right. Please look at it again.', 'throughline'),
					['status' => 422, 'field' => 'mail'],
				);
			}
		}
		Settings::save($values);
		return self::all();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>
	 */
	public static function save_words(\WP_REST_Request $request): array {
		/** @var array{blocked: string, watched: string} $lists validated by the contract */
		$lists = $request->get_params();
		Words::save($lists);
		return self::all();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function save_page(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{address: string, mode: string} $asked validated by the contract */
		$asked = $request->get_params();
		$page = Mode::find($asked['address']);
		if ($page === 0) {
			return new \WP_Error(
				'throughline_page_unknown',
				__(
					'No page of this site has that address. Please open the page and copy its address from there.',
					'throughline',
				),
				['status' => 422, 'field' => 'address'],
			);
		}
		Mode::set($page, $asked['mode']);
		return self::all();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function block(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{mail?: string, id?: string} $asked validated by the contract */
		$asked = $request->get_params();
		if (isset($asked['id'])) {
			Blocked::end($asked['id']);
			return self::all();
		}
		$mail = trim($asked['mail'] ?? '');
		$user = get_user_by('email', $mail);
		if (is_email($mail) === false) {
			return new \WP_Error(
				'throughline_mail_invalid',
				__('This mail address can’t be right. Please look at it again.', 'throughline'),
				['status' => 422, 'field' => 'blocked'],
			);
		}
		if ($user !== false && $user->has_cap(Capabilities::MODERATE)) {
			return new \WP_Error(
				'throughline_moderates',
				__(
					'This person moderates here. Take that right away first, under People.',
					'throughline',
				),
				['status' => 422, 'field' => 'blocked'],
			);
		}
		Blocked::add($user === false ? 0 : $user->ID, $mail);
		return self::all();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function turn(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{rule: string, on: bool, reason: string} $asked validated by the contract */
		$asked = $request->get_params();
		$reason = trim(sanitize_textarea_field($asked['reason']));
		if ($reason === '') {
			return new \WP_Error(
				'throughline_reason_missing',
				__(
					'Please write down why. It stays, with your name and the date, for every colleague.',
					'throughline',
				),
				['status' => 422, 'field' => 'reason'],
			);
		}
		WorksAgreement::turn($asked['rule'], $asked['on'], $reason);
		return self::all();
	}
}

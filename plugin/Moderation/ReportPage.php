<?php
// Where everybody can report a piece, without an account and without JavaScript: /?throughline-report=story-31.

namespace Throughline\Moderation;

use Throughline\Guidelines\Guidelines;

defined('ABSPATH') || exit();

/** @phpstan-import-type Report from Reports */
final class ReportPage {
	public const PARAMETER = 'throughline-report';
	/** In the address, once it was chosen: picture, guideline or illegal. */
	public const WHY = 'why';
	/** Starts the names of all fields: WordPress takes bare ones such as `name` for queries of its own. */
	public const FIELD = 'throughline_';

	public static function address(string $kind, int $id, string $why = ''): string {
		return add_query_arg(
			[self::PARAMETER => "$kind-$id"] + ($why === '' ? [] : [self::WHY => $why]),
			home_url('/'),
		);
	}

	/** The quiet link that stands at every piece; safe HTML. */
	public static function link(string $kind, int $id, string $class = ''): string {
		return sprintf(
			'<a class="%s" href="%s" rel="nofollow">%s</a>',
			esc_attr(trim("throughline-report $class")),
			// Without the host: it stands at every piece of a page.
			esc_url(wp_make_link_relative(self::address($kind, $id))),
			esc_html_x('Report', 'verb', 'throughline'),
		);
	}

	/** Answers the request when it asks for this page. */
	public static function answer(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- matched below.
		$asked = $_GET[self::PARAMETER] ?? null;
		if ($asked === null) {
			return;
		}
		$fits = is_string($asked) && preg_match('/^([a-z]+)-(\d{1,18})$/D', $asked, $part) === 1;
		$kind = $fits ? $part[1] : '';
		$id = $fits ? (int) $part[2] : 0;
		if (!Reports::is_public($kind, $id)) {
			Page::say(
				__('There is nothing to report here', 'throughline'),
				Reports::gone()->get_error_message(),
				404,
			);
		}
		if (self::is_post()) {
			self::take($kind, $id);
		}
		self::show($kind, $id, self::why(), null);
	}

	/** @param \WP_Error|null $problem what keeps the report from being sent */
	private static function show(string $kind, int $id, string $why, ?\WP_Error $problem): never {
		$form = new ReportForm($kind, $id);
		$data = $problem?->get_error_data();
		Page::show(
			$why === 'picture'
				? Grounds::label(Grounds::PICTURE)
				: __('Report something', 'throughline'),
			$why === '' ? $form->choice() : $form->form($why, self::report($kind, $id), $problem),
			is_array($data) && is_int($data['status'] ?? null) ? $data['status'] : 200,
		);
	}

	private static function take(string $kind, int $id): never {
		$why = self::why();
		$report = self::report($kind, $id);
		$problem = self::stopped($kind, $id) ?? null;
		$taken = $problem ?? Reports::add($report);
		if (is_wp_error($taken)) {
			self::show($kind, $id, $why === '' ? 'guideline' : $why, $taken);
		}
		wp_safe_redirect(CasePage::new_address($taken['id']), 303, 'Throughline');
		exit();
	}

	/** Why it isn't taken yet, though nothing is lost. */
	private static function stopped(string $kind, int $id): ?\WP_Error {
		$sentence = match (true) {
			self::field('website') !== '' => __(
				'One field has to stay empty, since only machines fill it in. It is empty now: please press the button once more.',
				'throughline',
			),
			default => match (FormToken::check("report $kind $id", self::field('token'))) {
				'good' => '',
				'early' => __(
					'That was very quick. Please look at it once more, then press the button again.',
					'throughline',
				),
				default => __(
					'The page was open for a long time. Everything is still here: please press the button once more.',
					'throughline',
				),
			},
		};
		return $sentence === ''
			? null
			: new \WP_Error('throughline_expired', $sentence, ['status' => 403]);
	}

	/** @return Report what was sent; nothing chosen where nothing was */
	private static function report(string $kind, int $id): array {
		$why = self::why();
		$photos = Kinds::get($kind)?->photos($id) ?? [];
		return [
			'kind' => $kind,
			'id' => $id,
			'ground' => match ($why) {
				'illegal' => self::field('ground'),
				default => $why,
			},
			'guideline' => (int) self::field('guideline'),
			// Where there is one, nobody has to choose.
			'photo' => count($photos) === 1 ? $photos[0]['id'] : (int) self::field('photo'),
			'explanation' => self::field('explanation'),
			'name' => self::field('name'),
			'mail' => self::field('mail'),
			'faith' => self::field('faith') === '1',
			'address' => Sender::address(),
			'form' => self::field('token'),
		];
	}

	private static function why(): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- one of a list.
		$why = $_GET[self::WHY] ?? '';
		return is_string($why) && in_array($why, ['picture', 'guideline', 'illegal'], true)
			? $why
			: '';
	}

	public static function is_post(): bool {
		return ($_SERVER['REQUEST_METHOD'] ?? '') === 'POST';
	}

	/** A field of this request, as it was sent. */
	public static function field(string $name): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- FormToken stands for the nonce; Reports cleans it.
		$value = $_POST[self::FIELD . $name] ?? '';
		return is_string($value) ? wp_unslash($value) : '';
	}

	/** @return list<array{id: int, sentence: string}> what may be broken here */
	public static function guidelines(string $kind, int $id): array {
		$department = Kinds::get($kind)?->describe([$id])[$id]['department'] ?? 0;
		return array_map(
			static fn(array $one): array => ['id' => $one['id'], 'sentence' => $one['sentence']],
			Guidelines::in_force($kind, $department),
		);
	}
}

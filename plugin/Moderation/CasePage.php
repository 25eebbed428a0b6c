<?php
// What became of a report, for whoever has its signed link: /?throughline-case=12-…; objecting to it stands there, too.

namespace Throughline\Moderation;

use Throughline\Guidelines\Guidelines;
use Throughline\People\Hours;

defined('ABSPATH') || exit();

/** @phpstan-import-type CaseRow from Cases */
final class CasePage {
	public const PARAMETER = 'throughline-case';
	/** The kind under which Links keeps a report's links. */
	public const KIND = 'report';

	/** The address by which a new link opens the report. */
	public static function new_address(int $case): string {
		return self::address($case, Links::make(self::KIND, $case));
	}

	private static function address(int $case, string $token): string {
		return add_query_arg(self::PARAMETER, "$case-$token", home_url('/'));
	}

	/** Answers the request when it asks for this page. Looking changes nothing. */
	public static function answer(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- matched below.
		$asked = $_GET[self::PARAMETER] ?? null;
		if ($asked === null) {
			return;
		}
		$fits =
			is_string($asked) && preg_match('/^(\d{1,18})-([0-9a-f]{64})$/D', $asked, $part) === 1;
		$token = $fits ? $part[2] : '';
		$case = $fits ? Cases::get((int) $part[1]) : null;
		// The same answer for a wrong key and for no report: numbers tell nothing.
		if (
			$case === null ||
			$case['what'] !== 'report' ||
			!Links::opens(self::KIND, $case['id'], $token)
		) {
			Page::say(
				__('This link opens nothing', 'throughline'),
				__(
					'Please take the newest mail that we sent you, and copy the whole address.',
					'throughline',
				),
				404,
			);
		}
		$problem = ReportPage::is_post() ? self::appeal($case, $token) : null;
		self::show($case, $token, $problem);
	}

	/** @param CaseRow $case */
	private static function appeal(array $case, string $token): \WP_Error {
		$problem = AppealForm::stopped(self::about($case, $token));
		if ($problem !== null) {
			return $problem;
		}
		if (Appeals::of_reporter($case) !== null) {
			$added = Appeals::add([
				'kind' => $case['kind'],
				'id' => $case['piece'],
				'version' => $case['decided'],
				'photo' => $case['photo'],
				'explanation' => ReportPage::field('explanation'),
				'report' => $case['id'],
			]);
			if (is_wp_error($added)) {
				return $added;
			}
		}
		wp_safe_redirect(self::address($case['id'], $token), 303, 'Throughline');
		exit();
	}

	/** @param CaseRow $case */
	private static function show(array $case, string $token, ?\WP_Error $problem): never {
		$told = Cases::is_told($case['closed']);
		$paragraphs = [
			$told ? Outcomes::sentence($case) : self::waiting($case),
			Outcomes::about($case),
			self::why($case),
			__(
				'Keep the address of this page: it shows where your report stands, and only you have it.',
				'throughline',
			),
		];
		$until = Appeals::of_reporter($case);
		Page::show(
			sprintf(
				/* translators: %s: number of the report */
				__('Your report, number %s', 'throughline'),
				(string) $case['id'],
			),
			Paragraphs::html($paragraphs) .
				self::appeals($case) .
				($until === null
					? ''
					: AppealForm::html(
						self::about($case, $token),
						self::address($case['id'], $token),
						[
							'until' => $until,
							'version' => $case['decided'],
							'problem' => $problem,
						],
					)) .
				Paragraphs::html([Contact::text()], 'throughline-page__quiet'),
			$problem === null ? 200 : 422,
		);
	}

	/** @param CaseRow $case */
	private static function waiting(array $case): string {
		$department =
			Kinds::get($case['kind'])?->describe([$case['piece']])[$case['piece']]['department'] ??
			0;
		$next = Hours::next_look($department);
		$hidden =
			$case['ground'] === Grounds::PICTURE &&
			Restrictions::is_hidden($case['kind'], $case['piece'], $case['photo'])
				? __('The picture is hidden.', 'throughline') . ' '
				: '';
		return $hidden .
			($next === null
				? __('Thank you! Your report has arrived, and somebody looks at it.', 'throughline')
				: sprintf(
					/* translators: %s: date and time */
					__(
						'Thank you! Your report has arrived. Somebody looks at it on %s at the latest.',
						'throughline',
					),
					(string) wp_date(Statements::moment(), $next + HOUR_IN_SECONDS),
				));
	}

	/** @param CaseRow $case */
	private static function why(array $case): string {
		$guideline = $case['guideline'] > 0 ? Guidelines::get($case['guideline']) : null;
		return sprintf(
			/* translators: 1: date and time, 2: why something was reported */
			__('Reported on %1$s: %2$s', 'throughline'),
			(string) wp_date(Statements::moment(), (int) strtotime("{$case['created']} UTC")),
			$guideline['sentence'] ?? Grounds::label($case['ground']),
		) . ($case['explanation'] === '' ? '' : "\n{$case['explanation']}");
	}

	/** @param CaseRow $case */
	private static function appeals(array $case): string {
		$html = '';
		foreach (Appeals::of_report($case['id']) as $appeal) {
			$html .= AppealForm::state($appeal);
		}
		return $html;
	}

	/** @param CaseRow $case */
	private static function about(array $case, string $token): string {
		return "case {$case['id']} $token";
	}
}

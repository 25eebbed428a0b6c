<?php
// The page of one's own piece: where it stands and why, what was changed, and everything that can be done.

namespace Throughline\Moderation\Mine;

use Throughline\Moderation\Corrections;
use Throughline\Moderation\Course;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\HasPhotos;
use Throughline\Moderation\Kind;
use Throughline\Moderation\Kinds;
use Throughline\Moderation\Links;
use Throughline\Moderation\MyPieces;
use Throughline\Moderation\Own;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Owned from Own
 * @phpstan-import-type Content from Kind
 * @phpstan-import-type Description from Kind
 * @phpstan-import-type Record from Decisions
 * @phpstan-import-type Shown from Acts
 */
final class Piece {
	/**
	 * What it is called where it has to have a name.
	 *
	 * @param Owned $own
	 */
	public static function title(array $own): string {
		return Kinds::get($own['kind'])?->describe([$own['id']])[$own['id']]['title'] ?? '';
	}

	/**
	 * Safe HTML, below a heading with its title.
	 *
	 * @param Owned $own
	 * @param Shown $shown
	 */
	public static function html(array $own, array $shown): string {
		['kind' => $kind, 'id' => $id] = $own;
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		$now = Decisions::effective($kind, $id);
		$said = Words::said($shown['said']);
		$ended = str_starts_with($shown['said'], 'withdrawn_') || $shown['said'] === 'mailed';
		if ($piece === null || $now === null || ($ended && $own['user'] === 0)) {
			return self::said($said) . self::back($own);
		}
		return self::said($said) .
			self::problem($shown['problem']) .
			Stand::standing($own, $piece, $now) .
			Stand::objection($own) .
			Stand::correction($own) .
			self::edit($own, $piece, $now, $shown) .
			self::history($kind, $id) .
			self::withdraw($own, $now['state']) .
			self::links($own) .
			self::back($own);
	}

	private static function said(string $sentence): string {
		return $sentence === ''
			? ''
			: '<p class="throughline-mine__said" role="status">' . esc_html($sentence) . '</p>';
	}

	private static function problem(?\WP_Error $problem): string {
		return $problem === null
			? ''
			: '<p class="throughline-mine__problem" role="alert" id="throughline-mine-problem">' .
					Html::text($problem->get_error_message()) .
					'</p>';
	}

	/**
	 * @param Owned $own
	 * @param Description $piece
	 * @param Record $now
	 * @param Shown $shown
	 */
	private static function edit(array $own, array $piece, array $now, array $shown): string {
		['kind' => $kind, 'id' => $id] = $own;
		$stands = Kinds::get($kind)?->content($id);
		$typed = $shown['typed']['content'] ?? null;
		if ($stands === null) {
			return '';
		}
		if (!in_array($now['state'], ['waiting', 'returned', 'published'], true)) {
			return $typed === null
				? self::sent($kind, $stands)
				: self::typed($typed['text'], $shown['typed']['answer'] ?? '');
		}
		$content = $typed ?? ($now['act'] === 'propose' ? $now['content'] : $stands);
		$form = Form::html(
			$own,
			[
				'version' => Decisions::latest($kind, $id)['version'],
				'state' => $now['state'],
				'people' => $piece['people'],
			],
			$content,
			$shown,
		);
		$both = '';
		if ($shown['problem']?->get_error_code() === 'throughline_stale') {
			$both =
				'<section class="throughline-mine__stands"><h3>' .
				esc_html__('This is what stands there now', 'throughline') .
				'</h3>' .
				($stands['title'] === ''
					? ''
					: '<p><strong>' . Html::text($stands['title']) . '</strong></p>') .
				Html::lines($stands['text']) .
				'</section>' .
				Html::p(__('And this is what you wrote. Send it if it still fits.', 'throughline'));
		}
		return $both .
			($now['state'] === 'returned'
				? $form
				: Html::details(
					match (true) {
						$now['act'] === 'propose' => __('Change your proposal', 'throughline'),
						$now['state'] === 'published' => __('Propose a change', 'throughline'),
						default => __('Change it', 'throughline'),
					},
					$form,
					$typed !== null,
				));
	}

	/**
	 * What can’t be changed any more can still be read, and taken along.
	 *
	 * @param Content $content
	 */
	private static function sent(string $kind, array $content): string {
		$known = Kinds::get($kind);
		$photos = '';
		foreach ($content['photos'] as $photo) {
			$photos .= sprintf(
				'<li class="throughline-mine__photo"><img src="%s" alt="%s" loading="lazy" decoding="async"></li>',
				esc_url($known instanceof HasPhotos ? $known->photo($photo['id']) : ''),
				esc_attr($photo['alt']),
			);
		}
		return Html::details(
			__('What you sent', 'throughline'),
			Html::lines($content['text']) .
				($photos === '' ? '' : "<ul class=\"throughline-mine__photos\">$photos</ul>"),
		);
	}

	/** Nothing that was typed is lost, even where it can’t be sent any more. */
	private static function typed(string $text, string $answer): string {
		return Html::p(
			__(
				'It can’t be changed any more. This is what you wrote, so that you can keep it:',
				'throughline',
			),
		) . Html::lines(trim("$answer\n\n$text"));
	}

	private static function history(string $kind, int $id): string {
		$own = Corrections::own($kind, $id);
		$items = '';
		foreach (Course::standing(Decisions::history($kind, $id)) as $row) {
			$words = Words::act($row['act'], in_array($row['version'], $own, true));
			$items .=
				$words === ''
					? ''
					: '<li>' .
						Html::moment($row['at']) .
						' ' .
						esc_html($words) .
						($row['reason'] === '' ? '' : Html::lines($row['reason'])) .
						'</li>';
		}
		return Html::details(
			__('What happened so far', 'throughline'),
			"<ol class=\"throughline-mine__history\">$items</ol>",
		);
	}

	/** @param Owned $own */
	private static function withdraw(array $own, string $state): string {
		if (!in_array($state, ['waiting', 'published', 'returned', 'removed'], true)) {
			return '';
		}
		$choices = [
			'kept' => [
				$state === 'published'
					? __('Take it off the site', 'throughline')
					: __('It shall not appear', 'throughline'),
				sprintf(
					/* translators: %s: number of days */
					__(
						'Only moderators still see it. It is kept for %s days, then it is deleted.',
						'throughline',
					),
					number_format_i18n(Words::days()),
				),
			],
			'anonymised' => [
				__('Leave it, without my name', 'throughline'),
				__('What you sent stays, and nobody can tell that it is yours.', 'throughline'),
			],
			'removed' => [
				__('Delete it for good', 'throughline'),
				__(
					'With its photos and all earlier versions. This can’t be undone.',
					'throughline',
				),
			],
		];
		if (!in_array($state, ['waiting', 'published'], true)) {
			unset($choices['anonymised']);
		}
		return Html::details(
			__('Withdraw it', 'throughline'),
			Form::around(
				$own,
				Decisions::latest($own['kind'], $own['id'])['version'],
				Choice::rows('leave', $choices, '', __('What shall become of it?', 'throughline')) .
					'<p>' .
					Html::button('withdraw', __('Withdraw it now', 'throughline')) .
					'</p>',
			),
		);
	}

	/** @param Owned $own */
	private static function links(array $own): string {
		if ($own['token'] === '' && Links::count($own['kind'], $own['id']) === 0) {
			return '';
		}
		$sentence =
			$own['token'] === ''
				? __(
					'Whoever has one of the links from your mails can do here what you can.',
					'throughline',
				)
				: __(
					'Whoever has the address of this page can do here what you can. Keep it to yourself.',
					'throughline',
				);
		return Html::details(
			__('Links to this page', 'throughline'),
			Html::p($sentence) .
				Form::around(
					$own,
					0,
					'<p>' . Html::button('revoke', __('End all links', 'throughline')) . '</p>',
				),
		);
	}

	/** @param Owned $own */
	private static function back(array $own): string {
		return $own['user'] === 0
			? ''
			: sprintf(
				'<p class="throughline-mine__quiet"><a href="%s">%s</a></p>',
				esc_url(MyPieces::address('')),
				esc_html__('All that you sent', 'throughline'),
			);
	}
}

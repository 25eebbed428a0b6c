<?php
// The block `dialog`: the moderated comments of a post, those first that experts answered.

namespace Throughline\Dialog;

use Throughline\Blocks;
use Throughline\Dialog\Following\Form as FollowForm;
use Throughline\Dialog\Questions\Questions;
use Throughline\Dialog\Threads\Threads;
use Throughline\Dialog\View\Lists;
use Throughline\Dialog\View\Request;
use Throughline\Dialog\View\StructuredData;
use Throughline\Dialog\Writing\Form;
use Throughline\Moderation\CalmBanner;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Setup from Settings
 * @phpstan-import-type Asked from Request
 * @phpstan-import-type Row from Threads
 */
final class Dialog {
	/** The post whose dialog this request has printed: its own alone takes what the address asks. Others may run a content more than once. */
	private static int $printed = 0;

	/**
	 * @param array<string, mixed> $attributes
	 * @param int $here the post that the block stands in
	 */
	public static function render(array $attributes, int $here): string {
		$other = $attributes['post'] ?? 0;
		$post = is_int($other) && $other > 0 ? $other : $here;
		if (is_feed() || is_embed() || $post === 0 || !Settings::may_read($post)) {
			return '';
		}
		$setup = Settings::read($attributes);
		$asked = in_array(self::$printed, [0, $post], true) ? Request::asked() : null;
		$open = Settings::takes($post, $setup);
		$count = Questions::count($post);
		$order = self::order($setup, $asked['order'] ?? '', $count['asked']);
		$list = self::list_of($post, $setup, $asked, ['order' => $order, 'open' => $open]);
		if ($list['html'] === '' && !$open) {
			return '';
		}
		self::$printed = self::$printed === 0 ? $post : self::$printed;
		Blocks::config();
		wp_interactivity_config('throughline/dialog', [
			'phrases' => [
				/* translators: %s: number of characters */
				'left' => __('%s characters left', 'throughline'),
				/* translators: %s: number of characters */
				'over' => __('%s characters too many', 'throughline'),
				'network' => __(
					'No answer came. What you wrote is kept on this device: please try again in a minute.',
					'throughline',
				),
				'withdraw' => __('Withdraw this? Nobody will see it any more.', 'throughline'),
				'save' => __('Change it', 'throughline'),
				'cancel' => __('Leave it as it is', 'throughline'),
			],
		]);
		$reactions = Threads::reactions($post);
		$comments = max(0, (int) (get_post($post)->comment_count ?? 0) - array_sum($reactions));
		$id = "throughline-dialog-$post";
		$level = $setup['level'];
		return sprintf(
			'<section %s aria-labelledby="%s-title"><h%d id="%s-title">%s</h%d>%s%s%s%s%s%s%s%s</section>',
			get_block_wrapper_attributes([
				'id' => 'comments',
				'class' => 'throughline-dialog',
				'data-post' => (string) $post,
				'data-order' => $order,
			]),
			esc_attr($id),
			$level,
			esc_attr($id),
			esc_html(
				is_string($attributes['heading'] ?? null) && trim($attributes['heading']) !== ''
					? trim($attributes['heading'])
					: __('Conversation', 'throughline'),
			),
			$level,
			self::summary($comments, $count),
			CalmBanner::html($post),
			$open ? Form::html($post, $setup) : self::closed($comments),
			$list['thread'] ? self::back($post) : self::orders($post, $order, $asked, $count),
			$list['html'] === ''
				? ''
				: '<ol class="throughline-comments">' . $list['html'] . '</ol>',
			self::more($post, $list['after'], $order, $asked),
			self::elsewhere($reactions),
			$comments > 0 || $open ? FollowForm::html($post) : '',
		) . ($list['thread'] ? '' : StructuredData::html($post, $list['roots']));
	}

	/**
	 * @param Setup $setup
	 * @return 'answered'|'newest'|'oldest'
	 */
	private static function order(array $setup, string $asked, int $questions): string {
		$order = $asked !== '' ? $asked : $setup['order'];
		return match (true) {
			$order === 'newest', $order === 'oldest', $order === 'answered' => $order,
			default => $questions > 0 ? 'answered' : 'newest',
		};
	}

	/**
	 * @param Setup $setup
	 * @param Asked|null $asked
	 * @param array{order: 'answered'|'newest'|'oldest', open: bool} $how
	 * @return array{html: string, after: string|null, thread: bool, roots: list<Row>}
	 */
	private static function list_of(int $post, array $setup, ?array $asked, array $how): array {
		$wanted =
			$asked === null ? 0 : ($asked['comment'] > 0 ? $asked['comment'] : $asked['thread']);
		$row = $wanted > 0 ? Threads::some([$wanted])[$wanted] ?? null : null;
		$root =
			$row === null
				? null
				: ($row['root'] === $row['id']
					? $row
					: Threads::some([$row['root']])[$row['root']] ?? null);
		if ($asked !== null && $root !== null && $root['post'] === $post) {
			return Lists::whole($root, $asked, $how['open']) + ['thread' => true, 'roots' => []];
		}
		$page = Threads::page($post, [
			'order' => $how['order'],
			'answered' => $asked['answered'] ?? false,
			'after' => $asked['after'] ?? '',
			'count' => $setup['count'],
		]);
		return [
			'html' => Lists::roots($page['rows'], $how['open']),
			'after' => $page['after'],
			'thread' => false,
			'roots' => $page['rows'],
		];
	}

	/** @param array{asked: int, answered: int} $count */
	private static function summary(int $comments, array $count): string {
		$parts = [
			...$comments > 0
				? [
					sprintf(
						/* translators: %s: number of comments */
						_n('%s comment', '%s comments', $comments, 'throughline'),
						number_format_i18n($comments),
					),
				]
				: [],
			...$count['asked'] > 0
				? [
					sprintf(
						/* translators: 1: number of questions, 2: how many of them are answered */
						_n(
							'%1$s question, %2$s answered',
							'%1$s questions, %2$s answered',
							$count['asked'],
							'throughline',
						),
						number_format_i18n($count['asked']),
						number_format_i18n($count['answered']),
					),
				]
				: [],
		];
		return $parts === []
			? ''
			: '<p class="throughline-dialog__count">' . esc_html(implode(' · ', $parts)) . '</p>';
	}

	private static function closed(int $comments): string {
		return $comments === 0
			? ''
			: '<p class="throughline-dialog__closed">' .
					esc_html__('This conversation is closed. It can be read on.', 'throughline') .
					'</p>';
	}

	private static function back(int $post): string {
		return sprintf(
			'<p><a href="%s">%s</a></p>',
			esc_url((string) get_permalink($post) . '#comments'),
			esc_html__('The whole conversation', 'throughline'),
		);
	}

	/**
	 * @param Asked|null $asked
	 * @param array{asked: int, answered: int} $count
	 */
	private static function orders(int $post, string $order, ?array $asked, array $count): string {
		$answered = $asked['answered'] ?? false;
		$choices = [
			...$count['asked'] > 0 ? ['answered' => __('Answered first', 'throughline')] : [],
			'newest' => __('Newest', 'throughline'),
			'oldest' => __('Oldest', 'throughline'),
			...$count['answered'] > 0 ? ['only' => __('With an answer', 'throughline')] : [],
		];
		if ((int) (get_post($post)->comment_count ?? 0) < 2) {
			return '';
		}
		$links = '';
		foreach ($choices as $choice => $label) {
			$current = $answered ? $choice === 'only' : $choice === $order;
			$links .= sprintf(
				'<li><a href="%s" rel="nofollow"%s>%s</a></li>',
				esc_url(
					Request::address(
						$post,
						$choice === 'only'
							? [Request::ANSWERED => '1']
							: [Request::ORDER => $choice],
					),
				),
				$current ? ' aria-current="true"' : '',
				esc_html($label),
			);
		}
		return sprintf(
			'<nav class="throughline-dialog__order" aria-label="%s"><ul>%s</ul></nav>',
			esc_attr__('Order of the comments', 'throughline'),
			$links,
		);
	}

	/** @param Asked|null $asked */
	private static function more(int $post, ?string $after, string $order, ?array $asked): string {
		return $after === null
			? ''
			: sprintf(
				'<p class="throughline-dialog__more"><a class="wp-element-button" data-act="page" data-after="%s"%s href="%s" rel="nofollow">%s</a></p>',
				esc_attr($after),
				$asked['answered'] ?? false ? ' data-answered="1"' : '',
				esc_url(
					Request::address(
						$post,
						[Request::AFTER => $after, Request::ORDER => $order] +
							($asked['answered'] ?? false ? [Request::ANSWERED => '1'] : []),
					),
				),
				esc_html__('More comments', 'throughline'),
			);
	}

	/**
	 * Likes, boosts and mentions in one line, never as comments.
	 *
	 * @param array<string, int> $reactions
	 */
	private static function elsewhere(array $reactions): string {
		$likes = $reactions['like'] ?? 0;
		$boosts =
			($reactions['repost'] ?? 0) +
			($reactions['boost'] ?? 0) +
			($reactions['announce'] ?? 0);
		$others = array_sum($reactions) - $likes - $boosts;
		$parts = [
			...$likes > 0
				? [
					sprintf(
						/* translators: %s: number of likes */
						_n('%s like', '%s likes', $likes, 'throughline'),
						number_format_i18n($likes),
					),
				]
				: [],
			...$boosts > 0
				? [
					sprintf(
						/* translators: %s: how often it was passed on */
						_n('passed on %s time', 'passed on %s times', $boosts, 'throughline'),
						number_format_i18n($boosts),
					),
				]
				: [],
			...$others > 0
				? [
					sprintf(
						/* translators: %s: number of mentions on other sites */
						_n('%s mention elsewhere', '%s mentions elsewhere', $others, 'throughline'),
						number_format_i18n($others),
					),
				]
				: [],
		];
		return $parts === []
			? ''
			: '<p class="throughline-dialog__elsewhere">' .
					esc_html(implode(' · ', $parts)) .
					'</p>';
	}
}

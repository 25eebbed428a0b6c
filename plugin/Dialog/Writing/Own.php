<?php
// What somebody wrote just now: they see it though nobody else does yet, and for ten minutes they change it in place.

namespace Throughline\Dialog\Writing;

use Throughline\Database;
use Throughline\Dialog\Arrivals;
use Throughline\Dialog\Comments;
use Throughline\Dialog\Settings;
use Throughline\Dialog\View\Comment;
use Throughline\Moderation\Act;
use Throughline\Moderation\Contributions;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\Desk;
use Throughline\Moderation\Intake;
use Throughline\Moderation\LooksNext;
use Throughline\Moderation\MyPieces;
use Throughline\Moderation\Own as Owned;
use Throughline\Moderation\Pace;
use function Throughline\now;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Owned from Owned as Owner
 * @phpstan-type Shown array{id: int, html: string, own: string, text: string, until: int, parent: int, waiting: bool}
 */
final class Own {
	public const WHILE = 10 * MINUTE_IN_SECONDS;
	private const PACE = ['burst' => 20, 'every' => 15];
	/** So many that wait are shown. */
	private const MOST = 10;

	/**
	 * What these links open, and what an account wrote, in one dialog: what waits, and what can still be changed.
	 *
	 * @param list<string> $links as Own names pieces
	 * @return list<Shown>
	 */
	public static function shown(int $post, array $links): array {
		$owned = [];
		foreach ([...self::of_account($post), ...array_slice($links, 0, self::MOST)] as $name) {
			$own = Owned::piece($name);
			if ($own !== null && $own['kind'] === Comments::KIND) {
				$owned[$own['id']] ??= $own;
			}
		}
		$shown = [];
		foreach ($owned as $id => $own) {
			$comment = Comments::get($id);
			if ($comment === null || (int) $comment->comment_post_ID !== $post) {
				continue;
			}
			$waiting =
				$comment->comment_approved === '0' &&
				Decisions::latest(Comments::KIND, $id)['state'] === 'waiting';
			if ($waiting || ($comment->comment_approved === '1' && self::until($comment) > now())) {
				$shown[] = self::one($comment, $own, $waiting);
			}
		}
		return $shown;
	}

	/**
	 * A comment as its writer sees it. The caller knows that it is theirs.
	 *
	 * @param Owner $own
	 * @return Shown
	 */
	public static function one(\WP_Comment $comment, array $own, bool $waiting): array {
		return [
			'id' => (int) $comment->comment_ID,
			'html' => self::html($comment, $own, $waiting),
			'own' => Owned::name($own),
			'text' => Text::to_plain($comment->comment_content),
			'until' => max(0, self::until($comment) - now()),
			'parent' => (int) $comment->comment_parent,
			'waiting' => $waiting,
		];
	}

	/**
	 * Other words within the first ten minutes. They pass the checks that words pass: what is online and would have had
	 * to wait waits then.
	 *
	 * @param Owner $own
	 * @return array{state: string, message: string}|\WP_Error
	 */
	public static function edit(array $own, string $text): array|\WP_Error {
		$id = $own['id'];
		$text = Text::clean($text);
		$comment = Comments::get($id);
		if ($comment === null) {
			return Desk::gone();
		}
		$problem = Send::text_problem(
			$text,
			Settings::of((int) $comment->comment_post_ID)['length'],
		);
		if ($problem !== null) {
			return $problem;
		}
		if (self::until($comment) <= now()) {
			return new \WP_Error(
				'throughline_too_late',
				__(
					'The ten minutes are over. On your own page you can still propose a change or withdraw it.',
					'throughline',
				),
				['status' => 409],
			);
		}
		if (!Pace::take('change', "comment $id", self::PACE)) {
			return new \WP_Error(
				'throughline_flood',
				__(
					'That was a lot at once. Please wait a minute and send it again; it is all still here.',
					'throughline',
				),
				['status' => 429],
			);
		}
		return Database::transaction(static fn(): array|\WP_Error => self::rewrite($own, $text));
	}

	/**
	 * @param Owner $own
	 * @return array{state: string, message: string}|\WP_Error
	 */
	private static function rewrite(array $own, string $text): array|\WP_Error {
		$id = $own['id'];
		$comment = Comments::lock($id);
		$latest = Decisions::latest(Comments::KIND, $id);
		if ($comment === null || !in_array($latest['state'], ['waiting', 'published'], true)) {
			return Desk::gone();
		}
		$verdict = Arrivals::is_free((int) $comment->user_id)
			? ['state' => 'published', 'reasons' => [], 'sentence' => '']
			: Intake::judge(
				[
					'kind' => Comments::KIND,
					'id' => $id,
					'contributor' => (int) $comment->user_id,
					'name' => $comment->comment_author,
					'mail' => $comment->comment_author_email,
					'department' => Comments::department($comment),
					'page' => (int) $comment->comment_post_ID,
					'people' => '',
					'title' => '',
					'text' => $text,
				],
				// They concern how it came.
				['again', 'flood', 'form'],
			);
		if ($verdict['state'] === 'refused') {
			return new \WP_Error("throughline_{$verdict['reasons'][0]}", $verdict['sentence'], [
				'status' => 422,
			]);
		}
		$waits = $latest['state'] === 'waiting' || $verdict['state'] === 'waiting';
		$done = Act::carry_out([
			'kind' => Comments::KIND,
			'id' => $id,
			'version' => $latest['version'],
			'act' => $waits ? 'revise' : 'correct',
			'state' => $waits ? 'waiting' : 'published',
			'user' => $own['user'],
			'rule' => $waits ? '' : Contributions::OWN,
			'reasons' => $waits
				? ($verdict['state'] === 'waiting'
					? $verdict['reasons']
					: ['default'])
				: [],
			'content' => ['title' => '', 'text' => $text, 'photos' => []],
		]);
		return $done
			? [
				'state' => $waits ? 'waiting' : 'published',
				'message' => $waits
					? __('Changed. Before it appears, somebody looks at it.', 'throughline')
					: __('Changed.', 'throughline'),
			]
			: Desk::stale(Comments::KIND, $id);
	}

	/**
	 * @param Owner $own
	 * @return true|\WP_Error
	 */
	public static function withdraw(array $own): bool|\WP_Error {
		$done = Contributions::change(
			[
				'kind' => Comments::KIND,
				'id' => $own['id'],
				'version' => Decisions::latest(Comments::KIND, $own['id'])['version'],
				'act' => 'withdraw',
				'leave' => 'kept',
			],
			$own['user'],
		);
		return is_wp_error($done) ? $done : true;
	}

	private static function until(\WP_Comment $comment): int {
		return (int) strtotime("{$comment->comment_date_gmt} UTC") + self::WHILE;
	}

	/**
	 * What waits, and what is public and can still be changed.
	 *
	 * @return list<string>
	 */
	private static function of_account(int $post): array {
		$user = get_current_user_id();
		if ($user === 0) {
			return [];
		}
		$rows = Database::rows(
			"SELECT queue.piece_id AS id FROM %i AS queue JOIN %i AS comment ON comment.comment_ID = queue.piece_id
			WHERE queue.kind = 'comment' AND queue.contributor = %d AND queue.page = %d AND comment.user_id = %d
			ORDER BY queue.id DESC LIMIT %d",
			Database::table('queue'),
			Database::wpdb()->comments,
			$user,
			$post,
			$user,
			self::MOST,
		);
		$fresh = Database::rows(
			"SELECT comment_ID AS id FROM %i WHERE comment_approved = '1' AND comment_date_gmt > %s
			AND comment_post_ID = %d AND user_id = %d ORDER BY comment_ID DESC LIMIT %d",
			Database::wpdb()->comments,
			utc(now() - self::WHILE),
			$post,
			$user,
			self::MOST,
		);
		return array_map(static fn(array $row): string => "comment-{$row['id']}", [
			...$rows,
			...$fresh,
		]);
	}

	/**
	 * What its writer can do with it: nothing here where nothing was decided, as with what an importer brought.
	 *
	 * @param Owner $own
	 * @return list<string>
	 */
	private static function acts(\WP_Comment $comment, array $own, bool $waiting): array {
		if (!$waiting && Decisions::latest(Comments::KIND, $own['id'])['version'] === 0) {
			return [];
		}
		$until = self::until($comment) - now();
		$address = MyPieces::address(Owned::name($own));
		$acts = [];
		if ($until > 0) {
			$acts[] = sprintf(
				'<a data-act="edit" href="%s">%s</a>',
				esc_url($address),
				esc_html(
					sprintf(
						/* translators: %s: number of minutes */
						__('Change (%s min)', 'throughline'),
						number_format_i18n((int) ceil($until / 60)),
					),
				),
			);
		}
		$acts[] = sprintf(
			'<a data-act="withdraw" href="%s">%s</a>',
			esc_url($address),
			esc_html__('Withdraw', 'throughline'),
		);
		return $acts;
	}

	/** @param Owner $own */
	private static function html(\WP_Comment $comment, array $own, bool $waiting): string {
		$id = (int) $comment->comment_ID;
		$row = [
			'id' => $id,
			'post' => (int) $comment->comment_post_ID,
			'root' => $id,
			'parent' => (int) $comment->comment_parent,
			'depth' => 0,
			'public' => !$waiting,
			'question' => '',
			'replies' => 0,
			'created' => $comment->comment_date_gmt,
			'name' => null,
			'comment' => $comment,
		];
		$next = LooksNext::sentence(Comments::department($comment));
		return Comment::html($row, [
			'waiting' =>
				($waiting
					? '<p class="throughline-comment__waits"><b>' .
						esc_html__('Waits until somebody has looked at it.', 'throughline') .
						'</b> ' .
						esc_html($next) .
						'</p>'
					: '') .
				'<p class="throughline-comment__acts">' .
				implode(' ', self::acts($comment, $own, $waiting)) .
				'</p>',
		]);
	}
}

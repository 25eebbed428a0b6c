<?php
// All that somebody sent, newest first, and what they want to become of it when their account goes.

namespace Throughline\Moderation\Mine;

use Throughline\Database;
use Throughline\Moderation\Departure;
use Throughline\Moderation\Kinds;
use Throughline\Moderation\MyPieces;
use Throughline\Moderation\Queue;
use Throughline\Moderation\Submissions;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Shown from Acts
 * @phpstan-type Item array{
 *     kind: string, label: string, id: int, title: string, contributor: int, version: int, state: string,
 *     proposed: bool, since: string
 * }
 */
final class Listing {
	/** In the address: where the next page begins. */
	public const BEFORE = 'throughline-before';
	private const SEAL = 'throughline-mine';

	/** @return Shown */
	public static function answer(): array {
		if (!Request::is_post() || Request::field('act') !== 'leaving') {
			return ['said' => Request::said()] + Acts::NOTHING;
		}
		$user = get_current_user_id();
		if ($user > 0 && wp_verify_nonce(Request::field('seal'), self::SEAL) !== false) {
			Departure::choose($user, Request::field('leaving'));
			wp_safe_redirect(
				add_query_arg('throughline-said', 'leaving', MyPieces::address('')),
				303,
				'Throughline',
			);
			exit();
		}
		return Acts::NOTHING;
	}

	public static function html(int $user): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- a number.
		$before = $_GET[self::BEFORE] ?? '';
		$before = is_string($before) && ctype_digit($before) ? (int) $before : 0;
		['items' => $items, 'after' => $after] = self::page($user, $before);
		if ($items === [] && $before === 0) {
			return Html::p(
				__(
					'You have not sent anything yet. As soon as you do, you see here what becomes of it.',
					'throughline',
				),
			) . self::more($user);
		}
		$more =
			$after === 0
				? ''
				: sprintf(
					'<p><a href="%s">%s</a></p>',
					esc_url(add_query_arg(self::BEFORE, $after, MyPieces::address(''))),
					esc_html__('Older ones', 'throughline'),
				);
		return self::list($items) . $more . self::standing($user) . self::more($user);
	}

	/** What others have to show beside pieces, and what becomes of all of it. */
	private static function more(int $user): string {
		/** Filters what stands below the list of what somebody sent; safe HTML. */
		$more = apply_filters('throughline_own_more', '', $user);
		return (is_string($more) ? $more : '') . self::leaving($user);
	}

	/** What they may do already, and by which rules that grows. */
	private static function standing(int $user): string {
		/** Filters how somebody stands, in sentences to them. */
		$sentences = apply_filters('throughline_own_standing', [], $user);
		$list = array_map(
			static fn(string $sentence): string => '<li>' . Html::text($sentence) . '</li>',
			array_filter((array) $sentences, 'is_string'),
		);
		return $list === []
			? ''
			: Html::details(
				__('What you may do already', 'throughline'),
				'<ul>' . implode('', $list) . '</ul>',
			);
	}

	/**
	 * A page of what somebody sent.
	 *
	 * @return array{items: list<Item>, after: int} `after` is 0 on the last page
	 */
	public static function page(int $user, int $before = 0): array {
		['pieces' => $pieces, 'after' => $after] = Submissions::of($user, $before);
		return [
			'items' => array_values(
				array_filter(
					self::items($pieces),
					// What somebody gave to another past us is no longer theirs to see.
					static fn(array $item): bool => $item['contributor'] === $user,
				),
			),
			'after' => $after,
		];
	}

	/**
	 * What these pieces are and where they stand, in as few queries as for one; without those that are gone.
	 *
	 * @param list<array{kind: string, id: int, ...}> $pieces
	 * @return list<Item>
	 */
	public static function items(array $pieces): array {
		$by_kind = [];
		foreach ($pieces as $piece) {
			$by_kind[$piece['kind']][] = $piece['id'];
		}
		$described = [];
		$stands = [];
		foreach ($by_kind as $kind => $ids) {
			$described[$kind] = Kinds::get($kind)?->describe($ids) ?? [];
			$stands[$kind] = self::stands($kind, $ids);
		}
		$items = [];
		foreach ($pieces as ['kind' => $kind, 'id' => $id]) {
			$piece = $described[$kind][$id] ?? null;
			$stand = $stands[$kind][$id] ?? null;
			if ($piece !== null && $stand !== null) {
				$items[] =
					[
						'kind' => $kind,
						'label' => Kinds::get($kind)?->label() ?? $kind,
						'id' => $id,
						'title' => $piece['title'],
						'contributor' => $piece['contributor'],
					] + $stand;
			}
		}
		return $items;
	}

	/** What the editor shows: one of each, as a contributor would see it. */
	public static function example(): string {
		$example = static fn(string $title, string $state, bool $proposed = false): array => [
			'kind' => 'story',
			'label' => __('Story', 'throughline'),
			'id' => 0,
			'title' => $title,
			'contributor' => 0,
			'version' => 1,
			'state' => $state,
			'proposed' => $proposed,
			'since' => gmdate('Y-m-d\TH:i:s\Z'),
		];
		return self::list([
			$example(__('The night we changed the ropes', 'throughline'), 'returned'),
			$example(__('48 tons, two millimetres of air', 'throughline'), 'waiting'),
			$example(__('My first week in the foundry', 'throughline'), 'published'),
		]);
	}

	/** @param list<Item> $items */
	private static function list(array $items): string {
		$html = '';
		foreach ($items as $item) {
			$html .= sprintf(
				'<li class="throughline-mine__item%s"><a href="%s">%s</a><span class="throughline-mine__is">%s</span><span class="throughline-mine__quiet">%s, %s</span></li>',
				$item['state'] === 'returned' ? ' is-asked' : '',
				esc_url(MyPieces::address("{$item['kind']}-{$item['id']}")),
				Html::text($item['title']),
				esc_html(Words::state($item['state'], $item['proposed'])),
				esc_html($item['label']),
				Html::moment($item['since']),
			);
		}
		return "<ul class=\"throughline-mine__items\">$html</ul>";
	}

	/** What becomes of all this when the account goes. */
	private static function leaving(int $user): string {
		$choices = [
			'kept' => [
				__('It stays, with my name', 'throughline'),
				__('What is online stays as it is.', 'throughline'),
			],
			'anonymised' => [
				__('It stays, without my name', 'throughline'),
				__('Nobody can tell any more that it was yours.', 'throughline'),
			],
			'removed' => [
				__('It goes with me', 'throughline'),
				__('Everything you sent is deleted, with all photos.', 'throughline'),
			],
		];
		return Html::details(
			__('When I leave', 'throughline'),
			sprintf(
				'<form method="post" action="%s"><input type="hidden" name="%sseal" value="%s">%s<p>%s</p></form>',
				esc_url(MyPieces::address('')),
				esc_attr(Html::FIELD),
				esc_attr(wp_create_nonce(self::SEAL)),
				Choice::rows(
					'leaving',
					$choices,
					Departure::chosen($user),
					__(
						'When your account is deleted, what shall become of what you sent?',
						'throughline',
					),
				),
				Html::button('leaving', __('Remember this', 'throughline')),
			),
		);
	}

	/**
	 * Where pieces stand, in one query.
	 *
	 * @param list<int> $ids
	 * @return array<int, array{version: int, state: string, proposed: bool, since: string}>
	 */
	private static function stands(string $kind, array $ids): array {
		$marks = implode(', ', array_fill(0, count($ids), '%d'));
		$rows = Database::rows(
			"SELECT decision.piece_id, decision.version, decision.state, decision.created FROM %i AS decision
			WHERE decision.kind = %s AND decision.piece_id IN ($marks) AND NOT EXISTS (
			SELECT 1 FROM %i AS newer WHERE newer.kind = decision.kind AND newer.piece_id = decision.piece_id
			AND newer.version = decision.version + 1)",
			Database::table('decisions'),
			$kind,
			...[...$ids, Database::table('decisions')],
		);
		$waiting = array_column(
			Database::rows(
				"SELECT piece_id FROM %i WHERE kind = %s AND piece_id IN ($marks) AND list = 'waiting'",
				Database::table('queue'),
				$kind,
				...$ids,
			),
			'piece_id',
		);
		$stands = [];
		foreach ($rows as $row) {
			$state = (string) $row['state'];
			$stands[(int) $row['piece_id']] = [
				'version' => (int) $row['version'],
				'state' => $state,
				// What is published and waits all the same is a proposal.
				'proposed' => $state === 'published' && in_array($row['piece_id'], $waiting, true),
				'since' => Queue::rfc3339((string) $row['created']),
			];
		}
		return $stands;
	}
}

<?php
// The desk's routes: the queue, one piece of it, and deciding.

namespace Throughline\Moderation;

use Throughline\Contract;
use Throughline\People\Capabilities;
use Throughline\People\Scope;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Content from Kind
 * @phpstan-import-type Description from Kind
 * @phpstan-import-type Query from QueueFilter
 * @phpstan-import-type Note from Notes
 * @phpstan-import-type Claim from Claims
 */
final class Routes {
	private const PIECE = '/queue/(?P<kind>[a-z]+)/(?P<id>\d{1,18})';

	public static function register(): void {
		$moderators = static fn(): bool => current_user_can(Capabilities::MODERATE);
		Contract::route('/queue', [
			'methods' => 'GET',
			'permission' => $moderators,
			'accepts' => 'queue-query',
			'callback' => [self::class, 'queue'],
		]);
		Contract::route(self::PIECE, [
			'methods' => 'GET',
			'permission' => $moderators,
			'callback' => [self::class, 'piece'],
		]);
		Contract::route(self::PIECE . '/claim', [
			'methods' => 'POST',
			'permission' => $moderators,
			'callback' => [self::class, 'claim'],
		]);
		Contract::route(self::PIECE . '/claim', [
			'methods' => 'DELETE',
			'permission' => $moderators,
			'callback' => [self::class, 'release'],
		]);
		Contract::route(self::PIECE . '/notes', [
			'methods' => 'POST',
			'permission' => $moderators,
			'accepts' => 'new-note',
			'callback' => [self::class, 'note'],
		]);
		Contract::route('/decisions', [
			'methods' => 'POST',
			'permission' => $moderators,
			'accepts' => 'new-decision',
			'callback' => [self::class, 'decide'],
		]);
		Contract::route('/decisions/undo', [
			'methods' => 'POST',
			'permission' => $moderators,
			'accepts' => 'undo',
			'callback' => [self::class, 'undo'],
		]);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function queue(\WP_REST_Request $request): array|\WP_Error {
		/** @var Query $query validated by the contract */
		$query = $request->get_params();
		return QueuePage::of($query, Scope::of(get_current_user_id()));
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function piece(\WP_REST_Request $request): array|\WP_Error {
		$found = self::find($request);
		if ($found === null) {
			return Desk::gone();
		}
		['known' => $known, 'kind' => $kind, 'id' => $id, 'piece' => $piece] = $found;
		$content = $known->content($id);
		$item = QueuePage::item($kind, $id, $piece);
		if ($item === null || $content === null) {
			return Desk::gone();
		}
		$version = $item['version'];
		// Who decides in one department meets their own pieces, too; what others say about them is not theirs to read.
		$is_own =
			$piece['contributor'] === get_current_user_id() &&
			Scope::of(get_current_user_id()) !== null;
		return [
			'item' => $item,
			'preview' => Preview::address($kind, $id),
			'recognisable' => $piece['people'],
			'history' => Decisions::history($kind, $id),
			'content' => $content,
			'proposal' => (Decisions::effective($kind, $id)['act'] ?? '') === 'propose',
			'context' => $known->context($id),
			'notes' => $is_own ? [] : Notes::of($kind, $id),
			'standing' => self::standing($kind, $piece),
			'cases' => $is_own ? [] : DeskCases::of($kind, $id, get_current_user_id()),
			'undoable' => Desk::undoable(
				Decisions::version($kind, $id, $version),
				get_current_user_id(),
			),
		];
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array{claim: Claim|null}|\WP_Error
	 */
	public static function claim(\WP_REST_Request $request): array|\WP_Error {
		$found = self::find($request);
		return $found === null
			? Desk::gone()
			: ['claim' => Claims::take($found['kind'], $found['id'], get_current_user_id())];
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array{claim: Claim|null}|\WP_Error
	 */
	public static function release(\WP_REST_Request $request): array|\WP_Error {
		$found = self::find($request);
		return $found === null
			? Desk::gone()
			: ['claim' => Claims::release($found['kind'], $found['id'], get_current_user_id())];
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return Note|\WP_Error
	 */
	public static function note(\WP_REST_Request $request): array|\WP_Error {
		$found = self::find($request);
		if ($found === null) {
			return Desk::gone();
		}
		/** @var string $text validated by the contract */
		$text = $request['text'];
		if (trim($text) === '') {
			return new \WP_Error(
				'throughline_empty_note',
				__('There is nothing to keep yet: write a word or two.', 'throughline'),
				['status' => 422, 'field' => 'text'],
			);
		}
		return Notes::add($found['kind'], $found['id'], [
			'user' => get_current_user_id(),
			'text' => $text,
		]);
	}

	/**
	 * @param Description $piece
	 * @return list<string>
	 */
	private static function standing(string $kind, array $piece): array {
		/** Filters what the contributor of a piece may do here already, in sentences. */
		$sentences = apply_filters('throughline_standing', [], $kind, $piece);
		return array_values(array_filter((array) $sentences, 'is_string'));
	}

	/**
	 * The piece that the address names, where it is there and theirs to decide.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array{known: Kind, kind: string, id: int, piece: Description}|null
	 */
	private static function find(\WP_REST_Request $request): ?array {
		/** @var array{kind: string, id: string} $asked both are in the address */
		$asked = $request->get_url_params();
		$id = (int) $asked['id'];
		$known = Kinds::get($asked['kind']);
		$piece = $known?->describe([$id])[$id] ?? null;
		return $known === null ||
			$piece === null ||
			Decisions::latest($asked['kind'], $id)['version'] === 0 ||
			!Scope::covers(get_current_user_id(), $piece['department'])
			? null
			: ['known' => $known, 'kind' => $asked['kind'], 'id' => $id, 'piece' => $piece];
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function decide(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{kind: string, id: int, version: int, act: string, reason?: string, guideline?: int, consent?: bool, content?: Content} $choice validated by the contract */
		$choice = $request->get_params();
		return Desk::decide(
			$choice + ['reason' => '', 'guideline' => 0, 'consent' => false],
			get_current_user_id(),
		);
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function undo(\WP_REST_Request $request): array|\WP_Error {
		/** @var array{kind: string, id: int, version: int} $decision validated by the contract */
		$decision = $request->get_params();
		return Desk::undo($decision, get_current_user_id());
	}
}

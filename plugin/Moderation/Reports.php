<?php
// Taking a report in: once, however often it is sent; a photo in which somebody recognises themselves is hidden first.

namespace Throughline\Moderation;

use Throughline\Database;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Report array{
 *     kind: string, id: int, ground: string, guideline: int, photo: int, explanation: string, name: string, mail: string,
 *     faith: bool, address: string, form?: string
 * }
 * `address` is the sender's IP, which is never kept; `faith` that they say in good faith what they say; `form` tells
 * the printed form apart from every other.
 * @phpstan-type Taken array{id: int, again: bool, hidden: bool}
 */
final class Reports {
	/** The rule by which a photo is hidden before anybody looked. */
	public const RULE = 'in_picture';

	public const MAX_EXPLANATION = 3000;

	/**
	 * @param Report $report
	 * @return Taken|\WP_Error 404, 422 with the field to mend, or 429
	 */
	public static function add(array $report): array|\WP_Error {
		$report = ReportCheck::clean($report);
		$same = self::same($report);
		$first = self::first($same);
		if ($first !== null) {
			return $first;
		}
		$problem = ReportCheck::problem($report);
		return $problem ??
			Database::transaction(static fn(): array|\WP_Error => self::write($report, $same));
	}

	/** Whether visitors can see it, so that they may report it. */
	public static function is_public(string $kind, int $id): bool {
		$piece = Kinds::get($kind)?->describe([$id])[$id] ?? null;
		$page = $piece === null || $piece['page'] === 0 ? null : get_post($piece['page']);
		// What stands on a page that is not everybody's is not told here either.
		return $piece !== null &&
			$piece['link'] !== null &&
			(!($page instanceof \WP_Post) ||
				(is_post_publicly_viewable($page) && $page->post_password === ''));
	}

	/**
	 * Runs in a transaction.
	 *
	 * @param Report $report
	 * @return Taken|\WP_Error
	 */
	private static function write(array $report, string $same): array|\WP_Error {
		['kind' => $kind, 'id' => $id] = $report;
		Kinds::get($kind)?->lock($id);
		if (!self::is_public($kind, $id)) {
			return self::gone();
		}
		// Somebody may have sent the same while we waited for the lock.
		$first = self::first($same);
		if ($first !== null) {
			return $first;
		}
		Outside::adopt($kind, $id);
		$sender = ReportLimits::sender($report);
		if (!ReportLimits::may_report($report, $sender)) {
			return ReportLimits::too_many();
		}
		$hides = ReportLimits::may_hide($report, $sender);
		$version = Decisions::latest($kind, $id)['version'];
		Database::write(
			'INSERT INTO %i (what, kind, piece_id, page, version, ground, guideline, photo, explanation, name, mail, urgency, same, created)
			VALUES (%s, %s, %d, %d, %d, %s, %d, %d, %s, %s, %s, %d, %s, %s)',
			Database::table('reports'),
			'report',
			$kind,
			$id,
			Kinds::get($kind)?->page($id) ?? 0,
			$version,
			$report['ground'],
			$report['guideline'],
			$report['photo'],
			$report['explanation'],
			$report['name'],
			$report['mail'],
			Grounds::urgency($report['ground'], $hides || self::is_hidden($report)),
			$same,
			utc(),
		);
		$case = Database::inserted();
		if ($hides) {
			Act::carry_out([
				'kind' => $kind,
				'id' => $id,
				'act' => 'hide',
				'state' => Decisions::latest($kind, $id)['state'],
				'version' => $version,
				'user' => 0,
				'rule' => self::RULE,
				'photo' => $report['photo'],
				'reasons' => Decisions::effective($kind, $id)['reasons'] ?? [],
			]);
		} else {
			Queue::follow($kind, $id);
		}
		Due::add('receipt', 'report', $case, 0);
		/** Tells that a piece was reported, inside the transaction that writes it. */
		do_action('throughline_reported', $kind, $id, $case);
		return ['id' => $case, 'again' => false, 'hidden' => $hides || self::is_hidden($report)];
	}

	/** @param Report $report */
	private static function is_hidden(array $report): bool {
		return $report['photo'] > 0 &&
			Restrictions::is_hidden($report['kind'], $report['id'], $report['photo']);
	}

	/** @param Report $report */
	private static function same(array $report): string {
		return hash_hmac(
			'sha256',
			(string) wp_json_encode([
				$report['kind'],
				$report['id'],
				$report['ground'],
				$report['guideline'],
				$report['photo'],
				$report['explanation'],
				$report['name'],
				Sender::mail($report['mail']),
				// Who sends the same from elsewhere or anew may be somebody who wants to learn whether another did.
				ReportLimits::sender($report),
				$report['form'] ?? '',
			]),
			wp_salt('auth'),
		);
	}

	/** @return Taken|null what came of the same report before */
	private static function first(string $same): ?array {
		$row = Database::row(
			"SELECT id, kind, piece_id, photo FROM %i WHERE same = %s AND outcome = ''",
			Database::table('reports'),
			$same,
		);
		return $row === null
			? null
			: [
				'id' => (int) $row['id'],
				'again' => true,
				'hidden' =>
					(int) $row['photo'] > 0 &&
					Restrictions::is_hidden(
						(string) $row['kind'],
						(int) $row['piece_id'],
						(int) $row['photo'],
					),
			];
	}

	public static function gone(): \WP_Error {
		return new \WP_Error(
			'throughline_not_found',
			__('What you want to report can’t be seen by anybody any more.', 'throughline'),
			['status' => 404],
		);
	}
}

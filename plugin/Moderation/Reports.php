<?php
// Taking a report in: once, however often it is sent; a photo in which somebody recognises themselves is hidden first.

namespace Throughline\Moderation;

use Throughline\Database;
use Throughline\Guidelines\Guidelines;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Report array{
 *     kind: string, id: int, ground: string, guideline: int, photo: int, explanation: string, name: string, mail: string,
 *     faith: bool, address: string
 * }
 * `address` is the sender's IP, which is never kept; `faith` that they say in good faith what they say.
 * @phpstan-type Taken array{id: int, again: bool, hidden: bool}
 */
final class Reports {
	/** The rule by which a photo is hidden before anybody looked. */
	public const RULE = 'in_picture';

	public const MAX_EXPLANATION = 3000;
	/** Of one piece so many reports wait at once: with more nobody would know more. */
	private const OPEN_AT_ONCE = 200;
	private const BY_ADDRESS = ['burst' => 10, 'every' => 30 * MINUTE_IN_SECONDS];
	private const BY_PIECE = ['burst' => 60, 'every' => MINUTE_IN_SECONDS];
	/** A whole shift on one photo can report it; nobody can empty a wall. */
	private const HIDE_BY_ADDRESS = ['burst' => 3, 'every' => 6 * HOUR_IN_SECONDS];
	private const HIDE_BY_PAGE = ['burst' => 5, 'every' => 2 * HOUR_IN_SECONDS];
	/** Many addresses are easily had. */
	private const HIDE_BY_SITE = ['burst' => 30, 'every' => 30 * MINUTE_IN_SECONDS];

	/**
	 * @param Report $report
	 * @return Taken|\WP_Error 404, 422 with the field to mend, or 429
	 */
	public static function add(array $report): array|\WP_Error {
		$report = self::clean($report);
		$same = self::same($report);
		$first = self::first($same);
		if ($first !== null) {
			return $first;
		}
		$problem = self::problem($report);
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
		$sender = self::sender($report);
		if (!self::may_report($report, $sender)) {
			return self::too_many();
		}
		$hides = self::may_hide($report, $sender);
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

	/**
	 * @param Report $report
	 * @return Report
	 */
	private static function clean(array $report): array {
		$ground = $report['ground'];
		return [
			'guideline' => $ground === Grounds::GUIDELINE ? $report['guideline'] : 0,
			'photo' => $ground === Grounds::PICTURE ? $report['photo'] : 0,
			'explanation' => self::cleaned($report['explanation']),
			'name' => mb_substr(self::line($report['name']), 0, 190),
			'mail' => self::line($report['mail']),
		] + $report;
	}

	/** What somebody wrote in some lines, as it is kept. */
	public static function cleaned(string $text): string {
		$lines = str_replace("\r\n", "\n", self::text($text));
		return mb_substr(trim($lines), 0, self::MAX_EXPLANATION);
	}

	private static function text(string $text): string {
		// Everything but line breaks and tabs that nobody can see.
		return (string) preg_replace(
			'/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/',
			'',
			wp_check_invalid_utf8($text, true),
		);
	}

	private static function line(string $text): string {
		return trim((string) preg_replace('/\s+/u', ' ', self::text($text)));
	}

	/** @param Report $report what keeps it from being sent, with the field to mend */
	private static function problem(array $report): ?\WP_Error {
		['ground' => $ground, 'kind' => $kind, 'id' => $id] = $report;
		$illegal = Grounds::is_illegal($ground);
		$known = $illegal && $ground !== Grounds::ABUSE;
		[$field, $sentence] = match (true) {
			$ground === Grounds::PICTURE => [
				'photo',
				self::has_photo($kind, $id, $report['photo'])
					? ''
					: __('Please choose the picture that you are in.', 'throughline'),
			],
			$ground === Grounds::GUIDELINE => [
				'guideline',
				Guidelines::get($report['guideline']) !== null
					? ''
					: __('Please choose the guideline that is broken.', 'throughline'),
			],
			!$illegal => ['ground', __('Please choose what it is about.', 'throughline')],
			mb_strlen($report['explanation']) < 10 => [
				'explanation',
				__(
					'Please explain in a sentence or two why you think so, so that somebody can judge it.',
					'throughline',
				),
			],
			$known && $report['name'] === '' => [
				'name',
				__('Please tell your name. Only moderators see it.', 'throughline'),
			],
			$known && $report['mail'] === '' => [
				'mail',
				__('Please tell where we can answer you.', 'throughline'),
			],
			!$report['faith'] => [
				'faith',
				__(
					'Please confirm that what you write is right and complete, as far as you know.',
					'throughline',
				),
			],
			default => ['', ''],
		};
		if ($sentence === '' && $report['mail'] !== '' && is_email($report['mail']) === false) {
			$field = 'mail';
			$sentence = __(
				'This mail address isn’t complete. Please look at it once more.',
				'throughline',
			);
		}
		return $sentence === ''
			? null
			: new \WP_Error('throughline_report_incomplete', $sentence, [
				'status' => 422,
				'field' => $field,
			]);
	}

	private static function has_photo(string $kind, int $id, int $photo): bool {
		$content = Kinds::get($kind)?->content($id);
		return in_array($photo, array_column($content['photos'] ?? [], 'id'), true);
	}

	/** @param Report $report */
	private static function is_hidden(array $report): bool {
		return $report['photo'] > 0 &&
			Restrictions::is_hidden($report['kind'], $report['id'], $report['photo']);
	}

	/** @param Report $report */
	private static function may_report(array $report, string $sender): bool {
		$row = Database::row(
			"SELECT COUNT(*) AS held FROM (SELECT 1 FROM %i WHERE kind = %s AND piece_id = %d AND outcome = '' LIMIT %d) AS held_rows",
			Database::table('reports'),
			$report['kind'],
			$report['id'],
			self::OPEN_AT_ONCE,
		);
		return (int) ($row['held'] ?? 0) < self::OPEN_AT_ONCE &&
			($sender === '' || Pace::take('report', $sender, self::BY_ADDRESS)) &&
			Pace::take('report-piece', "{$report['kind']} {$report['id']}", self::BY_PIECE);
	}

	/**
	 * Whether the photo is hidden before anybody looked. Not where a moderator decided on it already: then a person
	 * looks again, and first.
	 *
	 * @param Report $report
	 */
	private static function may_hide(array $report, string $sender): bool {
		['kind' => $kind, 'id' => $id, 'photo' => $photo] = $report;
		if (
			$report['ground'] !== Grounds::PICTURE ||
			isset(Restrictions::last($kind, $id)[$photo])
		) {
			return false;
		}
		$page = Kinds::get($kind)?->page($id) ?? 0;
		return ($sender === '' || Pace::take('hide', $sender, self::HIDE_BY_ADDRESS)) &&
			Pace::take('hide-page', "page $page", self::HIDE_BY_PAGE) &&
			Pace::take('hide-site', 'site', self::HIDE_BY_SITE);
	}

	/** @param Report $report */
	private static function sender(array $report): string {
		return Sender::of([
			'kind' => '',
			'id' => 0,
			'contributor' => 0,
			'name' => '',
			'mail' => '',
			'address' => $report['address'],
			'department' => 0,
			'page' => 0,
			'people' => '',
			'title' => '',
			'text' => '',
		]);
	}

	/** @param Report $report */
	private static function same(array $report): string {
		$sender = $report['mail'] === '' ? self::sender($report) : Sender::mail($report['mail']);
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
				$sender,
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

	private static function too_many(): \WP_Error {
		return new \WP_Error(
			'throughline_too_many',
			__(
				'Very many reports came from here, or about this, just now. Somebody looks at them already. If yours says something new, please send it in half an hour.',
				'throughline',
			),
			['status' => 429],
		);
	}
}

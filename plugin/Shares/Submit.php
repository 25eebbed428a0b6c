<?php
// The one door by which a share comes in, whoever knocks: the form, the block, REST, "I posted it".

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Contract;
use Throughline\Database;
use Throughline\Guidelines\Acknowledgements;
use Throughline\Moderation\Contributions;
use Throughline\Moderation\Decisions;
use Throughline\Moderation\LooksNext;
use Throughline\Moderation\MyPieces;
use Throughline\Moderation\Submissions;
use Throughline\People\Departments;
use Throughline\People\Person;
use Throughline\Shares\Networks\Address;
use Throughline\Shares\Networks\Networks;
use Throughline\Standing\Sentences;
use Throughline\Stories\Stories;
use Throughline\Stories\Text;
use function Throughline\soon;
use function Throughline\utc;

defined('ABSPATH') || exit();

/**
 * `author` is the name that the sender gives, '' for their own; `page` the one that it belongs to, 0 to look for one in
 * its text; `permission` says that its pictures may be copied, and why; `recognisable` as in a story, '' without them;
 * `guidelines` is the edition that they say to know.
 *
 * @phpstan-import-type Parsed from Address
 * @phpstan-type Sent array{
 *     submission: string, address: string, text: string, author: string, title?: string, department: int, page: int,
 *     permission: string, label: string, recognisable: string, guidelines?: int
 * }
 * @phpstan-type Told array{id: int, state: string, title: string, message: string, link: string|null, mine: string}
 */
final class Submit {
	private const AUTHOR = 100;

	/**
	 * Sends a share, once, however often it is sent. Its network is asked afterwards, in the background.
	 *
	 * @param Sent $sent
	 * @return array{share: Told, again: bool}|\WP_Error 409 where the address is here already, with its `share`; 422 with the `field` to mend; 503 where nothing could be written
	 */
	public static function send(array $sent, int $user): array|\WP_Error {
		$address = Address::parse($sent['address']);
		$sent = self::clean($sent, $address['network'] ?? '');
		$unknown = Acknowledgements::refusal($user, $sent['guidelines'] ?? 0);
		try {
			$done = Submissions::once(
				[
					'kind' => Shares::KIND,
					'contributor' => $user,
					'submission' => $sent['submission'],
				],
				static function () use ($sent, $address, $user, $unknown): int|\WP_Error {
					$problem = self::problem($sent, $address) ?? $unknown;
					return $problem ??
						($address === null ? 0 : self::write($sent, $address, $user));
				},
			);
		} catch (\RuntimeException $error) {
			// The forms then still hold what was written.
			return Contract::failed($error);
		}
		return is_wp_error($done)
			? $done
			: ['share' => self::told($done['id']), 'again' => $done['again']];
	}

	/**
	 * @param Sent $sent
	 * @return Sent
	 */
	private static function clean(array $sent, string $network): array {
		$is_copied =
			in_array($sent['permission'], ['mine', 'permission'], true) && Look::is_asked($network);
		return [
			'title' => Text::line($sent['title'] ?? ''),
			'text' => Text::clean($sent['text']),
			'author' => Text::line($sent['author']),
			'department' => Departments::existing($sent['department']),
			'permission' => $is_copied ? $sent['permission'] : 'none',
			// Where no picture is copied, nobody in one has to be asked.
			'recognisable' => $is_copied ? $sent['recognisable'] : '',
		] + $sent;
	}

	/**
	 * What keeps it from being sent, with the field to mend.
	 *
	 * @param Sent $sent
	 * @param Parsed|null $address
	 */
	private static function problem(array $sent, ?array $address): ?\WP_Error {
		if ($address === null) {
			return self::wrong(
				'address',
				'address_unknown',
				__(
					'This is no address of a post that we can read. Open the post itself, and copy the whole address from the top of your browser.',
					'throughline',
				),
			);
		}
		$row = Networks::get($address['network']);
		return match (true) {
			$address['host'] === wp_parse_url(home_url(), PHP_URL_HOST) => self::wrong(
				'address',
				'address_own',
				__(
					'This is a page of this site. Here you share what stands somewhere else.',
					'throughline',
				),
			),
			$address['kind'] === 'profile' && $address['network'] !== 'rss' => self::wrong(
				'address',
				'address_profile',
				__(
					'This is the address of a whole profile. Open the one post that you mean, and copy its address.',
					'throughline',
				),
			),
			$row === null || $row['class'] === 'channel' => self::wrong(
				'address',
				'address_unknown',
				__('Nothing can be shared from there.', 'throughline'),
			),
			$row['class'] === 'written' && $sent['text'] === '' => self::wrong(
				'text',
				'text_missing',
				sprintf(
					/* translators: %s: name of a network */
					__(
						'%s does not tell us what the post says. Please copy its text into the field.',
						'throughline',
					),
					Networks::label($row['id']),
				),
			),
			mb_strlen($sent['text']) > Text::MAX_LENGTH => Contract::complaint(
				'text',
				'rest_too_long',
			),
			mb_strlen($sent['title'] ?? '') > Text::MAX_TITLE_LENGTH => Contract::complaint(
				'title',
				'rest_too_long',
			),
			mb_strlen($sent['author']) > self::AUTHOR => Contract::complaint(
				'author',
				'rest_too_long',
			),
			$sent['permission'] !== 'none' &&
				!in_array($sent['recognisable'], ['nobody', 'me', 'others'], true)
				=> self::wrong(
				'recognisable',
				'recognisable_missing',
				__(
					'Please answer one question: can anybody be recognised in the pictures?',
					'throughline',
				),
			),
			default => null,
		};
	}

	/**
	 * Writes the share and hands it to the desk, inside the transaction of its submission.
	 *
	 * @param Sent $sent
	 * @param Parsed $address
	 */
	private static function write(array $sent, array $address, int $user): int|\WP_Error {
		$known = self::known($address['url'], $user);
		if ($known !== null) {
			return $known;
		}
		$id = wp_insert_post(
			[
				'post_type' => Shares::TYPE,
				'post_status' => 'draft',
				'post_author' => $user,
				'comment_status' => 'closed',
				'ping_status' => 'closed',
				'post_title' => wp_slash(Text::to_title($sent['title'] ?? '')),
				'post_content' => wp_slash(Text::to_html($sent['text'])),
			],
			true,
		);
		if (is_wp_error($id)) {
			return $id;
		}
		$written = Database::write(
			'INSERT IGNORE INTO %i (post_id, network, address, mark, author, author_url, author_id, known_at, label, permission, page_id, next)
			VALUES (%d, %s, %s, %s, %s, %s, %s, %s, %s, %s, %d, %s)',
			Database::table('shares'),
			$id,
			$address['network'],
			$address['url'],
			Shares::mark($address['url']),
			$sent['author'] !== '' ? $sent['author'] : Person::of($user)['name'],
			'',
			'',
			utc(),
			in_array($sent['label'], ['advertising', 'employee'], true) ? $sent['label'] : '',
			$sent['permission'],
			Place::of_share($sent['page'], $sent['text']),
			utc(),
		);
		if ($written !== 1) {
			// Somebody else sent it a moment ago.
			return self::here_already(0);
		}
		update_post_meta($id, Stories::RECOGNISABLE, $sent['recognisable']);
		if ($sent['department'] > 0) {
			wp_set_object_terms($id, [$sent['department']], Departments::TAXONOMY);
		}
		$state = Contributions::receive([
			'kind' => Shares::KIND,
			'id' => $id,
			'contributor' => $user,
			'department' => $sent['department'],
			'people' => $sent['recognisable'],
			'title' => $sent['title'] ?? '',
			'text' => $sent['text'],
		]);
		if (is_wp_error($state)) {
			return $state;
		}
		Database::after_commit(static fn() => soon(Look::EVENT));
		return $id;
	}

	/** Whether it is here; what its contributor withdrew, they may send anew. */
	private static function known(string $address, int $user): ?\WP_Error {
		$id = Shares::by_address($address);
		if ($id === 0) {
			return null;
		}
		$is_own = (int) (Shares::post($id)->post_author ?? 0) === $user;
		if ($is_own && Decisions::latest(Shares::KIND, $id)['state'] === 'withdrawn') {
			Shares::put($id, ['mark' => null, 'next' => null]);
			return null;
		}
		return self::here_already($id);
	}

	private static function here_already(int $id): \WP_Error {
		return new \WP_Error(
			'throughline_share_known',
			match ($id > 0 ? Decisions::latest(Shares::KIND, $id)['state'] : '') {
				'published' => __(
					'Thank you! This post stands on our site already.',
					'throughline',
				),
				'removed' => __('This post was here, and was taken off the site.', 'throughline'),
				default => __(
					'Thank you! This post has arrived already; somebody looks at it.',
					'throughline',
				),
			},
			['status' => 409, 'field' => 'address', 'share' => $id],
		);
	}

	private static function wrong(string $field, string $code, string $sentence): \WP_Error {
		return new \WP_Error("throughline_$code", $sentence, [
			'status' => 422,
			'field' => $field,
		]);
	}

	/** @return Told */
	public static function told(int $id): array {
		$post = Shares::post($id);
		$published = $post !== null && $post->post_status === 'publish';
		$appears = Sentences::appears(Shares::KIND, $id);
		return [
			'id' => $id,
			'state' => Decisions::latest(Shares::KIND, $id)['state'],
			'title' => $post === null ? '' : Shares::title($post),
			'message' => match (true) {
				$published => __('Thank you! Your post is on our site.', 'throughline'),
				$appears !== '' => __('Thank you! Your post has arrived.', 'throughline') .
					" $appears",
				default => trim(
					__(
						'Thank you! Your post has arrived. Before it appears here, somebody looks at it, and you get a mail.',
						'throughline',
					) .
						' ' .
						LooksNext::sentence(Stories::department($id)),
				),
			},
			'link' => $published ? Shares::get($id)['address'] ?? null : null,
			'mine' => MyPieces::address(Shares::KIND . "-$id"),
		];
	}
}

<?php
// What WordPress's exporter and eraser learn about following: which conversations, and how often.

declare(strict_types=1);

namespace Throughline\Dialog\Following;

use Throughline\Database;
use Throughline\Dialog\Comments;
use Throughline\Moderation\Sender;
use Throughline\PersonalData;

defined('ABSPATH') || exit();

/** @phpstan-import-type Follower from Followers */
final class Privacy {
	private const NAME = 'throughline-following';

	public static function register(): void {
		PersonalData::kept(
			self::NAME,
			static fn(): string => __('Throughline: following', 'throughline'),
			self::class,
		);
		add_action('admin_init', [self::class, 'suggest']);
	}

	/** What a site may say about it in its privacy policy. */
	public static function suggest(): void {
		wp_add_privacy_policy_content(
			'Throughline',
			wp_kses_post(
				wpautop(
					__(
						'Whoever follows a conversation by mail gives us an address for it. It is used for these mails alone, after a yes by the mail that we send first; without that it is deleted within two days. Every mail ends it with one click, and the address goes at once.',
						'throughline',
					),
				),
			),
		);
	}

	/** @return array{data: list<array<string, mixed>>, done: bool} */
	public static function export(string $mail): array {
		$data = [];
		foreach (self::of($mail) as $follower) {
			$data[] = [
				'group_id' => self::NAME,
				'group_label' => __('Following', 'throughline'),
				'item_id' => "throughline-follower-{$follower['id']}",
				'data' => [
					[
						'name' => __('Conversation', 'throughline'),
						'value' => Comments::page_title($follower['post']),
					],
					[
						'name' => __('How often', 'throughline'),
						'value' => Form::choices()[$follower['how']] ?? '',
					],
				],
			];
		}
		return ['data' => $data, 'done' => true];
	}

	/** @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool} */
	public static function erase(string $mail): array {
		$all = self::of($mail);
		foreach ($all as $follower) {
			Followers::stop($follower['id']);
		}
		return [
			'items_removed' => $all !== [],
			'items_retained' => false,
			'messages' => [],
			'done' => true,
		];
	}

	/** @return list<Follower> */
	private static function of(string $mail): array {
		$user = get_user_by('email', $mail);
		$rows = Database::rows(
			'SELECT * FROM %i WHERE user_id = 0 AND mail = %s',
			Database::table('followers'),
			Sender::mail($mail),
		);
		return [
			...array_map([Followers::class, 'read'], trim($mail) === '' ? [] : $rows),
			...$user === false ? [] : Followers::of_user($user->ID),
		];
	}
}

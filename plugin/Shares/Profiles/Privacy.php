<?php
// What WordPress's exporter and eraser learn about linked profiles.

declare(strict_types=1);

namespace Throughline\Shares\Profiles;

use Throughline\PersonalData;

defined('ABSPATH') || exit();

/** @phpstan-import-type Linked from Profiles */
final class Privacy {
	private const NAME = 'throughline-profiles';

	public static function register(): void {
		PersonalData::kept(
			self::NAME,
			static fn(): string => __('Throughline: linked profiles', 'throughline'),
			self::class,
		);
	}

	/** @return array{data: list<array<string, mixed>>, done: bool} */
	public static function export(string $mail): array {
		$data = [];
		foreach (self::of($mail) as $one) {
			$data[] = [
				'group_id' => self::NAME,
				'group_label' => __('Linked profiles', 'throughline'),
				'item_id' => "throughline-profile-{$one['id']}",
				'data' => [
					[
						'name' => __('Profile', 'throughline'),
						'value' => esc_html(Words::name($one)),
					],
					['name' => __('Address', 'throughline'), 'value' => esc_url($one['address'])],
					[
						'name' => __('Its lasting id', 'throughline'),
						'value' => esc_html($one['lasting']),
					],
					[
						'name' => __('How far it is proven', 'throughline'),
						'value' => esc_html(Words::stand($one)),
					],
				],
			];
		}
		return ['data' => $data, 'done' => true];
	}

	/** @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool} */
	public static function erase(string $mail): array {
		$all = self::of($mail);
		foreach ($all as $one) {
			Profiles::remove($one['id']);
		}
		return [
			'items_removed' => $all !== [],
			'items_retained' => false,
			'messages' => [],
			'done' => true,
		];
	}

	/** @return list<Linked> */
	private static function of(string $mail): array {
		$user = get_user_by('email', $mail);
		return $user === false ? [] : Profiles::of($user->ID);
	}
}

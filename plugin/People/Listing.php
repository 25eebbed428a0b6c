<?php
// The block `people`: who stands on a department's desk, with face, name and role. Of anybody else it tells nothing.

declare(strict_types=1);

namespace Throughline\People;

defined('ABSPATH') || exit();

final class Listing {
	private const LEVELS = [2, 3, 4];
	/** Who is shown, by the block's setting; in this order. */
	private const WHO = [
		'experts' => ['expert'],
		'deputies' => ['expert', 'deputy'],
		'all' => ['head', 'expert', 'deputy'],
	];

	/**
	 * Nothing at all while nobody stands there.
	 *
	 * @param array<string, mixed> $attributes
	 */
	public static function render(array $attributes): string {
		$of = static fn(string $name): int => is_int($attributes[$name] ?? null)
			? $attributes[$name]
			: 0;
		$who = is_string($attributes['who'] ?? null) ? $attributes['who'] : '';
		$department = Departments::existing($of('department'));
		$people = is_feed() ? [] : self::people($department, $who);
		if ($people === []) {
			return '';
		}
		$level = in_array($of('level'), self::LEVELS, true) ? $of('level') : 3;
		$columns = max(0, min(4, $of('columns')));
		$id = wp_unique_prefixed_id('throughline-people-');
		$titled = ($attributes['showHeading'] ?? true) === true;
		$name = self::text((string) Departments::name($department));
		return sprintf(
			'<section %1$s>%2$s%3$s%4$s</section>',
			get_block_wrapper_attributes(
				['class' => 'throughline-people'] +
					($columns > 0 ? ['style' => "--throughline-columns:$columns"] : []) +
					($titled
						? ['aria-labelledby' => $id]
						: ['aria-label' => (string) Departments::name($department)]),
			),
			$titled ? sprintf('<h%1$d id="%2$s">%3$s</h%1$d>', $level, esc_attr($id), $name) : '',
			self::list($people),
			self::described($department, array_keys($people)),
		);
	}

	/**
	 * Those who are shown, and as what; nobody twice.
	 *
	 * @return array<int, 'expert'|'deputy'|'head'>
	 */
	public static function people(int $department, string $who): array {
		$people = [];
		foreach ($department === 0 ? [] : self::WHO[$who] ?? self::WHO['experts'] as $place) {
			foreach (Desks::people($department, Desks::PLACES[$place]) as $user) {
				$people[$user] ??= $place;
			}
		}
		Person::prime(array_keys($people));
		return array_filter(
			$people,
			static fn(int $user): bool => get_userdata($user) !== false,
			ARRAY_FILTER_USE_KEY,
		);
	}

	/**
	 * @param array<int, 'expert'|'deputy'|'head'> $people
	 * @return string safe HTML
	 */
	public static function list(array $people): string {
		$items = '';
		foreach ($people as $user => $place) {
			$items .= self::item($user, $place);
		}
		return "<ul class=\"throughline-people__list\" role=\"list\">$items</ul>";
	}

	/** @param 'expert'|'deputy'|'head' $place */
	private static function item(int $user, string $place): string {
		$person = Person::shown($user);
		$role = implode(
			' · ',
			array_filter(
				[
					Person::role($user),
					match ($place) {
						'head' => _x('Head', 'of a department', 'throughline'),
						'deputy' => _x('Deputy', 'on a desk', 'throughline'),
						default => '',
					},
				],
				static fn(string $part): bool => $part !== '',
			),
		);
		return sprintf(
			'<li>%s<span class="throughline-people__name">%s</span>%s</li>',
			Portrait::html($person, 'throughline-people__face', 192),
			self::text($person['name']),
			$role === ''
				? ''
				: '<span class="throughline-people__role">' . self::text($role) . '</span>',
		);
	}

	/**
	 * The same for machines.
	 *
	 * @param list<int> $users
	 */
	private static function described(int $department, array $users): string {
		$works = [
			'@type' => 'Organization',
			'name' => wp_specialchars_decode(get_bloginfo('name'), ENT_QUOTES),
			'url' => home_url('/'),
			'department' => [
				'@type' => 'Organization',
				'name' => (string) Departments::name($department),
			],
		];
		$people = array_map(
			static fn(int $user): array => array_filter(
				[
					'@type' => 'Person',
					'name' => Person::of($user)['name'],
					'jobTitle' => Person::role($user),
					'image' => (string) Person::picture($user, 192),
					'worksFor' => $works,
				],
				static fn(mixed $value): bool => $value !== '',
			),
			$users,
		);
		$json = wp_json_encode(
			['@context' => 'https://schema.org', '@graph' => $people],
			JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE,
		);
		return '<script type="application/ld+json">' .
			// Shortcodes run in here, too.
			preg_replace('/\[(?=\w)/u', '\u005b', (string) $json) .
			'</script>';
	}

	/** In a page's content WordPress would run a shortcode that somebody took for a name. */
	private static function text(string $words): string {
		return str_replace('[', '&#91;', esc_html($words));
	}
}

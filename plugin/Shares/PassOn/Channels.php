<?php
// By what a page can be passed on: networks with a link of their own, and what a device does by itself.

declare(strict_types=1);

namespace Throughline\Shares\PassOn;

use Throughline\Shares\Networks\Networks;

defined('ABSPATH') || exit();

final class Channels {
	/** As they stand in the bar where the editor chose none. */
	public const USUAL = [
		'linkedin',
		'xing',
		'facebook',
		'x',
		'bluesky',
		'threads',
		'fediverse',
		'whatsapp',
		'telegram',
		'email',
	];
	/** Without a network: the device's own menu, its clipboard, a picture for another device. */
	private const DEVICE = ['device', 'copy', 'qr'];

	public static function knows(string $id): bool {
		return in_array($id, self::DEVICE, true) || in_array($id, self::USUAL, true);
	}

	/**
	 * Those that were chosen and can be linked, in their order.
	 *
	 * @return list<string>
	 */
	public static function chosen(mixed $ids): array {
		return is_array($ids) && $ids !== []
			? array_values(array_intersect(self::USUAL, array_filter($ids, 'is_string')))
			: self::USUAL;
	}

	/**
	 * A list of links.
	 *
	 * @param list<string> $channels
	 * @param array{url: string, title: string, text?: string} $what
	 */
	public static function links(array $channels, array $what): string {
		$html = '';
		foreach (array_diff($channels, ['fediverse']) as $id) {
			$link = Networks::share_link($id, $what);
			if ($link === null) {
				continue;
			}
			$html .= sprintf(
				'<li><a data-pass="%s" href="%s"%s>%s</a></li>',
				esc_attr($id),
				esc_url($link, ['https', 'mailto']),
				$id === 'email' ? '' : ' target="_blank" rel="noopener noreferrer nofollow"',
				esc_html(Networks::label($id)),
			);
		}
		return $html;
	}
}

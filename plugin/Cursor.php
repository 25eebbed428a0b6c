<?php
// How a list says where it goes on: opaque, so that nobody builds on what stands in it.

namespace Throughline;

defined('ABSPATH') || exit();

final class Cursor {
	public static function opaque(string $cursor): string {
		return rtrim(strtr(base64_encode($cursor), '+/', '-_'), '=');
	}

	/** '' for what is none of ours. */
	public static function read(string $opaque): string {
		return (string) base64_decode(strtr($opaque, '-_', '+/'), true);
	}
}

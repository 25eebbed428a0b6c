<?php
// Fetches one picture of a post, for somebody who said that it may be copied.

declare(strict_types=1);

namespace Throughline\Shares\Fetch;

use Throughline\Shares\Networks\Networks;
use Throughline\Shares\Networks\Place;
use Throughline\Stories\Image\Refused;
use Throughline\Stories\Image\Type;

defined('ABSPATH') || exit();

final class Picture {
	/** More than any network shows; what it really is, Stories\Images finds out. */
	private const BYTES = 8 * MB_IN_BYTES;

	/**
	 * The bytes of a JPEG, PNG, WebP or another type that photos may have here.
	 *
	 * @param string $network whose pictures these are: known ones have known hosts
	 * @return array{outcome: 'fine'|'gone'|'forbidden'|'throttled'|'unreadable'|'network', retry: int, bytes: string}
	 */
	public static function fetch(string $url, string $network): array {
		Http::begin();
		$row = Networks::get($network);
		$nothing = ['outcome' => Outcome::UNREADABLE, 'retry' => 0, 'bytes' => ''];
		if ($row === null || !$row['pictures'] || Place::of($url) === null) {
			return $nothing;
		}
		$answer = Http::get($url, [
			'accept' => 'image/webp, image/png, image/jpeg;q=0.9',
			'bytes' => self::BYTES,
			...$row['picture_hosts'] === '' ? [] : ['hosts' => $row['picture_hosts']],
		]);
		if ($answer['outcome'] !== Outcome::FINE) {
			return ['outcome' => $answer['outcome'], 'retry' => $answer['retry'], 'bytes' => ''];
		}
		try {
			// What its host calls it counts for nothing.
			Type::of($answer['body']);
		} catch (Refused) {
			return $nothing;
		}
		return [...$nothing, 'outcome' => Outcome::FINE, 'bytes' => $answer['body']];
	}
}

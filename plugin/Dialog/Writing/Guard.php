<?php
// What keeps machines out without a riddle for people: a field that only they fill in, a token bound to the page and to the time it was fetched, and a pace by address. Colleagues meet none of it.

namespace Throughline\Dialog\Writing;

use Throughline\Moderation\FormToken;
use Throughline\Moderation\Pace;
use Throughline\Moderation\Sender;

defined('ABSPATH') || exit();

final class Guard {
	/** An office of twenty behind one address goes on; two hundred a second do not. */
	private const PACE = ['burst' => 40, 'every' => 10];
	/** Tokens cost nothing, but not without end. */
	private const TOKENS = ['burst' => 120, 'every' => 5];

	public static function token(int $post): string {
		return FormToken::make("comment $post");
	}

	public static function may_have_token(): bool {
		$sender = Sender::here();
		return $sender === '' || Pace::take('token', $sender, self::TOKENS);
	}

	/** Why a guest is not let through; null where they are. */
	public static function refusal(int $post, string $token, string $trap): ?\WP_Error {
		$problem = match ($trap === '' ? FormToken::check("comment $post", $token) : 'trap') {
			'good' => null,
			'early' => [
				'early',
				__(
					'That was very quick. Please look at it once more, and press the button again.',
					'throughline',
				),
				425,
			],
			'trap' => [
				'trap',
				__(
					'A field that should stay empty was filled in. Please reload the page and send it again; what you wrote is kept.',
					'throughline',
				),
				422,
			],
			default => [
				'token',
				__(
					'The page was open for a long time. Everything is still here: please press the button once more.',
					'throughline',
				),
				403,
			],
		};
		$sender = Sender::here();
		if ($problem === null && $sender !== '' && !Pace::take('write', $sender, self::PACE)) {
			$problem = [
				'flood',
				__(
					'That was a lot at once. Please wait a minute and send it again; it is all still here.',
					'throughline',
				),
				429,
			];
		}
		return $problem === null
			? null
			: new \WP_Error("throughline_$problem[0]", $problem[1], ['status' => $problem[2]]);
	}
}

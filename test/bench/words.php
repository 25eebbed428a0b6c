<?php
// Looks for ten thousand entries in a long text, by our check and by core's, each from cold caches; its body runs inside WordPress. Gives the milliseconds of each.
declare(strict_types=1);

use Throughline\Moderation\Words;

return static function (int $rounds): array {
	mt_srand(7);
	$word = static fn(): string => implode(
		'',
		array_map(static fn(): string => chr(mt_rand(97, 122)), range(1, mt_rand(5, 11))),
	);
	// Mostly words, some with a wildcard on either side, some phrases.
	$line = static fn(int $i): string => match ($i % 10) {
		7 => $word() . '*',
		8 => '*' . $word(),
		9 => $word() . ' ' . $word(),
		default => $word(),
	};
	$list = implode("\n", array_map($line, range(1, 10000)));
	for ($text = ''; strlen($text) < 10000; $text .= $word() . ' ') {
	}

	$measured = static function (callable $work): float {
		wp_cache_flush();
		wp_load_alloptions();
		$begin = hrtime(true);
		if ($work()) {
			throw new RuntimeException('A word was found that is not there.');
		}
		return (hrtime(true) - $begin) / 1e6;
	};

	$costs = ['ours' => [], 'core' => []];
	for ($round = -3; $round < $rounds; $round++) {
		Words::save(['blocked' => $list, 'watched' => '']);
		update_option('disallowed_keys', '', false);
		// Made ready by the first piece after a change.
		Words::blocked('', '');
		$ours = $measured(static fn(): bool => Words::blocked($text, $text) !== '');
		Words::save(['blocked' => '', 'watched' => '']);
		update_option('disallowed_keys', $list, false);
		$core = $measured(
			static fn(): bool => wp_check_comment_disallowed_list('', '', '', $text, '', ''),
		);
		if ($round >= 0) {
			$costs['ours'][] = $ours;
			$costs['core'][] = $core;
		}
	}
	update_option('disallowed_keys', '', false);
	return $costs;
};

<?php
// The pages of the demo site in which the blocks stand. Gives the pages and their menu; `$said` picks the language, `$department` the id of a department.

return static function (callable $said, callable $department): array {
	$heading = static fn(string $text, int $level = 2, string $class = ''): string => sprintf(
		'<!-- wp:heading {"level":%1$d%3$s} --><h%1$d class="wp-block-heading%4$s">%2$s</h%1$d><!-- /wp:heading -->',
		$level,
		esc_html($text),
		$class === '' ? '' : ',"fontSize":"' . $class . '"',
		$class === '' ? '' : " has-$class-font-size",
	);
	$paragraph = static fn(string $text, string $class = ''): string => sprintf(
		'<!-- wp:paragraph%s --><p%s>%s</p><!-- /wp:paragraph -->',
		$class === '' ? '' : ' {"fontSize":"' . $class . '"}',
		$class === '' ? '' : ' class="has-' . $class . '-font-size"',
		esc_html($text),
	);
	$list = static fn(string ...$items): string => '<!-- wp:list --><ul class="wp-block-list">' .
		implode(
			'',
			array_map(
				static fn(string $item): string => '<!-- wp:list-item --><li>' .
					esc_html($item) .
					'</li><!-- /wp:list-item -->',
				$items,
			),
		) .
		'</ul><!-- /wp:list -->';
	$wide = static fn(
		string ...$blocks,
	): string => '<!-- wp:group {"align":"wide","style":{"spacing":{"padding":{"top":"var:preset|spacing|50"}}},"layout":{"type":"default"}} --><div class="wp-block-group alignwide" style="padding-top:var(--wp--preset--spacing--50)">' .
		implode("\n", $blocks) .
		'</div><!-- /wp:group -->';
	$button = static fn(string $text, string $link): string => sprintf(
		'<!-- wp:buttons --><div class="wp-block-buttons"><!-- wp:button --><div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="%s">%s</a></div><!-- /wp:button --></div><!-- /wp:buttons -->',
		esc_url(home_url($link)),
		esc_html($text),
	);

	return [
		'home' => [
			'title' => $said(['en' => 'From the works', 'de' => 'Aus den Werken']),
			'template' => 'page-no-title',
			'content' => $wide(
				$heading($said(['en' => 'From the works', 'de' => 'Aus den Werken']), 1),
				$paragraph(
					$said([
						'en' => 'Told by the people who did it.',
						'de' => 'Erzählt von den Menschen, die es gemacht haben.',
					]),
				),
				'<!-- wp:throughline/wall {"level":2,"showFilter":true} /-->',
			),
		],
		$said(['en' => 'silbergrat-ropeway', 'de' => 'silbergratbahn']) => [
			'title' => $said(['en' => 'Silbergrat ropeway', 'de' => 'Silbergratbahn']),
			'template' => '',
			'content' =>
				$paragraph(
					$said([
						'en' =>
							'2,400 people an hour, 812 metres up, in cabins that wait for prams. The Silbergrat ropeway starts this winter.',
						'de' =>
							'2.400 Menschen in der Stunde, 812 Meter hinauf, in Kabinen, die auf Kinderwagen warten. Die Silbergratbahn startet in diesem Winter.',
					]),
					'large',
				) .
				$list(
					$said([
						'en' => '38 cabins with ten seats each, level entry',
						'de' => '38 Kabinen mit je zehn Plätzen, Einstieg ohne Stufe',
					]),
					$said([
						'en' => '11 supports, the tallest of them 61 metres',
						'de' => '11 Stützen, die höchste 61 Meter',
					]),
					$said([
						'en' => 'A drive that gives back a third of its current on the way down',
						'de' => 'Ein Antrieb, der talwärts ein Drittel seines Stroms zurückgibt',
					]),
				) .
				$wide(
					$heading($said(['en' => 'Who is building it', 'de' => 'Wer sie baut'])),
					sprintf(
						'<!-- wp:throughline/wall {"department":%d,"count":3,"firstLarge":false} /-->',
						$department('ropeways'),
					),
				) .
				$heading($said(['en' => 'Who answers', 'de' => 'Wer antwortet'])) .
				sprintf(
					'<!-- wp:throughline/people {"department":%d,"showHeading":false} /-->',
					$department('ropeways'),
				) .
				$heading($said(['en' => 'Said elsewhere', 'de' => 'Anderswo gesagt'])) .
				'<!-- wp:throughline/share {"attached":true} /-->' .
				sprintf(
					'<!-- wp:throughline/pass-on %s /-->',
					(string) wp_json_encode([
						'words' => [
							$said([
								'en' =>
									'We have been building this for two years. From December it runs: come up and look down.',
								'de' =>
									'Zwei Jahre haben wir daran gebaut. Ab Dezember fährt sie: Kommt herauf und schaut hinunter.',
							]),
							$said([
								'en' => 'Eleven supports, one rope, and a lot of coffee.',
								'de' => 'Elf Stützen, ein Seil und sehr viel Kaffee.',
							]),
						],
					]),
				) .
				sprintf('<!-- wp:throughline/dialog {"desk":%d} /-->', $department('ropeways')),
		],
		$said(['en' => 'your-story', 'de' => 'deine-geschichte']) => [
			'title' => $said(['en' => 'Your story', 'de' => 'Deine Geschichte']),
			'template' => 'page-no-title',
			'content' =>
				'<!-- wp:group {"style":{"spacing":{"padding":{"top":"var:preset|spacing|50"}}},"layout":{"type":"constrained"}} --><div class="wp-block-group" style="padding-top:var(--wp--preset--spacing--50)"><!-- wp:throughline/story-form /--></div><!-- /wp:group -->',
		],
		$said(['en' => 'guidelines', 'de' => 'leitlinien']) => [
			'title' => $said(['en' => 'What we ask of each other', 'de' => 'Was uns wichtig ist']),
			'template' => '',
			'content' =>
				$paragraph(
					$said([
						'en' =>
							'You know your work best. So you tell it, in your own words. These few points help you and those beside you.',
						'de' =>
							'Du kennst deine Arbeit am besten. Also erzählst du sie, mit deinen Worten. Diese paar Punkte helfen dir und denen neben dir.',
					]),
					'large',
				) .
				'<!-- wp:throughline/guidelines /-->' .
				$button(
					$said(['en' => 'Tell your story', 'de' => 'Deine Geschichte erzählen']),
					$said(['en' => '/your-story/', 'de' => '/deine-geschichte/']),
				),
		],
	];
};

<?php
// What is said on the page of the ropeway, oldest first: `name` is a visitor, `by` a colleague, `ago` in days; `asks` makes it a question, `answers` and `to` name another entry.

return [
	'storm' => [
		'name' => 'Karin Brandt',
		'ago' => 2.2,
		'asks' => true,
		'text' => [
			'en' =>
				'Does it also run when there is a storm at the top? We come with a pram and would rather not walk down.',
			'de' =>
				'Fährt sie auch, wenn oben Sturm ist? Wir kommen mit dem Kinderwagen und möchten ungern zu Fuß hinunter.',
		],
	],
	'answer' => [
		'by' => 'priya',
		'ago' => 1.4,
		'to' => 'storm',
		'answers' => 'storm',
		'text' => [
			'en' =>
				"Up to 72 km/h, yes: the cabins hang on two ropes and hardly swing. Above that we stop, and **nobody is left at the top**: the last cabins go down before.\n\n- From 60 km/h it runs at half speed.\n- The board at the valley station shows the wind at the top, every minute.",
			'de' =>
				"Bis 72 km/h, ja: Die Kabinen hängen an zwei Seilen und schwingen kaum. Darüber halten wir an, und **oben bleibt niemand zurück**: Die letzten Kabinen fahren vorher hinunter.\n\n- Ab 60 km/h fährt sie mit halbem Tempo.\n- Die Tafel an der Talstation zeigt jede Minute den Wind am Gipfel.",
		],
	],
	'thanks' => [
		'name' => 'Karin Brandt',
		'ago' => 1.2,
		'to' => 'answer',
		'helped' => 'storm',
		'text' => [
			'en' => 'That is an answer! Thank you, then we come on Saturday.',
			'de' => 'Das ist eine Antwort! Danke, dann kommen wir am Samstag.',
		],
	],
	'view' => [
		'name' => 'Jonas Feld',
		'ago' => 0.7,
		'text' => [
			'en' =>
				'I watched support 7 being set from our balcony. Quietest building site I ever lived beside.',
			'de' =>
				'Stütze 7 habe ich von unserem Balkon aus wachsen sehen. Die leiseste Baustelle, neben der ich je gewohnt habe.',
		],
	],
	'vroni' => [
		'by' => 'vroni',
		'ago' => 0.5,
		'to' => 'view',
		'text' => [
			'en' => 'The helicopter was louder than we liked. Thank you for your patience!',
			'de' => 'Der Hubschrauber war lauter, als uns lieb war. Danke für die Geduld!',
		],
	],
	'parts' => [
		'name' => 'Anton Pichler',
		'ago' => 0.2,
		'asks' => true,
		'waits' => true,
		'text' => [
			'en' => 'When will the spare parts for the old valley station come?',
			'de' => 'Wann kommen die Ersatzteile für die alte Talstation?',
		],
	],
	'queue' => [
		'name' => 'M. Lindner',
		'ago' => 0.1,
		'waits' => true,
		'text' => [
			'en' =>
				'Last Saturday we stood for forty minutes and nobody told us why. That has to get better.',
			'de' =>
				'Letzten Samstag standen wir vierzig Minuten, und keiner hat uns gesagt, warum. Das muss besser werden.',
		],
	],
];

<?php
// What people of the demo company told, newest first. `ago` is in days; `photos` are pictures of pictures/ with what is to be seen on them.

return [
	[
		'by' => 'employee',
		'ago' => 0.08,
		'recognisable' => 'me',
		'title' => [
			'en' => '48 tonnes, two millimetres of air',
			'de' => '48 Tonnen, zwei Millimeter Luft',
		],
		'text' => [
			'en' =>
				"Yesterday at four in the morning we lifted the runner in. Nobody spoke until it sat, and then everybody laughed at the same time.\n\nTwo millimetres all around, measured in sixteen places. Thanks to Aylin on the crane, who sets down 48 tonnes like other people a cup of coffee.",
			'de' =>
				"Gestern um vier Uhr früh haben wir den Läufer eingehoben. Keiner hat geredet, bis er saß, dann haben alle gleichzeitig gelacht.\n\nZwei Millimeter rundum, gemessen an sechzehn Stellen. Danke an Aylin am Kran: Sie setzt 48 Tonnen ab wie andere eine Kaffeetasse.",
		],
		'photos' => [
			'turbine' => [
				'en' => 'A turbine runner, more than twice as tall as the fitter beside it',
				'de' => 'Ein Turbinenläufer, gut doppelt so hoch wie der Monteur daneben',
			],
			'gap' => [
				'en' => 'A feeler gauge in the narrow gap between blade and ring',
				'de' => 'Eine Fühlerlehre im schmalen Spalt zwischen Schaufel und Ring',
			],
		],
	],
	[
		'by' => 'elif',
		'ago' => 1.0,
		'recognisable' => 'me',
		'title' => ['en' => 'Hall 3, half past four', 'de' => 'Halle 3, halb fünf'],
		'text' => [
			'en' =>
				"At this hour the hall is ours. When you come in, it shines.\n\nFebruary is best: the sun rises just when we get to the windows.",
			'de' =>
				"Um diese Zeit gehört die Halle uns. Wenn ihr kommt, glänzt sie.\n\nAm schönsten ist es im Februar: Da geht die Sonne genau dann auf, wenn wir bei den Fenstern sind.",
		],
		'photos' => [
			'hall' => [
				'en' => 'Morning light through five high windows onto a freshly mopped floor',
				'de' => 'Morgenlicht durch fünf hohe Fenster auf frisch gewischtem Boden',
			],
		],
	],
	[
		'by' => 'jana',
		'ago' => 1.2,
		'text' => [
			'en' =>
				'My first test rig runs. Three weeks of looking for the fault, and in the end it was a plug.',
			'de' =>
				'Mein erster eigener Prüfstand läuft. Drei Wochen Fehlersuche, am Ende war es ein Stecker.',
		],
	],
	[
		'by' => 'toni',
		'ago' => 2.2,
		'recognisable' => 'nobody',
		'title' => ['en' => 'Slope open at seven', 'de' => 'Piste frei ab sieben'],
		'text' => [
			'en' =>
				"Night shift with the new one. It pushes, I learn.\n\nAt half past five it stopped snowing, at six it started again. At seven the first children stood at the lift and had no idea.",
			'de' =>
				"Nachtschicht mit dem Neuen. Er schiebt, ich lerne.\n\nUm halb sechs hat es aufgehört zu schneien, um sechs wieder angefangen. Um sieben standen die ersten Kinder am Lift und haben von nichts gewusst.",
		],
		'photos' => [
			'groomer' => [
				'en' => 'A red snow groomer before sunrise, its lamps on, mountains behind it',
				'de' => 'Eine rote Pistenraupe vor Sonnenaufgang, die Lampen an, dahinter Berge',
			],
		],
	],
	[
		'by' => 'sabine',
		'ago' => 4.1,
		'recognisable' => 'nobody',
		'title' => [
			'en' => 'Why the seam gets cold twice',
			'de' => 'Warum die Naht zweimal kalt wird',
		],
		'text' => [
			'en' =>
				'Once for its strength, once for me: the second time I tap along it and listen whether it sings, which sounds odd and is true.',
			'de' =>
				'Einmal für die Festigkeit, einmal für mich: Beim zweiten Mal klopfe ich sie ab und höre, ob sie singt. Klingt komisch, stimmt aber.',
		],
		'photos' => [
			'welding' => [
				'en' => 'Sparks fly from a weld; the welder watches through the visor',
				'de' =>
					'Funken sprühen von einer Schweißnaht, durch das Visier schaut die Schweißerin zu',
			],
		],
	],
	[
		'by' => 'lukas',
		'ago' => 5.3,
		'recognisable' => 'me',
		'title' => [
			'en' => 'To the early shift, just before the rain',
			'de' => 'Zur Frühschicht, kurz vor dem Regen',
		],
		'text' => ['en' => '', 'de' => ''],
		'photos' => [
			'cyclist' => [
				'en' =>
					'A cyclist on a ridge in front of the rising sun, above them a cabin on its rope',
				'de' =>
					'Ein Radfahrer auf einem Hügel vor der aufgehenden Sonne, darüber eine Kabine am Seil',
			],
		],
	],
	[
		'by' => 'priya',
		'ago' => 6.4,
		'recognisable' => 'nobody',
		'title' => [
			'en' => 'The first passengers are made of sand',
			'de' => 'Die ersten Fahrgäste sind aus Sand',
		],
		'text' => [
			'en' =>
				"Before anybody gets in, 640 kilos of sandbags ride up and down a hundred times. They never complain, and they are never late.\n\nOn trip 57 I rode along. Nobody offered me a seat.",
			'de' =>
				"Bevor jemand einsteigt, fahren 640 Kilo Sandsäcke hundertmal rauf und runter. Sie beschweren sich nie, und pünktlich sind sie auch.\n\nBei Fahrt 57 bin ich mitgefahren. Niemand hat mir einen Platz angeboten.",
		],
		'photos' => [
			'gondola' => [
				'en' => 'A red cabin full of sandbags above the morning fog',
				'de' => 'Eine rote Kabine voller Sandsäcke über dem Morgennebel',
			],
		],
	],
	[
		'by' => 'mateusz',
		'ago' => 8.2,
		'recognisable' => 'me',
		'title' => ['en' => '1,420 degrees, eleven seconds', 'de' => '1.420 Grad, elf Sekunden'],
		'text' => [
			'en' =>
				'That is how long the pour takes. Before it we calculate for three days, after it we wait for two. In those eleven seconds nobody thinks of anything else.',
			'de' =>
				'So lange dauert der Guss. Vorher rechnen wir drei Tage, nachher warten wir zwei. In den elf Sekunden denkt niemand an etwas anderes.',
		],
		'photos' => [
			'foundry' => [
				'en' => 'Glowing metal runs from a ladle into the mould',
				'de' => 'Glühendes Metall fließt aus einer Pfanne in die Form',
			],
		],
	],
	[
		'by' => 'sofia',
		'ago' => 9.1,
		'recognisable' => 'nobody',
		'title' => ['en' => 'Lentil soup for 340', 'de' => 'Linsensuppe für 340'],
		'text' => [
			'en' =>
				'The recipe is from our dishwasher’s grandmother. 38 kilos of lentils, a dash of vinegar, no discussion.',
			'de' =>
				'Das Rezept ist von der Oma unseres Spülers. 38 Kilo Linsen, ein Schuss Essig, keine Diskussion.',
		],
		'photos' => [
			'soup' => [
				'en' => 'A large pot of lentil soup from above, three bowls beside it',
				'de' => 'Ein großer Topf Linsensuppe von oben, daneben drei Schalen',
			],
		],
	],
	[
		'by' => 'georg',
		'ago' => 11.3,
		'title' => ['en' => 'After 41 years', 'de' => 'Nach 41 Jahren'],
		'text' => [
			'en' =>
				"On Monday I hand in my key. The one for gate four, not the one for the workbench: that one Jana has now.\n\nIn 1985 my master told me: you have two ears and one hammer, use them in that order. It took me ten years to understand it. I told Jana on her first day. She said: obviously.",
			'de' =>
				"Am Montag gebe ich meinen Schlüssel ab. Den für Tor 4, nicht den für die Werkbank: Den hat jetzt Jana.\n\n1985 hat mein Meister zu mir gesagt: Du hast zwei Ohren und einen Hammer, nimm sie in der Reihenfolge. Ich habe zehn Jahre gebraucht, bis ich es verstanden habe. Jana habe ich es am ersten Tag gesagt. Sie hat gesagt: Na klar.",
		],
	],
	[
		'by' => 'vroni',
		'ago' => 13.2,
		'recognisable' => 'nobody',
		'title' => ['en' => 'A rope has no end', 'de' => 'Ein Seil hat kein Ende'],
		'text' => [
			'en' =>
				'We splice 64 metres by hand: six people, two days. After that nobody can find where it begins. I can.',
			'de' =>
				'64 Meter spleißen wir von Hand: sechs Leute, zwei Tage. Danach findet niemand mehr, wo es anfängt. Ich schon.',
		],
		'photos' => [
			'rope' => [
				'en' => 'Two gloved hands open a steel rope with a marlinspike',
				'de' => 'Zwei Hände in Handschuhen öffnen mit einem Spleißdorn ein Stahlseil',
			],
		],
	],
	[
		'by' => 'aylin',
		'ago' => 16.1,
		'recognisable' => 'nobody',
		'text' => [
			'en' => 'Night shift at the dam. The moon was on time.',
			'de' => 'Nachtschicht am Damm. Der Mond war pünktlich.',
		],
		'photos' => [
			'dam' => [
				'en' => 'A dam at night under a full moon, its lamps lit',
				'de' => 'Eine Staumauer bei Nacht unter dem Vollmond, die Lampen brennen',
			],
		],
	],
	[
		'by' => 'emil',
		'ago' => 20.2,
		'recognisable' => 'nobody',
		'title' => ['en' => 'The frog in the intake', 'de' => 'Der Frosch im Einlauf'],
		'text' => [
			'en' =>
				"Nine megawatts stood still because somebody sat in the rack. We lifted him out, showed him the brook, and switched on again at 6:40.\n\nThe report says: foreign body removed. That is not fair to him.",
			'de' =>
				"Neun Megawatt standen still, weil einer im Rechen saß. Wir haben ihn rausgehoben, ihm den Bach gezeigt und um 6:40 Uhr wieder eingeschaltet.\n\nIm Bericht steht: Fremdkörper entfernt. Das wird ihm nicht gerecht.",
		],
		'photos' => [
			'frog' => [
				'en' => 'A green frog on an orange work glove in the rain',
				'de' => 'Ein grüner Frosch auf einem orangen Arbeitshandschuh im Regen',
			],
		],
	],
	[
		'by' => 'ben',
		'ago' => 24.1,
		'recognisable' => 'me',
		'title' => [
			'en' => 'A bridge that has to do nothing',
			'de' => 'Eine Brücke, die nichts können muss',
		],
		'text' => [
			'en' =>
				'To practise we built a bridge of larch behind the training workshop. It carries three apprentices, and one instructor who was careful.',
			'de' =>
				'Zum Üben haben wir hinter der Lehrwerkstatt eine Brücke aus Lärche gebaut. Sie trägt drei Azubis und einen Ausbilder, der vorsichtig war.',
		],
		'photos' => [
			'bridge' => [
				'en' => 'A small wooden bridge over a brook, three people on it',
				'de' => 'Eine kleine Holzbrücke über einen Bach, drei Leute stehen darauf',
			],
		],
	],

	// What waits: photos of others, something to ask about, and one that a second suffices for.
	[
		'by' => 'priya',
		'ago' => 0.12,
		'state' => 'waiting',
		'recognisable' => 'others',
		'title' => ['en' => 'Accepted', 'de' => 'Abnahme bestanden'],
		'text' => [
			'en' =>
				'The stamp came at 15:12. From the left: Toni, me, Emil, and Vroni, who finally laughed.',
			'de' =>
				'Um 15:12 Uhr kam der Stempel. Von links: Toni, ich, Emil und Vroni, die endlich gelacht hat.',
		],
		'photos' => [
			'team' => [
				'en' => 'Four people in front of a blue cabin',
				'de' => 'Vier Leute vor einer blauen Kabine',
			],
		],
	],
	[
		'by' => 'lukas',
		'ago' => 0.6,
		'state' => 'waiting',
		'text' => [
			'en' =>
				'On Friday the Silbergrat ropeway starts, three weeks earlier than the contract says. The customer does not know yet, but I am bursting.',
			'de' =>
				'Am Freitag geht die Silbergratbahn in Betrieb, drei Wochen früher als im Vertrag. Der Kunde weiß es noch nicht, aber ich platze.',
		],
	],
	[
		'by' => 'emil',
		'ago' => 1.4,
		'state' => 'waiting',
		'recognisable' => 'nobody',
		'title' => ['en' => 'The cat of gate four', 'de' => 'Die Katze von Tor 4'],
		'text' => [
			'en' => 'Always on the warmest pallet. We ship around her.',
			'de' => 'Immer auf der wärmsten Palette. Wir liefern um sie herum.',
		],
		'photos' => [
			'cat' => [
				'en' => 'A ginger cat asleep on a pallet in the warehouse',
				'de' => 'Eine rote Katze schläft im Lager auf einer Palette',
			],
		],
	],
	[
		'by' => 'mateusz',
		'ago' => 2.6,
		'state' => 'returned',
		'recognisable' => 'nobody',
		'title' => ['en' => 'Ready to leave', 'de' => 'Fertig zur Auslieferung'],
		'text' => [
			'en' => 'Eleven weeks old, and it is leaving home already.',
			'de' => 'Elf Wochen alt, und schon zieht er aus.',
		],
		'photos' => [
			'plate' => [
				'en' => 'A green drive with its nameplate',
				'de' => 'Ein grüner Antrieb mit Typenschild',
			],
		],
		'reason' => [
			'en' =>
				'Nearly there: the customer’s nameplate can be read on the photo. Would you cover it, or send another photo?',
			'de' =>
				'Fast fertig: Auf dem Foto ist das Typenschild des Kunden lesbar – magst du es verdecken oder ein anderes Foto schicken?',
		],
	],
];

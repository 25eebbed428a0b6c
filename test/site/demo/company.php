<?php
// The demo company: Hallbruck Works, ropeways and turbines, and the people who work there. All of it is made up.

return [
	'name' => ['en' => 'Hallbruck Works', 'de' => 'Hallbrucker Werke'],
	'tagline' => [
		'en' => 'Ropeways and turbines since 1921',
		'de' => 'Seilbahnen und Turbinen seit 1921',
	],

	// Key => name, and the department above it.
	'departments' => [
		'assembly' => ['en' => 'Assembly', 'de' => 'Montage'],
		'turbines' => ['en' => 'Turbines', 'de' => 'Turbinen', 'in' => 'assembly'],
		'ropeways' => ['en' => 'Ropeways', 'de' => 'Seilbahnen', 'in' => 'assembly'],
		'making' => ['en' => 'Manufacturing', 'de' => 'Fertigung'],
		'welding' => ['en' => 'Welding shop', 'de' => 'Schweißerei', 'in' => 'making'],
		'foundry' => ['en' => 'Foundry', 'de' => 'Gießerei', 'in' => 'making'],
		'service' => ['en' => 'Service', 'de' => 'Service'],
		'winter' => ['en' => 'Winter service', 'de' => 'Winterdienst', 'in' => 'service'],
		'training' => ['en' => 'Training', 'de' => 'Ausbildung'],
		'house' => ['en' => 'House', 'de' => 'Haus'],
		'cleaning' => ['en' => 'Cleaning', 'de' => 'Reinigung', 'in' => 'house'],
		'canteen' => ['en' => 'Canteen', 'de' => 'Kantine', 'in' => 'house'],
	],

	// Login => name and department. The first two can sign in.
	'people' => [
		'employee' => ['name' => 'Murat Kaya', 'in' => 'turbines'],
		'moderator' => ['name' => 'Ines Albrecht', 'in' => 'house'],
		'elif' => ['name' => 'Elif Şahin', 'in' => 'cleaning'],
		'jana' => ['name' => 'Jana Wolf', 'in' => 'training'],
		'toni' => ['name' => 'Toni Bachmeier', 'in' => 'winter'],
		'sabine' => ['name' => 'Sabine Richter', 'in' => 'welding'],
		'lukas' => ['name' => 'Lukas Neumann', 'in' => 'ropeways'],
		'priya' => ['name' => 'Priya Nair', 'in' => 'ropeways'],
		'mateusz' => ['name' => 'Mateusz Nowak', 'in' => 'foundry'],
		'sofia' => ['name' => 'Sofia Rossi', 'in' => 'canteen'],
		'georg' => ['name' => 'Georg Huber', 'in' => 'service'],
		'vroni' => ['name' => 'Vroni Obermüller', 'in' => 'ropeways'],
		'aylin' => ['name' => 'Aylin Demir', 'in' => 'turbines'],
		'emil' => ['name' => 'Emil Lang', 'in' => 'service'],
		'ben' => ['name' => 'Ben Okafor', 'in' => 'training'],
	],
];

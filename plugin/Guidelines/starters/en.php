<?php
// Dos and don'ts in English: sentence, reason, example, kinds of pieces, words that bring them to mind.

defined('ABSPATH') || exit();

return [
	'consent' => [
		'We ask everybody who can be recognised before we show a picture of them.',
		'Everybody decides about pictures of themselves, and may change their mind later.',
		'“May I show this photo with you in it?” A yes is enough. A no needs no reason.',
		['story', 'share'],
		['selfie*', 'group photo*', 'apprentice*', 'trainee*'],
	],
	'voice' => [
		'We speak for ourselves: in our own name, with our own opinion.',
		'A personal view is worth more than a press release, as long as it is clear whose it is.',
		'“I think the new crane is brilliant” rather than “The company is proud to announce …”',
		[],
		['on behalf of the company', 'we as a company', 'the company’s official*'],
	],
	'craft' => [
		'We tell what we did ourselves, and what we learned from it.',
		'People like to read about people and their work. Small things are interesting, too.',
		'“It took us four attempts until the bearing ran quietly. This is what we changed.”',
		['story', 'share'],
	],
	'answer' => [
		'We answer the question instead of only being sorry.',
		'A date, a name or a next step helps. A set phrase helps nobody.',
		'“The part arrives on Thursday, and I’ll call you then” rather than “We apologise for any inconvenience.”',
		['comment'],
		['any inconvenience', 'we regret', 'please contact our hotline'],
	],
	'mistakes' => [
		'When something was wrong, we say so and put it right.',
		'Everybody makes mistakes. Whoever mends them in the open is trusted.',
		'“I wrote 40 tonnes. It was 48 – thank you, Jonas, for noticing.”',
	],
	'criticism' => [
		'We let criticism stand and take it up.',
		'Who criticises us takes us seriously. We can only answer what we leave standing.',
		'“You are right, the delivery took too long. Here is what we are changing.”',
		['comment'],
	],
	'ask' => [
		'When in doubt, we ask first.',
		'Asking takes a minute. Getting something off the internet takes much longer, if it works at all.',
		'“Can I write this?” to the people in charge of your department. Nobody thinks less of you for it.',
	],
	'dont-customers' => [
		'We don’t give away anything about customers: no names, prices or plans unless they agreed.',
		'They trust us with these things. Often a contract says so, too.',
		'Cover type plates, drawings and screens in the background, or choose another angle.',
		[],
		[
			'confidential*',
			'top secret',
			'purchase price*',
			'offer price*',
			'contract value*',
			'nda',
		],
	],
	'dont-unannounced' => [
		'We don’t tell what isn’t public yet: figures, accidents, who comes and who goes.',
		'Those it concerns should never read it on the internet first.',
		'“Something new comes out of our workshop in spring” – leave out what it is and for whom.',
		[],
		[
			'quarterly figure*',
			'redundanc*',
			'layoff*',
			'insolven*',
			'not public yet',
			'unofficially',
		],
	],
	'dont-competitors' => [
		'We don’t run down competitors.',
		'Our work speaks for itself. What looks like a joke can be against the law.',
		'“Ours runs at minus forty degrees” rather than “Theirs breaks down in winter.”',
		[],
		['cheap junk', 'rip-off', 'botch*'],
	],
	'dont-hurt' => [
		'We hurt nobody: no mockery, no insults, nothing about origin, faith, health or looks.',
		'Everybody should be able to read along without feeling small.',
		'Ask yourself: would I say this to their face, with everybody listening?',
		[],
		['idiot*', 'moron*', 'stupid'],
	],
	'dont-borrow' => [
		'We don’t use other people’s pictures, texts or music without asking.',
		'They belong to those who made them, on the internet, too.',
		'Take a photo yourself: it need not be perfect, it should be yours.',
		['story', 'share'],
		['found on the internet', 'from google'],
	],
];

/* Texts and what they bring to mind: both nudges, in TypeScript and in PHP, are tested by these. */
import type { Nudge } from '../../src/guidelines/nudge.ts';

export const GUIDELINES = [
	{ sentence: 'Ask first.', words: 'selfie*\ngroup photo*' },
	{ sentence: 'No prices.', words: 'Angebotspreis*\n*geheim\nnda' },
	{
		sentence: 'Nothing hurts.',
		words: 'idiot*\nma*tur*schine\na*a*a*a*a*a*a*b',
	},
	{ sentence: 'Never.', words: '*\n***\n.+\n(x+)+$\n\n[' },
];

const LONG = 'We lifted the runner in at four in the morning, all of us.';

export const THOUGHTS: Array< {
	name: string;
	texts: string[];
	before?: string[];
	expected: Nudge[];
} > = [
	{ name: 'nothing', texts: [ 'Done', LONG ], expected: [] },
	{
		name: 'a word with a wildcard at its end, in the title, as it was written',
		texts: [ 'Our Selfies', '' ],
		expected: [
			{ code: 'word', found: 'Selfies', sentence: 'Ask first.' },
		],
	},
	{
		name: 'a wildcard at its start',
		texts: [ '', 'Das ist streng-geheim!' ],
		expected: [ { code: 'word', found: 'geheim', sentence: 'No prices.' } ],
	},
	{
		name: 'several words, over a line break and a hyphen',
		texts: [ '', 'a group\nphoto and a Group-Photo' ],
		expected: [
			{ code: 'word', found: 'group photo', sentence: 'Ask first.' },
		],
	},
	{
		name: 'whole words only',
		texts: [ '', 'Ein Vollidiot, Brenda, Agenda, Selfi' ],
		expected: [],
	},
	{
		name: 'capitals and umlauts',
		texts: [ '', 'Der ANGEBOTSPREIS steht in der NDA' ],
		expected: [
			{ code: 'word', found: 'ANGEBOTSPREIS', sentence: 'No prices.' },
		],
	},
	{
		name: 'each guideline once, in their order',
		texts: [ '', 'idiot selfie idioten selfies' ],
		expected: [
			{ code: 'word', found: 'selfie', sentence: 'Ask first.' },
			{ code: 'word', found: 'idiot', sentence: 'Nothing hurts.' },
		],
	},
	{
		name: 'no words over the edge of title and text',
		texts: [ 'Our group', 'photo' ],
		expected: [],
	},
	{
		name: 'shouting in capitals',
		texts: [ 'DIE NEUE TURBINE LÄUFT', '' ],
		expected: [ { code: 'shouting' } ],
	},
	{
		name: 'shouting in marks',
		texts: [ '', 'Really?!?!' ],
		expected: [ { code: 'shouting' } ],
	},
	{
		name: 'no shouting: a name, a script without capitals',
		texts: [ 'HRL-4200 und MGB', '私たちはタービンを持ち上げました' ],
		expected: [],
	},
	{
		name: 'the same words again, set differently',
		texts: [ 'Done', LONG.toUpperCase().toLowerCase() + '\n\n…' ],
		before: [ 'Something else entirely', `Done ${ LONG }` ],
		expected: [ { code: 'repeat' } ],
	},
	{
		name: 'few words may be said again',
		texts: [ '', 'Thank you all!' ],
		before: [ 'Thank you all!' ],
		expected: [],
	},
	{
		name: 'wildcards within',
		texts: [ '', 'Machine, Manufakturmaschine' ],
		expected: [
			{
				code: 'word',
				found: 'Manufakturmaschine',
				sentence: 'Nothing hurts.',
			},
		],
	},
	{
		name: 'a chain of letters costs nothing',
		texts: [ '', 'a'.repeat( 9_000 ) ],
		expected: [],
	},
];

/* The words around an act that is told: what is asked for, what happens with it, how its button is called. */
import { __, sprintf } from '@wordpress/i18n';
import type { QueuePiece } from '../../contract';
import type { Telling } from '../store/types';

export interface Words {
	label: string;
	hint: string;
	missing: string;
	send: string;
	/** It can't go without a word. */
	isNeeded: boolean;
}

export function wordsFor(
	act: Telling,
	{ item, proposal }: QueuePiece
): Words {
	const { name } = item.contributor;
	switch ( act ) {
		case 'return':
			return {
				label: sprintf(
					/* translators: %s: a person's name. */
					__( 'Your question to %s', 'throughline' ),
					name
				),
				hint: proposal
					? __(
							'They read exactly this. What is published stays as it is.',
							'throughline'
						)
					: __(
							'They read exactly this. It stays out of sight for visitors until you publish it.',
							'throughline'
						),
				missing: __(
					'Write a sentence or two first: what should change, or what do you want to know?',
					'throughline'
				),
				send: __( 'Return with this question', 'throughline' ),
				isNeeded: true,
			};
		case 'remove':
			return {
				label: sprintf(
					/* translators: %s: a person's name. */
					__( 'Why it goes, for %s', 'throughline' ),
					name
				),
				hint: __(
					'They read exactly this, and how they can object. The text is kept; you can put it back.',
					'throughline'
				),
				missing: __(
					'Write a sentence or two first: what is wrong with it?',
					'throughline'
				),
				send: __( 'Remove with this reason', 'throughline' ),
				isNeeded: true,
			};
		case 'hide':
			return {
				label: sprintf(
					/* translators: %s: a person's name. */
					__( 'Why the photo is hidden, for %s', 'throughline' ),
					name
				),
				hint: __(
					'They read exactly this. The photo is kept; you can show it again.',
					'throughline'
				),
				missing: __(
					'Write a sentence first: why should it not be seen?',
					'throughline'
				),
				send: __( 'Hide the photo', 'throughline' ),
				isNeeded: true,
			};
		case 'keep':
			return {
				label: __( 'Why it stays as it is', 'throughline' ),
				hint: __(
					'Whoever objected reads this. A sentence helps, and you may leave it empty.',
					'throughline'
				),
				missing: '',
				send: __( 'Leave it as it is', 'throughline' ),
				isNeeded: false,
			};
	}
}

/* Before, afterwards, not at all: as people read them. */
import { __ } from '@wordpress/i18n';

export type Mode = 'before' | 'after' | 'off';

export function modes(): { value: Mode; label: string; help: string }[] {
	return [
		{
			value: 'before',
			label: __( 'Before it appears', 'throughline' ),
			help: __(
				'Each piece waits until somebody has read it.',
				'throughline'
			),
		},
		{
			value: 'after',
			label: __( 'Afterwards', 'throughline' ),
			help: __(
				'It appears at once, and stands on the desk until somebody has looked.',
				'throughline'
			),
		},
		{
			value: 'off',
			label: __( 'Not at all', 'throughline' ),
			help: __(
				'It appears at once. What is reported still reaches the desk.',
				'throughline'
			),
		},
	];
}

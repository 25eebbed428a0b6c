/* What kinds, tones and moments are called on this page. */
import { __, _x } from '@wordpress/i18n';
import type { GuidelineText } from '../contract';
import type { Tone } from './order';

export type Kind = GuidelineText[ 'kinds' ][ number ];

export const KINDS: readonly Kind[] = [ 'story', 'comment', 'share' ];

export function kindName( kind: Kind ): string {
	return {
		story: __( 'Stories', 'throughline' ),
		comment: __( 'Comments', 'throughline' ),
		share: __( 'Shares', 'throughline' ),
	}[ kind ];
}

export const toneName = ( tone: Tone ): string =>
	tone === 'do'
		? _x( 'What we do', 'guidelines', 'throughline' )
		: _x( 'What we don’t do', 'guidelines', 'throughline' );

/** A day as one writes it, e.g. 12 May 2026. */
export const day = ( moment: string, language: string ): string =>
	new Intl.DateTimeFormat( language, { dateStyle: 'long' } ).format(
		new Date( moment )
	);

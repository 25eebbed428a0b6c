/* What can be done on the desk. */
import type { Rest } from '../../rest';
import { createColleagues } from './colleagues';
import { createDeciding } from './deciding';
import { createReading } from './reading';
import type { DeskEvent } from './types';

export function createActions( rest: Rest ) {
	const reading = createReading( rest );
	return {
		...reading,
		...createDeciding( rest, reading ),
		...createColleagues( rest ),

		/** What can't be taken back any more is forgotten. */
		passTime: ( now: number ): DeskEvent => ( {
			type: 'TIME_PASSED',
			now,
		} ),
	};
}

/* The acts that a piece as it stands allows, the most likely first. */
import type { ReactNode } from 'react';
import { __ } from '@wordpress/i18n';
import type { QueuePiece } from '../../contract';
import { ActButton } from '../act-button';
import type { KeyAct } from '../keys';
import type { Act, Attempt } from '../store/types';
import type { Acts } from '../use-acts';

interface ChoicesProps {
	piece: QueuePiece;
	may: Act[];
	attempt: Attempt | null;
	acts: Acts;
}

interface Choice {
	act: Act;
	key: KeyAct | null;
	label: string;
	onClick: () => void;
	isBad?: boolean;
}

export function Choices( { piece, may, attempt, acts }: ChoicesProps ) {
	const isSending = attempt?.failure === null;
	const { list } = piece.item;
	const all: Choice[] = [
		{
			act: 'publish',
			key: 'publish',
			label: piece.proposal
				? __( 'Publish the change', 'throughline' )
				: __( 'Publish', 'throughline' ),
			onClick: acts.publish,
		},
		{
			act: 'restore',
			key: list === null ? null : 'publish',
			label: __( 'Put it back', 'throughline' ),
			onClick: () => acts.decide( 'restore' ),
		},
		{
			act: 'keep',
			key: 'keep',
			label:
				list === 'appealed'
					? __( 'Leave it as it is…', 'throughline' )
					: __( 'Leave it as it is', 'throughline' ),
			onClick: acts.keep,
		},
		{
			act: 'return',
			key: 'return',
			label: __( 'Return with a question…', 'throughline' ),
			onClick: () => acts.begin( 'return' ),
		},
		{
			act: 'remove',
			key: 'remove',
			label: __( 'Remove…', 'throughline' ),
			onClick: () => acts.begin( 'remove' ),
			isBad: true,
		},
	];
	const offered = all.filter( ( { act } ) => may.includes( act ) );
	// What needs nobody is not decided by the way, and no report is answered by habit: nothing stands out.
	const isFirst = ( act: Act ): boolean => list !== null && act === 'publish';
	return (
		<>
			{ offered.map(
				( { act, key, label, onClick, isBad } ): ReactNode => (
					<ActButton
						key={ act }
						act={ key }
						variant={ isFirst( act ) ? 'primary' : 'secondary' }
						className={ isBad ? 'is-bad' : '' }
						onClick={ onClick }
						busy={ isSending && attempt.act === act }
						disabled={ isSending }
					>
						{ label }
					</ActButton>
				)
			) }
		</>
	);
}

/* The end of a department: first what happens to all that stands there, then a button. */
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Department, Desks } from '../../contract';
import { Problem } from '../../problem';
import { useScreen } from '../../screen';
import { usePeople } from '../context';
import { usePlace } from '../place';
import { useHeading } from '../use-heading';
import { useSave } from '../use-save';

export function Delete( { department }: { department: Department } ) {
	const { rest } = useScreen();
	const { desks, set } = usePeople();
	const { go, setUnsaved } = usePlace();
	const [ asks, setAsks ] = useState( false );
	const question = useHeading< HTMLParagraphElement >( asks );
	const save = useSave();
	const above = desks.departments.find(
		( { id } ) => id === department.parent
	)?.name;

	const remove = async () => {
		const isGone = await save.run(
			async () =>
				set(
					await rest.remove< Desks >(
						`departments/${ department.id }`
					)
				),
			/* translators: %s: name of a department. */
			sprintf( __( '“%s” was deleted.', 'throughline' ), department.name )
		);
		if ( isGone ) {
			setUnsaved( false );
			go( { tab: 'departments' } );
		}
	};
	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h3>{ __( 'Delete this department', 'throughline' ) }</h3>
			</div>
			{ ! asks && (
				<Button
					variant="secondary"
					isDestructive
					onClick={ () => setAsks( true ) }
				>
					{ __( 'Delete …', 'throughline' ) }
				</Button>
			) }
			{ asks && (
				<div
					role="group"
					aria-label={ __( 'Delete this department', 'throughline' ) }
				>
					<p tabIndex={ -1 } ref={ question }>
						{ consequences( department, desks, above ) }
					</p>
					<Problem failure={ save.failure } />
					<div className="tl-acts">
						<Button
							variant="primary"
							isDestructive
							isBusy={ save.busy }
							accessibleWhenDisabled
							disabled={ save.busy }
							onClick={ () => void remove() }
						>
							{ sprintf(
								/* translators: %s: name of a department. */
								__( 'Delete “%s”', 'throughline' ),
								department.name
							) }
						</Button>
						<Button
							variant="tertiary"
							onClick={ () => setAsks( false ) }
						>
							{ __( 'Keep it', 'throughline' ) }
						</Button>
					</div>
				</div>
			) }
		</section>
	);
}

function consequences(
	department: Department,
	desks: Desks,
	above: string | undefined
): string {
	const below = desks.departments.filter(
		( { parent } ) => parent === department.id
	).length;
	const sentences = [
		above
			? sprintf(
					/* translators: %s: name of a department. */
					__(
						'Its people and pieces go to “%s”, the department above.',
						'throughline'
					),
					above
				)
			: __(
					'Its people and pieces stay, without a department.',
					'throughline'
				),
		...( below
			? [
					_n(
						'The department below it moves up.',
						'The departments below it move up.',
						below,
						'throughline'
					),
				]
			: [] ),
		__(
			'Its desk, its hours and its promise end; accounts and pieces are not deleted.',
			'throughline'
		),
		below
			? __(
					'Whoever decided here goes on deciding for the departments below.',
					'throughline'
				)
			: __(
					'Whoever decided only here decides nothing any more.',
					'throughline'
				),
	];
	return sentences.join( ' ' );
}

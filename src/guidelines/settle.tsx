/* How a draft comes into force: who must agree, whether it matters, what changes in a sentence. */
import { Button } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { Choice } from '../choice';
import type { Editions } from '../contract';
import { Chosen } from '../people/chosen';
import { useSave } from '../people/use-save';
import { Problem } from '../problem';
import { useScreen } from '../screen';
import type { DraftState } from './use-draft';

interface SettleProps {
	state: DraftState;
	isFirst: boolean;
	onDone: ( editions: Editions ) => void;
}

export function Settle( { state, isFirst, onDone }: SettleProps ) {
	const { draft, change, flush, version } = state;
	const { rest } = useScreen();
	const { busy, failure, run } = useSave();
	const [ isLeaving, setIsLeaving ] = useState( false );
	const id = useId();
	const people = draft.named.length;

	const send = ( path: string, done: string ) =>
		run( async () => {
			if ( ( await flush() ) || path === 'discard' ) {
				onDone(
					await rest.post< Editions >( `guidelines/${ path }`, {
						version: version(),
					} )
				);
			}
		}, done );

	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2>{ __( 'Into force', 'throughline' ) }</h2>
			</div>
			<div className="tl-form">
				<Chosen
					label={ __( 'Who must agree', 'throughline' ) }
					help={ __(
						'For example the works council and the management. Each agrees with their own account and gets a mail; once all have agreed, it is in force by itself. With nobody here it is in force at once.',
						'throughline'
					) }
					add={ __( 'Add somebody', 'throughline' ) }
					people={ draft.named }
					most={ 20 }
					onChange={ ( named ) => change( { named } ) }
				/>
				{ ! isFirst && (
					<fieldset className="tl-field">
						<legend>
							{ __( 'Does the change matter?', 'throughline' ) }
						</legend>
						<Choice
							type="radio"
							name={ id }
							checked={ draft.matters }
							onChange={ () => change( { matters: true } ) }
						>
							{ __(
								'Yes: everybody looks at it once before their next piece.',
								'throughline'
							) }
						</Choice>
						<Choice
							type="radio"
							name={ id }
							checked={ ! draft.matters }
							onChange={ () => change( { matters: false } ) }
						>
							{ __(
								'No, only the wording: nobody is stopped.',
								'throughline'
							) }
						</Choice>
					</fieldset>
				) }
				<div className="tl-field">
					<label htmlFor={ `${ id }-summary` }>
						{ isFirst
							? __( 'A word about it', 'throughline' )
							: __(
									'What changes, in a sentence',
									'throughline'
								) }
					</label>
					<textarea
						id={ `${ id }-summary` }
						aria-describedby={ `${ id }-help` }
						rows={ 2 }
						maxLength={ 1000 }
						dir="auto"
						value={ draft.summary }
						onChange={ ( event ) =>
							change( { summary: event.target.value } )
						}
					/>
					<p className="tl-field__help" id={ `${ id }-help` }>
						{ __(
							'For those who must agree, and for contributors who know the last edition.',
							'throughline'
						) }
					</p>
				</div>
			</div>
			<div className="tl-card__foot">
				<Button
					__next40pxDefaultSize
					variant="primary"
					isBusy={ busy }
					onClick={ () =>
						send(
							'put',
							people
								? __( 'They have been asked.', 'throughline' )
								: __( 'It is in force.', 'throughline' )
						)
					}
				>
					{ people
						? sprintf(
								/* translators: %d: number of people. */
								_n(
									'Ask %d person to agree',
									'Ask %d people to agree',
									people,
									'throughline'
								),
								people
							)
						: __( 'Put it in force', 'throughline' ) }
				</Button>
				{ isLeaving ? (
					<>
						<span>
							{ __( 'Delete this draft?', 'throughline' ) }
						</span>
						<Button
							__next40pxDefaultSize
							variant="secondary"
							isDestructive
							onClick={ () =>
								send(
									'discard',
									__( 'The draft is deleted.', 'throughline' )
								)
							}
						>
							{ __( 'Delete it', 'throughline' ) }
						</Button>
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							onClick={ () => setIsLeaving( false ) }
						>
							{ __( 'Keep it', 'throughline' ) }
						</Button>
					</>
				) : (
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						onClick={ () => setIsLeaving( true ) }
					>
						{ __( 'Delete the draft', 'throughline' ) }
					</Button>
				) }
			</div>
			<Problem failure={ failure } />
		</section>
	);
}

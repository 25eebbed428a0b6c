/* An edition that waits for those who must agree: what it changes, what they say, and one's own answer. */
import { Button } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Edition, Editions, NewAgreement } from '../contract';
import { useSave } from '../people/use-save';
import { Problem } from '../problem';
import { useScreen } from '../screen';
import { Answers } from './answers';
import { Changes } from './changes';
import { Reading } from './reading';
import { day } from './words';

interface PutProps {
	edition: Edition;
	editions: Editions;
	onDone: ( editions: Editions ) => void;
}

export function Put( { edition, editions, onDone }: PutProps ) {
	const { rest, language } = useScreen();
	const { busy, failure, run } = useSave();
	const { mayEdit, user } = editions;
	const mine = edition.asked.find( ( { id } ) => id === user );
	const current = editions.current[ 0 ]?.guidelines ?? [];
	return (
		<>
			<Problem failure={ failure } />
			{ mine && mine.answer !== 'agree' && (
				<Answer edition={ edition } onDone={ onDone } />
			) }
			<section className="tl-card">
				<div className="tl-card__head">
					<h2>{ __( 'Who was asked', 'throughline' ) }</h2>
				</div>
				<p>
					{ sprintf(
						/* translators: 1: name of a colleague, 2: a date. */
						__(
							'%1$s put it to them on %2$s. Once everybody has agreed, it is in force by itself.',
							'throughline'
						),
						edition.by?.name ?? '',
						day( edition.put ?? '', language )
					) }
				</p>
				<Answers edition={ edition } />
				{ mayEdit && (
					<div className="tl-card__foot">
						<Button
							__next40pxDefaultSize
							variant="secondary"
							isBusy={ busy }
							onClick={ () =>
								run(
									async () =>
										onDone(
											await rest.post< Editions >(
												'guidelines/take-back',
												{ version: edition.version }
											)
										),
									__( 'It is a draft again.', 'throughline' )
								)
							}
						>
							{ __(
								'Take it back and change it',
								'throughline'
							) }
						</Button>
						<span className="tl-quiet">
							{ __(
								'Everybody is asked again afterwards.',
								'throughline'
							) }
						</span>
					</div>
				) }
			</section>
			<section className="tl-card">
				<div className="tl-card__head">
					<h2>{ __( 'What changes', 'throughline' ) }</h2>
				</div>
				{ edition.summary && <p>{ edition.summary }</p> }
				{ current.length > 0 ? (
					<Changes before={ current } after={ edition.guidelines } />
				) : (
					<p>
						{ __(
							'It is the first edition: all of it is new.',
							'throughline'
						) }
					</p>
				) }
			</section>
			<section className="tl-card">
				<div className="tl-card__head">
					<h2>{ __( 'All of it', 'throughline' ) }</h2>
				</div>
				<Reading guidelines={ edition.guidelines } />
			</section>
		</>
	);
}

function Answer( { edition, onDone }: Omit< PutProps, 'editions' > ) {
	const { rest } = useScreen();
	const { busy, failure, run } = useSave();
	const [ note, setNote ] = useState< string | null >( null );
	const id = useId();
	const answer = ( said: NewAgreement[ 'answer' ], done: string ) =>
		run(
			async () =>
				onDone(
					await rest.post< Editions >( 'guidelines/answer', {
						edition: edition.edition,
						round: edition.round,
						answer: said,
						note: said === 'change' ? note : '',
					} )
				),
			done
		);
	return (
		<section className="tl-card tl-guidelines__mine">
			<div className="tl-card__head">
				<h2>{ __( 'Do you agree?', 'throughline' ) }</h2>
			</div>
			<p>
				{ __(
					'You are one of those who must agree before this edition is in force. Your answer and its date are kept with it.',
					'throughline'
				) }
			</p>
			<Problem failure={ failure } />
			{ note === null ? (
				<div className="tl-acts">
					<Button
						__next40pxDefaultSize
						variant="primary"
						isBusy={ busy }
						onClick={ () =>
							answer(
								'agree',
								__(
									'Thank you. You have agreed.',
									'throughline'
								)
							)
						}
					>
						{ __( 'I agree', 'throughline' ) }
					</Button>
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ () => setNote( '' ) }
					>
						{ __( 'Something should change', 'throughline' ) }
					</Button>
				</div>
			) : (
				<form
					className="tl-form"
					onSubmit={ ( event ) => {
						event.preventDefault();
						void answer(
							'change',
							__( 'Thank you. It was passed on.', 'throughline' )
						).then( ( good ) => good && setNote( null ) );
					} }
				>
					<div className="tl-field">
						<label htmlFor={ id }>
							{ __( 'What should change?', 'throughline' ) }
						</label>
						<textarea
							id={ id }
							rows={ 4 }
							maxLength={ 2000 }
							value={ note }
							// eslint-disable-next-line jsx-a11y/no-autofocus -- somebody has just asked for this field.
							autoFocus
							onChange={ ( event ) =>
								setNote( event.target.value )
							}
						/>
					</div>
					<div className="tl-acts">
						<Button
							__next40pxDefaultSize
							variant="primary"
							type="submit"
							isBusy={ busy }
						>
							{ __( 'Pass it on', 'throughline' ) }
						</Button>
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							onClick={ () => setNote( null ) }
						>
							{ __( 'Back', 'throughline' ) }
						</Button>
					</div>
				</form>
			) }
		</section>
	);
}

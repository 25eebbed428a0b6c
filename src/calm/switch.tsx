/* The switch: where, how long, why, and how fast. */
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { Problem } from '../problem';
import { Field, SelectField } from '../settings/fields';
import type { CalmState } from './use-calm';
import { length, LENGTHS, pace, PACES } from './words';
import { Where, whereIsWrong } from './where';

export function Switch( { state }: { state: CalmState } ) {
	const [ address, setAddress ] = useState( '' );
	const [ minutes, setMinutes ] = useState( 240 );
	const [ seconds, setSeconds ] = useState( 0 );
	const [ reason, setReason ] = useState( '' );

	async function submit( event: FormEvent ) {
		event.preventDefault();
		const done = await state.turn(
			'switch',
			{ address, minutes, reason, pace: seconds },
			__( 'Calm mode is on.', 'throughline' )
		);
		if ( done ) {
			setAddress( '' );
			setReason( '' );
		}
	}

	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2>{ __( 'Switch calm mode on', 'throughline' ) }</h2>
			</div>
			<form
				className="tl-form"
				onSubmit={ ( event ) => void submit( event ) }
			>
				<Where
					address={ address }
					maySite={ state.calm.maySite }
					problem={ whereIsWrong( state, 'switch' ) }
					onChange={ setAddress }
				/>
				<SelectField
					label={ __( 'How long', 'throughline' ) }
					value={ String( minutes ) }
					choices={ LENGTHS.map( ( some ) => ( {
						value: String( some ),
						label: length( some ),
					} ) ) }
					onChange={ ( value ) => setMinutes( Number( value ) ) }
				/>
				<SelectField
					label={ __(
						'How fast one person may send',
						'throughline'
					) }
					value={ String( seconds ) }
					choices={ PACES.map( ( some ) => ( {
						value: String( some ),
						label: pace( some ),
					} ) ) }
					onChange={ ( value ) => setSeconds( Number( value ) ) }
				/>
				<Field
					label={ __( 'What readers are told', 'throughline' ) }
					help={ __(
						'One sentence: why. Left empty it says that very many people write here at the moment. Until when, how many wait and when somebody looked is added by itself.',
						'throughline'
					) }
				>
					{ ( control ) => (
						<input
							{ ...control }
							type="text"
							maxLength={ 300 }
							value={ reason }
							onChange={ ( event ) =>
								setReason( event.target.value )
							}
						/>
					) }
				</Field>
				<Problem
					failure={
						state.problem?.of === 'switch' && ! state.problem.field
							? state.problem.failure
							: null
					}
				/>
				<div className="tl-acts">
					<Button
						__next40pxDefaultSize
						variant="primary"
						type="submit"
						isBusy={ state.busy === 'switch' }
						disabled={
							state.busy !== '' ||
							( ! address.trim() && ! state.calm.maySite )
						}
						accessibleWhenDisabled
					>
						{ __( 'Switch on', 'throughline' ) }
					</Button>
				</div>
			</form>
		</section>
	);
}

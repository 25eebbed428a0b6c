/* One rule of the works agreement, and the form in which somebody says why they switch it. */
import { Button } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { WorksAgreement } from '../contract';
import { Field } from './fields';
import type { SettingsState } from './use-settings';

interface Props {
	rule: WorksAgreement[ 'rules' ][ number ];
	state: SettingsState;
}

export function Rule( { rule, state }: Props ) {
	const [ isOpen, setOpen ] = useState( false );
	const [ reason, setReason ] = useState( '' );
	const text = useRef< HTMLTextAreaElement >( null );
	const button = useRef< HTMLButtonElement >( null );

	useEffect( () => {
		if ( isOpen ) {
			text.current?.focus();
		}
	}, [ isOpen ] );

	function close() {
		setOpen( false );
		button.current?.focus();
	}

	async function turn() {
		const isTaken = await state.send( 'settings/agreement', {
			rule: rule.rule,
			on: ! rule.on,
			reason,
		} );
		if ( isTaken ) {
			setReason( '' );
			close();
		}
	}

	return (
		<li className="tl-rule">
			<div className="tl-rule__row">
				<span className="tl-rule__sentence">{ rule.sentence }</span>
				<span
					className={ `tl-tag ${
						rule.on ? 'is-good' : 'is-warning'
					}` }
				>
					{ rule.on
						? __( 'holds', 'throughline' )
						: __( 'is off', 'throughline' ) }
				</span>
				<Button
					ref={ button }
					variant="secondary"
					aria-expanded={ isOpen }
					aria-label={ `${
						rule.on
							? __( 'Switch off', 'throughline' )
							: __( 'Switch on', 'throughline' )
					}: ${ rule.sentence }` }
					onClick={ () => ( isOpen ? close() : setOpen( true ) ) }
				>
					{ rule.on
						? __( 'Switch off', 'throughline' )
						: __( 'Switch on', 'throughline' ) }
				</Button>
			</div>
			{ isOpen && (
				<div className="tl-form">
					<Field
						label={ __( 'Why?', 'throughline' ) }
						help={ __(
							'For instance what was agreed with the works council, and for how long.',
							'throughline'
						) }
						problem={
							state.problem?.field === 'reason'
								? state.problem.message
								: undefined
						}
					>
						{ ( control ) => (
							<textarea
								{ ...control }
								ref={ text }
								rows={ 3 }
								maxLength={ 2000 }
								value={ reason }
								onChange={ ( event ) =>
									setReason( event.target.value )
								}
							/>
						) }
					</Field>
					<div className="tl-acts">
						<Button
							__next40pxDefaultSize
							variant="primary"
							isBusy={ state.isBusy }
							accessibleWhenDisabled
							disabled={ ! reason.trim() || state.isBusy }
							onClick={ () => void turn() }
						>
							{ rule.on
								? __( 'Switch it off', 'throughline' )
								: __( 'Switch it on', 'throughline' ) }
						</Button>
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							onClick={ close }
						>
							{ __( 'Leave it as it is', 'throughline' ) }
						</Button>
					</div>
				</div>
			) }
		</li>
	);
}

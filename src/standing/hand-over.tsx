/* A department decides by itself: whoever manages hears only what is escalated. */
import { Button } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { StandingOverview } from '../contract';
import { Done } from '../people/done';
import { useSave } from '../people/use-save';
import { Problem } from '../problem';
import { useScreen } from '../screen';
import { useStanding } from './context';
import { LookBack } from './look-back';

interface HandOverProps {
	department: StandingOverview[ 'departments' ][ number ];
}

function whoDecides( {
	peers,
	handedOver,
	above,
}: HandOverProps[ 'department' ] ): string {
	if ( above ) {
		return __(
			'A department above this one was handed over, and this one with it.',
			'throughline'
		);
	}
	if ( handedOver ) {
		return __(
			'This department decides by itself. You hear only what its people ask you.',
			'throughline'
		);
	}
	return peers.length > 0
		? __(
				'You hear of everything that waits here. You could leave it to those who decide here.',
				'throughline'
			)
		: __(
				'You hear of everything that waits here. Name a peer moderator below; then you can hand over.',
				'throughline'
			);
}

export function HandOver( { department }: HandOverProps ) {
	const { set } = useStanding();
	const { rest } = useScreen();
	const save = useSave();
	const [ isOpen, setOpen ] = useState( false );
	const [ reason, setReason ] = useState( '' );
	const id = useId();
	const { handedOver, above, peers } = department;

	const send = async () => {
		const went = await save.run(
			async () =>
				set(
					await rest.post< StandingOverview >(
						'standing/departments',
						{
							department: department.id,
							handed: ! handedOver,
							reason,
						}
					)
				),
			handedOver
				? __( 'Taken back.', 'throughline' )
				: __( 'Handed over.', 'throughline' )
		);
		if ( went ) {
			setOpen( false );
			setReason( '' );
		}
	};

	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2>{ __( 'Who decides', 'throughline' ) }</h2>
				{ handedOver && (
					<span className="tl-tag is-good">
						{ __( 'Handed over', 'throughline' ) }
					</span>
				) }
			</div>
			<p>{ whoDecides( department ) }</p>
			{ peers.length > 0 && (
				<p>
					{ sprintf(
						/* translators: %s: names. */
						__( 'Peer moderators: %s', 'throughline' ),
						peers.map( ( { name } ) => name ).join( ', ' )
					) }
				</p>
			) }
			<Done>{ save.done }</Done>
			{ ! isOpen && ! above && ( handedOver || peers.length > 0 ) && (
				<div className="tl-acts">
					<Button
						variant="secondary"
						onClick={ () => {
							setOpen( true );
							save.forget();
						} }
					>
						{ handedOver
							? __( 'Take it back …', 'throughline' )
							: __( 'Hand over …', 'throughline' ) }
					</Button>
				</div>
			) }
			{ isOpen && (
				<form
					onSubmit={ ( event ) => {
						event.preventDefault();
						void send();
					} }
				>
					{ ! handedOver && (
						<LookBack
							query={ {
								user: 0,
								department: department.id,
								kind: '',
								level: '',
							} }
						/>
					) }
					<div className="tl-form">
						<div className="tl-field">
							<label htmlFor={ id }>
								{ __( 'Why', 'throughline' ) }
							</label>
							<textarea
								id={ id }
								rows={ 2 }
								maxLength={ 2000 }
								required
								value={ reason }
								onChange={ ( { target } ) =>
									setReason( target.value )
								}
							/>
						</div>
					</div>
					<Problem failure={ save.failure } />
					<div className="tl-card__foot">
						<Button
							variant="primary"
							type="submit"
							isBusy={ save.busy }
							accessibleWhenDisabled
							disabled={ save.busy }
						>
							{ handedOver
								? __( 'Take it back', 'throughline' )
								: __( 'Sign the hand-over', 'throughline' ) }
						</Button>
						<Button
							variant="tertiary"
							onClick={ () => setOpen( false ) }
						>
							{ __( 'Cancel', 'throughline' ) }
						</Button>
					</div>
				</form>
			) }
		</section>
	);
}

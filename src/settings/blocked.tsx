/* From whom nothing is taken at the moment. It counts at once: there is nothing to save. */
import { Button } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { useScreen } from '../screen';
import { Field } from './fields';
import type { SettingsState } from './use-settings';

export function Blocked( { state }: { state: SettingsState } ) {
	const { language } = useScreen();
	const [ mail, setMail ] = useState( '' );
	const heading = useRef< HTMLHeadingElement >( null );
	const date = new Intl.DateTimeFormat( language, { dateStyle: 'long' } );

	async function add() {
		if ( await state.send( 'settings/blocked', { mail } ) ) {
			setMail( '' );
		}
	}

	async function end( id: string ) {
		await state.send( 'settings/blocked', { id } );
		// The button that had the focus is gone.
		heading.current?.focus();
	}

	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2 tabIndex={ -1 } ref={ heading }>
					{ __( 'Blocked for now', 'throughline' ) }
				</h2>
			</div>
			{ state.page.blocked.length > 0 && (
				<ul className="tl-rows">
					{ state.page.blocked.map( ( { id, name, since } ) => {
						const who =
							name ??
							__( 'Somebody without an account', 'throughline' );
						return (
							<li key={ id }>
								<span>{ who }</span>
								<span className="tl-tag">
									{ sprintf(
										/* translators: %s: a date */
										__( 'since %s', 'throughline' ),
										date.format( new Date( since ) )
									) }
								</span>
								<Button
									variant="tertiary"
									onClick={ () => void end( id ) }
									aria-label={ sprintf(
										/* translators: %s: a person's name */
										__(
											'Take something from %s again',
											'throughline'
										),
										who
									) }
								>
									{ __( 'End', 'throughline' ) }
								</Button>
							</li>
						);
					} ) }
				</ul>
			) }
			<div className="tl-form">
				<Field
					label={ __( 'Mail address of the person', 'throughline' ) }
					help={ __(
						'What they send is refused, in friendly words and with where to turn; what stands on the site stays. Of people without an account only a hash of the address is kept.',
						'throughline'
					) }
					problem={
						state.problem?.field === 'blocked'
							? state.problem.message
							: undefined
					}
				>
					{ ( control ) => (
						<input
							{ ...control }
							type="email"
							autoComplete="off"
							value={ mail }
							onChange={ ( event ) =>
								setMail( event.target.value )
							}
							onKeyDown={ ( event ) => {
								// The form around it saves; here Enter adds.
								if ( event.key === 'Enter' ) {
									event.preventDefault();
									void add();
								}
							} }
						/>
					) }
				</Field>
			</div>
			<div className="tl-card__foot">
				<Button
					__next40pxDefaultSize
					variant="secondary"
					accessibleWhenDisabled
					disabled={ ! mail.trim() || state.isBusy }
					onClick={ () => void add() }
				>
					{ __( 'Take nothing from this person', 'throughline' ) }
				</Button>
			</div>
		</section>
	);
}

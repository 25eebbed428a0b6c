/* How moderators hear of what waits, and how long they have for it. */
import { __ } from '@wordpress/i18n';
import { Choice, NumberField, SelectField } from './fields';
import type { SettingsState } from './use-settings';

export function Desk( { state }: { state: SettingsState } ) {
	const { settings, change } = state;
	const hours = Array.from( { length: 24 }, ( unused, hour ) => ( {
		value: String( hour ),
		label: new Date( 2026, 0, 1, hour ).toLocaleTimeString(
			document.documentElement.lang || 'en',
			{ hour: 'numeric', minute: '2-digit' }
		),
	} ) );
	return (
		<>
			<section className="tl-card">
				<div className="tl-card__head">
					<h2>{ __( 'Mails to moderators', 'throughline' ) }</h2>
				</div>
				<div className="tl-form">
					<Choice
						legend={ __( 'When something waits', 'throughline' ) }
						value={ settings.alerts as 'now' | 'digest' | 'off' }
						choices={ [
							{
								value: 'now',
								label: __( 'A mail at once', 'throughline' ),
								help: __(
									'One mail for all that waits, not one for each piece.',
									'throughline'
								),
							},
							{
								value: 'digest',
								label: __( 'A mail once a day', 'throughline' ),
							},
							{
								value: 'off',
								label: __( 'No mails', 'throughline' ),
							},
						] }
						onChange={ ( alerts ) => change( { alerts } ) }
					/>
					{ settings.alerts === 'digest' && (
						<SelectField
							label={ __( 'At what time', 'throughline' ) }
							value={ String( settings.digest ) }
							choices={ hours }
							onChange={ ( hour ) =>
								change( { digest: Number( hour ) } )
							}
						/>
					) }
					<NumberField
						label={ __(
							'The deputy is asked after',
							'throughline'
						) }
						unit={ __( 'working hours', 'throughline' ) }
						value={ settings.deputy }
						min={ 1 }
						max={ 336 }
						onChange={ ( deputy ) => change( { deputy } ) }
					/>
				</div>
			</section>
			<section className="tl-card">
				<div className="tl-card__head">
					<h2>{ __( 'Deciding', 'throughline' ) }</h2>
				</div>
				<div className="tl-form">
					<NumberField
						label={ __(
							'A decision can be taken back for',
							'throughline'
						) }
						unit={ __( 'seconds', 'throughline' ) }
						help={ __(
							'So long nobody is told of it.',
							'throughline'
						) }
						value={ settings.undo }
						min={ 0 }
						max={ 60 }
						onChange={ ( undo ) => change( { undo } ) }
					/>
					<NumberField
						label={ __(
							'Whoever opens a piece holds it for',
							'throughline'
						) }
						unit={ __( 'minutes', 'throughline' ) }
						help={ __(
							'Others see who has it, and leave it to them.',
							'throughline'
						) }
						value={ settings.claim }
						min={ 1 }
						max={ 120 }
						onChange={ ( claim ) => change( { claim } ) }
					/>
				</div>
			</section>
		</>
	);
}

/* The site's own hours: what holds wherever nothing else was said. */
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Hours, SiteHours } from '../../contract';
import { Problem } from '../../problem';
import { useScreen } from '../../screen';
import { Done } from '../done';
import { usePeople } from '../context';
import { usePlace } from '../place';
import { useHeading } from '../use-heading';
import { useLoaded } from '../use-loaded';
import { useSave } from '../use-save';
import { Wait } from '../wait';
import { HoursEditor } from './editor';

export function SiteHoursForm() {
	const { data, failure, reload, set } = useLoaded< SiteHours >( 'hours' );
	const [ draft, setDraft ] = useState< Hours | null >( null );
	const { rest } = useScreen();
	const { zone } = usePeople();
	const { setUnsaved, hasMoved } = usePlace();
	const save = useSave();
	const heading = useHeading< HTMLHeadingElement >(
		hasMoved && data !== null
	);
	const hours = draft ?? data?.hours;
	if ( ! hours ) {
		return failure ? (
			<Problem failure={ failure } onRetry={ reload } />
		) : (
			<Wait until={ false } />
		);
	}
	const send = () =>
		void save.run(
			async () => {
				set( await rest.post< SiteHours >( 'hours', { hours } ) );
				setDraft( null );
				setUnsaved( false );
			},
			__( 'The hours are saved.', 'throughline' )
		);
	return (
		<form
			className="tl-card"
			onSubmit={ ( event ) => {
				event.preventDefault();
				send();
			} }
		>
			<div className="tl-card__head">
				<h2 tabIndex={ -1 } ref={ heading }>
					{ __( 'Working hours of the site', 'throughline' ) }
				</h2>
			</div>
			<p className="tl-quiet">
				{ sprintf(
					/* translators: %s: a time zone, e.g. Europe/Berlin. */
					__(
						'Readers and contributors are told when somebody looks next; mails and deputies wait for these hours. Departments and moderators may have their own. Times are those of the site: %s.',
						'throughline'
					),
					zone
				) }
			</p>
			<HoursEditor
				value={ hours }
				onChange={ ( value ) => {
					setDraft( value );
					setUnsaved( true );
					save.forget();
				} }
				none={ __(
					'No hours: nobody is told when somebody looks.',
					'throughline'
				) }
				own={ __( 'Somebody looks in these hours:', 'throughline' ) }
				holidaysHelp={ __(
					'On these days nobody looks, wherever they work. Name public holidays and times when the works are closed.',
					'throughline'
				) }
			/>
			<div className="tl-card__foot">
				<Button
					variant="primary"
					type="submit"
					isBusy={ save.busy }
					accessibleWhenDisabled
					disabled={ save.busy }
				>
					{ __( 'Save', 'throughline' ) }
				</Button>
				<Done>{ save.done }</Done>
				{ ! draft && data?.nextLook && (
					<span className="tl-quiet">
						{ sprintf(
							/* translators: %s: a day and a time. */
							__( 'Somebody looks next: %s', 'throughline' ),
							data.nextLook
						) }
					</span>
				) }
			</div>
			<Problem failure={ save.failure } />
		</form>
	);
}

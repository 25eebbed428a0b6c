/* The moderator's word that everybody in the photos agreed. */
import { CheckboxControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { useFocusTarget } from '../focus';

export function consentMissing(): string {
	return __(
		'Please ask first, then tick this: publishing needs everybody’s yes.',
		'throughline'
	);
}

interface ConsentProps {
	given: boolean;
	/** Somebody tried to publish without it. */
	missed: boolean;
	onChange: ( given: boolean ) => void;
}

export function Consent( { given, missed, onChange }: ConsentProps ) {
	const box = useFocusTarget< HTMLDivElement >( 'consent' );
	const isMissing = missed && ! given;
	return (
		<div
			className={ `tl-consent ${ isMissing ? 'is-missing' : '' }` }
			ref={ box }
		>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'I asked: everybody who can be recognised agreed.',
					'throughline'
				) }
				help={ isMissing ? consentMissing() : undefined }
				checked={ given }
				onChange={ onChange }
			/>
		</div>
	);
}

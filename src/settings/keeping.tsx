/* For how many days each kind of record is kept. */
import { __ } from '@wordpress/i18n';
import type { Settings } from '../contract';
import { NumberField } from './fields';
import type { SettingsState } from './use-settings';

type Keep = Settings[ 'keep' ];

export function Keeping( { state }: { state: SettingsState } ) {
	const { keep } = state.settings;
	const rows: [ keyof Keep, string, string ][] = [
		[
			'returned',
			__( 'Returned pieces that nobody answered', 'throughline' ),
			__( 'Counted from the question.', 'throughline' ),
		],
		[
			'removed',
			__( 'Removed and withdrawn pieces', 'throughline' ),
			__(
				'An appeal is open for six months; fewer than 184 days would end it early.',
				'throughline'
			),
		],
		[
			'reports',
			__( 'Reports and appeals', 'throughline' ),
			__(
				'Afterwards names, mail addresses and words go; the record that there was one stays.',
				'throughline'
			),
		],
		[
			'notes',
			__( 'Notes between moderators', 'throughline' ),
			__( 'Counted from the day they were written.', 'throughline' ),
		],
		[
			'decisions',
			__( 'Decisions', 'throughline' ),
			__(
				'Afterwards names and words go; that something was decided stays.',
				'throughline'
			),
		],
	];
	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2>{ __( 'How long things are kept', 'throughline' ) }</h2>
			</div>
			<p className="tl-quiet">
				{ __(
					'What is published stays until somebody takes it away. 0 keeps something until the plugin is deleted.',
					'throughline'
				) }
			</p>
			<div className="tl-form">
				{ rows.map( ( [ name, label, help ] ) => (
					<NumberField
						key={ name }
						label={ label }
						help={ help }
						unit={ __( 'days', 'throughline' ) }
						value={ keep[ name ] }
						min={ 0 }
						max={ 3650 }
						onChange={ ( days ) =>
							state.change( {
								keep: { ...keep, [ name ]: days },
							} )
						}
					/>
				) ) }
			</div>
		</section>
	);
}

/* What statements of reasons name: who runs the site, and where to write. */
import { __ } from '@wordpress/i18n';
import type { Settings } from '../contract';
import { Field } from './fields';
import type { SettingsState } from './use-settings';

type Name = keyof Settings[ 'contact' ];

interface Line {
	name: Name;
	label: string;
	most: number;
	type?: 'email';
	help?: string;
	complete?: string;
}

export function Contact( { state }: { state: SettingsState } ) {
	const { contact } = state.settings;
	const lines: Line[] = [
		{
			name: 'name',
			label: __( 'Who runs this site', 'throughline' ),
			most: 80,
			complete: 'organization',
		},
		{
			name: 'mail',
			label: __( 'Mail address', 'throughline' ),
			most: 100,
			type: 'email',
			complete: 'email',
		},
		{
			name: 'post',
			label: __( 'Postal address, in one line', 'throughline' ),
			most: 150,
			complete: 'street-address',
		},
		{
			name: 'disputes',
			label: __( 'Settling disputes out of court', 'throughline' ),
			most: 200,
			help: __(
				'The certified body that you work with, and its address. Leave it empty if there is none.',
				'throughline'
			),
		},
	];
	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2>{ __( 'Contact', 'throughline' ) }</h2>
			</div>
			<p className="tl-quiet">
				{ __(
					'Whoever reports something, or has something refused or removed, reads here where to turn. The EU’s Digital Services Act asks for it.',
					'throughline'
				) }
			</p>
			<div className="tl-form">
				{ lines.map( ( line ) => (
					<Field
						key={ line.name }
						label={ line.label }
						help={ line.help }
						problem={
							state.problem?.field === line.name
								? state.problem.message
								: undefined
						}
					>
						{ ( control ) => (
							<input
								{ ...control }
								type={ line.type ?? 'text' }
								autoComplete={ line.complete ?? 'off' }
								maxLength={ line.most }
								value={ contact[ line.name ] }
								onChange={ ( event ) =>
									state.change( {
										contact: {
											...contact,
											[ line.name ]: event.target.value,
										},
									} )
								}
							/>
						) }
					</Field>
				) ) }
			</div>
		</section>
	);
}

/* By which rules standing grows and falls: as everybody reads them, and their numbers. */
import { Button } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type {
	NewStandingRules,
	StandingOverview,
	StandingRules,
} from '../contract';
import { Done } from '../people/done';
import { useSave } from '../people/use-save';
import { Problem } from '../problem';
import { useScreen } from '../screen';
import { useStanding } from './context';

interface Asked {
	name: keyof StandingRules;
	label: string;
	least: number;
	most: number;
	help?: string;
}

const asked = (): Asked[] => [
	{
		name: 'known',
		label: __( 'Published pieces that make known', 'throughline' ),
		least: 1,
		most: 50,
	},
	{
		name: 'veto',
		label: __( 'Hours to object', 'throughline' ),
		least: 0,
		most: 168,
		help: __(
			'So long a piece of somebody known waits before it appears by itself; working hours count where they are set. 0: it waits until somebody decides.',
			'throughline'
		),
	},
	{
		name: 'decisions',
		label: __( 'Decisions from which rates count', 'throughline' ),
		least: 4,
		most: 200,
		help: __( 'With fewer a person signs the hand-over.', 'throughline' ),
	},
	{
		name: 'days',
		label: __( 'Days that count', 'throughline' ),
		least: 30,
		most: 1095,
	},
	{
		name: 'rate',
		label: __( 'Of 100 published at first look', 'throughline' ),
		least: 50,
		most: 100,
	},
	{
		name: 'slack',
		label: __( 'Slack', 'throughline' ),
		least: 0,
		most: 50,
		help: __(
			'By so much the rate may fall before standing does.',
			'throughline'
		),
	},
];

export function Rules() {
	const { overview, set } = useStanding();
	const { rest } = useScreen();
	const save = useSave();
	const [ rules, setRules ] = useState( overview.rules );
	const [ reason, setReason ] = useState( '' );
	const id = useId();

	const send = async () => {
		const changed: NewStandingRules = { ...rules, reason };
		const went = await save.run(
			async () =>
				set(
					await rest.post< StandingOverview >(
						'standing/rules',
						changed
					)
				),
			__( 'The rules are saved.', 'throughline' )
		);
		if ( went ) {
			setReason( '' );
		}
	};

	return (
		<>
			<section className="tl-card">
				<div className="tl-card__head">
					<h2>{ __( 'As everybody reads them', 'throughline' ) }</h2>
				</div>
				<ul className="tl-standing__sentences">
					{ overview.sentences.map( ( sentence ) => (
						<li key={ sentence }>{ sentence }</li>
					) ) }
				</ul>
			</section>
			<form
				className="tl-card"
				onSubmit={ ( event ) => {
					event.preventDefault();
					void send();
				} }
			>
				<div className="tl-card__head">
					<h2>{ __( 'Numbers', 'throughline' ) }</h2>
				</div>
				<div className="tl-form">
					{ asked().map( ( one ) => (
						<div key={ one.name } className="tl-field">
							<label htmlFor={ `${ id }-${ one.name }` }>
								{ one.label }
							</label>
							<input
								id={ `${ id }-${ one.name }` }
								type="number"
								min={ one.least }
								max={ one.most }
								required
								value={ rules[ one.name ] }
								aria-describedby={
									one.help
										? `${ id }-${ one.name }-help`
										: undefined
								}
								onChange={ ( { target } ) => {
									save.forget();
									setRules( {
										...rules,
										[ one.name ]: Number( target.value ),
									} );
								} }
							/>
							{ one.help && (
								<p
									className="tl-field__help"
									id={ `${ id }-${ one.name }-help` }
								>
									{ one.help }
								</p>
							) }
						</div>
					) ) }
					<div className="tl-field">
						<label htmlFor={ `${ id }-reason` }>
							{ __( 'Why', 'throughline' ) }
						</label>
						<textarea
							id={ `${ id }-reason` }
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
						{ __( 'Save', 'throughline' ) }
					</Button>
					<Done>{ save.done }</Done>
				</div>
			</form>
		</>
	);
}

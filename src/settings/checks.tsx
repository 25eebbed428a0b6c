/* When somebody looks at a piece: by site, by kind, by page; and what holds one in any case. */
import { __, _n, sprintf } from '@wordpress/i18n';
import { Choice, Field, NumberField, SelectField } from './fields';
import { modes } from './modes';
import { Pages } from './pages';
import { Blocked } from './blocked';
import type { SettingsState } from './use-settings';
import type { Settings } from '../contract';

type Modes = Settings[ 'modes' ];

export function Checks( { state }: { state: SettingsState } ) {
	const { settings, words } = state;
	const setMode = ( some: Partial< Modes > ) =>
		state.change( { modes: { ...settings.modes, ...some } } );
	const kinds: [ 'story' | 'comment' | 'share', string ][] = [
		[ 'story', __( 'Stories', 'throughline' ) ],
		[ 'comment', __( 'Comments', 'throughline' ) ],
		[ 'share', __( 'Shares', 'throughline' ) ],
	];
	return (
		<>
			<section className="tl-card">
				<div className="tl-card__head">
					<h2>
						{ __(
							'When somebody looks at a piece',
							'throughline'
						) }
					</h2>
				</div>
				<div className="tl-form">
					<Choice
						legend={ __( 'On the whole site', 'throughline' ) }
						help={ __(
							'Watched words, links, a missing consent and the works agreement make a piece wait in any case.',
							'throughline'
						) }
						value={ settings.modes.site }
						choices={ modes() }
						onChange={ ( site ) => setMode( { site } ) }
					/>
					<div className="tl-beside">
						{ kinds.map( ( [ kind, label ] ) => (
							<SelectField
								key={ kind }
								label={ label }
								value={ settings.modes[ kind ] }
								choices={ [
									{
										value: '',
										label: __(
											'As on the whole site',
											'throughline'
										),
									},
									...modes(),
								] }
								onChange={ ( mode ) =>
									setMode( {
										[ kind ]: mode as Modes[ typeof kind ],
									} )
								}
							/>
						) ) }
					</div>
				</div>
			</section>
			<Pages state={ state } />
			<Blocked state={ state } />
			<section className="tl-card">
				<div className="tl-card__head">
					<h2>{ __( 'Words', 'throughline' ) }</h2>
				</div>
				<p className="tl-quiet">
					{ __(
						'One entry a line: a word, or some words in a row. An asterisk stands for any letters, so casino* finds casinos, too. Capitals, accents and umlauts make no difference. WordPress’s own lists, under Settings and Discussion, count as well.',
						'throughline'
					) }
				</p>
				<div className="tl-form tl-beside">
					<List
						label={ __( 'Blocked words', 'throughline' ) }
						help={ __(
							'A piece with one of them is refused. Whoever wrote it is told which, and keeps the text.',
							'throughline'
						) }
						value={ words.blocked }
						onChange={ ( blocked ) =>
							state.changeWords( { blocked } )
						}
					/>
					<List
						label={ __( 'Watched words', 'throughline' ) }
						help={ __(
							'A piece with one of them waits until somebody has read it.',
							'throughline'
						) }
						value={ words.watched }
						onChange={ ( watched ) =>
							state.changeWords( { watched } )
						}
					/>
				</div>
			</section>
			<section className="tl-card">
				<div className="tl-card__head">
					<h2>{ __( 'Links', 'throughline' ) }</h2>
				</div>
				<NumberField
					label={ __( 'A piece waits from', 'throughline' ) }
					unit={ __( 'links on', 'throughline' ) }
					help={ __(
						'0: links are no reason to wait.',
						'throughline'
					) }
					value={ settings.links }
					min={ 0 }
					max={ 50 }
					onChange={ ( links ) => state.change( { links } ) }
				/>
			</section>
		</>
	);
}

interface ListProps {
	label: string;
	help: string;
	value: string;
	onChange: ( value: string ) => void;
}

function List( { label, help, value, onChange }: ListProps ) {
	const count = value.split( '\n' ).filter( ( line ) => line.trim() ).length;
	const entries = sprintf(
		/* translators: %s: number of words in a list */
		_n( '%s entry', '%s entries', count, 'throughline' ),
		count.toLocaleString( document.documentElement.lang || 'en' )
	);
	return (
		<Field label={ label } help={ `${ entries }. ${ help }` }>
			{ ( control ) => (
				<textarea
					{ ...control }
					rows={ 8 }
					spellCheck={ false }
					value={ value }
					onChange={ ( event ) => onChange( event.target.value ) }
				/>
			) }
		</Field>
	);
}

/* What somebody has pinned above dialogs in their own name, and pinning it. */
import { Button } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { Calm } from '../contract';
import { Problem, whatFailed } from '../problem';
import { useScreen } from '../screen';
import { Field } from '../settings/fields';
import type { CalmState } from './use-calm';
import { Where, whereIsWrong } from './where';
import { moment } from './words';

type Statement = Calm[ 'statements' ][ number ];

export function Statements( { state }: { state: CalmState } ) {
	const { language } = useScreen();
	const heading = useRef< HTMLHeadingElement >( null );
	const writing = useRef< HTMLTextAreaElement >( null );
	const [ address, setAddress ] = useState( '' );
	const [ text, setText ] = useState( '' );
	const [ role, setRole ] = useState( state.calm.role );
	const wrong = state.problem?.of === 'statement' ? state.problem : null;

	async function submit( event: FormEvent ) {
		event.preventDefault();
		const done = await state.pin(
			'statement',
			{ address, text, role },
			__( 'The statement is pinned.', 'throughline' )
		);
		if ( done ) {
			setAddress( '' );
			setText( '' );
		}
	}

	async function remove( { page }: Statement ) {
		const done = await state.pin(
			`unpin-${ page }`,
			{ address: page ? String( page ) : '', text: '' },
			__( 'The statement is gone.', 'throughline' )
		);
		if ( done ) {
			// The button that had the focus is gone.
			heading.current?.focus();
		}
	}

	function update( statement: Statement ) {
		setAddress( statement.page ? String( statement.page ) : '' );
		setText( statement.text );
		writing.current?.focus();
	}

	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2 ref={ heading } tabIndex={ -1 }>
					{ __( 'Statements', 'throughline' ) }
				</h2>
			</div>
			<p className="tl-quiet">
				{ __(
					'What you pin stands above the dialog, with your name, your function and the day. It stays when calm mode ends.',
					'throughline'
				) }
			</p>
			<ul className="tl-places">
				{ state.calm.statements.map( ( statement ) => (
					<li key={ statement.page }>
						<h3>
							<a href={ statement.link }>{ statement.title }</a>
						</h3>
						<p className="tl-statement" dir="auto">
							{ statement.text }
						</p>
						<p className="tl-quiet">
							{ [ statement.name, statement.role ]
								.filter( Boolean )
								.join( ', ' ) }
							{ ' · ' }
							{ moment( statement.at, language ) }
						</p>
						{ statement.may && (
							<div className="tl-acts">
								<Button
									__next40pxDefaultSize
									variant="secondary"
									onClick={ () => update( statement ) }
									aria-label={ sprintf(
										/* translators: %s: title of a page */
										__(
											'Bring it up to date: %s',
											'throughline'
										),
										statement.title
									) }
								>
									{ __(
										'Bring it up to date',
										'throughline'
									) }
								</Button>
								<Button
									__next40pxDefaultSize
									variant="tertiary"
									isDestructive
									disabled={ state.busy !== '' }
									accessibleWhenDisabled
									onClick={ () => void remove( statement ) }
									aria-label={ sprintf(
										/* translators: %s: title of a page */
										__( 'Take it away: %s', 'throughline' ),
										statement.title
									) }
								>
									{ __( 'Take it away', 'throughline' ) }
								</Button>
							</div>
						) }
					</li>
				) ) }
			</ul>
			<form
				className="tl-form"
				onSubmit={ ( event ) => void submit( event ) }
			>
				<Where
					address={ address }
					maySite={ state.calm.maySite }
					problem={ whereIsWrong( state, 'statement' ) }
					onChange={ setAddress }
				/>
				<Field label={ __( 'What you say', 'throughline' ) }>
					{ ( control ) => (
						<textarea
							{ ...control }
							ref={ writing }
							rows={ 4 }
							maxLength={ 2000 }
							value={ text }
							onChange={ ( event ) =>
								setText( event.target.value )
							}
						/>
					) }
				</Field>
				<Field
					label={ __( 'Your function', 'throughline' ) }
					help={ __(
						'As readers understand it: head of the plant, press office.',
						'throughline'
					) }
					problem={
						wrong?.field === 'role'
							? whatFailed( wrong.failure )
							: undefined
					}
				>
					{ ( control ) => (
						<input
							{ ...control }
							type="text"
							maxLength={ 190 }
							value={ role }
							onChange={ ( event ) =>
								setRole( event.target.value )
							}
						/>
					) }
				</Field>
				<Problem
					failure={ wrong && ! wrong.field ? wrong.failure : null }
				/>
				<div className="tl-acts">
					<Button
						__next40pxDefaultSize
						variant="secondary"
						type="submit"
						isBusy={ state.busy === 'statement' }
						disabled={ state.busy !== '' || ! text.trim() }
						accessibleWhenDisabled
					>
						{ __( 'Pin the statement', 'throughline' ) }
					</Button>
				</div>
			</form>
		</section>
	);
}

/* One question: who asks what since when, and what somebody of the desk does with it. */
import { Button, SelectControl, TextareaControl } from '@wordpress/components';
import { RawHTML, useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { QuestionAct, Questions } from '../contract';
import { ago, exactly } from '../moderation/time';
import { Problem } from '../problem';
import { useScreen } from '../screen';
import { WhatChanged } from './changed';

type One = Questions[ 'questions' ][ number ];
type Open = 'answer' | 'pass' | 'close' | 'draft' | 'advise' | '';

interface QuestionProps {
	question: One;
	desks: Questions[ 'desks' ];
	onChange: ( after: Questions ) => void;
}

const LABELS: Record< Exclude< Open, '' | 'close' >, () => string > = {
	answer: () => __( 'Your answer, in your own name', 'throughline' ),
	pass: () => __( 'What the other desk should know', 'throughline' ),
	draft: () => __( 'Your draft', 'throughline' ),
	advise: () => __( 'What you think of it', 'throughline' ),
};

const SEND: Record< Exclude< Open, '' >, () => string > = {
	answer: () => __( 'Answer', 'throughline' ),
	pass: () => __( 'Pass it on', 'throughline' ),
	close: () => __( 'Say what was changed', 'throughline' ),
	draft: () => __( 'Show the draft', 'throughline' ),
	advise: () => __( 'Send the note', 'throughline' ),
};

function Notes( { notes }: { notes: One[ 'notes' ] } ) {
	return (
		<>
			{ notes.map( ( { act, name, note } ) => (
				<p className="tl-questions__note" key={ act + note }>
					<strong>
						{ act === 'draft'
							? sprintf(
									/* translators: %s: somebody's name */
									__( 'A draft by %s', 'throughline' ),
									name
								)
							: name }
					</strong>{ ' ' }
					{ note }
				</p>
			) ) }
		</>
	);
}

export function Question( { question, desks, onChange }: QuestionProps ) {
	const { rest, language, now } = useScreen();
	const [ open, setOpen ] = useState< Open >( '' );
	const [ text, setText ] = useState( question.draft );
	const [ other, setOther ] = useState( '0' );
	const [ date, setDate ] = useState( '' );
	const [ link, setLink ] = useState( '' );
	const [ failure, setFailure ] = useState< unknown >( null );
	const [ isBusy, setBusy ] = useState( false );
	const form = useRef< HTMLDivElement >( null );
	const acts = useRef< HTMLDivElement >( null );
	const wasOpen = useRef< Open >( '' );
	// What was pressed is gone: on to the first field, and back to the first button.
	useEffect( () => {
		if ( open !== wasOpen.current ) {
			const [ place, what ] = open
				? [ form, 'select, textarea' ]
				: [ acts, 'button' ];
			place.current?.querySelector< HTMLElement >( what )?.focus();
		}
		wasOpen.current = open;
	}, [ open ] );
	const asked = Date.parse( question.asked );
	const people =
		desks.find( ( { id } ) => id === question.department )?.people ?? [];
	const isAdvised = question.notes.some( ( { act } ) => act === 'draft' );

	const act = ( wish: QuestionAct ) => {
		setBusy( true );
		setFailure( null );
		rest.post< Questions >( `questions/${ question.id }`, wish )
			.then( ( after ) => {
				if ( open ) {
					setOpen( '' );
					// A draft is what becomes the answer.
					setText( open === 'draft' ? text : '' );
				}
				onChange( after );
			}, setFailure )
			.finally( () => setBusy( false ) );
	};
	const send = () =>
		act( {
			act: open || 'answer',
			text,
			...( open === 'pass' && { department: Number( other ) } ),
			...( open === 'draft' && { mentor: Number( other ) } ),
			...( open === 'close' && { date, link } ),
		} );
	const button = (
		label: string,
		onClick: () => void,
		variant: 'primary' | 'secondary' | 'tertiary' = 'tertiary'
	) => (
		<Button
			variant={ variant }
			onClick={ onClick }
			aria-disabled={ isBusy }
		>
			{ label }
		</Button>
	);

	return (
		<article
			className="tl-card"
			aria-labelledby={ `question-${ question.id }` }
		>
			<div className="tl-card__head">
				<h2 id={ `question-${ question.id }` }>
					{ sprintf(
						/* translators: 1: somebody's name, 2: name of a department */
						__( '%1$s asks %2$s', 'throughline' ),
						question.name,
						question.desk
					) }
				</h2>
				<span className="tl-quiet">
					<time
						dateTime={ question.asked }
						title={ exactly( asked, language ) }
					>
						{ ago( asked, now(), language ) }
					</time>
				</span>
			</div>
			<RawHTML className="tl-questions__words">{ question.html }</RawHTML>
			<p className="tl-quiet">
				<a href={ question.link }>{ question.page }</a>
				{ question.holder && ! question.isHeld && (
					<>
						{ ' · ' }
						{ sprintf(
							/* translators: %s: somebody's name */
							__( '%s has it', 'throughline' ),
							question.holder
						) }
					</>
				) }
				{ question.isHeld &&
					' · ' + __( 'You have it', 'throughline' ) }
				{ question.promised &&
					' · ' +
						sprintf(
							/* translators: %s: a date with a time */
							__( 'Promised by %s', 'throughline' ),
							exactly( Date.parse( question.promised ), language )
						) }
			</p>
			{ question.waits.map( ( name ) => (
				<p className="tl-questions__note" key={ name }>
					{ sprintf(
						/* translators: %s: somebody's name */
						__(
							'An answer by %s waits until somebody has looked at it.',
							'throughline'
						),
						name
					) }
				</p>
			) ) }
			<Notes notes={ question.notes } />
			{ open && (
				<div className="tl-form" ref={ form }>
					{ ( open === 'pass' || open === 'draft' ) && (
						<SelectControl
							__nextHasNoMarginBottom
							__next40pxDefaultSize
							label={
								open === 'pass'
									? __( 'To which desk?', 'throughline' )
									: __( 'Who should read it?', 'throughline' )
							}
							value={ other }
							options={ [
								{
									value: '0',
									label: __( 'Please choose', 'throughline' ),
								},
								...( open === 'pass'
									? desks.filter(
											( { id } ) =>
												id !== question.department
										)
									: people
								).map( ( { id, name } ) => ( {
									value: String( id ),
									label: name,
								} ) ),
							] }
							onChange={ setOther }
						/>
					) }
					{ open === 'close' ? (
						<WhatChanged
							what={ { text, date, link } }
							onChange={ ( what ) => {
								setText( what.text );
								setDate( what.date );
								setLink( what.link );
							} }
						/>
					) : (
						<TextareaControl
							__nextHasNoMarginBottom
							label={ LABELS[ open ]() }
							rows={ open === 'pass' ? 2 : 6 }
							value={ text }
							onChange={ setText }
						/>
					) }
				</div>
			) }
			<Problem failure={ failure } />
			{ question.mayAct && (
				<div className="tl-card__foot tl-acts" ref={ acts }>
					{ open ? (
						<>
							{ button( SEND[ open ](), send, 'primary' ) }
							{ button( __( 'Back', 'throughline' ), () => {
								setOpen( '' );
								setFailure( null );
							} ) }
						</>
					) : (
						<>
							{ button(
								__( 'Answer', 'throughline' ),
								() => setOpen( 'answer' ),
								'primary'
							) }
							{ ! question.holder &&
								button(
									__( 'I take it', 'throughline' ),
									() => act( { act: 'take' } ),
									'secondary'
								) }
							{ question.isHeld &&
								button(
									__( 'Give it back', 'throughline' ),
									() => act( { act: 'give_back' } )
								) }
							{ isAdvised &&
								button(
									__( 'Say what you think', 'throughline' ),
									() => setOpen( 'advise' )
								) }
							{ people.length > 0 &&
								button(
									__( 'Show a draft first', 'throughline' ),
									() => setOpen( 'draft' )
								) }
							{ button( __( 'Pass it on', 'throughline' ), () =>
								setOpen( 'pass' )
							) }
							{ button(
								__( 'We changed something', 'throughline' ),
								() => setOpen( 'close' )
							) }
						</>
					) }
				</div>
			) }
		</article>
	);
}

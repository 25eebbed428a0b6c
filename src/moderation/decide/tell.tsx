/* An act that is told: the words its contributor reads, and the guideline that it names. */
import { Button, TextareaControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';
import type { QueuePiece } from '../../contract';
import { Choice } from '../choice';
import { useDesk } from '../context';
import { useFocusTarget } from '../focus';
import { useGuidelines } from '../guidelines';
import { useKeysOn } from '../keys-on';
import { keyOf, type Draft, type Telling } from '../store/types';
import { isAppleOS } from './platform';
import { wordsFor } from './telling';

/** As plugin/contract/new-decision.json says. */
const LONGEST = 2000;
/** From here on one wants to know how much is left. */
const LONG = 1800;

const HINT = 'tl-desk-question-hint';
const ERROR = 'tl-desk-question-error';

interface GuidelineProps {
	kind: string;
	chosen: number;
	onChoose: ( id: number ) => void;
}

/** The sentence is seen in full: a list of choices cuts it. */
function GuidelineChoice( { kind, chosen, onChoose }: GuidelineProps ) {
	const guidelines = useGuidelines( kind );
	if ( guidelines.length === 0 ) {
		return null;
	}
	const guideline = guidelines.find( ( { id } ) => id === chosen );
	return (
		<div className="tl-guideline">
			<Choice
				label={ __( 'Guideline (if one fits)', 'throughline' ) }
				value={ String( chosen ) }
				options={ [
					[ '0', __( 'None', 'throughline' ) ],
					...guidelines.map(
						( { id, sentence } ) =>
							[ String( id ), sentence ] as const
					),
				] }
				onChange={ ( id ) => onChoose( Number( id ) ) }
			/>
			{ guideline && (
				<div className="tl-guideline__told">
					<p className="tl-guideline__lead">
						{ __( 'They read this with it:', 'throughline' ) }
					</p>
					<blockquote className="tl-quote" dir="auto">
						{ guideline.sentence }
					</blockquote>
				</div>
			) }
		</div>
	);
}

interface TellProps {
	piece: QueuePiece;
	act: Telling;
	draft: Draft;
	isSending: boolean;
	onSend: () => void;
	onCancel: () => void;
}

export function Tell( {
	piece,
	act,
	draft,
	isSending,
	onSend,
	onCancel,
}: TellProps ) {
	const { store } = useDesk();
	const key = keyOf( piece.item );
	const { draft: write } = useDispatch( store );
	const field = useFocusTarget< HTMLFormElement >( 'question' );
	const [ keysOn ] = useKeysOn();
	const [ tried, setTried ] = useState( false );
	const isApple = isAppleOS();
	const words = wordsFor( act, piece );
	const { reason } = draft;
	const isEmpty = words.isNeeded && reason.trim() === '';
	const isMissing = tried && isEmpty;

	const send = () => {
		setTried( true );
		if ( isEmpty ) {
			field.current?.querySelector( 'textarea' )?.focus();
		} else {
			onSend();
		}
	};
	const press = ( event: KeyboardEvent ) => {
		if ( event.key === 'Enter' && ( event.ctrlKey || event.metaKey ) ) {
			event.preventDefault();
			send();
		} else if ( event.key === 'Escape' ) {
			event.preventDefault();
			onCancel();
		}
	};

	return (
		// eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of its fields.
		<form
			className={ `tl-question is-${ act }` }
			ref={ field }
			noValidate
			onKeyDown={ press }
			onSubmit={ ( event ) => {
				event.preventDefault();
				send();
			} }
		>
			<TextareaControl
				__nextHasNoMarginBottom
				label={ words.label }
				value={ reason }
				onChange={ ( next ) => write( key, { reason: next } ) }
				rows={ 5 }
				maxLength={ LONGEST }
				required={ words.isNeeded }
				dir="auto"
				aria-invalid={ isMissing }
				aria-describedby={ isMissing ? `${ ERROR } ${ HINT }` : HINT }
			/>
			{ isMissing && (
				<p className="tl-question__error" id={ ERROR } role="alert">
					{ words.missing }
				</p>
			) }
			<p className="tl-question__hint" id={ HINT }>
				{ reason.length > LONG
					? sprintf(
							/* translators: %d: number of characters. */
							__( '%d characters left.', 'throughline' ),
							LONGEST - reason.length
						)
					: words.hint }
			</p>
			{ act !== 'keep' && (
				<GuidelineChoice
					kind={ piece.item.kind }
					chosen={ draft.guideline }
					onChoose={ ( guideline ) => write( key, { guideline } ) }
				/>
			) }
			<div className="tl-question__acts">
				<Button
					__next40pxDefaultSize
					accessibleWhenDisabled
					className="tl-act"
					variant="primary"
					isDestructive={ act === 'remove' }
					type="submit"
					isBusy={ isSending }
					disabled={ isSending }
					aria-keyshortcuts={
						isApple ? 'Meta+Enter' : 'Control+Enter'
					}
				>
					<span className="tl-act__label">{ words.send }</span>
					{ keysOn && (
						<kbd className="tl-key" aria-hidden="true">
							{ isApple
								? '⌘'
								: /* translators: as it stands on the key, "Strg" in German. */
									__( 'Ctrl', 'throughline' ) }
							{ ' ⏎' }
						</kbd>
					) }
				</Button>
				<Button
					__next40pxDefaultSize
					accessibleWhenDisabled
					className="tl-act"
					variant="tertiary"
					onClick={ onCancel }
					disabled={ isSending }
				>
					<span className="tl-act__label">
						{ __( 'Not now', 'throughline' ) }
					</span>
					{ keysOn && (
						<kbd className="tl-key" aria-hidden="true">
							{ __( 'Esc', 'throughline' ) }
						</kbd>
					) }
				</Button>
			</div>
		</form>
	);
}

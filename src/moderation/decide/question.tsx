/* Returning a piece: the question to its contributor, in one field. */
import { Button, TextareaControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { isAppleOS } from './platform';
import type { KeyboardEvent } from 'react';
import { useFocusTarget } from '../focus';
import { useKeysOn } from '../keys-on';

/** As plugin/contract/new-decision.json says. */
const LONGEST = 2000;
/** From here on one wants to know how much is left. */
const LONG = 1800;

const HINT = 'tl-desk-question-hint';
const ERROR = 'tl-desk-question-error';

interface QuestionProps {
	to: string;
	reason: string;
	isSending: boolean;
	onChange: ( reason: string ) => void;
	onSend: () => void;
	onCancel: () => void;
}

export function Question( {
	to,
	reason,
	isSending,
	onChange,
	onSend,
	onCancel,
}: QuestionProps ) {
	const field = useFocusTarget< HTMLFormElement >( 'question' );
	const [ keysOn ] = useKeysOn();
	const [ tried, setTried ] = useState( false );
	const isMissing = tried && reason.trim() === '';
	const left = LONGEST - reason.length;

	const send = () => {
		setTried( true );
		if ( reason.trim() !== '' ) {
			onSend();
		} else {
			field.current?.querySelector( 'textarea' )?.focus();
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
		<form
			className="tl-question"
			ref={ field }
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				send();
			} }
		>
			<TextareaControl
				__nextHasNoMarginBottom
				label={ sprintf(
					/* translators: %s: a person's name. */
					__( 'Your question to %s', 'throughline' ),
					to
				) }
				value={ reason }
				onChange={ onChange }
				onKeyDown={ press }
				rows={ 5 }
				maxLength={ LONGEST }
				required
				dir="auto"
				aria-invalid={ isMissing }
				aria-describedby={ isMissing ? `${ ERROR } ${ HINT }` : HINT }
			/>
			{ isMissing && (
				<p className="tl-question__error" id={ ERROR } role="alert">
					{ __(
						'Write a sentence or two first: what should change, or what do you want to know?',
						'throughline'
					) }
				</p>
			) }
			<p className="tl-question__hint" id={ HINT }>
				{ reason.length > LONG
					? sprintf(
							/* translators: %d: number of characters. */
							__( '%d characters left.', 'throughline' ),
							left
						)
					: __(
							'They read exactly this. It stays out of sight for visitors until you publish it.',
							'throughline'
						) }
			</p>
			<div className="tl-question__acts">
				<Button
					__next40pxDefaultSize
					accessibleWhenDisabled
					className="tl-act"
					variant="primary"
					type="submit"
					isBusy={ isSending }
					disabled={ isSending }
					aria-keyshortcuts={
						isAppleOS() ? 'Meta+Enter' : 'Control+Enter'
					}
				>
					<span className="tl-act__label">
						{ __( 'Return with this question', 'throughline' ) }
					</span>
					{ keysOn && (
						<kbd className="tl-key" aria-hidden="true">
							{ isAppleOS()
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

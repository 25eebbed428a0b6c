/* What moderators tell each other about a piece. Contributors never see it. */
import { Button, TextareaControl } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { QueuePiece } from '../../contract';
import { useDesk } from '../context';
import { Initials } from '../initials';
import { Ago } from '../moment';
import { Part } from '../part';
import { Problem } from '../problem';
import { keyOf, type Draft, type Failure } from '../store/types';

interface NotesProps {
	piece: QueuePiece;
	draft: Draft;
}

export function Notes( { piece, draft }: NotesProps ) {
	const { store } = useDesk();
	const { draft: write, addNote } = useDispatch( store );
	const [ failure, setFailure ] = useState< Failure | null >( null );
	const [ isSending, setSending ] = useState( false );
	const key = keyOf( piece.item );
	const isEmpty = draft.note.trim() === '';

	const send = async () => {
		if ( isEmpty || isSending ) {
			return;
		}
		setSending( true );
		const failed = await addNote( key );
		setSending( false );
		setFailure( failed );
		if ( ! failed ) {
			speak( __( 'The note is kept.', 'throughline' ) );
		}
	};
	return (
		<Part id="notes" title={ __( 'Notes to colleagues', 'throughline' ) }>
			{ piece.notes.length > 0 && (
				<ul className="tl-notes">
					{ piece.notes.map( ( { by, text, at } ) => (
						<li key={ at + text } className="tl-note">
							<Initials person={ by } className="tl-note__face" />
							<div>
								<p className="tl-note__by">
									<bdi>{ by.name }</bdi>
									{ ' · ' }
									<Ago since={ at } />
								</p>
								<p className="tl-note__text" dir="auto">
									{ text }
								</p>
							</div>
						</li>
					) ) }
				</ul>
			) }
			<form
				className="tl-notes__form"
				onSubmit={ ( event ) => {
					event.preventDefault();
					void send();
				} }
			>
				<TextareaControl
					__nextHasNoMarginBottom
					hideLabelFromVision
					label={ __( 'A note to colleagues', 'throughline' ) }
					placeholder={ __(
						'Only moderators read this.',
						'throughline'
					) }
					value={ draft.note }
					onChange={ ( note ) => write( key, { note } ) }
					onKeyDown={ ( event ) => {
						if (
							event.key === 'Enter' &&
							( event.ctrlKey || event.metaKey )
						) {
							event.preventDefault();
							void send();
						}
					} }
					rows={ 2 }
					maxLength={ 2000 }
					dir="auto"
				/>
				{ failure && <Problem failure={ failure } /> }
				{ ! isEmpty && (
					<Button
						__next40pxDefaultSize
						accessibleWhenDisabled
						variant="secondary"
						type="submit"
						isBusy={ isSending }
						disabled={ isSending }
					>
						{ __( 'Leave this note', 'throughline' ) }
					</Button>
				) }
			</form>
		</Part>
	);
}

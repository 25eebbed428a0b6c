/* Mending words: title, text and alternative texts, with what the contributor will see changed. */
import { Button, TextareaControl, TextControl } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';
import type { Content, QueuePiece } from '../../contract';
import { useDesk } from '../context';
import { Difference } from '../difference';
import { useFocusTarget } from '../focus';
import { Part } from '../part';
import { keyOf } from '../store/types';
import { isSame } from '../versions';
import { Photo } from './photo';

interface CorrectionProps {
	piece: QueuePiece;
	correction: Content;
	isSending: boolean;
	onSend: () => void;
	onCancel: () => void;
}

export function Correction( {
	piece,
	correction,
	isSending,
	onSend,
	onCancel,
}: CorrectionProps ) {
	const { store } = useDesk();
	const { draft } = useDispatch( store );
	const form = useFocusTarget< HTMLFormElement >( 'correction' );
	const write = ( changed: Partial< Content > ) =>
		draft( keyOf( piece.item ), {
			correction: { ...correction, ...changed },
		} );
	const isChanged = ! isSame( piece.content, correction );
	const press = ( event: KeyboardEvent ) => {
		if (
			event.key === 'Enter' &&
			( event.ctrlKey || event.metaKey ) &&
			isChanged
		) {
			event.preventDefault();
			onSend();
		} else if ( event.key === 'Escape' ) {
			event.preventDefault();
			onCancel();
		}
	};
	return (
		// eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of its fields.
		<form
			className="tl-correction"
			ref={ form }
			onKeyDown={ press }
			onSubmit={ ( event ) => {
				event.preventDefault();
				onSend();
			} }
		>
			{ piece.content.title !== '' && (
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Title', 'throughline' ) }
					value={ correction.title }
					maxLength={ 200 }
					dir="auto"
					onChange={ ( title ) => write( { title } ) }
				/>
			) }
			<TextareaControl
				__nextHasNoMarginBottom
				className="tl-correction__text"
				label={ __( 'Text', 'throughline' ) }
				value={ correction.text }
				maxLength={ 10000 }
				rows={ 8 }
				dir="auto"
				onChange={ ( text ) => write( { text } ) }
			/>
			{ correction.photos.map( ( photo, index ) => (
				<div key={ photo.id } className="tl-correction__photo">
					<Photo photo={ photo } />
					<TextareaControl
						__nextHasNoMarginBottom
						label={ sprintf(
							/* translators: %d: number of a photo in a piece, from 1. */
							__( 'Alternative text of photo %d', 'throughline' ),
							index + 1
						) }
						value={ photo.alt }
						maxLength={ 1000 }
						rows={ 2 }
						dir="auto"
						onChange={ ( alt ) =>
							write( {
								photos: correction.photos.map( ( other ) =>
									other.id === photo.id
										? { ...other, alt }
										: other
								),
							} )
						}
					/>
				</div>
			) ) }
			{ isChanged && (
				<Part
					id="correction"
					title={ sprintf(
						/* translators: %s: a person's name. */
						__( 'What %s will see', 'throughline' ),
						piece.item.contributor.name
					) }
				>
					<Difference before={ piece.content } after={ correction } />
				</Part>
			) }
			<p className="tl-correction__hint">
				{ __(
					'For spelling and alternative texts. They see what you changed and can take it back.',
					'throughline'
				) }
			</p>
			<div className="tl-correction__acts">
				<Button
					__next40pxDefaultSize
					accessibleWhenDisabled
					className="tl-act"
					variant="primary"
					type="submit"
					isBusy={ isSending }
					disabled={ isSending || ! isChanged }
				>
					{ __( 'Save the correction', 'throughline' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					className="tl-act"
					variant="tertiary"
					onClick={ onCancel }
					disabled={ isSending }
				>
					{ __( 'Not now', 'throughline' ) }
				</Button>
			</div>
		</form>
	);
}

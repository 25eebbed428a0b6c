/* The photos with the words for those who don't see them, and whether visitors see them at all. */
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { QueuePiece } from '../../contract';
import { Part } from '../part';
import { hiddenPhotos } from '../versions';
import { Photo } from './photo';

function actOn( number: number, isHidden: boolean ): string {
	return isHidden
		? sprintf(
				/* translators: %d: number of a photo in a piece, from 1. */
				__( 'Show photo %d again', 'throughline' ),
				number
			)
		: sprintf(
				/* translators: %d: number of a photo in a piece, from 1. */
				__( 'Hide photo %d…', 'throughline' ),
				number
			);
}

interface PhotosProps {
	piece: QueuePiece;
	mayHide: boolean;
	onHide: ( photo: number ) => void;
	onShow: ( photo: number ) => void;
}

export function Photos( { piece, mayHide, onHide, onShow }: PhotosProps ) {
	const { photos } = piece.content;
	if ( photos.length === 0 ) {
		return null;
	}
	const hidden = hiddenPhotos( piece.history );
	return (
		<Part
			id="photos"
			className="tl-photos"
			title={ __( 'Alternative texts', 'throughline' ) }
		>
			<ol className="tl-photos__list">
				{ photos.map( ( photo, index ) => {
					const isHidden = hidden.has( photo.id );
					return (
						<li key={ photo.id } className="tl-photos__photo">
							<Photo photo={ photo } />
							<div className="tl-photos__words">
								<p
									dir="auto"
									className={ photo.alt ? '' : 'is-missing' }
								>
									{ photo.alt ||
										__(
											'None yet: you can write it.',
											'throughline'
										) }
								</p>
								{ isHidden && (
									<p className="tl-photos__hidden">
										{ __(
											'Visitors don’t see this photo.',
											'throughline'
										) }
									</p>
								) }
								{ mayHide && (
									<Button
										variant="link"
										className="tl-photos__act"
										onClick={ () =>
											isHidden
												? onShow( photo.id )
												: onHide( photo.id )
										}
									>
										{ actOn( index + 1, isHidden ) }
									</Button>
								) }
							</div>
						</li>
					);
				} ) }
			</ol>
		</Part>
	);
}

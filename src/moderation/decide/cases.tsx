/* Reports and objections that wait for an answer: what somebody said, and about which photo. */
import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Case, QueuePiece } from '../../contract';
import { Ago } from '../moment';
import { Part } from '../part';
import { Photo } from '../piece/photo';
import { hiddenPhotos } from '../versions';

function titleFor( cases: Case[] ): string {
	const isReport = cases.some( ( { what } ) => what === 'report' );
	const isAppeal = cases.some( ( { what } ) => what === 'appeal' );
	if ( isReport && isAppeal ) {
		return __( 'Reports and objections', 'throughline' );
	}
	return isAppeal
		? _n( 'Objection', 'Objections', cases.length, 'throughline' )
		: _n( 'Report', 'Reports', cases.length, 'throughline' );
}

function whereItIs( number: number, isHidden: boolean ): string {
	return isHidden
		? sprintf(
				/* translators: %d: number of a photo in a piece, from 1. */
				__(
					'Photo %d. Nobody sees it until you decide.',
					'throughline'
				),
				number
			)
		: sprintf(
				/* translators: %d: number of a photo in a piece, from 1. */
				__( 'Photo %d. Everybody can see it.', 'throughline' ),
				number
			);
}

interface CasesProps {
	piece: QueuePiece;
	isSending: boolean;
	onHide: ( photo: number ) => void;
	onShow: ( photo: number ) => void;
}

export function Cases( { piece, isSending, onHide, onShow }: CasesProps ) {
	const { cases, content, history } = piece;
	if ( cases.length === 0 ) {
		return null;
	}
	const hidden = hiddenPhotos( history );
	return (
		<Part id="cases" title={ titleFor( cases ) }>
			<ul className="tl-cases">
				{ cases.map( ( one ) => {
					const at = content.photos.findIndex(
						( { id } ) => id === one.photo
					);
					const photo = content.photos[ at ];
					return (
						<li key={ one.id } className="tl-case">
							<strong className="tl-case__ground" dir="auto">
								{ one.ground }
							</strong>
							{ one.explanation && (
								<blockquote className="tl-quote" dir="auto">
									{ one.explanation }
								</blockquote>
							) }
							<p className="tl-case__by">
								<bdi>
									{ one.by ||
										__( 'Without a name', 'throughline' ) }
								</bdi>
								{ ' · ' }
								<Ago since={ one.at } />
							</p>
							{ one.obstacle && (
								<p className="tl-case__by">
									<strong>{ one.obstacle }</strong>
								</p>
							) }
							{ photo && (
								<div className="tl-case__photo">
									<Photo photo={ photo } />
									<div>
										<p>
											{ whereItIs(
												at + 1,
												hidden.has( photo.id )
											) }
										</p>
										<div className="tl-case__acts">
											<Button
												__next40pxDefaultSize
												variant="secondary"
												disabled={ isSending }
												onClick={ () =>
													onHide( photo.id )
												}
											>
												{ hidden.has( photo.id )
													? __(
															'Keep it hidden…',
															'throughline'
														)
													: __(
															'Hide it…',
															'throughline'
														) }
											</Button>
											{ hidden.has( photo.id ) && (
												<Button
													__next40pxDefaultSize
													variant="secondary"
													disabled={ isSending }
													onClick={ () =>
														onShow( photo.id )
													}
												>
													{ __(
														'Show it again',
														'throughline'
													) }
												</Button>
											) }
										</div>
									</div>
								</div>
							) }
						</li>
					);
				} ) }
			</ul>
		</Part>
	);
}

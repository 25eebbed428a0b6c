/* One piece of the grid: all of its words and photos, ticked or not, and what became of it. */
import { Button, CheckboxControl } from '@wordpress/components';
import { useSelect } from '@wordpress/data';
import { useLayoutEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { useDesk } from '../context';
import { Initials } from '../initials';
import { nameOf } from '../list/row';
import { Ago } from '../moment';
import { Photo } from '../piece/photo';
import { hasItOpen, whatFailed } from '../sentences';
import type { Failure, PieceKey } from '../store/types';

interface CardProps {
	piece: PieceKey;
	isTicked: boolean;
	isSending: boolean;
	isPublished: boolean;
	failure: Failure | undefined;
	/** Nothing can be ticked while others are on their way. */
	isFixed: boolean;
	onTick: ( isTicked: boolean ) => void;
	onOpen: () => void;
}

/** Cut to some lines, and told in full on demand. */
function Text( { text }: { text: string } ) {
	const [ isOpen, setOpen ] = useState( false );
	const [ isCut, setCut ] = useState( false );
	const place = useRef< HTMLParagraphElement >( null );
	useLayoutEffect( () => {
		const shown = place.current;
		setCut(
			! isOpen && !! shown && shown.scrollHeight > shown.clientHeight + 1
		);
	}, [ text, isOpen ] );
	return (
		<>
			<p
				ref={ place }
				className={ `tl-card__text ${ isOpen ? 'is-open' : '' }` }
				dir="auto"
			>
				{ text }
			</p>
			{ isCut && (
				<Button
					variant="link"
					className="tl-card__more"
					onClick={ () => setOpen( true ) }
				>
					{ __( 'Read all of it', 'throughline' ) }
				</Button>
			) }
		</>
	);
}

function Outcome( {
	isSending,
	isPublished,
	failure,
}: Pick< CardProps, 'isSending' | 'isPublished' | 'failure' > ) {
	if ( failure ) {
		return (
			<p className="tl-card__outcome is-bad">{ whatFailed( failure ) }</p>
		);
	}
	if ( isPublished ) {
		return (
			<p className="tl-card__outcome is-good">
				<span aria-hidden="true">✓ </span>
				{ __( 'Published', 'throughline' ) }
			</p>
		);
	}
	return isSending ? (
		<p className="tl-card__outcome">
			{ __( 'Publishing…', 'throughline' ) }
		</p>
	) : null;
}

export function Card( {
	piece: key,
	isTicked,
	isSending,
	isPublished,
	failure,
	isFixed,
	onTick,
	onOpen,
}: CardProps ) {
	const { store } = useDesk();
	const item = useSelect(
		( select ) => select( store ).getItem( key ),
		[ store, key ]
	);
	// Reading it asks for it: nobody publishes half a text.
	const piece = useSelect(
		( select ) => select( store ).getPiece( key )?.piece ?? null,
		[ store, key ]
	);
	if ( ! item ) {
		return null;
	}
	const name = nameOf( item );
	const photos = piece?.content.photos ?? [];
	return (
		<li
			className={ `tl-card ${ isTicked ? 'is-ticked' : '' } ${
				isPublished ? 'is-done' : ''
			}` }
		>
			<div className="tl-card__head">
				<CheckboxControl
					__nextHasNoMarginBottom
					className="tl-card__tick"
					label={ name }
					checked={ isPublished || isTicked }
					disabled={ isFixed || isPublished }
					onChange={ onTick }
				/>
			</div>
			{ photos.length > 0 && (
				<ul className="tl-card__photos">
					{ photos.map( ( photo ) => (
						<li key={ photo.id }>
							<Photo photo={ photo } />
							<span className="screen-reader-text" dir="auto">
								{ photo.alt }
							</span>
						</li>
					) ) }
				</ul>
			) }
			<Text text={ piece?.content.text ?? item.excerpt } />
			<p className="tl-card__by">
				<Initials
					person={ item.contributor }
					className="tl-card__face"
				/>
				<span>
					<bdi>{ item.contributor.name }</bdi>
					{ item.department && (
						<>
							{ ' · ' }
							<bdi>{ item.department }</bdi>
						</>
					) }
					{ ' · ' }
					<Ago since={ item.since } />
				</span>
			</p>
			{ item.claim && ! item.claim.mine && (
				<p className="tl-card__outcome">
					{ hasItOpen( item.claim.by ) }
				</p>
			) }
			<Outcome
				isSending={ isSending }
				isPublished={ isPublished }
				failure={ failure }
			/>
			{ ! isPublished && (
				<Button
					variant="link"
					className="tl-card__open"
					disabled={ isFixed }
					onClick={ onOpen }
					aria-label={ sprintf(
						/* translators: %s: title of a piece. */
						__( 'Look at it by itself: %s', 'throughline' ),
						name
					) }
				>
					{ __( 'Look at it by itself', 'throughline' ) }
				</Button>
			) }
		</li>
	);
}

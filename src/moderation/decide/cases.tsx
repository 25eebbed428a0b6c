/* Reports and objections that wait for an answer: what somebody said, about which photo, or against which decision. */
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Case, QueuePiece } from '../../contract';
import { Ago } from '../moment';
import { Part } from '../part';
import { Photo } from '../piece/photo';
import { whatHappened } from '../sentences';

/** Who reports a thing a hundred times hides the acts below it. */
const SHOWN = 3;

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

interface ActsOnPhoto {
	isSending: boolean;
	onHide: ( photo: number ) => void;
	onShow: ( photo: number ) => void;
}

interface CaseProps extends ActsOnPhoto {
	one: Case;
	piece: QueuePiece;
}

/** The photo that is meant, and the two things that can be done with it. */
function Meant( { one, piece, isSending, onHide, onShow }: CaseProps ) {
	const { photo: id, hidden, obstacle } = one;
	if ( id === null ) {
		return null;
	}
	const photo = piece.content.photos.find( ( other ) => other.id === id );
	return (
		<div className="tl-case__photo">
			<Photo photo={ photo ?? { id, alt: '' } } />
			<div>
				<p>
					{ hidden
						? __(
								'Nobody sees it until you decide.',
								'throughline'
							)
						: __( 'Everybody can see it.', 'throughline' ) }
				</p>
				{ photo && ! obstacle && (
					<div className="tl-case__acts">
						<Button
							__next40pxDefaultSize
							variant="secondary"
							disabled={ isSending }
							onClick={ () => onHide( id ) }
						>
							{ hidden
								? __( 'Keep it hidden…', 'throughline' )
								: __( 'Hide it…', 'throughline' ) }
						</Button>
						{ hidden && (
							<Button
								__next40pxDefaultSize
								variant="secondary"
								disabled={ isSending }
								onClick={ () => onShow( id ) }
							>
								{ __( 'Show it again', 'throughline' ) }
							</Button>
						) }
					</div>
				) }
			</div>
		</div>
	);
}

function Card( props: CaseProps ) {
	const { one, piece } = props;
	const against = piece.history.find(
		( { version } ) => version === one.against
	);
	return (
		<li className="tl-case">
			<strong className="tl-case__ground" dir="auto">
				{ one.urgent && (
					<>
						<span aria-hidden="true">! </span>
						<span className="screen-reader-text">
							{ __( 'Urgent:', 'throughline' ) }{ ' ' }
						</span>
					</>
				) }
				{ one.ground }
			</strong>
			{ one.explanation && (
				<blockquote className="tl-quote" dir="auto">
					{ one.explanation }
				</blockquote>
			) }
			<p className="tl-case__by">
				<bdi>{ one.by || __( 'Without a name', 'throughline' ) }</bdi>
				{ ' · ' }
				<Ago since={ one.at } />
			</p>
			{ against && (
				<p className="tl-case__against">
					{ sprintf(
						/* translators: %s: what was decided, as a sentence: "Petra removed this." */
						__( 'Against: %s', 'throughline' ),
						whatHappened( against )
					) }{ ' ' }
					<bdi>{ against.reason }</bdi>
				</p>
			) }
			<Meant { ...props } />
			{ one.obstacle && (
				<p className="tl-case__obstacle">{ one.obstacle }</p>
			) }
		</li>
	);
}

interface CasesProps extends ActsOnPhoto {
	piece: QueuePiece;
}

export function Cases( { piece, ...acts }: CasesProps ) {
	const [ all, setAll ] = useState( false );
	const { cases } = piece;
	if ( cases.length === 0 ) {
		return null;
	}
	return (
		<Part id="cases" title={ titleFor( cases ) }>
			<ul className="tl-cases">
				{ cases.slice( 0, all ? cases.length : SHOWN ).map( ( one ) => (
					<Card
						key={ `${ one.what }-${ one.id }` }
						one={ one }
						piece={ piece }
						{ ...acts }
					/>
				) ) }
			</ul>
			{ ! all && cases.length > SHOWN && (
				<Button
					__next40pxDefaultSize
					variant="link"
					onClick={ () => setAll( true ) }
				>
					{ __( 'Show everything', 'throughline' ) }
				</Button>
			) }
		</Part>
	);
}

/* What changed between two versions of a piece: title, text, photos and their alternative texts. */
import { useMemo } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Content } from '../contract';
import { compare, excerpted, type Part } from './diff';
import { Photo } from './piece/photo';

/** Said to those who don't see the line through it, or below it. */
function Mark( { part }: { part: Part } ) {
	switch ( part.change ) {
		case 'gone':
			return (
				<del>
					<span className="screen-reader-text">
						{ __( 'removed:', 'throughline' ) }{ ' ' }
					</span>
					{ part.text }
				</del>
			);
		case 'new':
			return (
				<ins>
					<span className="screen-reader-text">
						{ __( 'added:', 'throughline' ) }{ ' ' }
					</span>
					{ part.text }
				</ins>
			);
		case 'same':
			return <span>{ part.text }</span>;
	}
}

interface TextProps {
	before: string;
	after: string;
	name: string;
}

function Words( { before, after, name }: TextProps ) {
	const parts = useMemo(
		() => excerpted( compare( before, after ) ),
		[ before, after ]
	);
	if ( before === after ) {
		return null;
	}
	return (
		<div className="tl-difference__words">
			<dt>{ name }</dt>
			<dd dir="auto">
				{ parts.map( ( part, index ) => (
					<Mark key={ index } part={ part } />
				) ) }
			</dd>
		</div>
	);
}

interface DifferenceProps {
	before: Content;
	after: Content;
}

export function Difference( { before, after }: DifferenceProps ) {
	const had = new Map( before.photos.map( ( one ) => [ one.id, one ] ) );
	const has = new Set( after.photos.map( ( { id } ) => id ) );
	const kept = after.photos.filter( ( { id } ) => had.has( id ) );
	const isReordered =
		before.photos
			.filter( ( { id } ) => has.has( id ) )
			.map( ( { id } ) => id )
			.join() !== kept.map( ( { id } ) => id ).join();
	const number = ( id: number ) =>
		after.photos.findIndex( ( one ) => one.id === id ) + 1;
	return (
		<dl className="tl-difference">
			<Words
				name={ __( 'Title', 'throughline' ) }
				before={ before.title }
				after={ after.title }
			/>
			<Words
				name={ __( 'Text', 'throughline' ) }
				before={ before.text }
				after={ after.text }
			/>
			{ kept.map( ( { id, alt } ) => (
				<Words
					key={ id }
					name={ sprintf(
						/* translators: %d: number of a photo in a piece, from 1. */
						__( 'Alternative text of photo %d', 'throughline' ),
						number( id )
					) }
					before={ had.get( id )?.alt ?? '' }
					after={ alt }
				/>
			) ) }
			{ after.photos
				.filter( ( { id } ) => ! had.has( id ) )
				.map( ( photo ) => (
					<div key={ photo.id } className="tl-difference__photo">
						<dt>{ __( 'Photo added', 'throughline' ) }</dt>
						<dd>
							<Photo photo={ photo } />
							<ins dir="auto">{ photo.alt }</ins>
						</dd>
					</div>
				) ) }
			{ before.photos
				.filter( ( { id } ) => ! has.has( id ) )
				.map( ( photo ) => (
					<div key={ photo.id } className="tl-difference__photo">
						<dt>{ __( 'Photo taken away', 'throughline' ) }</dt>
						<dd>
							<Photo photo={ photo } />
							<del dir="auto">{ photo.alt }</del>
						</dd>
					</div>
				) ) }
			{ isReordered && (
				<div>
					<dt>{ __( 'Photos', 'throughline' ) }</dt>
					<dd>
						{ __( 'They stand in another order.', 'throughline' ) }
					</dd>
				</div>
			) }
		</dl>
	);
}

/* What the next edition changes, as those see it who write it and those who must agree. */
import { __ } from '@wordpress/i18n';
import type { GuidelineText } from '../contract';
import {
	compare,
	isElsewhere,
	pieces,
	TEXTS,
	watchesElse,
	type Change,
} from './compare';
import { toneName } from './words';

function Words( { before, after }: { before: string; after: string } ) {
	return (
		<>
			{ pieces( before, after ).map( ( { what, text }, place ) => {
				if ( what === 'same' ) {
					return <span key={ place }>{ text }</span>;
				}
				return what === 'gone' ? (
					<del key={ place }>{ text }</del>
				) : (
					<ins key={ place }>{ text }</ins>
				);
			} ) }
		</>
	);
}

const names = () => ( {
	new: __( 'New', 'throughline' ),
	changed: __( 'Changed', 'throughline' ),
	gone: __( 'Dropped', 'throughline' ),
} );

const LOOK = { new: 'is-good', changed: 'is-warning', gone: 'is-bad' };

function One( { change }: { change: Change } ) {
	const { what, before, after } = change;
	const name = names()[ what ];
	const shown = after ?? before!;
	return (
		<li>
			<span className={ `tl-tag ${ LOOK[ what ] }` }>{ name }</span>
			<div>
				{ what === 'changed' ? (
					TEXTS.filter(
						( text ) =>
							text === 'sentence' ||
							before![ text ] !== after![ text ]
					).map( ( text ) => (
						<p key={ text }>
							<Words
								before={ before![ text ] }
								after={ after![ text ] }
							/>
						</p>
					) )
				) : (
					<p>
						{ shown.sentence ||
							__( 'Not written yet.', 'throughline' ) }
					</p>
				) }
				{ before && after && before.tone !== after.tone && (
					<p className="tl-quiet">
						{ __( 'Now stands under:', 'throughline' ) }{ ' ' }
						{ toneName( after.tone ) }
					</p>
				) }
				{ before && after && isElsewhere( before, after ) && (
					<p className="tl-quiet">
						{ __(
							'It is for other pieces or departments than before.',
							'throughline'
						) }
					</p>
				) }
				{ before && after && watchesElse( before, after ) && (
					<p className="tl-quiet">
						{ __( 'Other words bring it to mind.', 'throughline' ) }
					</p>
				) }
			</div>
		</li>
	);
}

interface ChangesProps {
	before: GuidelineText[];
	after: GuidelineText[];
}

export function Changes( { before, after }: ChangesProps ) {
	const { changes, isReordered } = compare( before, after );
	return changes.length > 0 || isReordered ? (
		<ul className="tl-guidelines__changes">
			{ changes.map( ( change ) => (
				<One key={ change.lineage } change={ change } />
			) ) }
			{ isReordered && (
				<li>
					<span className="tl-tag">
						{ __( 'Order', 'throughline' ) }
					</span>
					<div>
						<p>
							{ __(
								'They stand in another order than before.',
								'throughline'
							) }
						</p>
					</div>
				</li>
			) }
		</ul>
	) : (
		<p className="tl-quiet">
			{ __( 'Nothing yet: it says what is in force.', 'throughline' ) }
		</p>
	);
}

/* What happened to the piece so far, when, and what it changed. */
import { useState } from '@wordpress/element';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Decision, Guideline } from '../../contract';
import { Difference } from '../difference';
import { useGuidelines } from '../guidelines';
import { Ago } from '../moment';
import { Part } from '../part';
import { whatHappened } from '../sentences';
import { changesOf, type Change } from '../versions';

const SHOWN = 3;

interface EntryProps {
	decision: Decision;
	contributor: string;
	change: Change | undefined;
	guideline: Guideline | undefined;
}

function Entry( { decision, contributor, change, guideline }: EntryProps ) {
	return (
		<li>
			{ whatHappened( decision, contributor ) }{ ' ' }
			<span className="tl-history__when">
				<Ago since={ decision.at } />
			</span>
			{ ( decision.reason || guideline ) && (
				<blockquote className="tl-quote" dir="auto">
					{ decision.reason }
					{ guideline && (
						<span className="tl-quote__source">
							{ guideline.sentence }
						</span>
					) }
				</blockquote>
			) }
			{ change && (
				<details className="tl-history__change">
					<summary>{ __( 'What changed', 'throughline' ) }</summary>
					<Difference
						before={ change.before }
						after={ change.after }
					/>
				</details>
			) }
		</li>
	);
}

interface HistoryProps {
	decisions: Decision[];
	/** Name of whoever made the piece. */
	contributor: string;
	/** Address of the page with all of it. */
	page: string;
}

/** Newest first; old ones on demand. */
export function History( { decisions, contributor, page }: HistoryProps ) {
	const [ all, setAll ] = useState( false );
	const guidelines = useGuidelines( decisions[ 0 ]?.kind ?? '' );
	const changes = changesOf( decisions );
	const newest = [ ...decisions ].reverse();
	return (
		<Part id="history" title={ __( 'What happened', 'throughline' ) }>
			<ol className="tl-history" reversed>
				{ newest
					.slice( 0, all ? newest.length : SHOWN )
					.map( ( decision ) => (
						<Entry
							key={ decision.version }
							decision={ decision }
							contributor={ contributor }
							change={ changes.get( decision.version ) }
							guideline={ guidelines.find(
								( { id } ) => id === decision.guideline
							) }
						/>
					) ) }
			</ol>
			<div className="tl-history__more">
				{ ! all && newest.length > SHOWN && (
					<Button
						__next40pxDefaultSize
						variant="link"
						onClick={ () => setAll( true ) }
					>
						{ __( 'Show everything', 'throughline' ) }
					</Button>
				) }
				<Button __next40pxDefaultSize variant="link" href={ page }>
					{ __( 'The whole history', 'throughline' ) }
				</Button>
			</div>
		</Part>
	);
}

/* Writing the next edition: its dos and don'ts, what changes by them, and how it comes into force. */
import { speak } from '@wordpress/a11y';
import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { useState } from '@wordpress/element';
import type { Edition, Editions } from '../contract';
import { whatFailed } from '../problem';
import { RestError } from '../rest';
import { useScreen } from '../screen';
import { Changes } from './changes';
import { Group } from './group';
import { Settle } from './settle';
import { useDraft, type DraftState } from './use-draft';

interface DraftEditorProps {
	edition: Edition;
	current: Edition | undefined;
	onSaved: ( editions: Editions ) => void;
	onDone: ( editions: Editions ) => void;
}

/** What the server has after somebody else changed it begins the editor anew. */
export function DraftEditor( props: DraftEditorProps ) {
	const [ begun, setBegun ] = useState( 0 );
	return (
		<Editor
			key={ begun }
			{ ...props }
			onReload={ ( editions ) => {
				props.onDone( editions );
				setBegun( begun + 1 );
			} }
		/>
	);
}

function Editor( {
	edition,
	current,
	onSaved,
	onDone,
	onReload,
}: DraftEditorProps & { onReload: ( editions: Editions ) => void } ) {
	const { rest } = useScreen();
	const state = useDraft( edition, rest, onSaved );
	const { draft, change } = state;
	const wishes = edition.asked.filter( ( { note } ) => note );
	return (
		<>
			{ wishes.map( ( { id, person, note } ) => (
				<Notice
					key={ id }
					className="tl-notice"
					status="warning"
					isDismissible={ false }
				>
					<p>
						{ sprintf(
							/* translators: %s: name of a colleague. */
							__( '%s would like a change:', 'throughline' ),
							person.name
						) }
					</p>
					<blockquote>{ note }</blockquote>
				</Notice>
			) ) }
			<Saving state={ state } onReload={ onReload } />
			{ ( [ 'do', 'dont' ] as const ).map( ( tone ) => (
				<Group
					key={ tone }
					tone={ tone }
					guidelines={ draft.guidelines }
					onChange={ ( guidelines ) => change( { guidelines } ) }
				/>
			) ) }
			{ current && (
				<section className="tl-card">
					<div className="tl-card__head">
						<h2>
							{ sprintf(
								/* translators: %d: number of the edition in force. */
								__(
									'What changes against edition %d',
									'throughline'
								),
								current.edition
							) }
						</h2>
					</div>
					<Changes
						before={ current.guidelines }
						after={ draft.guidelines }
					/>
				</section>
			) }
			<Settle state={ state } isFirst={ ! current } onDone={ onDone } />
		</>
	);
}

const isStale = ( failure: unknown ) =>
	failure instanceof RestError && failure.code === 'throughline_stale';

function Saving( {
	state: { status, failure, flush },
	onReload,
}: {
	state: DraftState;
	onReload: ( editions: Editions ) => void;
} ) {
	const { rest } = useScreen();
	if ( status !== 'failed' ) {
		return (
			<p className="tl-quiet tl-guidelines__saving">
				{ status === 'saved'
					? __( 'All of it is saved.', 'throughline' )
					: __( 'Saving …', 'throughline' ) }
			</p>
		);
	}
	return (
		<Notice className="tl-notice" status="error" isDismissible={ false }>
			<p>{ whatFailed( failure ) }</p>
			<div className="tl-acts">
				{ isStale( failure ) ? (
					<Button
						variant="secondary"
						onClick={ async () => {
							onReload(
								await rest.get< Editions >(
									'guidelines/editions'
								)
							);
							speak(
								__(
									'The draft was loaded again.',
									'throughline'
								)
							);
						} }
					>
						{ __( 'Show what is there now', 'throughline' ) }
					</Button>
				) : (
					<Button variant="secondary" onClick={ () => flush() }>
						{ __( 'Try again', 'throughline' ) }
					</Button>
				) }
			</div>
		</Notice>
	);
}

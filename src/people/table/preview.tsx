/* What a table would change, line by line, or did; what can't be read; and whom nobody knows. */
import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Import } from '../../contract';
import { useScreen } from '../../screen';
import { Table } from '../../table';
import { usePeople } from '../context';
import { useHeading } from '../use-heading';

/** So many lines are shown at first; all of them on request. */
const SHOWN = 50;

interface PreviewProps {
	preview: Import;
	busy: boolean;
	onApply: () => void;
	onBegin: () => void;
}

function inWords( preview: Import, number: ( value: number ) => string ) {
	const { people, departments } = preview;
	const sentences = [
		sprintf(
			/* translators: %s: number of people. */
			_n(
				'%s person changes.',
				'%s people change.',
				people.length,
				'throughline'
			),
			number( people.length )
		),
		...( departments.length
			? [
					sprintf(
						/* translators: %s: number of departments. */
						_n(
							'%s department is added.',
							'%s departments are added.',
							departments.length,
							'throughline'
						),
						number( departments.length )
					),
				]
			: [] ),
		...( preview.unchanged
			? [
					sprintf(
						/* translators: %s: number of people. */
						_n(
							'%s person stays as they are.',
							'%s people stay as they are.',
							preview.unchanged,
							'throughline'
						),
						number( preview.unchanged )
					),
				]
			: [] ),
	];
	return sentences.join( ' ' );
}

export function Preview( { preview, busy, onApply, onBegin }: PreviewProps ) {
	const { language } = useScreen();
	const { applied, people, departments, problems, unknown } = preview;
	const heading = useHeading< HTMLHeadingElement >( true );
	const number = ( value: number ) =>
		new Intl.NumberFormat( language ).format( value );
	const changes = people.length + departments.length > 0;
	const title = applied
		? __( 'Done: this has changed', 'throughline' )
		: __( 'This would change', 'throughline' );
	return (
		<section className="tl-card tl-preview">
			<div className="tl-card__head">
				<h2 tabIndex={ -1 } ref={ heading }>
					{ problems.length
						? __( 'Some lines have to be mended', 'throughline' )
						: title }
				</h2>
			</div>
			{ problems.length > 0 ? (
				<Notice
					className="tl-notice"
					status="error"
					isDismissible={ false }
				>
					<p>
						{ __(
							'Nothing is written before. Mend these lines in your table, save it and choose it again.',
							'throughline'
						) }
					</p>
				</Notice>
			) : (
				<p>
					{ changes
						? inWords( preview, number )
						: __(
								'Nothing: everything stands here as it stands in the table.',
								'throughline'
							) }
				</p>
			) }
			<Lines
				rows={ problems.map( ( { line, text } ) => [ line, text ] ) }
				label={ __( 'What to mend', 'throughline' ) }
			/>
			<Unknown unknown={ unknown } />
			{ departments.length > 0 && problems.length === 0 && (
				<>
					<h3>{ __( 'New departments', 'throughline' ) }</h3>
					<ul className="tl-people__points">
						{ departments.map( ( path ) => (
							<li key={ path }>{ path }</li>
						) ) }
					</ul>
				</>
			) }
			{ problems.length === 0 && <Changes people={ people } /> }
			<div className="tl-card__foot">
				{ ! applied && problems.length === 0 && changes && (
					<Button
						variant="primary"
						isBusy={ busy }
						accessibleWhenDisabled
						disabled={ busy }
						onClick={ onApply }
					>
						{ __( 'Write all of this', 'throughline' ) }
					</Button>
				) }
				<Button variant="tertiary" onClick={ onBegin }>
					{ applied
						? __( 'Import another table', 'throughline' )
						: __( 'Choose another file', 'throughline' ) }
				</Button>
			</div>
		</section>
	);
}

function Unknown( { unknown }: { unknown: Import[ 'unknown' ] } ) {
	const { addAccount } = usePeople();
	if ( ! unknown.length ) {
		return null;
	}
	return (
		<>
			<h3>{ __( 'Nobody here by that name', 'throughline' ) }</h3>
			<p>
				{ __(
					'These lines are left out. Once they have an account, import the table again.',
					'throughline'
				) }{ ' ' }
				{ addAccount && (
					<a href={ addAccount }>
						{ __( 'Add an account', 'throughline' ) }
					</a>
				) }
			</p>
			<Lines
				rows={ unknown.map( ( { line, who } ) => [ line, who ] ) }
				label={ __( 'In the table', 'throughline' ) }
			/>
		</>
	);
}

interface LinesProps {
	rows: ( readonly [ number, string ] )[];
	label: string;
}

function Lines( { rows, label }: LinesProps ) {
	const { language } = useScreen();
	const [ all, setAll ] = useState( false );
	if ( ! rows.length ) {
		return null;
	}
	const number = new Intl.NumberFormat( language );
	return (
		<>
			<Table
				className="tl-lines"
				columns={ [
					{ label: __( 'Line', 'throughline' ) },
					{ label, isPlain: true },
				] }
				rows={ rows
					.slice( 0, all ? undefined : SHOWN )
					.map( ( [ line, text ], index ) => ( {
						key: index,
						cells: [ number.format( line ), text ],
					} ) ) }
			/>
			<ShowAll
				isNeeded={ ! all && rows.length > SHOWN }
				onShow={ () => setAll( true ) }
			/>
		</>
	);
}

function Changes( { people }: { people: Import[ 'people' ] } ) {
	const { language } = useScreen();
	const [ all, setAll ] = useState( false );
	const number = new Intl.NumberFormat( language );
	if ( ! people.length ) {
		return null;
	}
	return (
		<>
			<h3>{ __( 'People', 'throughline' ) }</h3>
			<Table
				className="tl-changes"
				columns={ [
					{ label: __( 'Line', 'throughline' ) },
					{ label: __( 'Name', 'throughline' ), isName: true },
					{ label: __( 'Change', 'throughline' ), isPlain: true },
				] }
				rows={ people
					.slice( 0, all ? undefined : SHOWN )
					.map( ( { line, id, name, changes } ) => ( {
						key: id,
						cells: [
							number.format( line ),
							name,
							<ChangeList key="changes" changes={ changes } />,
						],
					} ) ) }
			/>
			<ShowAll
				isNeeded={ ! all && people.length > SHOWN }
				onShow={ () => setAll( true ) }
			/>
		</>
	);
}

interface ChangeListProps {
	changes: Import[ 'people' ][ number ][ 'changes' ];
}

function ChangeList( { changes }: ChangeListProps ) {
	const names = {
		department: __( 'Works in', 'throughline' ),
		role: __( 'Job title', 'throughline' ),
		desks: __( 'Desk', 'throughline' ),
		moderates: __( 'Decides', 'throughline' ),
	};
	const nothing = __( 'nothing', 'throughline' );
	return (
		<dl className="tl-changes__list">
			{ changes.map( ( { field, before, after } ) => (
				<div key={ field }>
					<dt>{ names[ field ] }</dt>
					<dd>
						{ before.length > 0 && (
							<>
								<del>
									<span className="tl-hidden">
										{ __(
											'before:',
											'throughline'
										) }{ ' ' }
									</span>
									{ before.join( ', ' ) }
								</del>{ ' ' }
								<span aria-hidden="true">→</span>{ ' ' }
							</>
						) }
						<ins>
							<span className="tl-hidden">
								{ __( 'after:', 'throughline' ) }{ ' ' }
							</span>
							{ after.join( ', ' ) || nothing }
						</ins>
					</dd>
				</div>
			) ) }
		</dl>
	);
}

function ShowAll( {
	isNeeded,
	onShow,
}: {
	isNeeded: boolean;
	onShow: () => void;
} ) {
	return isNeeded ? (
		<Button variant="secondary" onClick={ onShow }>
			{ __( 'Show all lines', 'throughline' ) }
		</Button>
	) : null;
}

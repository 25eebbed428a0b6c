/* Tables of people: out for a spreadsheet, in with a look at what will change. */
import { Button } from '@wordpress/components';
import { useId, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { MouseEvent } from 'react';
import type { Import } from '../../contract';
import { Problem } from '../../problem';
import { RestError } from '../../rest';
import { useScreen } from '../../screen';
import { usePeople } from '../context';
import { usePlace } from '../place';
import { useHeading } from '../use-heading';
import { useSave } from '../use-save';
import { Preview } from './preview';

/** A preview that somebody overtook brings the new one along. */
function freshPreview( failure: unknown ): Import | null {
	const data =
		failure instanceof RestError
			? ( failure.data as { preview?: Import } | null )
			: null;
	return data?.preview ?? null;
}

export function Table() {
	const { rest } = useScreen();
	const { reload } = usePeople();
	const [ file, setFile ] = useState< File | null >( null );
	const [ preview, setPreview ] = useState< Import | null >( null );
	const field = useRef< HTMLInputElement >( null );
	const save = useSave();
	const id = useId();
	const heading = useHeading< HTMLHeadingElement >( usePlace().hasMoved );

	const send = ( chosen: File, expects?: string ) => {
		const form = new FormData();
		form.set( 'file', chosen );
		if ( expects ) {
			form.set( 'expects', expects );
		}
		return save.run( async () => {
			try {
				const answer = await rest.upload< Import >(
					'people/import',
					form
				);
				setPreview( answer );
				if ( answer.applied ) {
					reload();
				}
			} catch ( failure ) {
				setPreview( freshPreview( failure ) );
				throw failure;
			}
		}, '' );
	};
	const begin = () => {
		setFile( null );
		setPreview( null );
		save.forget();
		if ( field.current ) {
			field.current.value = '';
			field.current.focus();
		}
	};
	return (
		<>
			<section className="tl-card">
				<div className="tl-card__head">
					<h2 tabIndex={ -1 } ref={ heading }>
						{ __( 'Import', 'throughline' ) }
					</h2>
				</div>
				<p>
					{ __(
						'A table says for many people at once where they work, what their job is called, whose desk they sit at and what they decide. You see every change before anything is written, and it is written all or nothing.',
						'throughline'
					) }
				</p>
				<ul className="tl-people__points">
					<li>
						{ __(
							'CSV, as Excel and others save it; the easiest is to export first and change that file.',
							'throughline'
						) }
					</li>
					<li>
						{ __(
							'An empty cell changes nothing; a “-” empties what is there. Who isn’t in the table stays as they are.',
							'throughline'
						) }
					</li>
					<li>
						{ __(
							'Departments that don’t exist yet are added. Accounts never are: who isn’t found is listed.',
							'throughline'
						) }
					</li>
				</ul>
				<div className="tl-form">
					<div className="tl-field">
						<label htmlFor={ id }>
							{ __( 'CSV file', 'throughline' ) }
						</label>
						<input
							id={ id }
							ref={ field }
							type="file"
							accept=".csv,.txt,text/csv,text/plain"
							onChange={ ( { target } ) => {
								const chosen = target.files?.[ 0 ] ?? null;
								setFile( chosen );
								setPreview( null );
								save.forget();
								if ( chosen ) {
									void send( chosen );
								}
							} }
						/>
					</div>
				</div>
				{ save.busy && (
					<p className="tl-quiet" role="status">
						{ __( 'Reading the table …', 'throughline' ) }
					</p>
				) }
				<Problem failure={ save.failure } />
			</section>
			{ preview && file && (
				<Preview
					// Each is read from its heading on.
					key={ `${ preview.version } ${ preview.applied }` }
					preview={ preview }
					busy={ save.busy }
					onApply={ () => void send( file, preview.version ) }
					onBegin={ begin }
				/>
			) }
			<section className="tl-card">
				<div className="tl-card__head">
					<h2>{ __( 'Export', 'throughline' ) }</h2>
				</div>
				<p>
					{ __(
						'Everybody on this site with department, job title, desks and what they decide, as a table for Excel. It holds personal data: keep it only as long as you need it.',
						'throughline'
					) }
				</p>
				<Button
					variant="secondary"
					href={ rest.address( 'people/export' ) }
					download
					onClick={ ( event: MouseEvent< HTMLAnchorElement > ) => {
						// The nonce may have been renewed since this was drawn.
						event.currentTarget.href =
							rest.address( 'people/export' );
					} }
				>
					{ __( 'Export as CSV', 'throughline' ) }
				</Button>
			</section>
		</>
	);
}

/* The page: its parts as tabs, and one button that saves what was changed in any of them. */
import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent, MouseEvent } from 'react';
import type { SettingsPage } from '../contract';
import { Agreement } from './agreement';
import { Checks } from './checks';
import { Contact } from './contact';
import { Desk } from './desk';
import { Keeping } from './keeping';
import { useSettings } from './use-settings';

const PARTS = [ 'checks', 'desk', 'keeping', 'contact', 'agreement' ] as const;
type Part = ( typeof PARTS )[ number ];

function titles(): Record< Part, string > {
	return {
		checks: __( 'Before it appears', 'throughline' ),
		desk: __( 'At the desk', 'throughline' ),
		keeping: __( 'How long things are kept', 'throughline' ),
		contact: __( 'Contact', 'throughline' ),
		agreement: __( 'Works agreement', 'throughline' ),
	};
}

function readPart(): Part {
	const asked = new URL( window.location.href ).searchParams.get( 'tab' );
	return PARTS.find( ( part ) => part === asked ) ?? 'checks';
}

function address( part: Part ): string {
	const url = new URL( window.location.href );
	url.searchParams.set( 'tab', part );
	return url.href;
}

export function Page( { given }: { given: SettingsPage } ) {
	const state = useSettings( given );
	const [ part, setPart ] = useState( readPart );

	function open( event: MouseEvent, next: Part ) {
		if ( event.metaKey || event.ctrlKey || event.shiftKey ) {
			return;
		}
		event.preventDefault();
		window.history.replaceState(
			window.history.state,
			'',
			address( next )
		);
		setPart( next );
	}

	function submit( event: FormEvent ) {
		event.preventDefault();
		void state.save();
	}

	return (
		<div className="tl-page">
			<div className="tl-page__top">
				<h1>{ __( 'Settings', 'throughline' ) }</h1>
			</div>
			<p className="tl-page__lead">
				{ __(
					'Everything works as it is. What you change here counts for the whole site.',
					'throughline'
				) }
			</p>
			<nav
				className="tl-tabs"
				aria-label={ __( 'Parts of the settings', 'throughline' ) }
			>
				{ PARTS.map( ( name ) => (
					<a
						key={ name }
						className="tl-tab"
						href={ address( name ) }
						aria-current={ name === part ? 'page' : undefined }
						onClick={ ( event ) => open( event, name ) }
					>
						{ titles()[ name ] }
					</a>
				) ) }
			</nav>
			<div role="alert">
				{ state.problem && (
					<Notice
						className="tl-notice"
						status="error"
						isDismissible={ false }
					>
						{ state.problem.message }
					</Notice>
				) }
			</div>
			{ part === 'agreement' ? (
				<Agreement state={ state } />
			) : (
				<form onSubmit={ submit }>
					{ part === 'checks' && <Checks state={ state } /> }
					{ part === 'desk' && <Desk state={ state } /> }
					{ part === 'keeping' && <Keeping state={ state } /> }
					{ part === 'contact' && <Contact state={ state } /> }
					<div
						className={ `tl-save${
							state.isChanged ? ' is-changed' : ''
						}` }
					>
						<Button
							__next40pxDefaultSize
							variant="primary"
							type="submit"
							isBusy={ state.isBusy }
							accessibleWhenDisabled
							disabled={ ! state.isChanged || state.isBusy }
						>
							{ __( 'Save', 'throughline' ) }
						</Button>
						<span role="status">
							{ state.isSaved &&
								! state.isChanged &&
								__( 'Saved.', 'throughline' ) }
							{ state.isChanged &&
								__( 'Not saved yet.', 'throughline' ) }
						</span>
					</div>
				</form>
			) }
		</div>
	);
}

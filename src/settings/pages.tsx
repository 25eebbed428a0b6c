/* Pages with a rule of their own. They count at once: there is nothing to save. */
import { Button } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Field, SelectField } from './fields';
import { modes, type Mode } from './modes';
import type { SettingsState } from './use-settings';

export function Pages( { state }: { state: SettingsState } ) {
	const { pages } = state.page;
	const [ address, setAddress ] = useState( '' );
	const [ mode, setMode ] = useState< Mode >( 'after' );
	const heading = useRef< HTMLHeadingElement >( null );

	async function add() {
		if ( await state.send( 'settings/page', { address, mode } ) ) {
			setAddress( '' );
		}
	}

	async function remove( id: number ) {
		await state.send( 'settings/page', {
			address: String( id ),
			mode: '',
		} );
		// The button that had the focus is gone.
		heading.current?.focus();
	}

	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2 tabIndex={ -1 } ref={ heading }>
					{ __( 'Pages with a rule of their own', 'throughline' ) }
				</h2>
			</div>
			{ pages.length > 0 && (
				<ul className="tl-rows">
					{ pages.map( ( page ) => (
						<li key={ page.id }>
							<a href={ page.link }>
								{ page.title ||
									__(
										'Page without a title',
										'throughline'
									) }
							</a>
							<span className="tl-tag">
								{
									modes().find(
										( { value } ) => value === page.mode
									)?.label
								}
							</span>
							<Button
								variant="tertiary"
								isDestructive
								onClick={ () => void remove( page.id ) }
								aria-label={ sprintf(
									/* translators: %s: title of a page */
									__(
										'Take away the rule of “%s”',
										'throughline'
									),
									page.title
								) }
							>
								{ __( 'Take away', 'throughline' ) }
							</Button>
						</li>
					) ) }
				</ul>
			) }
			<div className="tl-form tl-beside">
				<Field
					label={ __( 'Address of the page', 'throughline' ) }
					help={ __(
						'Open the page and copy its address. Its own rule counts before that of the kind and of the site.',
						'throughline'
					) }
					problem={
						state.problem?.field === 'address'
							? state.problem.message
							: undefined
					}
				>
					{ ( control ) => (
						<input
							{ ...control }
							type="text"
							inputMode="url"
							value={ address }
							onChange={ ( event ) =>
								setAddress( event.target.value )
							}
							onKeyDown={ ( event ) => {
								// The form around it saves; here Enter adds.
								if ( event.key === 'Enter' ) {
									event.preventDefault();
									void add();
								}
							} }
						/>
					) }
				</Field>
				<SelectField
					label={ __( 'Somebody looks', 'throughline' ) }
					value={ mode }
					choices={ modes() }
					onChange={ ( value ) => setMode( value as Mode ) }
				/>
			</div>
			<div className="tl-card__foot">
				<Button
					__next40pxDefaultSize
					variant="secondary"
					accessibleWhenDisabled
					disabled={ ! address.trim() || state.isBusy }
					onClick={ () => void add() }
				>
					{ __( 'Add this page', 'throughline' ) }
				</Button>
			</div>
		</section>
	);
}

/* The works agreement: what holds, what was switched by whom and why, and the page for the works council. */
import { __, sprintf } from '@wordpress/i18n';
import { useScreen } from '../screen';
import { Rule } from './rule';
import type { SettingsState } from './use-settings';

export function Agreement( { state }: { state: SettingsState } ) {
	const { language } = useScreen();
	const { rules, history, document: address } = state.page.agreement;
	const day = new Intl.DateTimeFormat( language, {
		dateStyle: 'long',
		timeStyle: 'short',
	} );
	return (
		<>
			<section className="tl-card">
				<div className="tl-card__head">
					<h2>{ __( 'What was agreed', 'throughline' ) }</h2>
				</div>
				<p className="tl-quiet">
					{ __(
						'These rules hold from the first day. Switching one off, or on again, takes a reason; it stays, with your name and the date, for every colleague. That departments decide for themselves is not touched by them.',
						'throughline'
					) }
				</p>
				<ul className="tl-rules">
					{ rules.map( ( rule ) => (
						<Rule key={ rule.rule } rule={ rule } state={ state } />
					) ) }
				</ul>
			</section>
			<section className="tl-card">
				<div className="tl-card__head">
					<h2>
						{ __( 'What was switched, and why', 'throughline' ) }
					</h2>
				</div>
				{ history.length === 0 ? (
					<p className="tl-quiet">
						{ __( 'Nothing so far.', 'throughline' ) }
					</p>
				) : (
					<ol className="tl-history">
						{ history.map( ( entry ) => (
							<li key={ entry.at + entry.rule + entry.reason }>
								<p>
									<strong>{ entry.sentence }</strong>{ ' ' }
									<span
										className={ `tl-tag ${
											entry.on ? 'is-good' : 'is-warning'
										}` }
									>
										{ entry.on
											? __( 'switched on', 'throughline' )
											: __(
													'switched off',
													'throughline'
												) }
									</span>
								</p>
								<p className="tl-history__reason">
									{ entry.reason }
								</p>
								<p className="tl-quiet">
									{ sprintf(
										/* translators: 1: name of a person, 2: date and time */
										__( '%1$s, %2$s', 'throughline' ),
										entry.by ??
											__(
												'Somebody who was here',
												'throughline'
											),
										day.format( new Date( entry.at ) )
									) }
								</p>
							</li>
						) ) }
					</ol>
				) }
			</section>
			<section className="tl-card">
				<div className="tl-card__head">
					<h2>{ __( 'For the works council', 'throughline' ) }</h2>
				</div>
				<p className="tl-quiet">
					{ __(
						'A page that the plugin writes by itself: every field that it stores, who sees it and for how long it is kept. Every colleague can read it, print it and keep it.',
						'throughline'
					) }
				</p>
				<p>
					<a href={ address }>
						{ __( 'Open the page', 'throughline' ) }
					</a>
				</p>
			</section>
		</>
	);
}

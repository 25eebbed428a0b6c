/* Which guideline causes most returns: what is hard to understand, or hard to keep to. Never who. */
import { Spinner } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { GuidelineReturns } from '../contract';
import { useLoaded } from '../people/use-loaded';
import { Problem } from '../problem';

export function Returns() {
	const { data, failure, reload } =
		useLoaded< GuidelineReturns >( 'guidelines/returns' );
	const most = Math.max(
		1,
		...( data?.guidelines ?? [] ).map(
			( { returns, removals } ) => ( returns ?? 0 ) + ( removals ?? 0 )
		)
	);
	const isTold = data?.guidelines.some( ( { returns } ) => returns !== null );
	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2>
					{ __(
						'Which guideline causes most returns',
						'throughline'
					) }
				</h2>
			</div>
			<p>
				{ __(
					'Within the last twelve months. What comes back often may need a better example, or a better sentence. Where fewer than five people are concerned, no number is shown.',
					'throughline'
				) }
			</p>
			<Problem failure={ failure } onRetry={ reload } />
			{ ! data && ! failure && <Spinner /> }
			{ data && ! isTold && (
				<p className="tl-quiet">
					{ __(
						'Nothing to show yet. As soon as a guideline was named to five people, it appears here.',
						'throughline'
					) }
				</p>
			) }
			{ data && isTold && (
				<table className="tl-guidelines__returns">
					<thead>
						<tr>
							<th scope="col">
								{ __( 'Guideline', 'throughline' ) }
							</th>
							<th scope="col" className="is-number">
								{ __( 'Returned', 'throughline' ) }
							</th>
							<th scope="col" className="is-number">
								{ __( 'Removed', 'throughline' ) }
							</th>
						</tr>
					</thead>
					<tbody>
						{ data.guidelines.map(
							( { lineage, sentence, returns, removals } ) => (
								<tr key={ lineage }>
									<th
										scope="row"
										style={ {
											[ '--part' as string ]:
												( ( returns ?? 0 ) +
													( removals ?? 0 ) ) /
												most,
										} }
									>
										{ sentence }
									</th>
									{ [
										{
											name: __(
												'Returned',
												'throughline'
											),
											count: returns,
										},
										{
											name: __(
												'Removed',
												'throughline'
											),
											count: removals,
										},
									].map( ( { name, count } ) => (
										<td key={ name } className="is-number">
											{ count === null ? (
												<>
													<span aria-hidden="true">
														–
													</span>
													<span className="tl-hidden">
														{ __(
															'not shown',
															'throughline'
														) }
													</span>
												</>
											) : (
												sprintf( '%d', count )
											) }
										</td>
									) ) }
								</tr>
							)
						) }
					</tbody>
				</table>
			) }
		</section>
	);
}

/* Guidelines to be read: dos and don'ts with all that belongs to each. */
import { __, sprintf } from '@wordpress/i18n';
import type { GuidelineText } from '../contract';
import { ofTone } from './order';
import { useDepartmentNames } from './use-department-names';
import { kindName, toneName } from './words';

/** For whom it is and what it watches for; nothing for one that is for all. */
export function Scope( { guideline }: { guideline: GuidelineText } ) {
	const names = useDepartmentNames();
	const words = guideline.words.split( '\n' ).filter( Boolean );
	const tags = [
		...guideline.kinds.map( kindName ),
		...guideline.departments.map(
			( id ) => names.get( id ) ?? __( 'a department', 'throughline' )
		),
	];
	return (
		<>
			{ tags.length > 0 && (
				<p className="tl-guidelines__scope">
					<span className="tl-hidden">
						{ __( 'For:', 'throughline' ) }{ ' ' }
					</span>
					{ tags.map( ( tag ) => (
						<span key={ tag } className="tl-tag">
							{ tag }
						</span>
					) ) }
				</p>
			) }
			{ words.length > 0 && (
				<p className="tl-guidelines__words">
					{ sprintf(
						/* translators: %s: list of words. */
						__( 'Comes to mind at: %s', 'throughline' ),
						words.join( ', ' )
					) }
				</p>
			) }
		</>
	);
}

export function Reading( { guidelines }: { guidelines: GuidelineText[] } ) {
	return (
		<div className="tl-guidelines__reading">
			{ ( [ 'do', 'dont' ] as const ).map( ( tone ) => {
				const shown = ofTone( guidelines, tone );
				return (
					shown.length > 0 && (
						<section key={ tone }>
							<h3>{ toneName( tone ) }</h3>
							<ul
								className={ `tl-guidelines__list is-${ tone }` }
							>
								{ shown.map( ( one ) => (
									<li key={ one.lineage }>
										<p className="tl-guidelines__sentence">
											{ one.sentence }
										</p>
										{ one.reason && <p>{ one.reason }</p> }
										{ one.example && (
											<p className="tl-guidelines__example">
												{ one.example }
											</p>
										) }
										<Scope guideline={ one } />
									</li>
								) ) }
							</ul>
						</section>
					)
				);
			} ) }
		</div>
	);
}

/* Who was asked to agree, what they said, and when. */
import { __, sprintf } from '@wordpress/i18n';
import type { Edition } from '../contract';
import { Face } from '../people/face';
import { useScreen } from '../screen';
import { day } from './words';

type Asked = Edition[ 'asked' ][ number ];

function State( { asked }: { asked: Asked } ) {
	const { language } = useScreen();
	if ( asked.answer === 'agree' ) {
		return (
			<span className="tl-tag is-good">
				{ sprintf(
					/* translators: %s: a date. */
					__( 'Agreed on %s', 'throughline' ),
					day( asked.at ?? '', language )
				) }
			</span>
		);
	}
	return asked.answer === 'change' ? (
		<span className="tl-tag is-warning">
			{ __( 'Something should change', 'throughline' ) }
		</span>
	) : (
		<span className="tl-tag">
			{ __( 'Not yet answered', 'throughline' ) }
		</span>
	);
}

/** Nothing where nobody was asked. */
export function Answers( { edition }: { edition: Edition } ) {
	return (
		edition.asked.length > 0 && (
			<ul className="tl-guidelines__answers">
				{ edition.asked.map( ( asked ) => (
					<li key={ asked.id }>
						<Face person={ asked.person }>
							<span>{ asked.person.name }</span>
							{ asked.role && (
								<span className="tl-quiet">
									{ ' ' }
									· { asked.role }
								</span>
							) }
						</Face>
						<State asked={ asked } />
						{ asked.note && (
							<blockquote>{ asked.note }</blockquote>
						) }
					</li>
				) ) }
			</ul>
		)
	);
}

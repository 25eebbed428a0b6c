/* What was switched and said, newest first. */
import { __ } from '@wordpress/i18n';
import type { Calm } from '../contract';
import { useScreen } from '../screen';
import { Table } from '../table';
import { moment } from './words';

type Entry = Calm[ 'history' ][ number ];

function act( entry: Entry ): string {
	switch ( entry.act ) {
		case 'on':
			return __( 'Calm mode on', 'throughline' );
		case 'off':
			return __( 'Calm mode off', 'throughline' );
		case 'alarm':
			return __( 'Far more than usual', 'throughline' );
		case 'statement':
			return entry.text
				? __( 'Statement', 'throughline' )
				: __( 'Statement taken away', 'throughline' );
	}
}

export function History( { entries }: { entries: Entry[] } ) {
	const { language } = useScreen();
	if ( entries.length === 0 ) {
		return null;
	}
	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2>{ __( 'What happened', 'throughline' ) }</h2>
			</div>
			<Table
				columns={ [
					{ label: __( 'What', 'throughline' ), isName: true },
					{ label: __( 'Where', 'throughline' ) },
					{ label: __( 'When', 'throughline' ) },
					{ label: __( 'Who', 'throughline' ) },
				] }
				rows={ entries.map( ( entry, index ) => ( {
					key: index,
					cells: [
						<>
							{ act( entry ) }
							{ entry.text && (
								<span className="tl-said" dir="auto">
									{ entry.text }
								</span>
							) }
						</>,
						<a key="where" href={ entry.link }>
							{ entry.title }
						</a>,
						moment( entry.at, language ),
						entry.by,
					],
				} ) ) }
			/>
		</section>
	);
}

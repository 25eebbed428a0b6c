/* The page People: its parts as tabs, and what all of them know. */
import { __ } from '@wordpress/i18n';
import type { Desks } from '../contract';
import { Problem } from '../problem';
import { TABS, type Tab } from './address';
import { PeopleProvider, type PeopleSettings } from './context';
import { Department } from './departments/department';
import { Departments } from './departments/departments';
import { SiteHoursForm } from './hours/site';
import { Person } from './persons/person';
import { Persons } from './persons/persons';
import { Link, PlaceProvider, usePlace } from './place';
import { Table } from './table/table';
import { Wait } from './wait';
import { useLoaded } from './use-loaded';

const name = ( tab: Tab ) =>
	( {
		departments: __( 'Departments', 'throughline' ),
		people: __( 'People', 'throughline' ),
		moderators: __( 'Moderators', 'throughline' ),
		hours: __( 'Working hours', 'throughline' ),
		table: __( 'Import and export', 'throughline' ),
	} )[ tab ];

function Part() {
	const { place } = usePlace();
	if ( place.person !== undefined ) {
		return <Person key={ place.person } id={ place.person } />;
	}
	if ( place.department !== undefined ) {
		return <Department key={ place.department } id={ place.department } />;
	}
	switch ( place.tab ) {
		case 'departments':
			return <Departments />;
		case 'people':
		case 'moderators':
			return <Persons key={ place.tab } only={ place.tab } />;
		case 'hours':
			return <SiteHoursForm />;
		case 'table':
			return <Table />;
	}
}

function Tabs() {
	const { place } = usePlace();
	return (
		<nav
			className="tl-tabs"
			aria-label={ __( 'Parts of this page', 'throughline' ) }
		>
			{ TABS.map( ( tab ) => (
				<Link
					key={ tab }
					className="tl-tab"
					to={ { tab } }
					aria-current={ tab === place.tab ? 'page' : undefined }
				>
					{ name( tab ) }
				</Link>
			) ) }
		</nav>
	);
}

export function People( { settings }: { settings: PeopleSettings } ) {
	const { data, failure, reload, set } = useLoaded< Desks >( 'desks' );
	return (
		<PlaceProvider>
			<div className="tl-page tl-people">
				<div className="tl-page__top">
					<h1>{ __( 'People', 'throughline' ) }</h1>
				</div>
				<p className="tl-page__lead">
					{ __(
						'Who works where, who answers for it, and who decides. All of this may stay empty: then everybody who may moderate decides everything.',
						'throughline'
					) }
				</p>
				<Tabs />
				<Problem failure={ failure } onRetry={ reload } />
				<Wait until={ data !== null || failure !== null } />
				{ data && (
					<PeopleProvider
						value={ {
							desks: data,
							reload,
							set,
							zone: settings.zone,
							addAccount: settings.addAccount,
						} }
					>
						<Part />
					</PeopleProvider>
				) }
			</div>
		</PlaceProvider>
	);
}

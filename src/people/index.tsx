/* The page People in wp-admin. */
import { mountScreen } from '../screen';
import type { PeopleSettings } from './context';
import { People } from './people';
import './style.scss';

mountScreen< PeopleSettings >( 'people', ( settings ) => (
	<People settings={ settings } />
) );

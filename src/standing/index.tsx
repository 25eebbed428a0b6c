/* The page Standing in wp-admin. */
import { mountScreen } from '../screen';
import type { StandingSettings } from './context';
import { Page } from './page';
import './style.scss';

mountScreen< StandingSettings >( 'standing', ( { me } ) => <Page me={ me } /> );

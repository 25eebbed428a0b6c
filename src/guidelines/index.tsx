/* The page Guidelines in wp-admin. */
import { mountScreen } from '../screen';
import { Page } from './page';
import './style.scss';

mountScreen( 'guidelines', () => <Page /> );

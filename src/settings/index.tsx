/* The settings' page in wp-admin. */
import type { SettingsPage } from '../contract';
import { mountScreen, type ScreenSettings } from '../screen';
import { Page } from './page';
import './style.scss';

mountScreen< ScreenSettings & { page: SettingsPage } >(
	'settings',
	( { page } ) => <Page given={ page } />
);

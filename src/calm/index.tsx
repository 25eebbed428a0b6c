/* The page Calm & reports in wp-admin. */
import type { Calm } from '../contract';
import { mountScreen, type ScreenSettings } from '../screen';
import { Page } from './page';
import './style.scss';

mountScreen< ScreenSettings & { calm: Calm; counters: boolean } >(
	'calm',
	( { calm, counters } ) => <Page given={ calm } hasCounters={ counters } />
);

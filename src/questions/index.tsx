/* The page Questions in wp-admin: what the desks have to answer, oldest first. */
import type { Questions } from '../contract';
import { mountScreen, type ScreenSettings } from '../screen';
import { Page } from './page';
import './style.scss';

interface Settings extends ScreenSettings {
	overview: Questions;
	/** The comment that a moderator wants to put before a desk. */
	route: { id: number; text: string } | null;
	/** The story because of which something was changed. */
	story: { id: number; text: string } | null;
}

mountScreen< Settings >( 'questions', ( { overview, route, story } ) => (
	<Page overview={ overview } route={ route } story={ story } />
) );

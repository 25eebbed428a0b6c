/* What plugin/Screens.php tells every page of ours in wp-admin; each page adds its own. */
import type { RestSettings } from './rest';

export interface ScreenSettings {
	rest: RestSettings;
	/** The server's clock when it made the page, in seconds since 1970. */
	now: number;
}

declare global {
	interface Window {
		throughlineScreen?: ScreenSettings;
	}
}

/* What plugin/Moderation/Screen.php tells this screen. */
import type { RestSettings } from '../rest';

export interface DeskSettings {
	rest: RestSettings;
	/** The server's clock when it made the page, in seconds since 1970. */
	now: number;
	/** Where to sign in again. */
	login: string;
	home: string;
}

declare global {
	interface Window {
		throughlineDesk?: DeskSettings;
	}
}

/* What plugin/Moderation/Screen.php tells this screen. */
import type { ScreenSettings } from '../screen';

export interface DeskSettings extends ScreenSettings {
	/** Where to sign in again. */
	login: string;
	home: string;
}

/* What plugin/Moderation/Screen.php tells this screen. */
import type { ScreenSettings } from '../screen';

export interface DeskSettings extends ScreenSettings {
	/** Where to sign in again. */
	login: string;
	home: string;
	/** Address of the page with a piece's whole history; `&piece=story-31` is added. */
	history: string;
	kinds: Array< { name: string; label: string } >;
	/** Those whose pieces this moderator decides, parents before their children, `level` 0 at the top. */
	departments: Array< { id: number; name: string; level: number } >;
	/** Names of what is theirs; empty where everything is. */
	scope: string[];
	/** Whether they may hand in a post themselves. */
	shares: boolean;
}

/* Generated from plugin/contract by "npm run contract"; never edited. */

/**
 * What was decided; never changed afterwards.
 */
export interface Decision {
	kind: string;
	id: number;
	/**
	 * The version that came out of it.
	 */
	version: number;
	act:
		| 'submit'
		| 'publish'
		| 'return'
		| 'remove'
		| 'restore'
		| 'withdraw'
		| 'revise';
	state: 'waiting' | 'published' | 'returned' | 'removed' | 'withdrawn';
	/**
	 * Name of who decided, null for a rule or an erased account.
	 */
	by: string | null;
	reason: string;
	/**
	 * UTC.
	 */
	at: string;
}

/**
 * Every department, parents before their children.
 */
export interface Departments {
	departments: {
		id: number;
		name: string;
		/**
		 * 0 at the top.
		 */
		parent: number;
	}[];
}

/**
 * A moderator's decision on the version they saw.
 */
export interface NewDecision {
	kind: string;
	id: number;
	/**
	 * The version that was judged.
	 */
	version: number;
	act: 'publish' | 'return';
	/**
	 * What the contributor is told; a return needs one.
	 */
	reason?: string;
	/**
	 * The moderator notes that everybody who can be recognised agreed.
	 */
	consent?: boolean;
}

/**
 * Fields beside the file `photo` in a multipart upload.
 */
export interface NewPhoto {
	/**
	 * Made by the sender, the same on every try: sending twice makes one.
	 */
	upload: string;
}

/**
 * A story as it is sent.
 */
export interface NewStory {
	/**
	 * Made by the sender, the same on every try: sending twice makes one.
	 */
	submission: string;
	title?: string;
	/**
	 * Plain text; blank lines part paragraphs.
	 */
	text?: string;
	/**
	 * Term id; 0 for none.
	 */
	department?: number;
	/**
	 * Can anybody be recognised in the photos? Asked once for all; empty only without photos.
	 */
	recognisable?: '' | 'nobody' | 'me' | 'others';
	/**
	 * @maxItems 10
	 */
	photos?: {
		id: number;
		alt?: string;
	}[];
}

/**
 * Somebody as others see them: no account, no address.
 */
export interface Person {
	name: string;
	/**
	 * One or two letters for those without a picture.
	 */
	initials: string;
	/**
	 * Hue of the quiet colour behind the initials, in degrees.
	 */
	hue: number;
}

/**
 * A photo that waits, as its contributor and moderators see it.
 */
export interface Photo {
	id: number;
	upload: string;
	/**
	 * File name as sent, without folders.
	 */
	name: string;
	/**
	 * Pixels, upright.
	 */
	width: number;
	/**
	 * Pixels, upright.
	 */
	height: number;
	alt: string;
	/**
	 * Addresses for signed-in eyes; a nonce has to be added.
	 */
	src: {
		thumbnail: string;
		large: string;
	};
}

/**
 * One piece in the queue.
 */
export interface QueueItem {
	/**
	 * story, and later comment and share.
	 */
	kind: string;
	id: number;
	/**
	 * Grows with every decision and every revision; a decision names the one that was judged.
	 */
	version: number;
	state: 'waiting' | 'published' | 'returned' | 'removed' | 'withdrawn';
	title: string;
	excerpt: string;
	contributor: Person;
	department: string | null;
	/**
	 * UTC.
	 */
	since: string;
	/**
	 * Address for signed-in eyes; a nonce has to be added.
	 */
	thumbnail: string | null;
	/**
	 * Why it waits: every check that spoke.
	 */
	reasons: {
		code: string;
		/**
		 * A sentence for the moderator.
		 */
		text: string;
	}[];
	/**
	 * Others can be recognised, and nobody noted yet that they agreed.
	 */
	needsConsent: boolean;
}

/**
 * One piece opened on the desk.
 */
export interface QueuePiece {
	item: QueueItem;
	/**
	 * Address of the piece as visitors will see it, for a frame.
	 */
	preview: string;
	/**
	 * What the contributor said about people in the photos.
	 */
	recognisable: '' | 'nobody' | 'me' | 'others';
	history: Decision[];
}

/**
 * Which page of the queue.
 */
export interface QueueQuery {
	state?: 'waiting' | 'returned';
	/**
	 * Cursor from the page before.
	 */
	after?: string;
}

/**
 * A page of the queue, the most urgent first.
 */
export interface Queue {
	items: QueueItem[];
	/**
	 * Cursor for the next page.
	 */
	after: string | null;
	/**
	 * What this moderator may decide; stops at 100.
	 */
	counts: {
		waiting: number;
		returned: number;
	};
}

/**
 * What a contributor learns of their story.
 */
export interface Story {
	id: number;
	state: 'waiting' | 'published' | 'returned' | 'removed' | 'withdrawn';
	title: string;
	/**
	 * One sentence: what happens next.
	 */
	message: string;
	/**
	 * Where it stands once it is published.
	 */
	link: string | null;
}

/**
 * More cards of a wall, rendered.
 */
export interface WallPage {
	/**
	 * List items, to be appended as they are.
	 */
	html: string;
	/**
	 * Cursor for the next page.
	 */
	after: string | null;
	/**
	 * How many came, in a sentence.
	 */
	message: string;
}

/**
 * Which page of a wall.
 */
export interface WallQuery {
	/**
	 * Cursor from the page before.
	 */
	after?: string;
	/**
	 * Term id; 0 for all.
	 */
	department?: number;
	count?: number;
	/**
	 * Of the cards' headings.
	 */
	level?: number;
}

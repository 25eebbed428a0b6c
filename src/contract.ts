/* Generated from plugin/contract by "npm run contract"; never edited. */

/**
 * Somebody from whom nothing is taken at the moment.
 */
export interface Blocked {
	/**
	 * Of the account, or a hash of a guest's mail address.
	 */
	id: string;
	/**
	 * null for a guest: only a hash of their address is kept.
	 */
	name: string | null;
	/**
	 * UTC.
	 */
	since: string;
}

/**
 * Where calm mode is on, where it is proposed, what is pinned, and what happened.
 */
export interface Calm {
	/**
	 * Where it is on now.
	 */
	on: {
		/**
		 * The post; 0 for the whole site.
		 */
		page: number;
		title: string;
		link: string;
		reason: string;
		/**
		 * UTC.
		 */
		until: string;
		/**
		 * Seconds between two pieces of one sender; 0 for as fast as ever.
		 */
		pace: number;
		by: string;
		/**
		 * Stops at 100.
		 */
		waiting: number;
		/**
		 * When somebody last looked, to ten minutes; UTC.
		 */
		looked: string | null;
		/**
		 * Whoever asks may switch it off.
		 */
		may: boolean;
	}[];
	/**
	 * Where far more came than usual within the last day, and calm mode is not on.
	 */
	alarms: {
		/**
		 * The post; 0 for the whole site.
		 */
		page: number;
		title: string;
		link: string;
		what: 'piece' | 'report';
		/**
		 * Within the last hour.
		 */
		pieces: number;
		reports: number;
		/**
		 * UTC.
		 */
		at: string;
		may: boolean;
	}[];
	statements: {
		/**
		 * The post; 0 for the whole site.
		 */
		page: number;
		title: string;
		link: string;
		text: string;
		name: string;
		role: string;
		/**
		 * UTC.
		 */
		at: string;
		may: boolean;
	}[];
	/**
	 * Newest first.
	 */
	history: {
		/**
		 * The post; 0 for the whole site.
		 */
		page: number;
		title: string;
		link: string;
		act: 'on' | 'off' | 'alarm' | 'statement';
		by: string;
		text: string;
		/**
		 * UTC.
		 */
		at: string;
	}[];
	/**
	 * What the job of whoever asks is called.
	 */
	role: string;
	maySite: boolean;
}

/**
 * A report or an appeal that waits for a decision.
 */
export interface Case {
	id: number;
	what: 'report' | 'appeal';
	/**
	 * For people, in their language: illegal, I am in this picture, the guideline that is broken.
	 */
	ground: string;
	/**
	 * Comes before all others: abuse of children, or a picture that could not be hidden at once.
	 */
	urgent: boolean;
	explanation: string;
	/**
	 * The photo that is meant; null for the piece.
	 */
	photo: number | null;
	/**
	 * Address of that photo for signed-in eyes; a nonce has to be added.
	 */
	thumbnail: string | null;
	/**
	 * That photo is hidden until somebody decides: the acts are show and hide, each with this photo.
	 */
	hidden: boolean;
	/**
	 * Name as given, or empty.
	 */
	by: string;
	/**
	 * UTC.
	 */
	at: string;
	/**
	 * The version that an appeal objects to; null for a report.
	 */
	against: number | null;
	/**
	 * Why the person who looks can't decide on it, in a sentence; empty when they can.
	 */
	obstacle: string;
}

/**
 * Who has a piece open, after somebody took it or let it go.
 */
export interface Claimed {
	/**
	 * Null when nobody has it, and for a piece that needs nobody. Not mine: somebody else was first.
	 */
	claim: {
		by: string;
		mine: boolean;
		/**
		 * UTC.
		 */
		until: string;
	} | null;
}

/**
 * What changes about somebody; what isn’t named stays as it is.
 */
export interface ColleagueChange {
	role?: string;
	department?: number;
	moderates?: 'nothing' | 'some' | 'everything';
	/**
	 * With some.
	 *
	 * @maxItems 200
	 */
	scope?: number[];
	/**
	 * A user id; 0 for nobody.
	 */
	deputy?: number;
	hours?: Hours;
}

/**
 * Somebody of this site with their place, for those who manage.
 */
export interface Colleague {
	id: number;
	name: string;
	initials: string;
	hue: number;
	/**
	 * The mail address, or the login where the reader may not list users.
	 */
	account: string;
	/**
	 * Job title.
	 */
	role: string;
	department: number;
	desks: {
		department: number;
		place: 'expert' | 'deputy' | 'head';
	}[];
	moderates: 'nothing' | 'some' | 'everything';
	/**
	 * For some: departments, without those below.
	 */
	scope: number[];
	/**
	 * The role alone gives the right to moderate.
	 */
	byRole: boolean;
	/**
	 * Departments that somebody decides without having been named for it here.
	 */
	peer: number[];
	deputy: {
		id: number;
		name: string;
		initials: string;
		hue: number;
	} | null;
	hours: Hours;
}

/**
 * Which page of the people of this site.
 */
export interface ColleaguesQuery {
	search?: string;
	/**
	 * Who works there.
	 */
	department?: number;
	only?: 'all' | 'desks' | 'moderators';
	/**
	 * Cursor from the page before.
	 */
	after?: string;
}

/**
 * A page of people, by name.
 */
export interface Colleagues {
	people: Colleague[];
	/**
	 * Cursor of the next page.
	 */
	after: string | null;
}

/**
 * Which threads of a dialog, or which replies of one thread.
 */
export interface CommentsQuery {
	/**
	 * The post whose dialog it is.
	 */
	post: number;
	/**
	 * The thread whose replies follow; 0 for the threads themselves.
	 */
	root?: number;
	order?: 'answered' | 'newest' | 'oldest';
	/**
	 * Only threads with an answer.
	 */
	answered?: boolean;
	/**
	 * Cursor from the page before.
	 */
	after?: string;
}

/**
 * What a contributor wrote, as plain text.
 */
export interface Content {
	title: string;
	text: string;
	/**
	 * @maxItems 10
	 */
	photos: {
		id: number;
		alt: string;
	}[];
}

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
		| 'keep'
		| 'correct'
		| 'undo'
		| 'revise'
		| 'propose'
		| 'withdraw'
		| 'hide'
		| 'show';
	state: 'waiting' | 'published' | 'returned' | 'removed' | 'withdrawn';
	/**
	 * Name of who decided, null for a rule or an erased account.
	 */
	by: string | null;
	reason: string;
	/**
	 * The row of the guideline that it names; 0 for none.
	 */
	guideline: number;
	/**
	 * The photo that was hidden or shown again; 0 for none.
	 */
	photo?: number;
	content: Content;
	/**
	 * UTC.
	 */
	at: string;
}

/**
 * What changes about a department; what isn’t named stays as it is.
 */
export interface DepartmentChange {
	name?: string;
	parent?: number;
	/**
	 * A user id; 0 for nobody.
	 */
	head?: number;
	/**
	 * @maxItems 200
	 */
	experts?: number[];
	/**
	 * @maxItems 200
	 */
	deputies?: number[];
	promise?: string;
	/**
	 * What the desk answers without asking anybody.
	 */
	answers?: string;
	hours?: Hours;
}

/**
 * A department with its desk, as those who manage see it.
 */
export interface Department {
	id: number;
	name: string;
	parent: number;
	/**
	 * How many work there.
	 */
	people: number;
	head: {
		id: number;
		name: string;
		initials: string;
		hue: number;
	} | null;
	experts: NamedPerson[];
	deputies: NamedPerson[];
	promise: string;
	/**
	 * What the desk answers without asking anybody.
	 */
	answers: string;
	hours: Hours;
	/**
	 * The hours that hold where the department says nothing.
	 */
	above: {
		/**
		 * Null: as what stands above says, and for the site: nobody set any. Empty: never.
		 *
		 * @maxItems 70
		 */
		week:
			| {
					/**
					 * 1 is Monday.
					 */
					day: number;
					from: string;
					to: string;
			  }[]
			| null;
		/**
		 * @maxItems 200
		 */
		holidays: {
			from: string;
			/**
			 * The last day.
			 */
			to: string;
			name: string;
		}[];
		/**
		 * The department that says so; empty for the site.
		 */
		from: string;
	};
	nextLook: string | null;
	/**
	 * Who decides there; those who were named for it first.
	 */
	moderators: NamedPerson[];
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
 * Every department with how its desk is filled, parents before their children.
 */
export interface Desks {
	departments: {
		id: number;
		name: string;
		parent: number;
		people: number;
		/**
		 * A name; empty for nobody.
		 */
		head: string;
		experts: number;
		deputies: number;
		/**
		 * Those who were named for it, not those with everything.
		 */
		moderators: number;
		/**
		 * Whether it has hours of its own.
		 */
		hours: boolean;
	}[];
	/**
	 * Moderators without a scope.
	 */
	everything: NamedPerson[];
}

/**
 * The version of the draft that somebody saw when they acted on it.
 */
export interface EditionVersion {
	version: number;
}

/**
 * One edition of the guidelines, with what those who must agree said.
 */
export interface Edition {
	edition: number;
	state: 'draft' | 'put' | 'in_force';
	matters: boolean;
	summary: string;
	version: number;
	round: number;
	/**
	 * In force since.
	 */
	since: string | null;
	/**
	 * When it was put to those who must agree.
	 */
	put: string | null;
	/**
	 * Who put it to them.
	 */
	by: {
		name: string;
		initials: string;
		hue: number;
	} | null;
	asked: {
		id: number;
		person: Person;
		/**
		 * What their job is called; may be empty.
		 */
		role: string;
		answer: '' | 'agree' | 'change';
		note: string;
		at: string | null;
	}[];
	guidelines: GuidelineText[];
}

/**
 * All that the page Guidelines in wp-admin shows. Empty lists: none is in force, none is being written.
 */
export interface Editions {
	/**
	 * The one in force.
	 *
	 * @maxItems 1
	 */
	current: Edition[];
	/**
	 * The one that is being written or waits for answers.
	 *
	 * @maxItems 1
	 */
	next: Edition[];
	mayEdit: boolean;
	/**
	 * Who asks.
	 */
	user: number;
	/**
	 * Every edition that ever was in force, the newest first.
	 */
	past: {
		edition: number;
		since: string;
		matters: boolean;
		summary: string;
		/**
		 * How many it has.
		 */
		guidelines: number;
	}[];
}

/**
 * What happens next to somebody who wants to follow: the same for every address.
 */
export interface Follower {
	said: string;
}

/**
 * How often each guideline was the reason of a return or a removal within a year; nothing about fewer than five people.
 */
export interface GuidelineReturns {
	guidelines: {
		lineage: string;
		tone: 'do' | 'dont';
		sentence: string;
		returns: number | null;
		removals: number | null;
	}[];
}

/**
 * A guideline as it is written and compared.
 */
export interface GuidelineText {
	/**
	 * The same in every edition that has this guideline; made by whoever writes it.
	 */
	lineage: string;
	tone: 'do' | 'dont';
	/**
	 * May be empty while it is a draft.
	 */
	sentence: string;
	reason: string;
	example: string;
	/**
	 * @maxItems 3
	 */
	kinds: ( 'story' | 'comment' | 'share' )[];
	/**
	 * @maxItems 100
	 */
	departments: number[];
	words: string;
}

/**
 * One do or don't, as an edition says it. Decisions cite its id.
 */
export interface Guideline {
	id: number;
	edition: number;
	/**
	 * Its place in its edition, from 1.
	 */
	number: number;
	tone: 'do' | 'dont';
	sentence: string;
	/**
	 * Why; may be empty.
	 */
	reason: string;
	/**
	 * May be empty.
	 */
	example: string;
	/**
	 * Kinds of pieces that it concerns; empty for all.
	 */
	kinds: ( 'story' | 'comment' | 'share' )[];
	/**
	 * Term ids of departments that it concerns, with all below them; empty for all.
	 */
	departments: number[];
	/**
	 * Words that bring it to mind before something is sent, one a line, * for any letters. Empty for strangers.
	 */
	words: string;
}

/**
 * Which guidelines are wanted; all of them without it.
 */
export interface GuidelinesQuery {
	kind?: '' | 'story' | 'comment' | 'share';
	/**
	 * Term id; 0 for whichever.
	 */
	department?: number;
}

/**
 * The guidelines in force, in their order.
 */
export interface Guidelines {
	/**
	 * 0 while none is in force.
	 */
	edition: number;
	guidelines: Guideline[];
}

/**
 * The site’s new working hours and holidays.
 */
export interface HoursChange {
	hours: Hours;
}

/**
 * Working hours and holidays of the site, a department or a moderator, in the site’s time zone.
 */
export interface Hours {
	/**
	 * Null: as what stands above says, and for the site: nobody set any. Empty: never.
	 *
	 * @maxItems 70
	 */
	week:
		| {
				/**
				 * 1 is Monday.
				 */
				day: number;
				from: string;
				to: string;
		  }[]
		| null;
	/**
	 * @maxItems 200
	 */
	holidays: {
		from: string;
		/**
		 * The last day.
		 */
		to: string;
		name: string;
	}[];
}

/**
 * What a table of people changes, before or after it did.
 */
export interface Import {
	version: string;
	/**
	 * Paths that would be added.
	 */
	departments: string[];
	people: {
		line: number;
		id: number;
		name: string;
		changes: {
			field: 'department' | 'role' | 'desks' | 'moderates';
			before: string[];
			after: string[];
		}[];
	}[];
	unchanged: number;
	/**
	 * Lines that mean nobody of this site; they are left out.
	 */
	unknown: {
		line: number;
		who: string;
	}[];
	/**
	 * Lines to mend; nothing is written before.
	 */
	problems: {
		line: number;
		text: string;
	}[];
	applied: boolean;
}

/**
 * Somebody with an account on this site, for those who manage.
 */
export interface NamedPerson {
	id: number;
	name: string;
	initials: string;
	hue: number;
}

/**
 * What somebody who was asked says to an edition.
 */
export interface NewAgreement {
	edition: number;
	/**
	 * How often it was put to them: an answer is for what they saw.
	 */
	round: number;
	answer: 'agree' | 'change';
	/**
	 * What should change.
	 */
	note?: string;
}

/**
 * From now on nothing is taken from somebody, or it is again.
 */
export interface NewBlocked {
	/**
	 * Of an account or a guest; to block.
	 */
	mail?: string;
	/**
	 * As Blocked names it; to take from them again.
	 */
	id?: string;
}

/**
 * Switches calm mode on or off.
 */
export interface NewCalm {
	/**
	 * Address or number of the page; empty for the whole site.
	 */
	address: string;
	/**
	 * How long from now; 0 switches it off.
	 */
	minutes: number;
	/**
	 * What readers are told; empty for a sentence of ours.
	 */
	reason?: string;
	/**
	 * Seconds between two pieces of one sender.
	 */
	pace?: number;
}

/**
 * What the company changed because of a story.
 */
export interface NewChange {
	story: number;
	text: string;
	date?: string;
	link?: string;
}

/**
 * Somebody writes in a dialog.
 */
export interface NewComment {
	post: number;
	/**
	 * The comment that it answers; 0 for none.
	 */
	parent?: number;
	/**
	 * Plain text; the dialog's own length is told in a sentence.
	 */
	text: string;
	/**
	 * Of a guest.
	 */
	name?: string;
	/**
	 * Of a guest, never shown.
	 */
	mail?: string;
	/**
	 * Term id of the department that is asked; 0 for none.
	 */
	ask?: number;
	/**
	 * Whether the writer hears of answers by mail.
	 */
	follow?: boolean;
	/**
	 * Chosen by the sender: sent twice, it makes one comment.
	 */
	submission: string;
	/**
	 * Settings of a template's dialog, as the page gave them.
	 */
	sealed?: string;
	/**
	 * Of a guest, fetched when the form was touched.
	 */
	token?: string;
	/**
	 * Stays empty; only machines fill it in.
	 */
	website?: string;
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
	act:
		| 'publish'
		| 'return'
		| 'remove'
		| 'restore'
		| 'keep'
		| 'correct'
		| 'hide'
		| 'show';
	/**
	 * What the contributor is told; a return or a removal needs one.
	 */
	reason?: string;
	/**
	 * The moderator notes that everybody who can be recognised agreed.
	 */
	consent?: boolean;
	/**
	 * The guideline it names; 0 for none.
	 */
	guideline?: number;
	/**
	 * The photo that is hidden or shown again; 0 for none.
	 */
	photo?: number;
	content?: Content;
}

/**
 * A department to add.
 */
export interface NewDepartment {
	name: string;
	/**
	 * 0 at the top.
	 */
	parent?: number;
}

/**
 * What the next edition begins with.
 */
export interface NewDraft {
	with: 'current' | 'starters' | 'nothing';
}

/**
 * The draft of an edition, saved as a whole.
 */
export interface NewEdition {
	/**
	 * The version that was changed.
	 */
	version: number;
	/**
	 * Whether everybody acknowledges this edition anew; a spelling doesn't matter.
	 */
	matters: boolean;
	/**
	 * What changes, for those who must agree and for contributors.
	 */
	summary: string;
	/**
	 * Users who must agree.
	 *
	 * @maxItems 20
	 */
	named: number[];
	/**
	 * @maxItems 50
	 */
	guidelines: GuidelineText[];
}

/**
 * Somebody who decides in a department asks those who decide everything.
 */
export interface NewEscalation {
	kind: string;
	id: number;
	/**
	 * The version that was seen.
	 */
	version: number;
	/**
	 * For moderators; its contributor never sees it.
	 */
	note: string;
}

/**
 * Somebody wants to hear by mail what is new. A guest confirms by the mail that they get.
 */
export interface NewFollower {
	/**
	 * A conversation by its post, or the answers to one comment.
	 */
	about: string;
	/**
	 * Of a guest; an account has its own.
	 */
	mail?: string;
	how: 'now' | 'daily';
	/**
	 * Stays empty; only machines fill it in.
	 */
	website?: string;
}

/**
 * A department decides by itself from now on, or no longer.
 */
export interface NewHandOver {
	department: number;
	handed: boolean;
	reason: string;
}

/**
 * A table of people, as the multipart field “file”.
 */
export interface NewImport {
	/**
	 * The version of the preview that was seen; without it nothing is written.
	 */
	expects?: string;
}

/**
 * A note that a moderator leaves for the others.
 */
export interface NewNote {
	text: string;
}

/**
 * A moderator objects to a piece that would appear by itself.
 */
export interface NewObjection {
	kind: string;
	id: number;
	/**
	 * The version that was seen.
	 */
	version: number;
}

/**
 * A page gets a rule of its own.
 */
export interface NewPageMode {
	address: string;
	/**
	 * '' takes its own rule away.
	 */
	mode: '' | 'before' | 'after' | 'off';
}

/**
 * A page was passed on by way of a network. Counted, without persons.
 */
export interface NewPass {
	post: number;
	/**
	 * Id of a network, or device, copy or qr.
	 */
	network: string;
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
 * A profile to link.
 */
export interface NewProfile {
	address: string;
}

/**
 * A moderator puts a comment before a desk.
 */
export interface NewQuestion {
	comment: number;
	/**
	 * Term id.
	 */
	department: number;
}

/**
 * Some settings, or all of them, to be saved.
 */
export interface NewSettings {
	/**
	 * When somebody looks at pieces: before they appear, afterwards or not at all; '' does as the site does.
	 */
	modes?: {
		site: 'before' | 'after' | 'off';
		story: '' | 'before' | 'after' | 'off';
		comment: '' | 'before' | 'after' | 'off';
		share: '' | 'before' | 'after' | 'off';
	};
	/**
	 * From so many links on a piece waits; 0 never.
	 */
	links?: number;
	/**
	 * How moderators hear that something waits.
	 */
	alerts?: 'now' | 'digest' | 'off';
	/**
	 * The hour of the day at which the digest goes out.
	 */
	digest?: number;
	/**
	 * So many seconds a decision can be taken back.
	 */
	undo?: number;
	/**
	 * So many minutes whoever opened a piece holds it.
	 */
	claim?: number;
	/**
	 * After so many hours the deputy is asked.
	 */
	deputy?: number;
	/**
	 * Days; 0 as long as the plugin is installed.
	 */
	keep?: {
		/**
		 * Returned pieces that nobody answered.
		 */
		returned: number;
		/**
		 * Removed and withdrawn pieces.
		 */
		removed: number;
		/**
		 * Reports and appeals.
		 */
		reports: number;
		/**
		 * Notes between moderators.
		 */
		notes: number;
		/**
		 * The record of decisions.
		 */
		decisions: number;
	};
	/**
	 * What statements of reasons name.
	 */
	contact?: {
		/**
		 * Who runs the site.
		 */
		name: string;
		/**
		 * Where contributors and reporters write.
		 */
		mail: string;
		/**
		 * A postal address.
		 */
		post: string;
		/**
		 * The body for disputes out of court.
		 */
		disputes: string;
	};
}

/**
 * A post on somebody's profile, as it is sent to become a share.
 */
export interface NewShare {
	/**
	 * Made by the sender, the same on every try: sending twice makes one.
	 */
	submission: string;
	/**
	 * Of the post itself, as it was copied.
	 */
	address: string;
	title?: string;
	/**
	 * What the post says, as plain text: for networks that don't tell.
	 */
	text?: string;
	/**
	 * Whose post it is, as its sender says; empty for their own name.
	 */
	author?: string;
	/**
	 * Term id; 0 for none.
	 */
	department?: number;
	/**
	 * The post of this site that it belongs to; 0 to look for a link in its text.
	 */
	page?: number;
	/**
	 * Whether its pictures may be copied: no, since the sender made them, or since they were allowed to.
	 */
	permission?: 'none' | 'mine' | 'permission';
	label?: '' | 'advertising' | 'employee';
	/**
	 * Can anybody be recognised in the pictures? Empty only where none are copied.
	 */
	recognisable?: '' | 'nobody' | 'me' | 'others';
	/**
	 * The edition of the guidelines that its sender says to know.
	 */
	guidelines?: number;
}

/**
 * Other numbers, with a reason that stays in the log.
 */
export interface NewStandingRules {
	/**
	 * So many published pieces make known.
	 */
	known: number;
	/**
	 * From so many decisions on rates count.
	 */
	decisions: number;
	/**
	 * Decisions of so many days count.
	 */
	days: number;
	/**
	 * Per cent published at first look that make trusted.
	 */
	rate: number;
	/**
	 * By so much the rate may fall before standing does.
	 */
	slack: number;
	/**
	 * Hours to object before a piece of somebody known appears; 0: it waits for a person.
	 */
	veto: number;
	reason: string;
}

/**
 * A person puts somebody on a level, or back under the rules.
 */
export interface NewStanding {
	user: number;
	department: number;
	/**
	 * Empty: every kind.
	 */
	kind: string;
	/**
	 * Empty: what the rules say.
	 */
	level: '' | 'newcomer' | 'known' | 'trusted' | 'peer';
	reason: string;
}

/**
 * Pins a statement in one’s own name above the dialogs of a page or of the site.
 */
export interface NewStatement {
	/**
	 * Address or number of the page; empty for the whole site.
	 */
	address: string;
	/**
	 * Empty takes it away.
	 */
	text: string;
	/**
	 * In which function.
	 */
	role?: string;
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
	/**
	 * The edition of the guidelines that its contributor says to know; asked before the first piece and after a change that matters.
	 */
	guidelines?: number;
}

/**
 * What a form for everybody has to carry, fetched when it is touched.
 */
export interface NewToken {
	/**
	 * The post whose dialog it is.
	 */
	post: number;
}

/**
 * A rule of the works agreement is switched.
 */
export interface NewWorksRule {
	rule: 'visitors_wait' | 'no_numbers' | 'no_ranking' | 'no_export';
	on: boolean;
	reason: string;
}

/**
 * A note between moderators; contributors never see it.
 */
export interface Note {
	by: Person;
	text: string;
	/**
	 * UTC.
	 */
	at: string;
}

/**
 * What a contributor does with a piece of theirs.
 */
export interface OwnChange {
	/**
	 * The version they saw.
	 */
	version: number;
	/**
	 * `correct` puts their own words back.
	 */
	act: 'revise' | 'propose' | 'correct' | 'withdraw';
	content?: Content;
	/**
	 * What they tell the moderator.
	 */
	answer?: string;
	/**
	 * What becomes of what they withdraw.
	 */
	leave?: 'kept' | 'anonymised' | 'removed';
}

/**
 * Other words within ten minutes, or none any more.
 */
export interface OwnCommentChange {
	act: 'edit' | 'withdraw';
	text?: string;
}

/**
 * A comment as its writer sees it: `own` opens it, `until` is for how many seconds it can be changed in place.
 */
export interface OwnComment {
	id: number;
	html: string;
	own: string;
	text: string;
	until: number;
	parent: number;
	waiting: boolean;
}

/**
 * What somebody wrote in a dialog and sees though nobody else does yet.
 */
export interface OwnCommentsQuery {
	post: number;
	/**
	 * Names of pieces with the tokens of their links, as a guest's browser kept them.
	 *
	 * @maxItems 20
	 */
	links?: string[];
}

/**
 * What a contributor learns of a piece of theirs, in a list.
 */
export interface OwnPiece {
	kind: string;
	/**
	 * The kind in words.
	 */
	label: string;
	id: number;
	/**
	 * The one that a change has to name.
	 */
	version: number;
	title: string;
	state: 'waiting' | 'published' | 'returned' | 'removed' | 'withdrawn';
	/**
	 * A change to it waits, while it stands as it was.
	 */
	proposed: boolean;
	/**
	 * UTC.
	 */
	since: string;
	/**
	 * Where it is opened; by its link where it was asked for by one.
	 */
	page: string;
}

export interface OwnPiecesQuery {
	/**
	 * Cursor from the page before.
	 */
	after?: string;
}

/**
 * What somebody sent, newest first, or the one piece of a link.
 */
export interface OwnPieces {
	pieces: OwnPiece[];
	/**
	 * Cursor of the next page.
	 */
	after: string | null;
}

/**
 * A page with a rule of its own.
 */
export interface PageMode {
	id: number;
	title: string;
	link: string;
	mode: 'before' | 'after' | 'off';
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
 * To have a profile of one's own looked up again, or to get a code for its text.
 */
export interface ProfileAct {
	act: 'check' | 'code';
}

/**
 * A profile on a network that somebody linked, as they see it themselves.
 */
export interface Profile {
	id: number;
	network: string;
	address: string;
	/**
	 * Its name there; empty where none is known.
	 */
	handle: string;
	/**
	 * answer and protocol: the network knows it; rel-me and code: its owner said so there.
	 */
	proof: 'none' | 'answer' | 'protocol' | 'rel-me' | 'code';
	/**
	 * Whether it is proven to be this person's.
	 */
	own: boolean;
	/**
	 * UTC.
	 */
	proven: string | null;
	/**
	 * UTC.
	 */
	checked: string | null;
	/**
	 * One sentence: how far it is proven.
	 */
	message: string;
	/**
	 * For the profile's text; shown once, where one was asked for.
	 */
	code?: string;
}

/**
 * One's own profiles.
 */
export interface Profiles {
	/**
	 * The address of this site that a profile of theirs links to by rel="me".
	 */
	link: string;
	profiles: {
		id: number;
		network: string;
		address: string;
		/**
		 * Its name there; empty where none is known.
		 */
		handle: string;
		/**
		 * answer and protocol: the network knows it; rel-me and code: its owner said so there.
		 */
		proof: 'none' | 'answer' | 'protocol' | 'rel-me' | 'code';
		/**
		 * Whether it is proven to be this person's.
		 */
		own: boolean;
		/**
		 * UTC.
		 */
		proven: string | null;
		/**
		 * UTC.
		 */
		checked: string | null;
		/**
		 * One sentence: how far it is proven.
		 */
		message: string;
	}[];
}

/**
 * What somebody of the desk does with a question.
 */
export interface QuestionAct {
	act:
		'take' | 'give_back' | 'answer' | 'pass' | 'close' | 'draft' | 'advise';
	/**
	 * The answer, the note to the other desk, what was changed, the draft, or the advice.
	 */
	text?: string;
	/**
	 * The desk that it is passed to.
	 */
	department?: number;
	/**
	 * The user who reads the draft.
	 */
	mentor?: number;
	/**
	 * Y-m-d: when it was changed.
	 */
	date?: string;
	link?: string;
}

/**
 * What the desks of somebody have to answer, oldest first.
 */
export interface Questions {
	questions: {
		id: number;
		name: string;
		text: string;
		html: string;
		link: string;
		page: string;
		department: number;
		desk: string;
		asked: string;
		promised: string | null;
		holder: string | null;
		isHeld: boolean;
		mayAct: boolean;
		draft: string;
		/**
		 * Names of those whose answer waits until somebody has looked at it.
		 */
		waits: string[];
		notes: {
			act: string;
			name: string;
			note: string;
		}[];
	}[];
	desks: {
		id: number;
		name: string;
		/**
		 * Whether whoever asks answers there.
		 */
		own: boolean;
		answers: string;
		people: {
			id: number;
			name: string;
		}[];
	}[];
	said?: string;
}

/**
 * One piece in the queue.
 */
export interface QueueItem {
	/**
	 * story, comment or share.
	 */
	kind: string;
	/**
	 * The kind for people, in their language.
	 */
	label: string;
	id: number;
	/**
	 * Grows with every decision and every revision; a decision names the one that was judged.
	 */
	version: number;
	/**
	 * Where it stands on the desk; null when it needs nobody.
	 */
	list: 'waiting' | 'reported' | 'appealed' | 'returned' | null;
	state: 'waiting' | 'published' | 'returned' | 'removed' | 'withdrawn';
	title: string;
	excerpt: string;
	contributor: Person;
	/**
	 * The user behind the contributor, to ask for all of theirs; 0 for a guest.
	 */
	author: number;
	/**
	 * It comes before what merely waits.
	 */
	urgent: boolean;
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
	/**
	 * Where visitors see it, once it is published.
	 */
	link: string | null;
	/**
	 * Who has it open right now.
	 */
	claim: {
		by: string;
		mine: boolean;
		/**
		 * UTC.
		 */
		until: string;
	} | null;
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
	content: Content;
	/**
	 * What stands in `content` of the last decision is proposed; what is published stands meanwhile.
	 */
	proposal: boolean;
	/**
	 * Its page, and what it answers, from the top down.
	 */
	context: {
		name: string;
		text: string;
		link: string;
	}[];
	/**
	 * What moderators tell each other.
	 */
	notes: Note[];
	/**
	 * What its contributor may do here already, in sentences.
	 */
	standing: string[];
	/**
	 * Reports and appeals that wait.
	 */
	cases: Case[];
	/**
	 * Seconds for which this moderator may still take the last decision back.
	 */
	undoable: number | null;
}

/**
 * Which page of the queue.
 */
export interface QueueQuery {
	list?: 'waiting' | 'reported' | 'appealed' | 'returned';
	kind?: string;
	/**
	 * With all below it; 0 for all.
	 */
	department?: number;
	/**
	 * A user; 0 for everybody.
	 */
	contributor?: number;
	/**
	 * The code of a reason why it waits.
	 */
	reason?: string;
	search?: string;
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
		reported: number;
		appealed: number;
		returned: number;
	};
}

/**
 * What became of a comment that was sent.
 */
export interface SentComment {
	id: number;
	state: 'waiting' | 'published';
	link: string;
	mine: string;
	message: string;
	own: string;
	shown: OwnComment[];
}

/**
 * All that the settings' page shows.
 */
export interface SettingsPage {
	settings: Settings;
	words: Words;
	pages: PageMode[];
	blocked: Blocked[];
	agreement: WorksAgreement;
}

/**
 * What a company sets for the whole site.
 */
export interface Settings {
	/**
	 * When somebody looks at pieces: before they appear, afterwards or not at all; '' does as the site does.
	 */
	modes: {
		site: 'before' | 'after' | 'off';
		story: '' | 'before' | 'after' | 'off';
		comment: '' | 'before' | 'after' | 'off';
		share: '' | 'before' | 'after' | 'off';
	};
	/**
	 * From so many links on a piece waits; 0 never.
	 */
	links: number;
	/**
	 * How moderators hear that something waits.
	 */
	alerts: 'now' | 'digest' | 'off';
	/**
	 * The hour of the day at which the digest goes out.
	 */
	digest: number;
	/**
	 * So many seconds a decision can be taken back.
	 */
	undo: number;
	/**
	 * So many minutes whoever opened a piece holds it.
	 */
	claim: number;
	/**
	 * After so many hours the deputy is asked.
	 */
	deputy: number;
	/**
	 * Days; 0 as long as the plugin is installed.
	 */
	keep: {
		/**
		 * Returned pieces that nobody answered.
		 */
		returned: number;
		/**
		 * Removed and withdrawn pieces.
		 */
		removed: number;
		/**
		 * Reports and appeals.
		 */
		reports: number;
		/**
		 * Notes between moderators.
		 */
		notes: number;
		/**
		 * The record of decisions.
		 */
		decisions: number;
	};
	/**
	 * What statements of reasons name.
	 */
	contact: {
		/**
		 * Who runs the site.
		 */
		name: string;
		/**
		 * Where contributors and reporters write.
		 */
		mail: string;
		/**
		 * A postal address.
		 */
		post: string;
		/**
		 * The body for disputes out of court.
		 */
		disputes: string;
	};
}

/**
 * What a contributor learns of their share.
 */
export interface Share {
	id: number;
	state: 'waiting' | 'published' | 'returned' | 'removed' | 'withdrawn';
	title: string;
	/**
	 * One sentence: what happens next.
	 */
	message: string;
	/**
	 * The original, once the share is published.
	 */
	link: string | null;
	/**
	 * The contributor's own page for it.
	 */
	mine: string;
}

/**
 * The site’s hours, and what they mean now.
 */
export interface SiteHours {
	hours: Hours;
	/**
	 * When somebody looks next, in words; null where nobody set any hours or none come.
	 */
	nextLook: string | null;
}

/**
 * A page of the log.
 */
export interface StandingLogQuery {
	after?: string;
}

/**
 * What persons decided about standing, latest first.
 */
export interface StandingLog {
	entries: {
		sentence: string;
		reason: string;
		/**
		 * Null for an erased account.
		 */
		by: string | null;
		/**
		 * UTC.
		 */
		at: string;
	}[];
	after: string | null;
}

/**
 * What the page Standing begins with: departments, kinds of piece and the rules.
 */
export interface StandingOverview {
	departments: {
		/**
		 * 0 for pieces without a department.
		 */
		id: number;
		path: string;
		/**
		 * It decides by itself; said of it or of a department above it.
		 */
		handedOver: boolean;
		/**
		 * That was said of a department above it.
		 */
		above: boolean;
		peers: NamedPerson[];
	}[];
	kinds: {
		kind: string;
		label: string;
	}[];
	levels: {
		level: 'newcomer' | 'known' | 'trusted' | 'peer';
		label: string;
		/**
		 * What it allows, in a sentence.
		 */
		may: string;
	}[];
	rules: StandingRules;
	/**
	 * The rules as contributors read them.
	 */
	sentences: string[];
}

/**
 * A page of people, by name.
 */
export interface StandingPeople {
	people: StandingPerson[];
	after: string | null;
}

/**
 * Where somebody stands in one department: words, never counts.
 */
export interface StandingPerson {
	id: number;
	name: string;
	initials: string;
	hue: number;
	role: string;
	stands: {
		kind: string;
		level: 'newcomer' | 'known' | 'trusted' | 'peer';
		/**
		 * A person put them there.
		 */
		given: boolean;
		/**
		 * Why that person did.
		 */
		reason: string;
		/**
		 * By the rules too few decisions, all of them good: a person may hand over.
		 */
		ready: boolean;
	}[];
}

/**
 * Whose standing is asked for: people of one department, by name.
 */
export interface StandingQuery {
	department: number;
	search?: string;
	after?: string;
}

/**
 * By which numbers standing grows and falls.
 */
export interface StandingRules {
	/**
	 * So many published pieces make known.
	 */
	known: number;
	/**
	 * From so many decisions on rates count.
	 */
	decisions: number;
	/**
	 * Decisions of so many days count.
	 */
	days: number;
	/**
	 * Per cent published at first look that make trusted.
	 */
	rate: number;
	/**
	 * By so much the rate may fall before standing does.
	 */
	slack: number;
	/**
	 * Hours to object before a piece of somebody known appears; 0: it waits for a person.
	 */
	veto: number;
}

/**
 * What a hand-over would have meant: to somebody, or with user 0 to a department.
 */
export interface StandingTestQuery {
	user: number;
	department: number;
	kind?: string;
	level?: '' | 'newcomer' | 'known' | 'trusted' | 'peer';
}

/**
 * What would have happened, in a sentence.
 */
export interface StandingTest {
	sentence: string;
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
	/**
	 * The contributor's own page for it, by a link that needs no login.
	 */
	mine: string;
}

/**
 * A moderator takes their last decision back before anybody is told.
 */
export interface Undo {
	kind: string;
	id: number;
	/**
	 * The version that came out of the decision.
	 */
	version: number;
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

/**
 * The lists of blocked and watched words.
 */
export interface Words {
	/**
	 * One entry a line; a piece with one of them is refused.
	 */
	blocked: string;
	/**
	 * One entry a line; a piece with one of them waits.
	 */
	watched: string;
}

/**
 * What was promised to employees.
 */
export interface WorksAgreement {
	rules: {
		rule: 'visitors_wait' | 'no_numbers' | 'no_ranking' | 'no_export';
		sentence: string;
		on: boolean;
	}[];
	/**
	 * What was switched, latest first.
	 */
	history: {
		rule: 'visitors_wait' | 'no_numbers' | 'no_ranking' | 'no_export';
		sentence: string;
		on: boolean;
		reason: string;
		by: string | null;
		at: string;
	}[];
	/**
	 * Address of the page for the works council.
	 */
	document: string;
}

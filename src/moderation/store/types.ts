/* What the desk knows, and every event that changes it. */
import type {
	Content,
	Decision,
	NewDecision,
	Note,
	Queue,
	QueueItem,
	QueuePiece,
} from '../../contract';

/** Kind and id, as in addresses: `story-31`. */
export type PieceKey = string;
export type ListName = keyof Queue[ 'counts' ];
export type Act = NewDecision[ 'act' ];
export type Claim = QueueItem[ 'claim' ];

export const LISTS: readonly ListName[] = [
	'waiting',
	'reported',
	'appealed',
	'returned',
];

/** Which pieces of a list are shown; '' and 0 for all. */
export interface Filters {
	kind: string;
	department: number;
	contributor: number;
	reason: string;
	search: string;
}

/** A RestError without its stack, so that it can stand in the state. */
export interface Failure {
	code: string;
	message: string;
	status: number;
}

export interface List {
	/** `new` until somebody asks for it; then what its first page is doing. */
	status: 'new' | 'loading' | 'ready' | 'failed';
	failure: Failure | null;
	keys: PieceKey[];
	/** Cursor of the next page, null at the end. */
	after: string | null;
	more: 'idle' | 'loading' | 'failed';
}

export interface OpenedPiece {
	status: 'loading' | 'ready' | 'failed';
	failure: Failure | null;
	/** What was loaded last; its version is the one a decision names. */
	piece: QueuePiece | null;
}

/** Acts that are told in words. */
export type Telling = 'return' | 'remove' | 'keep' | 'hide';

/** What a moderator has begun and not yet sent. */
export interface Draft {
	/** The field is open in which this act is told. */
	telling: Telling | null;
	reason: string;
	/** Id of the guideline it names; 0 for none. */
	guideline: number;
	/** The photo that is to be hidden; 0 for none. */
	photo: number;
	/** Everybody who can be recognised agreed. */
	consent: boolean;
	correction: Content | null;
	note: string;
}

/** A decision on its way, or one that did not arrive. */
export interface Attempt {
	act: Act;
	failure: Failure | null;
}

/** What somebody else did to a piece, and what stood in it when it was judged here. */
export interface Overtaken {
	decision: Decision;
	judged: Content | null;
}

/** A decision that can be taken back, and how the desk looked before it. */
export interface Undoable {
	key: PieceKey;
	/** The version that came out of the decision. */
	version: number;
	act: Act;
	list: ListName | null;
	place: number;
	draft: Draft | null;
}

/** One decision, or all those of one batch. */
export interface UndoStep {
	batch: number;
	pieces: Undoable[];
	/** Milliseconds since 1970 by this computer's clock. */
	until: number;
	isUnderway: boolean;
}

export interface DeskState {
	list: ListName;
	filters: Filters;
	lists: Record< ListName, List >;
	counts: Queue[ 'counts' ];
	items: Record< PieceKey, QueueItem >;
	pieces: Record< PieceKey, OpenedPiece >;
	open: PieceKey | null;
	drafts: Record< PieceKey, Draft >;
	attempts: Record< PieceKey, Attempt >;
	meanwhile: Record< PieceKey, Overtaken >;
	/** The newest last. */
	undos: UndoStep[];
}

/** Answers to another choice of pieces than the one on the screen are dropped. */
interface Loading {
	list: ListName;
	more: boolean;
	filters?: Filters;
}

export type DeskEvent =
	| { type: 'LIST_CHOSEN'; list: ListName }
	| { type: 'FILTERED'; filters: Filters }
	| ( { type: 'QUEUE_LOADING' } & Loading )
	| ( { type: 'QUEUE_LOADED'; queue: Queue } & Loading )
	| ( { type: 'QUEUE_FAILED'; failure: Failure } & Loading )
	| { type: 'SEEN'; queue: Queue }
	| { type: 'OPENED'; key: PieceKey | null }
	| { type: 'PIECE_LOADING'; key: PieceKey }
	| { type: 'PIECE_LOADED'; key: PieceKey; piece: QueuePiece }
	| { type: 'PIECE_FAILED'; key: PieceKey; failure: Failure }
	| { type: 'DRAFTED'; key: PieceKey; draft: Partial< Draft > }
	| { type: 'DECIDING'; key: PieceKey; act: Act }
	| {
			type: 'DECIDED';
			key: PieceKey;
			decision: Decision;
			batch: number;
			until: number;
	  }
	| { type: 'DECISION_FAILED'; key: PieceKey; failure: Failure }
	| { type: 'OVERTAKEN'; key: PieceKey; decision: Decision }
	| { type: 'UNDOING'; batch: number }
	| { type: 'UNDONE'; key: PieceKey; decision: Decision }
	| { type: 'UNDO_FAILED'; key: PieceKey }
	| { type: 'TIME_PASSED'; now: number }
	| { type: 'CLAIMED'; key: PieceKey; claim: Claim }
	| { type: 'NOTED'; key: PieceKey; note: Note };

export function keyOf( piece: { kind: string; id: number } ): PieceKey {
	return `${ piece.kind }-${ piece.id }`;
}

export function fromKey( key: PieceKey ): { kind: string; id: number } {
	const at = key.lastIndexOf( '-' );
	return { kind: key.slice( 0, at ), id: Number( key.slice( at + 1 ) ) };
}

/** The REST path of a piece on the queue. */
export function pathOf( key: PieceKey ): string {
	const { kind, id } = fromKey( key );
	return `queue/${ kind }/${ id }`;
}

export const EMPTY_DRAFT: Draft = {
	telling: null,
	reason: '',
	guideline: 0,
	photo: 0,
	consent: false,
	correction: null,
	note: '',
};

/** Something for each of the lists. */
export function perList< T >(
	make: ( name: ListName ) => T
): Record< ListName, T > {
	return Object.fromEntries(
		LISTS.map( ( name ) => [ name, make( name ) ] )
	) as Record< ListName, T >;
}

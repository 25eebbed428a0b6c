/* What the desk knows, and every event that changes it. */
import type {
	Decision,
	NewDecision,
	Queue,
	QueueItem,
	QueuePiece,
} from '../../contract';

/** Kind and id, as in addresses: `story-31`. */
export type PieceKey = string;
export type ListName = keyof Queue[ 'counts' ];
export const LISTS: readonly ListName[] = [
	'waiting',
	'reported',
	'appealed',
	'returned',
];
export type Act = NewDecision[ 'act' ];

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

/** What a moderator has begun and not yet sent. */
export interface Draft {
	reason: string;
	/** Everybody who can be recognised agreed. */
	consent: boolean;
	/** The question's field is open. */
	asking: boolean;
}

/** A decision on its way, or one that did not arrive. */
export interface Attempt {
	act: Act;
	failure: Failure | null;
}

export interface DeskState {
	list: ListName;
	lists: Record< ListName, List >;
	counts: Queue[ 'counts' ];
	items: Record< PieceKey, QueueItem >;
	pieces: Record< PieceKey, OpenedPiece >;
	open: PieceKey | null;
	drafts: Record< PieceKey, Draft >;
	attempts: Record< PieceKey, Attempt >;
	/** What somebody else did to a piece while it lay on this desk. */
	meanwhile: Record< PieceKey, Decision >;
}

export type DeskEvent =
	| { type: 'LIST_CHOSEN'; list: ListName }
	| { type: 'QUEUE_LOADING'; list: ListName; more: boolean }
	| { type: 'QUEUE_LOADED'; list: ListName; more: boolean; queue: Queue }
	| {
			type: 'QUEUE_FAILED';
			list: ListName;
			more: boolean;
			failure: Failure;
	  }
	| { type: 'OPENED'; key: PieceKey | null }
	| { type: 'PIECE_LOADING'; key: PieceKey }
	| { type: 'PIECE_LOADED'; key: PieceKey; piece: QueuePiece }
	| { type: 'PIECE_FAILED'; key: PieceKey; failure: Failure }
	| { type: 'DRAFTED'; key: PieceKey; draft: Partial< Draft > }
	| { type: 'DECIDING'; key: PieceKey; act: Act }
	| { type: 'DECIDED'; key: PieceKey; decision: Decision }
	| { type: 'DECISION_FAILED'; key: PieceKey; failure: Failure }
	| { type: 'OVERTAKEN'; key: PieceKey; decision: Decision };

export function keyOf( piece: { kind: string; id: number } ): PieceKey {
	return `${ piece.kind }-${ piece.id }`;
}

/** The REST path of a piece on the queue. */
export function pathOf( key: PieceKey ): string {
	const at = key.lastIndexOf( '-' );
	return `queue/${ key.slice( 0, at ) }/${ key.slice( at + 1 ) }`;
}

export const EMPTY_DRAFT: Draft = {
	reason: '',
	consent: false,
	asking: false,
};

/** Something for each of the lists. */
export function perList< T >(
	make: ( name: ListName ) => T
): Record< ListName, T > {
	return Object.fromEntries(
		LISTS.map( ( name ) => [ name, make( name ) ] )
	) as Record< ListName, T >;
}

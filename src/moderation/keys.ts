/* Which act a key means, and when a key means nothing. */
export type KeyAct =
	| 'next'
	| 'previous'
	| 'publish'
	| 'return'
	| 'remove'
	| 'keep'
	| 'correct'
	| 'undo'
	| 'claim'
	| 'open'
	| 'grid'
	| 'search'
	| 'help';

/** The part of a KeyboardEvent that decides. */
export interface KeyPress {
	key: string;
	code: string;
	ctrlKey: boolean;
	metaKey: boolean;
	altKey: boolean;
	shiftKey: boolean;
	repeat: boolean;
	isComposing: boolean;
	defaultPrevented: boolean;
}

/** As shown on the screen. */
export const KEY_OF: Record< KeyAct, string > = {
	next: 'J',
	previous: 'K',
	publish: 'P',
	return: 'R',
	remove: 'X',
	keep: 'L',
	correct: 'E',
	undo: 'Z',
	claim: 'C',
	open: 'O',
	grid: 'G',
	search: '/',
	help: '?',
};

const ACT_OF = new Map(
	Object.entries( KEY_OF ).map( ( [ act, key ] ) => [ key, act as KeyAct ] )
);

// A held key may run through the list, and must not publish it.
const MAY_REPEAT: ReadonlySet< KeyAct > = new Set( [ 'next', 'previous' ] );
// Many keyboards have these above another sign.
const MAY_SHIFT: ReadonlySet< KeyAct > = new Set( [ 'help', 'search' ] );

/** On keyboards of other scripts the key's place counts: KeyJ is J. */
function letterOf( press: KeyPress ): string {
	const isForeign =
		press.key.length === 1 && press.key.charCodeAt( 0 ) > 0x24f;
	return isForeign && press.code.startsWith( 'Key' )
		? press.code.slice( 3 )
		: press.key.toUpperCase();
}

/** The act of a key press, or null when it belongs to the browser or to somebody's typing. */
export function actOf( press: KeyPress ): KeyAct | null {
	if ( press.altKey || press.isComposing || press.defaultPrevented ) {
		return null;
	}
	const act = ACT_OF.get( letterOf( press ) ) ?? null;
	const isModified = press.ctrlKey || press.metaKey;
	if (
		! act ||
		// Control and Z take back everywhere, so here, too.
		( isModified && act !== 'undo' ) ||
		( press.shiftKey && ! MAY_SHIFT.has( act ) )
	) {
		return null;
	}
	return press.repeat && ! MAY_REPEAT.has( act ) ? null : act;
}

/** Not a single key, which somebody may press by accident: it works when those are switched off. */
export function isSafe( act: KeyAct, press: KeyPress ): boolean {
	return act === 'help' || press.ctrlKey || press.metaKey;
}

const NO_TEXT = 'button checkbox color file image radio range reset submit';

/** Whether keys pressed here are text or answers to something that lies above the desk. */
export function isTyping( target: EventTarget | null ): boolean {
	// From inside the preview's frame, where instanceof would ask the wrong window.
	const element = target as Partial< HTMLElement > | null;
	if ( ! element?.closest || element.isContentEditable ) {
		return Boolean( element?.isContentEditable );
	}
	const field = element.closest( 'input, textarea, select' );
	if ( field ) {
		const type = field.getAttribute( 'type' ) ?? 'text';
		return (
			field.nodeName !== 'INPUT' ||
			! NO_TEXT.split( ' ' ).includes( type )
		);
	}
	return element.closest( '[role="dialog"], [role="menu"], dialog' ) !== null;
}

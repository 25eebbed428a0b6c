/* Which key sends: Command on Apple's keyboards, Control elsewhere. */
export function isAppleOS(): boolean {
	return /Mac|iPad|iPhone/.test( window.navigator.platform );
}

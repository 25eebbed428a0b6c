/* An act with its key shown: a real button, whose key is a shortcut and never the only way. */
import { Button } from '@wordpress/components';
import type { MutableRefObject, ReactNode } from 'react';
import { KEY_OF, type KeyAct } from './keys';
import { useKeysOn } from './keys-on';

export function Key( { act }: { act: KeyAct } ) {
	const [ keysOn ] = useKeysOn();
	return keysOn ? (
		<kbd className="tl-key" aria-hidden="true">
			{ KEY_OF[ act ] }
		</kbd>
	) : null;
}

interface ActButtonProps {
	/** Null for an act without a key. */
	act: KeyAct | null;
	children: ReactNode;
	onClick: () => void;
	variant?: 'primary' | 'secondary' | 'tertiary';
	className?: string;
	disabled?: boolean;
	busy?: boolean;
	buttonRef?: MutableRefObject< HTMLButtonElement | null >;
}

export function ActButton( {
	act,
	children,
	onClick,
	variant = 'secondary',
	className = '',
	disabled = false,
	busy = false,
	buttonRef,
}: ActButtonProps ) {
	const [ keysOn ] = useKeysOn();
	return (
		<Button
			__next40pxDefaultSize
			accessibleWhenDisabled
			className={ `tl-act ${ className }` }
			variant={ variant }
			onClick={ onClick }
			disabled={ disabled || busy }
			isBusy={ busy }
			aria-keyshortcuts={ act && keysOn ? KEY_OF[ act ] : undefined }
			ref={ buttonRef }
		>
			<span className="tl-act__label">{ children }</span>
			{ act && <Key act={ act } /> }
		</Button>
	);
}

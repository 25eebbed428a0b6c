/* What was decided last, and for ten seconds a way back. */
import { useDispatch, useSelect } from '@wordpress/data';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { CSSProperties } from 'react';
import { ActButton } from './act-button';
import { useDesk } from './context';
import { nameOf } from './list/row';
import { whatWasDone } from './sentences';
import { UNDO } from './store/deciding';

const SECOND = 1000;

export function UndoBar( { onUndo }: { onUndo: () => void } ) {
	const { store, language } = useDesk();
	const step = useSelect(
		( select ) => select( store ).getUndo(),
		[ store ]
	);
	const last = step?.pieces[ step.pieces.length - 1 ];
	const item = useSelect(
		( select ) => select( store ).getItem( last?.key ?? null ),
		[ store, last ]
	);
	const { passTime } = useDispatch( store );
	const [ now, setNow ] = useState( () => Date.now() );
	const until = step?.until ?? null;
	useEffect( () => {
		if ( until === null ) {
			return undefined;
		}
		const tick = () => {
			setNow( Date.now() );
			void passTime( Date.now() );
		};
		tick();
		const timer = setInterval( tick, SECOND / 2 );
		return () => clearInterval( timer );
	}, [ until, passTime ] );

	if ( ! step || ! last || ! item ) {
		return null;
	}
	const left = Math.max( 0, Math.ceil( ( step.until - now ) / SECOND ) );
	const sentence = whatWasDone( last.act, {
		title: nameOf( item ),
		pieces: step.pieces.length,
		language,
	} );
	const style = { '--tl-undo': `${ UNDO }ms` } as CSSProperties;
	return (
		<div
			className="tl-undo"
			// Outside of the panes: it belongs to none of them.
			role="region"
			aria-label={ __( 'Last decision', 'throughline' ) }
		>
			<span className="tl-undo__text" dir="auto">
				{ sentence }
			</span>
			<ActButton
				act="undo"
				className="tl-undo__act"
				onClick={ onUndo }
				busy={ step.isUnderway }
			>
				{ __( 'Undo', 'throughline' ) }
			</ActButton>
			<span className="tl-undo__left" aria-hidden="true">
				{ new Intl.NumberFormat( language, {
					style: 'unit',
					unit: 'second',
					unitDisplay: 'narrow',
				} ).format( left ) }
			</span>
			<span
				className="tl-undo__time"
				key={ step.until }
				style={ style }
				aria-hidden="true"
			/>
		</div>
	);
}

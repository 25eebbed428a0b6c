/* All dos, or all don'ts, while they are written: added, opened, moved up and down, removed. */
import { speak } from '@wordpress/a11y';
import { Button } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { GuidelineText } from '../contract';
import { Item } from './item';
import { blank, changed, moved, ofTone, without, type Tone } from './order';
import { toneName } from './words';

interface GroupProps {
	tone: Tone;
	guidelines: GuidelineText[];
	onChange: ( guidelines: GuidelineText[] ) => void;
}

export function Group( { tone, guidelines, onChange }: GroupProps ) {
	const [ open, setOpen ] = useState( '' );
	const list = useRef< HTMLOListElement >( null );
	const own = ofTone( guidelines, tone );

	/** Once it is drawn, the focus is where one goes on. */
	const focus = ( find: () => HTMLElement | null | undefined ) =>
		window.setTimeout( () => find()?.focus() );

	const row = ( lineage: string ) =>
		list.current?.querySelector< HTMLElement >(
			`[data-lineage="${ lineage }"]`
		);

	function move( one: GuidelineText, by: 1 | -1 ) {
		const next = moved( guidelines, one.lineage, by );
		onChange( next );
		const place = ofTone( next, tone ).findIndex(
			( { lineage } ) => lineage === one.lineage
		);
		speak(
			sprintf(
				/* translators: 1: place in the list, 2: length of the list. */
				__( 'Now number %1$d of %2$d.', 'throughline' ),
				place + 1,
				own.length
			)
		);
		focus( () => {
			const buttons = row(
				one.lineage
			)?.querySelectorAll< HTMLButtonElement >( '.tl-guidelines__move' );
			const wanted = buttons?.[ by === -1 ? 0 : 1 ];
			// At the edge the other one goes on.
			return wanted?.getAttribute( 'aria-disabled' ) === 'true'
				? buttons?.[ by === -1 ? 1 : 0 ]
				: wanted;
		} );
	}

	function remove( one: GuidelineText ) {
		const place = own.indexOf( one );
		const neighbour = own[ place + 1 ] ?? own[ place - 1 ];
		onChange( without( guidelines, one.lineage ) );
		speak( __( 'It was removed.', 'throughline' ) );
		focus( () =>
			neighbour
				? row( neighbour.lineage )?.querySelector( 'button' )
				: list.current?.parentElement?.querySelector< HTMLElement >(
						'.tl-guidelines__add'
					)
		);
	}

	function add() {
		const fresh = blank( tone );
		onChange( [ ...guidelines, fresh ] );
		setOpen( fresh.lineage );
	}

	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2>{ toneName( tone ) }</h2>
			</div>
			<ol className="tl-guidelines__rows" ref={ list }>
				{ own.map( ( one, place ) => (
					<Item
						key={ one.lineage }
						guideline={ one }
						isOpen={ open === one.lineage }
						isFirst={ place === 0 }
						isLast={ place === own.length - 1 }
						onOpen={ () => setOpen( one.lineage ) }
						onClose={ () => {
							setOpen( '' );
							focus( () =>
								row( one.lineage )?.querySelector( 'button' )
							);
						} }
						onChange={ ( change ) =>
							onChange(
								changed( guidelines, one.lineage, change )
							)
						}
						onMove={ ( by ) => move( one, by ) }
						onRemove={ () => remove( one ) }
					/>
				) ) }
			</ol>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				className="tl-guidelines__add"
				onClick={ add }
			>
				{ tone === 'do'
					? __( 'Add something we do', 'throughline' )
					: __( 'Add something we don’t do', 'throughline' ) }
			</Button>
		</section>
	);
}

/* Below the preview: what it is, where else to see it, and the way to mend its words. */
import { Button } from '@wordpress/components';
import { useSelect } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import type { QueuePiece } from '../../contract';
import { Key } from '../act-button';
import { useDesk } from '../context';
import { KEY_OF } from '../keys';
import { useKeysOn } from '../keys-on';
import { keyOf } from '../store/types';
import type { Acts } from '../use-acts';

export function Caption( { piece, acts }: { piece: QueuePiece; acts: Acts } ) {
	const { store } = useDesk();
	const [ keysOn ] = useKeysOn();
	const may = useSelect(
		( select ) => select( store ).getActs( keyOf( piece.item ) ),
		[ store, piece ]
	);
	return (
		<p className="tl-piece__caption">
			<span>{ __( 'As visitors will see it', 'throughline' ) }</span>
			<Button
				__next40pxDefaultSize
				variant="link"
				className="tl-piece__open"
				href={ piece.preview }
				target="_blank"
				aria-keyshortcuts={ keysOn ? KEY_OF.open : undefined }
			>
				<span>{ __( 'Open in a new tab', 'throughline' ) }</span>
				<Key act="open" />
			</Button>
			{ piece.item.link && (
				<Button
					__next40pxDefaultSize
					variant="link"
					className="tl-piece__open"
					href={ piece.item.link }
					target="_blank"
				>
					<span>{ __( 'What is published', 'throughline' ) }</span>
				</Button>
			) }
			{ may.includes( 'correct' ) && (
				<Button
					__next40pxDefaultSize
					variant="link"
					className="tl-piece__open"
					onClick={ acts.correct }
					aria-keyshortcuts={ keysOn ? KEY_OF.correct : undefined }
				>
					<span>{ __( 'Correct spelling', 'throughline' ) }</span>
					<Key act="correct" />
				</Button>
			) }
		</p>
	);
}

/* One guideline while it is written: a row, or its form once it is opened. */
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { GuidelineText } from '../contract';
import { ItemForm } from './item-form';
import { Scope } from './reading';

interface ItemProps {
	guideline: GuidelineText;
	isOpen: boolean;
	isFirst: boolean;
	isLast: boolean;
	onOpen: () => void;
	onClose: () => void;
	onChange: ( change: Partial< GuidelineText > ) => void;
	onMove: ( by: 1 | -1 ) => void;
	onRemove: () => void;
}

export function Item( props: ItemProps ) {
	const { guideline, isOpen, isFirst, isLast } = props;
	const sentence =
		guideline.sentence || __( 'Not written yet', 'throughline' );
	return (
		<li
			data-lineage={ guideline.lineage }
			className={ isOpen ? 'is-open' : undefined }
		>
			{ isOpen ? (
				<ItemForm
					guideline={ guideline }
					onChange={ props.onChange }
					onClose={ props.onClose }
					onRemove={ props.onRemove }
				/>
			) : (
				<div className="tl-guidelines__row">
					<div className="tl-guidelines__text">
						<p className="tl-guidelines__sentence">{ sentence }</p>
						{ guideline.reason && (
							<p className="tl-quiet">{ guideline.reason }</p>
						) }
						<Scope guideline={ guideline } />
					</div>
					<div className="tl-acts">
						<Button
							variant="tertiary"
							onClick={ props.onOpen }
							aria-label={ sprintf(
								/* translators: %s: sentence of the guideline. */
								__( 'Change: %s', 'throughline' ),
								sentence
							) }
						>
							{ __( 'Change', 'throughline' ) }
						</Button>
						<Button
							className="tl-guidelines__move"
							variant="tertiary"
							icon="arrow-up-alt2"
							accessibleWhenDisabled
							disabled={ isFirst }
							onClick={ () => props.onMove( -1 ) }
							label={ sprintf(
								/* translators: %s: sentence of the guideline. */
								__( 'Move up: %s', 'throughline' ),
								sentence
							) }
						/>
						<Button
							className="tl-guidelines__move"
							variant="tertiary"
							icon="arrow-down-alt2"
							accessibleWhenDisabled
							disabled={ isLast }
							onClick={ () => props.onMove( 1 ) }
							label={ sprintf(
								/* translators: %s: sentence of the guideline. */
								__( 'Move down: %s', 'throughline' ),
								sentence
							) }
						/>
					</div>
				</div>
			) }
		</li>
	);
}

/* The form of one guideline. */
import { Button } from '@wordpress/components';
import { useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { GuidelineText } from '../contract';
import { Concerns } from './concerns';

function Field( {
	label,
	help,
	children,
}: {
	label: string;
	help?: string;
	children: ( id: string, described: string | undefined ) => ReactNode;
} ) {
	const id = useId();
	return (
		<div className="tl-field">
			<label htmlFor={ id }>{ label }</label>
			{ children( id, help && `${ id }-help` ) }
			{ help && (
				<p className="tl-field__help" id={ `${ id }-help` }>
					{ help }
				</p>
			) }
		</div>
	);
}

function Text( {
	label,
	help = '',
	value,
	rows = 2,
	most,
	isFirst = false,
	onChange,
}: {
	label: string;
	help?: string;
	value: string;
	rows?: number;
	most: number;
	isFirst?: boolean;
	onChange: ( value: string ) => void;
} ) {
	return (
		<Field label={ label } help={ help }>
			{ ( id, described ) => (
				<textarea
					id={ id }
					aria-describedby={ described || undefined }
					rows={ rows }
					maxLength={ most }
					dir="auto"
					value={ value }
					// eslint-disable-next-line jsx-a11y/no-autofocus -- somebody has just opened it.
					autoFocus={ isFirst }
					onChange={ ( event ) => onChange( event.target.value ) }
				/>
			) }
		</Field>
	);
}

interface ItemFormProps {
	guideline: GuidelineText;
	onChange: ( change: Partial< GuidelineText > ) => void;
	onClose: () => void;
	onRemove: () => void;
}

export function ItemForm( {
	guideline,
	onChange,
	onClose,
	onRemove,
}: ItemFormProps ) {
	return (
		<form
			className="tl-form"
			onSubmit={ ( event ) => {
				event.preventDefault();
				onClose();
			} }
		>
			<Text
				isFirst
				label={ __( 'One short sentence', 'throughline' ) }
				help={ __(
					'As a colleague would say it: “We ask everybody who can be recognised.”',
					'throughline'
				) }
				most={ 300 }
				value={ guideline.sentence }
				onChange={ ( sentence ) => onChange( { sentence } ) }
			/>
			<Text
				label={ __( 'Why?', 'throughline' ) }
				most={ 1000 }
				value={ guideline.reason }
				onChange={ ( reason ) => onChange( { reason } ) }
			/>
			<Text
				label={ __( 'An example', 'throughline' ) }
				most={ 1000 }
				value={ guideline.example }
				onChange={ ( example ) => onChange( { example } ) }
			/>
			<Concerns guideline={ guideline } onChange={ onChange } />
			<Text
				label={ __( 'Words that bring it to mind', 'throughline' ) }
				help={ __(
					'One a line. Who writes one of them is shown this guideline once before sending, and may send all the same. Whole words; * stands for any letters: selfie* finds selfies, too.',
					'throughline'
				) }
				rows={ 3 }
				most={ 4000 }
				value={ guideline.words }
				onChange={ ( words ) => onChange( { words } ) }
			/>
			<div className="tl-acts">
				<Button __next40pxDefaultSize variant="primary" type="submit">
					{ __( 'Done', 'throughline' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					isDestructive
					onClick={ onRemove }
				>
					{ __( 'Remove', 'throughline' ) }
				</Button>
			</div>
		</form>
	);
}

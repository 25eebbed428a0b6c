/* What the company changed because of a story: a sentence, a day, and where to read more. */
import { Button, TextareaControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Problem } from '../problem';
import { useScreen } from '../screen';

export interface What {
	text: string;
	date: string;
	link: string;
}

/** The fields alone, for questions and stories alike. */
export function WhatChanged( {
	what,
	onChange,
}: {
	what: What;
	onChange: ( what: What ) => void;
} ) {
	return (
		<>
			<TextareaControl
				__nextHasNoMarginBottom
				label={ __( 'What you changed, in a sentence', 'throughline' ) }
				rows={ 2 }
				value={ what.text }
				onChange={ ( text ) => onChange( { ...what, text } ) }
			/>
			<TextControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				type="date"
				label={ __( 'When (empty: today)', 'throughline' ) }
				value={ what.date }
				onChange={ ( date ) => onChange( { ...what, date } ) }
			/>
			<TextControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				type="url"
				label={ __(
					'Where to read more, if there is something',
					'throughline'
				) }
				value={ what.link }
				onChange={ ( link ) => onChange( { ...what, link } ) }
			/>
		</>
	);
}

interface ChangedProps {
	story: { id: number; text: string };
	onDone: ( said: string ) => void;
}

export function Changed( { story, onDone }: ChangedProps ) {
	const { rest } = useScreen();
	const [ what, setWhat ] = useState< What >( {
		text: '',
		date: '',
		link: '',
	} );
	const [ failure, setFailure ] = useState< unknown >( null );
	const [ isBusy, setBusy ] = useState( false );
	const send = () => {
		setBusy( true );
		setFailure( null );
		rest.post< { said: string } >( 'changes', {
			story: story.id,
			...what,
		} ).then(
			( { said } ) => onDone( said ),
			( error ) => {
				setBusy( false );
				setFailure( error );
			}
		);
	};
	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2>{ __( 'We changed something', 'throughline' ) }</h2>
			</div>
			<blockquote className="tl-questions__words">
				{ story.text }
			</blockquote>
			<div className="tl-form">
				<WhatChanged what={ what } onChange={ setWhat } />
			</div>
			<Problem failure={ failure } />
			<div className="tl-card__foot">
				<Button
					variant="primary"
					onClick={ send }
					aria-disabled={ isBusy }
					isBusy={ isBusy }
				>
					{ __( 'Say what was changed', 'throughline' ) }
				</Button>
			</div>
		</section>
	);
}

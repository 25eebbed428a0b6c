/* A comment becomes a question to a desk. */
import { Button, SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Questions } from '../contract';
import { Problem } from '../problem';
import { useScreen } from '../screen';

interface RouteProps {
	comment: { id: number; text: string };
	desks: Questions[ 'desks' ];
	onDone: ( after: Questions ) => void;
}

export function Route( { comment, desks, onDone }: RouteProps ) {
	const { rest } = useScreen();
	const [ desk, setDesk ] = useState( String( desks[ 0 ]?.id ?? 0 ) );
	const [ failure, setFailure ] = useState< unknown >( null );
	const [ isBusy, setBusy ] = useState( false );
	const send = () => {
		setBusy( true );
		setFailure( null );
		rest.post< Questions >( 'questions', {
			comment: comment.id,
			department: Number( desk ),
		} ).then( onDone, ( error ) => {
			setBusy( false );
			setFailure( error );
		} );
	};
	return (
		<section className="tl-card">
			<div className="tl-card__head">
				<h2>{ __( 'Make it a question', 'throughline' ) }</h2>
			</div>
			<blockquote className="tl-questions__words">
				{ comment.text }
			</blockquote>
			{ desks.length ? (
				<>
					<SelectControl
						__nextHasNoMarginBottom
						__next40pxDefaultSize
						label={ __( 'To which desk?', 'throughline' ) }
						value={ desk }
						options={ desks.map( ( { id, name } ) => ( {
							value: String( id ),
							label: name,
						} ) ) }
						onChange={ setDesk }
					/>
					<Problem failure={ failure } />
					<div className="tl-card__foot">
						<Button
							variant="primary"
							onClick={ send }
							aria-disabled={ isBusy }
							isBusy={ isBusy }
						>
							{ __( 'Ask this desk', 'throughline' ) }
						</Button>
					</div>
				</>
			) : (
				<p>
					{ __(
						'No department has people who answer yet. On the page People you put somebody on its desk.',
						'throughline'
					) }
				</p>
			) }
		</section>
	);
}

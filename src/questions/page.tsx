/* All open questions of one's desks, and a comment that is to become one. */
import { speak } from '@wordpress/a11y';
import { Notice } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Questions } from '../contract';
import { Changed } from './changed';
import { Question } from './question';
import { Route } from './route';

interface PageProps {
	overview: Questions;
	route: { id: number; text: string } | null;
	story: { id: number; text: string } | null;
}

export function Page( { overview, route, story }: PageProps ) {
	const [ now, setNow ] = useState( overview );
	const [ routed, setRouted ] = useState( false );
	const [ told, setTold ] = useState( '' );
	const heading = useRef< HTMLHeadingElement >( null );
	const { questions, desks } = now;
	const own = desks.filter( ( desk ) => desk.own );
	const take = ( after: Questions ) => {
		setNow( after );
		if ( after.said ) {
			speak( after.said );
		}
		// What was under the focus may be gone.
		heading.current?.focus();
	};
	return (
		<div className="tl-page">
			<div className="tl-page__top">
				<h1 ref={ heading } tabIndex={ -1 }>
					{ __( 'Questions', 'throughline' ) }
				</h1>
			</div>
			<p className="tl-page__lead">
				{ questions.length
					? sprintf(
							/* translators: %d: number of questions */
							_n(
								'%d question waits for an answer. Whoever takes it answers in their own name.',
								'%d questions wait for an answer, oldest first. Whoever takes one answers in their own name.',
								questions.length,
								'throughline'
							),
							questions.length
						)
					: '' }
			</p>
			{ now.said && (
				<Notice
					className="tl-notice"
					status="success"
					isDismissible={ false }
				>
					<p>{ now.said }</p>
				</Notice>
			) }
			{ route && ! routed && (
				<Route
					comment={ route }
					desks={ desks }
					onDone={ ( after ) => {
						setRouted( true );
						take( after );
					} }
				/>
			) }
			{ story && ! told && (
				<Changed
					story={ story }
					onDone={ ( said ) => {
						setTold( said );
						take( { ...now, said } );
					} }
				/>
			) }
			{ own
				.filter( ( { answers } ) => answers )
				.map( ( desk ) => (
					<p className="tl-quiet" key={ desk.id }>
						{ sprintf(
							/* translators: 1: name of a department, 2: what it answers */
							__(
								'%1$s answers without asking anybody: %2$s',
								'throughline'
							),
							desk.name,
							desk.answers
						) }
					</p>
				) ) }
			{ questions.length === 0 && (
				<div className="tl-nothing">
					<h2>{ __( 'Nobody waits', 'throughline' ) }</h2>
					<p>
						{ own.length
							? __(
									'As soon as somebody asks one of your desks, it stands here, and you get a mail.',
									'throughline'
								)
							: __(
									'You answer for no desk. On the page People somebody can put you on one.',
									'throughline'
								) }
					</p>
				</div>
			) }
			{ questions.map( ( question ) => (
				<Question
					key={ question.id }
					question={ question }
					desks={ desks }
					onChange={ take }
				/>
			) ) }
		</div>
	);
}

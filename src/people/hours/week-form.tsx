/* The days of a week, each with its hours. */
import { Button } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Choice } from '../../choice';
import { useScreen } from '../../screen';
import { DAYS, dayName, nextSpan, ofDay, withDay, type Span } from './week';

interface WeekFormProps {
	week: readonly Span[];
	onChange: ( week: Span[] ) => void;
}

export function WeekForm( { week, onChange }: WeekFormProps ) {
	return (
		<div className="tl-week">
			{ DAYS.map( ( day ) => (
				<Day
					key={ day }
					day={ day }
					spans={ ofDay( week, day ) }
					onChange={ ( spans ) =>
						onChange( withDay( week, day, spans ) )
					}
				/>
			) ) }
			{ week.length === 0 && (
				<p className="tl-field__help">
					{ __(
						'No day is ticked: nobody looks at all. Readers are not told when.',
						'throughline'
					) }
				</p>
			) }
		</div>
	);
}

interface DayProps {
	day: number;
	spans: readonly Span[];
	onChange: ( spans: Span[] ) => void;
}

function Day( { day, spans, onChange }: DayProps ) {
	const { language } = useScreen();
	const place = useRef< HTMLDivElement >( null );
	const name = dayName( day, language );
	const change = ( index: number, part: Partial< Span > ) =>
		onChange(
			spans.map( ( span, at ) =>
				at === index ? { ...span, ...part } : span
			)
		);
	const remove = ( index: number ) => {
		onChange( spans.filter( ( _, at ) => at !== index ) );
		place.current?.querySelector< HTMLElement >( 'input' )?.focus();
	};
	return (
		<div
			className="tl-week__day"
			role="group"
			aria-label={ name }
			ref={ place }
		>
			<div className="tl-field">
				<Choice
					type="checkbox"
					checked={ spans.length > 0 }
					onChange={ ( checked ) =>
						onChange( checked ? [ nextSpan( [], day ) ] : [] )
					}
				>
					{ name }
				</Choice>
			</div>
			<div className="tl-week__spans">
				{ spans.map( ( span, index ) => (
					<div className="tl-week__span" key={ index }>
						<Time
							label={ sprintf(
								/* translators: %s: name of a day. */
								__( '%s, from', 'throughline' ),
								name
							) }
							value={ span.from }
							onChange={ ( from ) => change( index, { from } ) }
						/>
						<span aria-hidden="true">–</span>
						<Time
							label={ sprintf(
								/* translators: %s: name of a day. */
								__( '%s, to', 'throughline' ),
								name
							) }
							// A time field knows no 24:00.
							value={ span.to === '24:00' ? '00:00' : span.to }
							onChange={ ( to ) =>
								change( index, {
									to: to === '00:00' ? '24:00' : to,
								} )
							}
						/>
						{ index > 0 && (
							<Button
								variant="tertiary"
								onClick={ () => remove( index ) }
							>
								{ __( 'Remove', 'throughline' ) }
								<span className="tl-hidden">
									{ ` ${ name } ${ span.from }` }
								</span>
							</Button>
						) }
						{ index === 0 && spans.length === 1 && (
							<Button
								variant="tertiary"
								onClick={ () =>
									onChange( [
										...spans,
										nextSpan( spans, day ),
									] )
								}
							>
								{ __( 'More hours', 'throughline' ) }
								<span className="tl-hidden">
									{ ` ${ name }` }
								</span>
							</Button>
						) }
					</div>
				) ) }
			</div>
		</div>
	);
}

interface TimeProps {
	label: string;
	value: string;
	onChange: ( value: string ) => void;
}

function Time( { label, value, onChange }: TimeProps ) {
	return (
		<span className="tl-field">
			<input
				type="time"
				aria-label={ label }
				value={ value }
				required
				onChange={ ( { target } ) =>
					target.value && onChange( target.value )
				}
			/>
		</span>
	);
}

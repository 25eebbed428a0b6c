/* The dialog in the editor: the comments as visitors read them, and its settings beside it. */
import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import { type BlockConfiguration, registerBlockType } from '@wordpress/blocks';
import {
	PanelBody,
	RangeControl,
	SelectControl,
	TextControl,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { useDepartments } from '../../src/people/departments.ts';
import { Preview } from '../../src/preview.tsx';
import metadata from './block.json';
import './style.scss';

type Attributes = {
	post: number;
	heading: string;
	level: number;
	state: 'open' | 'closed';
	who: 'everybody' | 'colleagues';
	order: '' | 'answered' | 'newest' | 'oldest';
	desk: number;
	length: number;
	closes: string;
	count: number;
};

interface EditProps {
	attributes: Attributes;
	setAttributes: ( changed: Partial< Attributes > ) => void;
	context: { postId?: number };
}

function Select< T extends string >( {
	label,
	help,
	value,
	options,
	onChange,
}: {
	label: string;
	help?: string;
	value: T;
	options: [ T, string ][];
	onChange: ( value: T ) => void;
} ) {
	return (
		<SelectControl
			__nextHasNoMarginBottom
			__next40pxDefaultSize
			label={ label }
			help={ help }
			value={ value }
			options={ options.map( ( [ one, said ] ) => ( {
				value: one,
				label: said,
			} ) ) }
			onChange={ ( chosen: string ) => onChange( chosen as T ) }
		/>
	);
}

function Writing( { attributes, setAttributes }: EditProps ) {
	const { state, who, desk, length, closes } = attributes;
	const departments = useDepartments();
	return (
		<PanelBody title={ __( 'Writing', 'throughline' ) }>
			<Select
				label={ __( 'State', 'throughline' ) }
				value={ state }
				options={ [
					[ 'open', __( 'Open', 'throughline' ) ],
					[ 'closed', __( 'Closed, to be read on', 'throughline' ) ],
				] }
				onChange={ ( value ) => setAttributes( { state: value } ) }
			/>
			<Select
				label={ __( 'Who may write', 'throughline' ) }
				value={ who }
				options={ [
					[ 'everybody', __( 'Everybody', 'throughline' ) ],
					[ 'colleagues', __( 'Colleagues', 'throughline' ) ],
				] }
				onChange={ ( value ) => setAttributes( { who: value } ) }
			/>
			<Select
				label={ __( 'Desk that is asked', 'throughline' ) }
				help={ __(
					'Whoever writes can make it a question to this desk. It needs people who answer.',
					'throughline'
				) }
				value={ String( desk ) }
				options={ [
					[ '0', __( 'None', 'throughline' ) ],
					...departments.map(
						( { id, name } ): [ string, string ] => [
							String( id ),
							name,
						]
					),
				] }
				onChange={ ( value ) =>
					setAttributes( { desk: Number( value ) } )
				}
			/>
			<RangeControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				label={ __( 'Characters of a comment', 'throughline' ) }
				min={ 100 }
				max={ 10000 }
				step={ 100 }
				value={ length }
				onChange={ ( value ) =>
					setAttributes( { length: value ?? 5000 } )
				}
			/>
			<TextControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				type="date"
				label={ __( 'Last day to write', 'throughline' ) }
				help={ __( 'Empty: no end.', 'throughline' ) }
				value={ closes }
				onChange={ ( value ) => setAttributes( { closes: value } ) }
			/>
		</PanelBody>
	);
}

function Reading( { attributes, setAttributes }: EditProps ) {
	const { order, count, level, heading } = attributes;
	return (
		<PanelBody title={ __( 'Reading', 'throughline' ) }>
			<Select
				label={ __( 'Order', 'throughline' ) }
				value={ order }
				options={ [
					[
						'',
						__(
							'Answered first where something was asked',
							'throughline'
						),
					],
					[ 'answered', __( 'Answered first', 'throughline' ) ],
					[ 'newest', __( 'Newest', 'throughline' ) ],
					[ 'oldest', __( 'Oldest', 'throughline' ) ],
				] }
				onChange={ ( value ) => setAttributes( { order: value } ) }
			/>
			<RangeControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				label={ __( 'Comments at first', 'throughline' ) }
				min={ 5 }
				max={ 50 }
				value={ count }
				onChange={ ( value ) =>
					setAttributes( { count: value ?? 10 } )
				}
			/>
			<TextControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				label={ __( 'Heading', 'throughline' ) }
				placeholder={ __( 'Conversation', 'throughline' ) }
				value={ heading }
				onChange={ ( value ) => setAttributes( { heading: value } ) }
			/>
			<Select
				label={ __( 'Level of the heading', 'throughline' ) }
				value={ String( level ) }
				options={ [ 2, 3, 4 ].map( ( value ): [ string, string ] => [
					String( value ),
					sprintf(
						/* translators: %d: level of a heading, from 2 to 4 */
						__( 'Heading %d', 'throughline' ),
						value
					),
				] ) }
				onChange={ ( value ) =>
					setAttributes( { level: Number( value ) } )
				}
			/>
		</PanelBody>
	);
}

function Edit( props: EditProps ) {
	const { attributes, context } = props;
	return (
		<div { ...useBlockProps() }>
			<InspectorControls>
				<Writing { ...props } />
				<Reading { ...props } />
			</InspectorControls>
			<Preview
				block={ metadata.name }
				attributes={ attributes }
				icon="format-chat"
				label={ __( 'Dialog', 'throughline' ) }
				empty={ __(
					'Comments of this page stand here. Nobody wrote one yet, and nobody can: allow comments for the page, or open the dialog. Until then visitors see nothing.',
					'throughline'
				) }
				failed={ __(
					'Its preview can’t be shown just now. Your page keeps the dialog all the same.',
					'throughline'
				) }
				query={ { post_id: context.postId } }
			/>
		</div>
	);
}

registerBlockType( metadata as unknown as BlockConfiguration< Attributes >, {
	edit: Edit,
	save: () => null,
} );

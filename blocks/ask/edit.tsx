/* Asking the people in charge, in the editor: what visitors see, and its settings beside it. */
import apiFetch from '@wordpress/api-fetch';
import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import {
	type BlockConfiguration,
	type BlockEditProps,
	registerBlockType,
} from '@wordpress/blocks';
import { ComboboxControl, PanelBody } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { Level } from '../../src/level.tsx';
import { DepartmentControl } from '../../src/people/department-control.tsx';
import { Preview } from '../../src/preview.tsx';
import metadata from './block.json';
import './style.scss';

type Attributes = {
	department: number;
	page: number;
	level: number;
};

type EditProps = BlockEditProps< Attributes >;

interface Found {
	id: number;
	title: string;
}

/** Pages whose title fits, and the one that is chosen. */
function usePages( chosen: number, words: string ): Found[] {
	const [ found, setFound ] = useState< Found[] >( [] );
	useEffect( () => {
		let wanted = true;
		const ask = ( query: string ) =>
			apiFetch< Found[] >( {
				path: `/wp/v2/search?type=post&_fields=id,title&${ query }`,
			} ).catch( () => [] );
		void Promise.all( [
			chosen ? ask( `include=${ chosen }` ) : [],
			ask( `search=${ encodeURIComponent( words ) }` ),
		] ).then(
			( [ one, more ] ) =>
				wanted &&
				setFound( [
					...one,
					...more.filter( ( { id } ) => id !== chosen ),
				] )
		);
		return () => {
			wanted = false;
		};
	}, [ chosen, words ] );
	return found;
}

function Settings( { attributes, setAttributes }: EditProps ) {
	const { department, page, level } = attributes;
	const [ words, setWords ] = useState( '' );
	const pages = usePages( page, words );
	return (
		<InspectorControls>
			<PanelBody title={ __( 'Question', 'throughline' ) }>
				<DepartmentControl
					label={ __( 'Department', 'throughline' ) }
					none={ __( 'Please choose', 'throughline' ) }
					value={ department }
					onChange={ ( value ) =>
						setAttributes( { department: value } )
					}
				/>
				<ComboboxControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ __( 'Where the question stands', 'throughline' ) }
					help={ __(
						'In the conversation of this page, or of another one. Comments have to be open there.',
						'throughline'
					) }
					value={ String( page ) }
					options={ [
						{
							value: '0',
							label: __( 'On this page', 'throughline' ),
						},
						...pages.map( ( { id, title } ) => ( {
							value: String( id ),
							label: title,
						} ) ),
					] }
					onFilterValueChange={ setWords }
					onChange={ ( value ) =>
						setAttributes( { page: Number( value ?? 0 ) } )
					}
				/>
				<Level
					label={ __( 'Level of the headings', 'throughline' ) }
					value={ level }
					onChange={ ( value ) => setAttributes( { level: value } ) }
				/>
			</PanelBody>
		</InspectorControls>
	);
}

function Edit( props: EditProps ) {
	const { postId } = props.context;
	return (
		<div { ...useBlockProps() }>
			<Settings { ...props } />
			<Preview
				block={ metadata.name }
				attributes={ props.attributes }
				icon="editor-help"
				label={ __( 'Ask the people in charge', 'throughline' ) }
				empty={ __(
					'Choose a department with people on its desk, and a page with open comments: this one, or another one in the settings. Until then visitors see nothing.',
					'throughline'
				) }
				failed={ __(
					'Its preview can’t be shown just now. Your page keeps it all the same.',
					'throughline'
				) }
				query={ typeof postId === 'number' ? { post_id: postId } : {} }
			/>
		</div>
	);
}

registerBlockType( metadata as unknown as BlockConfiguration< Attributes >, {
	edit: Edit,
	save: () => null,
} );

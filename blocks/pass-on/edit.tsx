/* Passing on, in the editor: what visitors see, its settings, and the words for colleagues beside it. */
import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import { type BlockConfiguration, registerBlockType } from '@wordpress/blocks';
import {
	Button,
	CheckboxControl,
	PanelBody,
	SelectControl,
	TextareaControl,
	TextControl,
	ToggleControl,
} from '@wordpress/components';
import { useSelect } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';

import { Level } from '../../src/level.tsx';
import { Preview } from '../../src/preview.tsx';
import metadata from './block.json';
import './style.scss';

type Attributes = {
	networks: string[];
	heading: string;
	showHeading: boolean;
	level: number;
	words: string[];
	label: '' | 'employee' | 'advertising';
};

interface EditProps {
	attributes: Attributes;
	setAttributes: ( changed: Partial< Attributes > ) => void;
	context: { postId?: number };
}

/** As Channels::USUAL has them; the names are the networks' own. */
const NETWORKS: [ string, string ][] = [
	[ 'linkedin', 'LinkedIn' ],
	[ 'xing', 'XING' ],
	[ 'facebook', 'Facebook' ],
	[ 'x', 'X' ],
	[ 'bluesky', 'Bluesky' ],
	[ 'threads', 'Threads' ],
	[ 'fediverse', 'Mastodon' ],
	[ 'whatsapp', 'WhatsApp' ],
	[ 'telegram', 'Telegram' ],
	[ 'email', __( 'Mail', 'throughline' ) ],
];
const VARIANTS = 5;

function Networks( { attributes, setAttributes }: EditProps ) {
	const all = NETWORKS.map( ( [ id ] ) => id );
	const chosen = attributes.networks.length ? attributes.networks : all;
	return (
		<PanelBody title={ __( 'Networks', 'throughline' ) }>
			{ NETWORKS.map( ( [ id, name ] ) => (
				<CheckboxControl
					__nextHasNoMarginBottom
					key={ id }
					label={ name }
					checked={ chosen.includes( id ) }
					onChange={ ( wanted ) => {
						const networks = all.filter( ( one ) =>
							one === id ? wanted : chosen.includes( one )
						);
						setAttributes( {
							networks:
								networks.length === all.length ? [] : networks,
						} );
					} }
				/>
			) ) }
		</PanelBody>
	);
}

function Words( { attributes, setAttributes }: EditProps ) {
	const { words, label } = attributes;
	return (
		<PanelBody
			title={ __( 'For colleagues', 'throughline' ) }
			initialOpen={ words.length > 0 }
		>
			<p>
				{ __(
					'Words to begin with, in several variants. Only colleagues who are signed in see them; they make them their own.',
					'throughline'
				) }
			</p>
			{ words.map( ( text, index ) => (
				<TextareaControl
					__nextHasNoMarginBottom
					key={ index }
					label={ sprintf(
						/* translators: %d: number of a text, from 1 to 5 */
						__( 'Variant %d', 'throughline' ),
						index + 1
					) }
					value={ text }
					onChange={ ( value ) =>
						setAttributes( {
							words: words.map( ( one, at ) =>
								at === index ? value : one
							),
						} )
					}
				/>
			) ) }
			{ words.length < VARIANTS && (
				<Button
					variant="secondary"
					onClick={ () =>
						setAttributes( { words: [ ...words, '' ] } )
					}
				>
					{ __( 'Add a variant', 'throughline' ) }
				</Button>
			) }
			<SelectControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				label={ __( 'Label', 'throughline' ) }
				help={ __(
					'Stands below the words, as your guidelines ask.',
					'throughline'
				) }
				value={ label }
				options={ [
					{ value: '', label: __( 'None', 'throughline' ) },
					{
						value: 'employee',
						label: __( 'Where they work', 'throughline' ),
					},
					{
						value: 'advertising',
						label: __( 'Advertising', 'throughline' ),
					},
				] }
				onChange={ ( value ) => setAttributes( { label: value } ) }
			/>
		</PanelBody>
	);
}

function Heading( { attributes, setAttributes }: EditProps ) {
	const { heading, showHeading, level } = attributes;
	return (
		<PanelBody title={ __( 'Heading', 'throughline' ) }>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'A heading above', 'throughline' ) }
				checked={ showHeading }
				onChange={ ( value ) =>
					setAttributes( { showHeading: value } )
				}
			/>
			{ showHeading && (
				<>
					<TextControl
						__nextHasNoMarginBottom
						__next40pxDefaultSize
						label={ __( 'Heading', 'throughline' ) }
						placeholder={ __( 'Pass it on', 'throughline' ) }
						value={ heading }
						onChange={ ( value ) =>
							setAttributes( { heading: value } )
						}
					/>
					<Level
						label={ __( 'Level of the heading', 'throughline' ) }
						value={ level }
						onChange={ ( value ) =>
							setAttributes( { level: value } )
						}
					/>
				</>
			) }
		</PanelBody>
	);
}

function Edit( props: EditProps ) {
	const here = useSelect(
		( select ) =>
			(
				select( 'core/editor' ) as
					| { getCurrentPostId?: () => number | string | null }
					| undefined
			 )?.getCurrentPostId?.(),
		[]
	);
	const post = props.context.postId ?? here;
	return (
		<div { ...useBlockProps() }>
			<InspectorControls>
				<Networks { ...props } />
				<Words { ...props } />
				<Heading { ...props } />
			</InspectorControls>
			<Preview
				block={ metadata.name }
				attributes={ props.attributes }
				icon="share"
				label={ __( 'Pass it on', 'throughline' ) }
				empty={ __(
					'Once the page is published, everybody can pass it on here.',
					'throughline'
				) }
				failed={ __(
					'Its preview can’t be shown just now. Your page keeps it all the same.',
					'throughline'
				) }
				query={ typeof post === 'number' ? { post_id: post } : {} }
			/>
		</div>
	);
}

registerBlockType( metadata as unknown as BlockConfiguration< Attributes >, {
	edit: Edit as never,
	save: () => null,
} );

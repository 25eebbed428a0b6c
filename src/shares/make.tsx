/* Offers to make a card of an address, in the editor and at the desk: asks no network itself, the server does later. */
import apiFetch from '@wordpress/api-fetch';
import {
	Button,
	CheckboxControl,
	Notice,
	SelectControl,
	TextareaControl,
	TextControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import type { NewShare, Share } from '../contract.ts';
import { uuid } from '../uuid.ts';
import { knownPost, labelOf } from './known.ts';

interface Problem {
	message: string;
	data?: { field?: string; share?: number; edition?: number };
}

interface Props {
	address: string;
	/** The page that it belongs to; 0 for none. */
	page: number;
	/** To choose from, the first to begin with; without them it belongs to none. */
	departments?: { id: number; name: string }[];
	/** Gets the id of the share, new or here already. */
	onMade: ( share: number ) => void;
}

type Values = Required<
	Pick<
		NewShare,
		| 'address'
		| 'text'
		| 'author'
		| 'permission'
		| 'recognisable'
		| 'department'
	>
>;

export function Make( { address, page, departments = [], onMade }: Props ) {
	const [ submission ] = useState( () => uuid() );
	const [ values, setValues ] = useState< Values >( {
		address,
		text: '',
		author: '',
		permission: 'none',
		recognisable: '',
		department: departments[ 0 ]?.id ?? 0,
	} );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ edition, setEdition ] = useState( 0 );
	const [ busy, setBusy ] = useState( false );
	const put = ( change: Partial< Values > ) =>
		setValues( { ...values, ...change } );
	const known = knownPost( values.address );
	const asked = problem?.data?.edition ?? 0;

	const send = async () => {
		setBusy( true );
		try {
			const made = await apiFetch< Share >( {
				path: '/throughline/v1/shares',
				method: 'POST',
				data: {
					...values,
					submission,
					page,
					guidelines: edition,
				} satisfies NewShare,
			} );
			onMade( made.id );
		} catch ( error ) {
			const said = error as Problem;
			// It is here already: that is the card.
			if ( said.data?.share ) {
				onMade( said.data.share );
				return;
			}
			setProblem( said );
			setBusy( false );
		}
	};

	return (
		<div style={ { display: 'grid', gap: 16 } }>
			<p style={ { margin: 0 } }>
				{ known
					? sprintf(
							/* translators: %s: name of a network */
							__(
								'A post on %s. As a card it loads nothing from there before a visitor asks for it.',
								'throughline'
							),
							labelOf( known.network )
						)
					: __(
							'Paste the address of a post from somebody’s own profile.',
							'throughline'
						) }
			</p>
			<TextControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				label={ __( 'Address of the post', 'throughline' ) }
				type="url"
				value={ values.address }
				onChange={ ( value ) => put( { address: value } ) }
			/>
			<TextareaControl
				__nextHasNoMarginBottom
				label={ __( 'What does it say?', 'throughline' ) }
				help={ __(
					'May stay empty where the network tells us.',
					'throughline'
				) }
				value={ values.text }
				onChange={ ( value ) => put( { text: value } ) }
			/>
			<TextControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				label={ __( 'Whose post is it?', 'throughline' ) }
				help={ __( 'Leave it empty if it is yours.', 'throughline' ) }
				value={ values.author }
				onChange={ ( value ) => put( { author: value } ) }
			/>
			<SelectControl
				__nextHasNoMarginBottom
				__next40pxDefaultSize
				label={ __( 'May we copy its pictures?', 'throughline' ) }
				value={ values.permission }
				options={ [
					{
						value: 'none',
						label: __(
							'No, leave the pictures out',
							'throughline'
						),
					},
					{
						value: 'mine',
						label: __( 'Yes, I made them', 'throughline' ),
					},
					{
						value: 'permission',
						label: __(
							'Yes, I have the permission',
							'throughline'
						),
					},
				] }
				onChange={ ( permission ) => put( { permission } ) }
			/>
			{ values.permission !== 'none' && (
				<SelectControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ __(
						'If we copy them: can anybody be recognised in them?',
						'throughline'
					) }
					value={ values.recognisable }
					options={ [
						{
							value: '',
							label: __( 'Please choose', 'throughline' ),
						},
						{
							value: 'nobody',
							label: __( 'No, nobody', 'throughline' ),
						},
						{ value: 'me', label: __( 'Only me', 'throughline' ) },
						{
							value: 'others',
							label: __(
								'Yes, others – we’ll ask them',
								'throughline'
							),
						},
					] }
					onChange={ ( recognisable ) => put( { recognisable } ) }
				/>
			) }
			{ departments.length > 1 && (
				<SelectControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ __( 'Where does it belong?', 'throughline' ) }
					value={ String( values.department ) }
					options={ departments.map( ( { id, name } ) => ( {
						value: String( id ),
						label: name,
					} ) ) }
					onChange={ ( id ) => put( { department: Number( id ) } ) }
				/>
			) }
			{ asked > 0 && (
				<CheckboxControl
					__nextHasNoMarginBottom
					label={ __( 'I know the guidelines', 'throughline' ) }
					checked={ edition === asked }
					onChange={ ( isKnown ) =>
						setEdition( isKnown ? asked : 0 )
					}
				/>
			) }
			{ problem && (
				<Notice status="error" isDismissible={ false }>
					{ problem.message }
				</Notice>
			) }
			<div>
				<Button
					__next40pxDefaultSize
					variant="primary"
					isBusy={ busy }
					disabled={ busy || values.address.trim() === '' }
					onClick={ () => void send() }
				>
					{ __( 'Make a card', 'throughline' ) }
				</Button>
			</div>
		</div>
	);
}

/* What stands on the page and what the server keeps: changed here, saved together. */
import { useEffect, useState } from '@wordpress/element';
import type { Settings, SettingsPage, Words } from '../contract';
import { RestError } from '../rest';
import { useScreen } from '../screen';

const same = ( a: unknown, b: unknown ) =>
	JSON.stringify( a ) === JSON.stringify( b );

export interface Problem {
	message: string;
	field?: string | undefined;
}

export interface SettingsState {
	page: SettingsPage;
	settings: Settings;
	words: Words;
	isChanged: boolean;
	isBusy: boolean;
	isSaved: boolean;
	problem: Problem | null;
	change: ( some: Partial< Settings > ) => void;
	changeWords: ( some: Partial< Words > ) => void;
	save: () => Promise< void >;
	/** Sends something that counts at once; true when it was taken. */
	send: ( path: string, body: unknown ) => Promise< boolean >;
}

export function useSettings( given: SettingsPage ): SettingsState {
	const { rest } = useScreen();
	const [ page, setPage ] = useState( given );
	const [ settings, setSettings ] = useState( given.settings );
	const [ words, setWords ] = useState( given.words );
	const [ isBusy, setBusy ] = useState( false );
	const [ isSaved, setSaved ] = useState( false );
	const [ problem, setProblem ] = useState< Problem | null >( null );

	const areSettingsChanged = ! same( settings, page.settings );
	const areWordsChanged = ! same( words, page.words );
	const isChanged = areSettingsChanged || areWordsChanged;

	useEffect( () => {
		if ( ! isChanged ) {
			return;
		}
		const hold = ( event: BeforeUnloadEvent ) => event.preventDefault();
		window.addEventListener( 'beforeunload', hold );
		return () => window.removeEventListener( 'beforeunload', hold );
	}, [ isChanged ] );

	async function attempt( act: () => Promise< void > ): Promise< boolean > {
		setBusy( true );
		setProblem( null );
		setSaved( false );
		try {
			await act();
			return true;
		} catch ( error ) {
			if ( ! ( error instanceof RestError ) ) {
				throw error;
			}
			const { field } = ( error.data ?? {} ) as { field?: string };
			setProblem( { message: error.message, field } );
			return false;
		} finally {
			setBusy( false );
		}
	}

	async function save(): Promise< void > {
		await attempt( async () => {
			if ( areWordsChanged ) {
				const told = await rest.post< SettingsPage >(
					'settings/words',
					words
				);
				setPage( told );
				setWords( told.words );
			}
			if ( areSettingsChanged ) {
				const told = await rest.post< SettingsPage >(
					'settings',
					settings
				);
				setPage( told );
				setSettings( told.settings );
			}
			setSaved( true );
		} );
	}

	return {
		page,
		settings,
		words,
		isChanged,
		isBusy,
		isSaved,
		problem,
		change: ( some ) => {
			setSaved( false );
			setSettings( { ...settings, ...some } );
		},
		changeWords: ( some ) => {
			setSaved( false );
			setWords( { ...words, ...some } );
		},
		save,
		send: ( path, body ) =>
			attempt( async () =>
				setPage( await rest.post< SettingsPage >( path, body ) )
			),
	};
}

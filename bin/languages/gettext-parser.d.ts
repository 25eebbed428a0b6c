// The part of gettext-parser that is used here; the package brings no types.
declare module 'gettext-parser' {
	export interface PoEntry {
		msgctxt?: string;
		msgid: string;
		msgid_plural?: string;
		msgstr: string[];
		comments?: {
			translator?: string;
			reference?: string;
			extracted?: string;
			flag?: string;
		};
	}
	export interface PoFile {
		charset: string;
		headers: Record< string, string >;
		/** By context, '' for none, then by text; the header stands under ''. */
		translations: Record< string, Record< string, PoEntry > >;
	}
	export const po: {
		parse: ( text: string ) => PoFile;
		compile: (
			file: PoFile,
			options?: { sort?: ( a: PoEntry, b: PoEntry ) => number }
		) => Uint8Array;
	};
}

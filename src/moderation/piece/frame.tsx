/* The piece as visitors will see it: the site's own page in a frame that runs no script, as tall as what is in it. */
import { Button } from '@wordpress/components';
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

interface FrameProps {
	address: string;
	title: string;
	/** Loads out of sight, so that the next piece is there at once. */
	isAhead: boolean;
	onKey: ( event: KeyboardEvent ) => void;
}

type Loaded = 'loading' | 'shown' | 'closed';

function heightOf( page: Document ): number {
	const root = page.documentElement;
	const scrolled = page.defaultView?.scrollY ?? 0;
	// Margins count as well, and so does what overflows a root of fixed height.
	const end = root.getBoundingClientRect().bottom + scrolled;
	const overflow =
		root.scrollHeight > root.clientHeight ? root.scrollHeight : 0;
	return Math.ceil( Math.max( end, overflow ) );
}

/** Links open beside the desk: inside the frame they would replace the piece. */
function sendLinksOut( page: Document ): void {
	const base = page.createElement( 'base' );
	base.target = '_blank';
	page.head.append( base );
}

export function Frame( { address, title, isAhead, onKey }: FrameProps ) {
	const frame = useRef< HTMLIFrameElement >( null );
	const observer = useRef< ResizeObserver | null >( null );
	const [ loaded, setLoaded ] = useState< Loaded >( 'loading' );
	const [ height, setHeight ] = useState( 0 );

	useEffect( () => () => observer.current?.disconnect(), [] );

	const arrive = useCallback( () => {
		let page: Document | null = null;
		try {
			page = frame.current?.contentDocument ?? null;
		} catch {
			// Another origin, or a server that forbids frames.
		}
		if ( ! page?.body ) {
			setLoaded( 'closed' );
			return;
		}
		if ( page.location.href === 'about:blank' ) {
			return;
		}
		const shown = page;
		sendLinksOut( shown );
		shown.addEventListener( 'keydown', onKey );
		observer.current?.disconnect();
		observer.current = new ResizeObserver( () =>
			setHeight( heightOf( shown ) )
		);
		observer.current.observe( shown.documentElement );
		observer.current.observe( shown.body );
		setHeight( heightOf( shown ) );
		setLoaded( 'shown' );
	}, [ onKey ] );

	return (
		<div
			className={ `tl-frame is-${ loaded } ${ isAhead ? 'is-ahead' : '' }` }
		>
			{ loaded === 'loading' && ! isAhead && (
				<div className="tl-frame__skeleton">
					<p className="screen-reader-text">
						{ __( 'Loading the preview…', 'throughline' ) }
					</p>
					<span className="tl-bone is-picture" />
					<span className="tl-bone is-title" />
					<span className="tl-bone" />
					<span className="tl-bone is-short" />
				</div>
			) }
			{ loaded === 'closed' && ! isAhead && (
				<div className="tl-frame__closed">
					<p>
						{ __(
							'This site doesn’t let its pages stand in a frame, so the piece can’t be shown here.',
							'throughline'
						) }
					</p>
					<Button
						__next40pxDefaultSize
						variant="secondary"
						href={ address }
						target="_blank"
					>
						{ __( 'Open it in a new tab', 'throughline' ) }
					</Button>
				</div>
			) }
			<iframe
				ref={ frame }
				className="tl-frame__page"
				// No scripts; links may open new tabs, which are ordinary ones.
				sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
				src={ address }
				title={ title }
				aria-hidden={ isAhead || loaded === 'closed' }
				tabIndex={ isAhead ? -1 : undefined }
				style={ { height: height ? `${ height }px` : undefined } }
				onLoad={ arrive }
			/>
		</div>
	);
}

/* Something failed on a page of ours in wp-admin: what, and what to do. */
import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { RestError } from './rest';

const isSignedOut = ( failure: unknown ) =>
	failure instanceof RestError &&
	( failure.code === 'throughline_signed_out' || failure.status === 401 );

/** The server's own sentences say what to do; the rest is ours. */
export function whatFailed( failure: unknown ): string {
	if ( isSignedOut( failure ) ) {
		return __(
			'You have been signed out. Sign in again in a new tab, then try again here. What you wrote stays.',
			'throughline'
		);
	}
	if ( failure instanceof RestError ) {
		if ( failure.code === 'throughline_network' ) {
			return __(
				'The site can’t be reached. Check your connection, then try again. What you wrote stays.',
				'throughline'
			);
		}
		if ( failure.message && failure.status < 500 ) {
			return failure.message;
		}
	}
	return __(
		'The site answered with an error. Please try again in a moment. What you wrote stays.',
		'throughline'
	);
}

interface ProblemProps {
	failure: unknown;
	onRetry?: () => void;
}

/** Nothing where nothing failed. */
export function Problem( { failure, onRetry }: ProblemProps ) {
	if ( ! failure ) {
		return null;
	}
	const sentence = whatFailed( failure );
	return (
		<Notice
			className="tl-notice"
			status="error"
			isDismissible={ false }
			spokenMessage={ sentence }
		>
			<p>{ sentence }</p>
			{ ( isSignedOut( failure ) || onRetry ) && (
				<div className="tl-acts">
					{ isSignedOut( failure ) && (
						<Button
							variant="secondary"
							// This page asks whoever is signed out to sign in.
							href={ window.location.href }
							target="_blank"
						>
							{ __( 'Sign in', 'throughline' ) }
						</Button>
					) }
					{ onRetry && (
						<Button variant="secondary" onClick={ onRetry }>
							{ __( 'Try again', 'throughline' ) }
						</Button>
					) }
				</div>
			) }
		</Notice>
	);
}

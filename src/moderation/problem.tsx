/* Something failed: what, and what to do. */
import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { useDesk } from './context';
import { isSignedOut, whatFailed } from './sentences';
import type { Failure } from './store/types';

interface ProblemProps {
	failure: Failure;
	onRetry?: () => void;
}

export function Problem( { failure, onRetry }: ProblemProps ) {
	const { login } = useDesk();
	const sentence = whatFailed( failure );
	return (
		<Notice
			className="tl-problem"
			status="error"
			isDismissible={ false }
			spokenMessage={ sentence }
		>
			<p>{ sentence }</p>
			<div className="tl-problem__acts">
				{ isSignedOut( failure ) && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						href={ login }
						target="_blank"
					>
						{ __( 'Sign in', 'throughline' ) }
					</Button>
				) }
				{ onRetry && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ onRetry }
					>
						{ __( 'Try again', 'throughline' ) }
					</Button>
				) }
			</div>
		</Notice>
	);
}

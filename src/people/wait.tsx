/* What is on its way. */
import { Spinner } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

export function Wait( { until }: { until: boolean } ) {
	return until ? null : (
		<p className="tl-quiet" role="status">
			<Spinner /> { __( 'One moment …', 'throughline' ) }
		</p>
	);
}

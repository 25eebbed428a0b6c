/* What an error of REST means on the desk. */
import type { Decision } from '../../contract';
import { RestError } from '../../rest';
import type { Failure } from './types';

export function failureOf( error: unknown ): Failure {
	return error instanceof RestError
		? { code: error.code, message: error.message, status: error.status }
		: { code: 'throughline_unreadable', message: '', status: 0 };
}

/** What somebody else decided on the same version, null for any other error. */
export function overtakenBy( error: unknown ): Decision | null {
	if (
		! ( error instanceof RestError ) ||
		error.code !== 'throughline_stale'
	) {
		return null;
	}
	const data = error.data as { decision?: Decision | null } | null;
	return data?.decision ?? null;
}

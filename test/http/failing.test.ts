// When the server fails in the middle, people are told what to do, and nothing is half done.
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { findSite, type Site } from '../site/site.ts';

let site: Site;

beforeAll( async () => {
	site = await findSite();
} );

beforeEach( async () => {
	await site.reset();
} );

it( 'a write that fails answers 503 with a sentence, and the same story goes through afterwards', async () => {
	const answers = await site.php<
		{ status: number; body: Record< string, string >; stories: number }[]
	>(
		`
		wp_set_current_user(get_user_by('login', 'employee')->ID);
		// What an engineer finds in the log is no surprise here.
		set_error_handler(static fn(): bool => true);
		$fail = static fn($query) => str_contains($query, 'throughline_queue') && str_contains($query, 'INSERT') ? '' : $query;
		$send = static function () use ($args): array {
			$request = new WP_REST_Request('POST', '/throughline/v1/stories');
			$request->set_body_params(['submission' => $args, 'text' => 'Bleibt.']);
			$response = rest_do_request($request);
			$db = $GLOBALS['wpdb'];
			return [
				'status' => $response->get_status(),
				'body' => $response->get_data(),
				'stories' => (int) $db->get_var("SELECT COUNT(*) FROM $db->posts WHERE post_type = 'tl_story'"),
			];
		};
		add_filter('query', $fail);
		$failed = $send();
		remove_filter('query', $fail);
		return [$failed, $send()];
		`,
		randomUUID()
	);
	expect( answers ).toMatchObject( [
		{ status: 503, body: { code: 'throughline_failed' }, stories: 0 },
		{ status: 201, body: { state: 'waiting' }, stories: 1 },
	] );
	expect( answers[ 0 ]?.body.message ).toContain( 'try again' );
	expect( answers[ 0 ]?.body.message ).not.toContain( 'throughline_queue' );
} );

<?php
// A dozen real stories, sent and, if wanted, published as people do it. wall.ts and queue.ts multiply them.
declare(strict_types=1);

use Throughline\Moderation\Desk;
use Throughline\People\Departments;
use Throughline\Stories\Stories;
use Throughline\Stories\Upload;

return static function (int $count, string $picture, bool $publish): array {
	$moderator = (int) get_user_by('login', 'moderator')?->ID;
	$departments = [];
	foreach (['Planning', 'Steelwork', 'Ropes', 'Service'] as $name) {
		$known = get_term_by('name', $name, Departments::TAXONOMY);
		if ($known instanceof WP_Term) {
			$departments[] = $known->term_id;
			continue;
		}
		$term = wp_insert_term($name, Departments::TAXONOMY);
		$departments[] = is_wp_error($term)
			? throw new RuntimeException($term->get_error_message())
			: (int) $term['term_id'];
	}
	$good = static fn(mixed $result): mixed => is_wp_error($result)
		? throw new RuntimeException($result->get_error_message())
		: $result;
	$stories = [];
	for ($number = 1; $number <= $count; $number++) {
		$user = $good(
			wp_insert_user([
				'user_login' => "bench$number-" . wp_rand(),
				'user_pass' => wp_generate_password(),
				'display_name' => "Colleague $number",
				'role' => 'throughline_employee',
			]),
		);
		wp_set_current_user($user);
		// Every fourth story does without a picture.
		$photos = [];
		if ($number % 4 !== 0) {
			$file = [
				'name' => 'rope.jpg',
				'tmp_name' => $picture,
				'error' => UPLOAD_ERR_OK,
				'size' => filesize($picture),
			];
			$photo = $good(Upload::add($file, wp_generate_uuid4(), $user));
			$photos[] = ['id' => $photo['id'], 'alt' => 'A rope, as thick as an arm'];
		}
		$sent = $good(
			Stories::submit([
				'submission' => wp_generate_uuid4(),
				'title' => $number % 3 === 0 ? '' : "The rope of tower $number",
				'text' => str_repeat(
					'Tonight we changed the carrying rope of the Sonnhang lift, two hundred metres up. ',
					12,
				),
				'department' => $departments[$number % count($departments)],
				'recognisable' => $photos === [] ? '' : 'nobody',
				'photos' => $photos,
			]),
		);
		$id = $sent['story']['id'];
		if ($publish) {
			$decision = [
				'kind' => 'story',
				'id' => $id,
				'version' => 1,
				'act' => 'publish',
				'reason' => '',
				'guideline' => 0,
				'consent' => false,
			];
			$good(Desk::decide($decision, $moderator));
		}
		$stories[] = $id;
	}
	return $stories;
};

<?php
// What the form says, and what it tells its script: limits before they bite, the same refusals as the server's.

declare(strict_types=1);

namespace Throughline\Stories\Form;

use Throughline\Stories\Form;
use Throughline\Stories\Image\Refused;
use Throughline\Stories\Images;
use Throughline\Stories\Stories;
use Throughline\Stories\Text;

defined('ABSPATH') || exit();

final class Words {
	/** Hands limits and sentences to the view module, which has no translations of its own. */
	public static function config(): void {
		wp_interactivity_config('throughline/story-form', [
			'limits' => [
				'text' => Text::MAX_LENGTH,
				'title' => Text::MAX_TITLE_LENGTH,
				'photos' => Stories::MAX_PHOTOS,
				'bytes' => Images::max_upload_bytes(),
				'types' => Images::accepted_mimes(),
			],
			'signIn' => self::sign_in(),
			'say' => self::of_script() + self::of_photo() + self::refusals() + Thoughts::words(),
		]);
		Thoughts::config();
		// What is printed before the script arrives, so that nothing jumps when it does.
		wp_interactivity_state('throughline/story-form', [
			'counter' => self::counter(0),
			'sendLabel' => __('Send', 'throughline'),
		]);
	}

	/** Where somebody signs in to come back to this form. */
	public static function sign_in(): string {
		return wp_login_url(Form::address());
	}

	public static function counter(int $length): string {
		return sprintf(
			self::of_script()['counter'],
			number_format_i18n($length),
			number_format_i18n(Text::MAX_LENGTH),
		);
	}

	public static function limits(): string {
		return sprintf(
			/* translators: 1: number of photos, 2: a size, e.g. 25 MB */
			__('Up to %1$s photos, %2$s each.', 'throughline'),
			number_format_i18n(Stories::MAX_PHOTOS),
			(string) size_format(Images::max_upload_bytes()),
		);
	}

	public static function signed_out(): string {
		return __(
			'You have been signed out meanwhile. Nothing is lost: sign in in a new tab, then send it again here.',
			'throughline',
		);
	}

	public static function forbidden(): string {
		return __(
			'Your account can’t send stories yet. Whoever looks after this site can change that.',
			'throughline',
		);
	}

	public static function too_many_photos(): \WP_Error {
		$photos = array_fill(0, Stories::MAX_PHOTOS + 1, ['id' => 0, 'alt' => '']);
		return Stories::problem(['photos' => $photos] + Request::blank()) ??
			throw new \LogicException('Eleven photos are too many.');
	}

	/** What stands in the form itself, by a name. */
	public static function word(string $name): string {
		return match ($name) {
			'your-story' => __('Your story', 'throughline'),
			'missing' => __('What is still missing', 'throughline'),
			'photos' => __('Photos', 'throughline'),
			'add' => __('Photo or camera', 'throughline'),
			'add-first' => __('Add a photo', 'throughline'),
			'add-another' => __('Add another photo', 'throughline'),
			'add-this' => __('Add this photo', 'throughline'),
			'one-each' => __('Each is sent by itself; what you wrote is kept.', 'throughline'),
			'later' => __('Photos come in the next step, one at a time.', 'throughline'),
			'next' => __('Go on to the photos', 'throughline'),
			'ready' => _x('ready', 'photo', 'throughline'),
			'again' => __('Send again', 'throughline'),
			'open' => __('Describe or move', 'throughline'),
			'alt' => __('For those who can’t see it, if you like.', 'throughline'),
			'move' => _x('Move', 'photo', 'throughline'),
			'question' => __('Can anybody be recognised in the photos?', 'throughline'),
			'nobody' => __('No, nobody', 'throughline'),
			'me' => __('Only me', 'throughline'),
			'others' => __('Yes, others – we’ll ask them', 'throughline'),
			'asked' => __(
				'The story waits until they have agreed. Tell them that you sent it.',
				'throughline',
			),
			'text' => __('What was it about?', 'throughline'),
			'title' => __('A title', 'throughline'),
			'optional' => __('(if you like)', 'throughline'),
			'department' => __('Where was it?', 'throughline'),
			'no-department' => __('No department', 'throughline'),
			'kept' => __('Your draft stays on this device.', 'throughline'),
			'discard' => __('Delete it', 'throughline'),
			'then' => __('Before it appears, somebody looks at it.', 'throughline'),
			'send' => __('Send', 'throughline'),
			'send-anyway' => __('Send all the same', 'throughline'),
			'guidelines' => __('Our guidelines in short', 'throughline'),
			'guidelines-first' => __('Before your first story: how we do it here', 'throughline'),
			'guidelines-new' => __('Our guidelines have changed', 'throughline'),
			'guidelines-known' => __('I have read them.', 'throughline'),
			'nudge' => __('A thought before you send:', 'throughline'),
			'nudge-free' => __('Change it, or send it as it is. You decide.', 'throughline'),
			'see' => __('See it', 'throughline'),
			'mine' => __('What becomes of it, and how to change or withdraw it', 'throughline'),
			'another' => __('Send another story', 'throughline'),
			'please-sign-in' => __(
				'To show us what you did, please sign in first. You come back right here.',
				'throughline',
			),
			'sign-in' => __('Sign in', 'throughline'),
			default => throw new \LogicException("The form has no word for $name."),
		};
	}

	/**
	 * What is said about a photo by its number; the same with JavaScript and without.
	 *
	 * @return array<string, string>
	 */
	public static function of_photo(): array {
		return [
			/* translators: %s: number of the photo in the story */
			'photo' => __('Photo %s', 'throughline'),
			/* translators: %s: number of the photo in the story */
			'remove' => __('Remove photo %s', 'throughline'),
			/* translators: %s: number of the photo in the story */
			'describe' => __('What can be seen in photo %s?', 'throughline'),
			/* translators: %2$s: number of a photo. A button; its words have to stand in "Move photo 3 before photo 2", too. */
			'before' => __('Before photo %2$s', 'throughline'),
			/* translators: 1: number of the photo, 2: number of the photo it shall stand before */
			'beforeName' => __('Move photo %1$s before photo %2$s', 'throughline'),
			/* translators: %2$s: number of a photo. A button; its words have to stand in "Move photo 2 after photo 3", too. */
			'after' => __('After photo %2$s', 'throughline'),
			/* translators: 1: number of the photo, 2: number of the photo it shall stand after */
			'afterName' => __('Move photo %1$s after photo %2$s', 'throughline'),
		];
	}

	/** @return array<string, string> */
	private static function of_script(): array {
		return [
			/* translators: %s: number of the photo in the story */
			'progress' => __('Photo %s is on its way', 'throughline'),
			/* translators: %s: number of the photo in the story */
			'again' => __('Send photo %s again', 'throughline'),
			/* translators: %s: number of the photo in the story */
			'open' => __('Describe or move photo %s', 'throughline'),
			/* translators: 1: number the photo had, 2: number it has now */
			'moved' => __('Photo %1$s is now photo %2$s.', 'throughline'),
			/* translators: %s: number the photo had */
			'removed' => __('Photo %s was removed.', 'throughline'),
			/* translators: %s: number of photos */
			'arrived' => __('All photos have arrived: %s.', 'throughline'),
			/* translators: %s: number of the photo in the story */
			'photoFailed' => __(
				'Photo %s did not arrive. Send it again, or remove it.',
				'throughline',
			),
			/* translators: %s: number of the photo in the story */
			'photoRefused' => __('Photo %s can’t be taken. Please remove it.', 'throughline'),
			/* translators: %s: number of photos */
			'lost' => __(
				'Photos that had not arrived when this page was left have to be added again: %s.',
				'throughline',
			),
			/* translators: 1: characters written so far, 2: how many there may be, e.g. 10,000 */
			'counter' => __('%1$s of %2$s characters', 'throughline'),
			'send' => self::word('send'),
			'sending' => __('Sending …', 'throughline'),
			'waiting' => __('Waiting for the photos …', 'throughline'),
			'offline' => __(
				'There is no connection. Nothing is lost: send it again once you are online.',
				'throughline',
			),
			'signedOut' => self::signed_out(),
			'trouble' => __(
				'The site can’t take it just now. Nothing is lost: send it again in a few minutes.',
				'throughline',
			),
			'restored' => __('Your draft is here again.', 'throughline'),
			'discarded' => __('The draft is deleted.', 'throughline'),
		];
	}

	/**
	 * What the server would say, by its code; `%s` stands for the file's name.
	 *
	 * @return array<string, string>
	 */
	private static function refusals(): array {
		$blank = Request::blank();
		$long = str_repeat('.', Text::MAX_LENGTH + 1);
		$errors = [
			Stories::problem($blank),
			Stories::problem(['photos' => [['id' => 1, 'alt' => '']]] + $blank),
			Stories::problem(['text' => $long] + $blank),
			Stories::problem(['text' => '.', 'title' => $long] + $blank),
			self::too_many_photos(),
			(new Refused('too_large', Images::max_upload_bytes()))->to_error('%s'),
			(new Refused('video'))->to_error('%s'),
			(new Refused('svg'))->to_error('%s'),
			(new Refused('type_refused'))->to_error('%s'),
		];
		$sentences = [];
		foreach (array_filter($errors) as $error) {
			$sentences[(string) $error->get_error_code()] = $error->get_error_message();
		}
		return $sentences;
	}
}

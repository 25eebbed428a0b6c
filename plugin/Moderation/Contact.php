<?php
// Where people reach whoever runs the site, as the Digital Services Act wants it to be told (Art. 12), and where else they can turn.

namespace Throughline\Moderation;

defined('ABSPATH') || exit();

final class Contact {
	/** Plain text in paragraphs. */
	public static function text(): string {
		[
			'name' => $name,
			'mail' => $mail,
			'post' => $post,
			'disputes' => $disputes,
		] = Settings::get('contact');
		$mail = $mail === '' ? self::site_mail() : $mail;
		$who = [$name === '' ? get_bloginfo('name', 'raw') : $name, $mail, $post];
		return Paragraphs::text([
			sprintf(
				/* translators: %s: name, mail and postal address, in lines */
				__("You reach us here:\n%s", 'throughline'),
				Paragraphs::text($who, "\n"),
			),
			$disputes === ''
				? ''
				: sprintf(
					/* translators: %s: name and address of bodies that settle disputes out of court */
					__(
						"You may also turn to a body that settles disputes out of court:\n%s",
						'throughline',
					),
					$disputes,
				),
		]);
	}

	/** Where no address was set yet. */
	private static function site_mail(): string {
		$mail = get_option('admin_email');
		return is_string($mail) ? $mail : '';
	}
}

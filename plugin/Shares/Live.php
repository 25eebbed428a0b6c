<?php
// The original in a frame, for whoever wants to see it there: says beforehand who learns of it, and asks nobody before that.
//
// Consent managers: the element carries data-throughline-live with the network's name. Before anything is loaded it
// sends the event "throughline-live", which bubbles and can be cancelled, with detail { network, host }: cancelled,
// nothing is loaded. Pressing the button again asks again.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\Shares\Networks\Networks;

defined('ABSPATH') || exit();

/** @phpstan-import-type Share from Shares */
final class Live {
	/** @param Share $share */
	public static function html(array $share): string {
		$frame = is_feed() ? null : Shares::frame($share);
		if ($frame === null) {
			return '';
		}
		$id = wp_unique_prefixed_id('throughline-live-');
		$network = Networks::label($share['network']);
		$host = (string) wp_parse_url($frame['url'], PHP_URL_HOST);
		// One network of many hosts is run by many.
		$is_of_many = $share['network'] === 'fediverse';
		$label = $is_of_many ? $host : $network;
		$context = wp_interactivity_data_wp_context([
			'network' => $share['network'],
			'host' => $host,
			'key' => $is_of_many ? $host : $share['network'],
			'label' => $label,
			'url' => $frame['url'],
			'allow' => $frame['allow'],
			'ratio' => $frame['ratio'],
			'title' => sprintf(
				/* translators: 1: name of a person, 2: name of a network */
				__('Post by %1$s on %2$s', 'throughline'),
				$share['author'],
				$network,
			),
			'ready' => false,
			'open' => false,
			'always' => false,
		]);
		return sprintf(
			'<div class="throughline-share__live" data-throughline-live="%1$s" data-wp-interactive="throughline/share" %2$s data-wp-init="callbacks.start" data-wp-bind--hidden="!context.ready" hidden>' .
				'<p data-wp-bind--hidden="context.open"><button type="button" class="wp-element-button" aria-describedby="%3$s" data-wp-on--click="actions.show">%4$s</button></p>' .
				'<p class="throughline-share__hint" id="%3$s">%5$s</p>' .
				'<label><input type="checkbox" data-wp-bind--checked="context.always" data-wp-on--change="actions.always"> <span>%6$s</span></label></div>',
			esc_attr($share['network']),
			$context,
			esc_attr($id),
			esc_html__('Show it here', 'throughline'),
			esc_html(
				sprintf(
					/* translators: 1: name of a company or host, 2: names of hosts, separated by commas */
					__(
						'It then comes from %1$s (%2$s), who learns your IP address and which page you read, and may set cookies.',
						'throughline',
					),
					$frame['company'],
					implode(', ', $frame['hosts']),
				),
			),
			esc_html(
				sprintf(
					/* translators: %s: name of a network or host */
					__('Always show posts on %s at once, on this device', 'throughline'),
					$label,
				),
			),
		);
	}

	/** Below the site's privacy policy: what "always" is remembered on this device, to be taken back. Shown by script alone, where there is something. */
	public static function below_policy(string $content): string {
		$policy = get_option('wp_page_for_privacy_policy');
		$policy = is_numeric($policy) ? (int) $policy : 0;
		$block = \WP_Block_Type_Registry::get_instance()->get_registered('throughline/share');
		if (
			$policy === 0 ||
			$block === null ||
			!is_page($policy) ||
			get_the_ID() !== $policy ||
			doing_filter('get_the_excerpt')
		) {
			return $content;
		}
		array_map('wp_enqueue_script_module', $block->view_script_module_ids);
		return $content .
			sprintf(
				'<div data-wp-interactive="throughline/share" %s data-wp-init="callbacks.recall" data-wp-bind--hidden="!context.said" hidden><p role="status" data-wp-text="context.said"></p><p><button type="button" class="wp-element-button" data-wp-on--click="actions.forget">%s</button></p></div>',
				wp_interactivity_data_wp_context([
					'said' => '',
					/* translators: %s: names of networks, separated by commas */
					'remembered' => __(
						'On this device, posts on these networks are loaded at once: %s.',
						'throughline',
					),
					'forgotten' => __('From now on you are asked again.', 'throughline'),
				]),
				esc_html__('Ask me each time', 'throughline'),
			);
	}

	/** What a site may say about us in its privacy policy. */
	public static function suggest(): void {
		wp_add_privacy_policy_content(
			'Throughline: ' . __('Shares', 'throughline'),
			wp_kses_post(
				wpautop(
					__(
						'Posts from social networks are shown here as cards of our own: as long as you only read, nothing is loaded from a network. “Show it here” loads the original from its network, which then learns your IP address and the page that you read. If you tick “always”, your browser remembers that on this device; untick it at any such card to take it back, or at the end of this page.',
						'throughline',
					),
				),
			),
		);
	}
}

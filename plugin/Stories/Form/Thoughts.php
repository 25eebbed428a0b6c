<?php
// What might be thought over before a story is sent: shown once, with JavaScript and without.

declare(strict_types=1);

namespace Throughline\Stories\Form;

use Throughline\Guidelines\Acknowledgements;
use Throughline\Guidelines\Guidelines;
use Throughline\Guidelines\Nudge;
use Throughline\Stories\Stories;
use Throughline\Stories\Text;

defined('ABSPATH') || exit();

/** @phpstan-import-type Input from Stories */
final class Thoughts {
	public function __construct(private readonly Html $html) {}

	/** Tells the script what to bring to mind; nothing where nothing is in force. */
	public static function config(): void {
		if (Guidance::all() === []) {
			return;
		}
		wp_interactivity_config('throughline/story-form', [
			'guidelines' => array_values(
				array_map(
					static fn(array $one): array => [
						'sentence' => $one['sentence'],
						'words' => $one['words'],
						'departments' => Guidance::below($one['departments']),
					],
					array_filter(
						Guidance::all(),
						static fn(array $one): bool => $one['words'] !== '',
					),
				),
			),
		]);
	}

	/** @return array<string, string> what the script says; nothing where nothing is in force */
	public static function words(): array {
		return Guidance::all() === []
			? []
			: [
					'sendAnyway' => Words::word('send-anyway'),
					'repeat' => Nudge::sentence(['code' => 'repeat']),
					'shouting' => Nudge::sentence(['code' => 'shouting']),
					'word' => Nudge::sentence([
						'code' => 'word',
						'found' => '%1$s',
						'sentence' => '%2$s',
					]),
				] + Acknowledgements::sentences();
	}

	/** What the script fills before it sends. */
	public function live(): void {
		if (Guidance::all() === []) {
			return;
		} ?>
		<div class="throughline-form__nudge" id="<?php $this->html->id(
  	'nudge',
  ); ?>" tabindex="-1" role="group" aria-labelledby="<?php $this->html->id(
	'nudge-heading',
); ?>" hidden data-wp-bind--hidden="!state.isNudged">
			<?php $this->heading(); ?>
			<ul>
				<template data-wp-each--nudge="context.nudges">
					<li data-wp-text="context.nudge"></li>
				</template>
			</ul>
		</div>
		<?php
	}

	/** @param list<string> $nudges */
	public function plain(array $nudges): void {
		if ($nudges !== [] || Request::nudged()) {
			printf('<input type="hidden" name="%snudged" value="1">', esc_attr(Request::FIELD));
		}
		if ($nudges === []) {
			return;
		}
		?>
		<div class="throughline-form__nudge" id="<?php $this->html->id(
  	'problems',
  ); ?>" tabindex="-1" role="alert">
			<?php $this->heading(); ?>
			<ul>
				<?php foreach ($nudges as $nudge): ?>
					<li><?php Html::literal($nudge); ?></li>
				<?php endforeach; ?>
			</ul>
		</div>
		<?php
	}

	/**
	 * What might be thought over before this is sent; nothing where it can't be sent yet.
	 *
	 * @param Input $input
	 * @return list<string>
	 */
	public static function of(array $input): array {
		$user = get_current_user_id();
		if (
			Guidance::all() === [] ||
			Stories::problem($input) !== null ||
			Acknowledgements::needed($user)
		) {
			return [];
		}
		return array_map(
			[Nudge::class, 'sentence'],
			Nudge::of(
				[$input['title'], $input['text']],
				Guidelines::concerning(Guidance::all(), 'story', max(0, $input['department'])),
				self::sent($user),
			),
		);
	}

	/** @return list<string> what somebody sent last, title and text in one */
	private static function sent(int $user): array {
		$posts = get_posts([
			'post_type' => Stories::TYPE,
			'post_status' => ['publish', 'pending', 'draft'],
			'author' => $user,
			'numberposts' => 5,
			'no_found_rows' => true,
			'update_post_meta_cache' => false,
			'update_post_term_cache' => false,
		]);
		return array_values(
			array_map(
				static fn(\WP_Post $post): string => Text::to_plain($post->post_title) .
					' ' .
					Text::to_plain($post->post_content),
				$posts,
			),
		);
	}

	private function heading(): void {
		?>
		<p id="<?php $this->html->id('nudge-heading'); ?>"><strong><?php Html::word(
	'nudge',
); ?></strong> <?php Html::word('nudge-free'); ?></p>
		<?php
	}
}

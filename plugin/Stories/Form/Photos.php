<?php
// The photos in the form: tiles that the script fills, or one after the other without it.

declare(strict_types=1);

namespace Throughline\Stories\Form;

use Throughline\Stories\Images;
use Throughline\Stories\Photos as Stored;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

final class Photos {
	public function __construct(private readonly Html $html) {}

	/** Tiles with their progress, and the one that adds more. */
	public function live(): void {
		$this->open(); ?>
		<noscript><p><?php Html::word('later'); ?></p></noscript>
		<ul class="throughline-form__photos">
			<?php $this->tile(); ?>
			<li class="throughline-form__add" data-wp-bind--hidden="state.isFull">
				<?php $this->input('multiple data-wp-on--change="actions.choose"'); ?>
				<label for="<?php $this->html->id('add'); ?>"><span aria-hidden="true">+</span> <?php Html::word(
	'add',
); ?></label>
			</li>
		</ul>
		<p class="throughline-form__hint" id="<?php $this->html->id('limits'); ?>"><?php echo esc_html(
	Words::limits(),
); ?></p>
		<?php $this->html->error('photos', null); ?>
		</div>
		<?php
	}

	/** @param list<array{id: int, alt: string}> $photos those of the draft */
	public function plain(array $photos, string $wrong): void {
		$last = count($photos);
		$this->open();
		?>
		<ul class="throughline-form__photos">
			<?php foreach ($photos as $place => $photo) {
   	$this->plain_tile($photo, $place + 1, $last);
   } ?>
		</ul>
		<?php if ($last < Stories::MAX_PHOTOS): ?>
			<label for="<?php $this->html->id('add'); ?>"><?php Html::word(
	$last === 0 ? 'add-first' : 'add-another',
); ?></label>
			<p class="throughline-form__choose">
				<?php $this->input($wrong === '' ? '' : 'aria-invalid="true"'); ?>
				<button name="<?php echo esc_attr(Request::ACT); ?>" value="add"><?php Html::word(
	'add-this',
); ?></button>
			</p>
		<?php endif; ?>
		<p class="throughline-form__hint" id="<?php $this->html->id(
  	'limits',
  ); ?>"><?php echo esc_html(Words::limits()); ?> <?php Html::word('one-each'); ?></p>
		<?php $this->html->error('photos', $wrong); ?>
		</div>
		<?php
	}

	private function open(): void {
		?>
		<div class="throughline-form__part" role="group" aria-label="<?php Html::word(
  	'photos',
  ); ?>" id="<?php $this->html->id('photos'); ?>" tabindex="-1">
		<?php
	}

	private function input(string $more): void {
		$types = Images::accepted_mimes();
		// Not every system knows the media type of HEIC.
		$accept = in_array('image/heic', $types, true) ? [...$types, '.heic', '.heif'] : $types;
		?>
		<input type="file" id="<?php $this->html->id(
  	'add',
  ); ?>" name="<?php echo esc_attr(Request::PHOTO); ?>" accept="<?php echo esc_attr(implode(',', $accept)); ?>" aria-describedby="<?php $this->html->id('limits'); ?> <?php $this->html->id('photos-error'); ?>" <?php echo $more; ?>>
		<?php
	}

	private function tile(): void {
		?>
		<template data-wp-each--photo="context.photos" data-wp-each-key="context.photo.upload">
			<li class="throughline-form__photo" data-wp-class--is-failed="state.isFailed">
				<div class="throughline-form__picture">
					<span data-wp-text="context.photo.name"></span>
					<img data-wp-bind--src="context.photo.src" data-wp-bind--hidden="!context.photo.src" data-wp-bind--alt="state.name" data-wp-on--error="actions.blank">
					<progress max="1" data-wp-bind--hidden="!state.isUnderWay" data-wp-bind--value="context.photo.progress" data-wp-bind--aria-label="state.progressName"></progress>
					<span class="throughline-form__ready" data-wp-bind--hidden="!state.isReady"><span aria-hidden="true">✓</span> <?php Html::word(
     	'ready',
     ); ?></span>
					<button type="button" class="throughline-form__remove" data-wp-bind--aria-label="state.removeName" data-wp-on--click="actions.remove"><span aria-hidden="true">✕</span></button>
				</div>
				<div class="throughline-form__failed" data-wp-bind--hidden="!state.isFailed">
					<p data-wp-text="context.photo.problem"></p>
					<button type="button" data-wp-bind--hidden="!context.photo.again" data-wp-bind--aria-label="state.againName" data-wp-on--click="actions.again"><?php Html::word(
     	'again',
     ); ?></button>
				</div>
				<details data-wp-bind--hidden="state.isFailed">
					<summary data-wp-bind--aria-label="state.openName"><?php Html::word('open'); ?></summary>
					<label><span data-wp-text="state.describe"></span> <span class="throughline-form__hint"><?php Html::word(
     	'alt',
     ); ?></span>
						<input type="text" data-wp-bind--id="state.altId" data-wp-bind--value="context.photo.alt" data-wp-on--input="actions.alt" maxlength="1000">
					</label>
					<div class="throughline-form__moves" data-wp-bind--hidden="state.isOnly">
						<?php Html::word('move'); ?>
						<button type="button" name="before" data-wp-bind--hidden="state.isFirst" data-wp-bind--aria-label="state.beforeName" data-wp-on--click="actions.move" data-wp-text="state.before"></button>
						<button type="button" name="after" data-wp-bind--hidden="state.isLast" data-wp-bind--aria-label="state.afterName" data-wp-on--click="actions.move" data-wp-text="state.after"></button>
					</div>
				</details>
			</li>
		</template>
		<?php
	}

	/** @param array{id: int, alt: string} $photo */
	private function plain_tile(array $photo, int $number, int $last): void {
		?>
		<li class="throughline-form__photo is-open">
			<div class="throughline-form__picture">
				<?php if (Stored::may_see($photo['id'], get_current_user_id())): ?>
					<img src="<?php echo esc_url(self::address($photo['id'])); ?>" alt="<?php Html::about(
	'photo',
	$number,
); ?>">
				<?php else: ?>
					<span><?php Html::about('photo', $number); ?></span>
				<?php endif; ?>
			</div>
			<div class="throughline-form__beside">
				<label><?php Html::about(
    	'describe',
    	$number,
    ); ?> <span class="throughline-form__hint"><?php Html::word('alt'); ?></span>
					<input type="text" name="<?php echo esc_attr(
     	Request::FIELD . "alt[{$photo['id']}]",
     ); ?>" value="<?php Html::literal($photo['alt']); ?>" maxlength="1000">
				</label>
				<div class="throughline-form__moves">
					<?php
     if ($number > 1) {
     	self::act("up:{$photo['id']}", 'before', [$number, $number - 1]);
     }
     if ($number < $last) {
     	self::act("down:{$photo['id']}", 'after', [$number, $number + 1]);
     }
     self::act("remove:{$photo['id']}", 'remove', [$number]);?>
				</div>
			</div>
		</li>
		<?php
	}

	/**
	 * A button that does something to a photo.
	 *
	 * @param list<int> $numbers
	 */
	private static function act(string $act, string $word, array $numbers): void {
		?>
		<button name="<?php echo esc_attr(
  	Request::ACT,
  ); ?>" value="<?php echo esc_attr($act); ?>" aria-label="<?php Html::about($word === 'remove' ? $word : "{$word}Name", ...$numbers); ?>"><?php Html::about($word, ...$numbers); ?></button>
		<?php
	}

	private static function address(int $photo): string {
		return add_query_arg(
			'_wpnonce',
			wp_create_nonce('wp_rest'),
			Stored::address($photo, 'thumbnail'),
		);
	}
}

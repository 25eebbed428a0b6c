<?php
// The form's HTML: enhanced by the view module, or plain where a draft goes on without JavaScript.

declare(strict_types=1);

namespace Throughline\Stories;

use Throughline\People\Departments;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Input from Stories
 * @phpstan-import-type Told from Stories
 * @phpstan-import-type Shown from Form
 */
final class FormView {
	/** @param array{id: string, heading: string, introduction: string, department: int} $form */
	public function __construct(private readonly array $form) {}

	/** The way in for somebody who has not signed in. Nothing personal: a cache may keep it. */
	public function signed_out(): string {
		return $this->framed(
			sprintf(
				'<p>%s</p><p><a class="wp-element-button" href="%s">%s</a></p>',
				esc_html__(
					'To show us what you did, please sign in first. You come back right here.',
					'throughline',
				),
				esc_url(FormWords::sign_in()),
				esc_html__('Sign in', 'throughline'),
			),
		);
	}

	public function refused(): string {
		return $this->framed('<p>' . esc_html(FormWords::forbidden()) . '</p>');
	}

	/** @param Told $told what the server says to a story that was sent without JavaScript */
	public function told(array $told): string {
		ob_start(); ?>
		<div class="throughline-form__sent" role="status">
			<p><?php echo esc_html($told['message']); ?></p>
			<?php if ($told['link'] !== null): ?>
				<p><a href="<?php echo esc_url($told['link']); ?>"><?php esc_html_e(
	'See it',
	'throughline',
); ?></a></p>
			<?php endif; ?>
			<p><a class="wp-element-button" href="<?php echo esc_url(
   	Form::address(),
   ); ?>"><?php esc_html_e('Send another story', 'throughline'); ?></a></p>
		</div>
		<?php return $this->framed((string) ob_get_clean());
	}

	/** The form that the view module takes over; until then, and without it, it is a form like any other. */
	public function live(int $user): string {
		$values = ['department' => $user > 0 ? Departments::of_user($user) : 0] + FormPost::blank();
		$context = [
			'id' => $this->form['id'],
			'user' => $user,
			'page' => wp_make_link_relative(Form::here()) . '#' . $this->form['id'],
			'submission' => '',
			'phase' => 'writing',
			'photos' => [],
			'problems' => [],
			'wrong' => ['photos' => '', 'recognisable' => '', 'text' => '', 'title' => ''],
			'length' => 0,
			'kept' => false,
			'said' => '',
			'message' => '',
			'link' => '',
		];
		ob_start();
		$this->open_form(0, true);
		$this->hidden($values, $user > 0);
		?>
		<div class="throughline-form__problems" id="<?php $this->id(
  	'problems',
  ); ?>" tabindex="-1" role="group" aria-label="<?php esc_attr_e('What is still missing', 'throughline'); ?>" hidden data-wp-bind--hidden="!state.hasProblems">
			<ul>
				<template data-wp-each--problem="context.problems">
					<li><a data-wp-bind--href="context.problem.href" data-wp-bind--target="context.problem.target" data-wp-text="context.problem.text" data-wp-on--click="actions.visit"></a></li>
				</template>
			</ul>
		</div>
		<div class="throughline-form__part" role="group" aria-label="<?php esc_attr_e(
  	'Photos',
  	'throughline',
  ); ?>" id="<?php $this->id('photos'); ?>" tabindex="-1">
			<ul class="throughline-form__photos">
				<?php $this->tile(); ?>
				<li class="throughline-form__add" data-wp-bind--hidden="state.isFull">
					<input type="file" id="<?php $this->id(
     	'add',
     ); ?>" name="<?php echo esc_attr(FormPost::PHOTO); ?>" accept="<?php $this->accept(); ?>" multiple aria-describedby="<?php $this->id('limits'); ?> <?php $this->id('photos-error'); ?>" data-wp-on--change="actions.choose">
					<label for="<?php $this->id(
     	'add',
     ); ?>"><span aria-hidden="true">+</span> <?php esc_html_e('Photo or camera', 'throughline'); ?></label>
				</li>
			</ul>
			<p class="throughline-form__hint" id="<?php $this->id(
   	'limits',
   ); ?>"><?php echo esc_html(FormWords::limits()); ?></p>
			<p class="throughline-form__error" id="<?php $this->id(
   	'photos-error',
   ); ?>" hidden data-wp-bind--hidden="!context.wrong.photos" data-wp-text="context.wrong.photos"></p>
			<noscript><p class="throughline-form__later"><?php esc_html_e(
   	'Photos come in the next step, one at a time.',
   	'throughline',
   ); ?></p></noscript>
		</div>
		<?php
  $this->question('', true);
  $this->words($values, [], true);
  ?>
		<p class="throughline-form__hint"><?php esc_html_e(
  	'Before it appears, somebody looks at it.',
  	'throughline',
  ); ?></p>
		<div class="throughline-form__send">
			<noscript><button class="throughline-form__next wp-element-button" name="<?php echo esc_attr(
   	FormPost::ACT,
   ); ?>" value="photos"><?php esc_html_e('Go on to the photos', 'throughline'); ?></button></noscript>
			<button class="wp-element-button" name="<?php echo esc_attr(
   	FormPost::ACT,
   ); ?>" value="send" data-wp-bind--aria-disabled="state.isSending" data-wp-text="state.sendLabel"><?php echo esc_html(FormWords::send()); ?></button>
		</div>
		</form>
		<div class="throughline-form__sent" id="<?php $this->id(
  	'sent',
  ); ?>" tabindex="-1" hidden data-wp-bind--hidden="!state.isSent">
			<p data-wp-text="context.message"></p>
			<p hidden data-wp-bind--hidden="!context.link"><a data-wp-bind--href="context.link"><?php esc_html_e(
   	'See it',
   	'throughline',
   ); ?></a></p>
			<p><button type="button" class="wp-element-button" data-wp-on--click="actions.another"><?php esc_html_e(
   	'Send another story',
   	'throughline',
   ); ?></button></p>
		</div>
		<p class="throughline-form__said" role="status" data-wp-text="context.said"></p>
		<?php return $this->framed(
  	(string) ob_get_clean(),
  	'data-wp-interactive="throughline/story-form" data-wp-init="callbacks.start" data-wp-on--dragover="actions.drag" data-wp-on--drop="actions.drop" ' .
  		wp_interactivity_data_wp_context($context),
  );
	}

	/**
	 * The same form without a script: a draft on the server, photos one request each.
	 *
	 * @param Shown $shown
	 */
	public function plain(array $shown): string {
		$values = $shown['values'];
		$wrong = [];
		foreach ($shown['problems'] as $problem) {
			$data = $problem->get_error_data();
			$field = is_array($data) && is_string($data['field'] ?? null) ? $data['field'] : '';
			$wrong[$field] = $problem->get_error_message();
		}
		ob_start();
		$this->open_form($shown['draft'], false);
		$this->hidden($values, is_user_logged_in());
		$this->summary($wrong);
		$this->plain_photos($values['photos'], $wrong['photos'] ?? '');
		$this->question($values['recognisable'], false, $wrong['recognisable'] ?? '');
		$this->words($values, $wrong, false);
		?>
		<p class="throughline-form__hint"><?php esc_html_e(
  	'Before it appears, somebody looks at it.',
  	'throughline',
  ); ?></p>
		<div class="throughline-form__send">
			<button class="wp-element-button" name="<?php echo esc_attr(
   	FormPost::ACT,
   ); ?>" value="send"><?php echo esc_html(FormWords::send()); ?></button>
		</div>
		</form>
		<?php return $this->framed((string) ob_get_clean());
	}

	/** Block attributes of the wrapper, heading and introduction around what is shown. */
	private function framed(string $inside, string $directives = ''): string {
		$heading =
			$this->form['heading'] === ''
				? ''
				: sprintf(
					'<h2 class="throughline-form__heading" id="%s-heading">%s</h2>',
					esc_attr($this->form['id']),
					esc_html($this->form['heading']),
				);
		$introduction =
			$this->form['introduction'] === ''
				? ''
				: sprintf(
					'<p class="throughline-form__introduction">%s</p>',
					esc_html($this->form['introduction']),
				);
		return sprintf(
			'<div %s %s>%s</div>',
			get_block_wrapper_attributes([
				'id' => $this->form['id'],
				'class' => 'throughline-form',
			]),
			$directives,
			$heading . $introduction . $inside,
		);
	}

	private function open_form(int $draft, bool $live): void {
		printf(
			'<form method="post" enctype="multipart/form-data" action="%s" id="%s-form" %s %s>',
			esc_url(Form::address([Form::DRAFT => $draft])),
			esc_attr($this->form['id']),
			$this->form['heading'] === ''
				? 'aria-label="' . esc_attr__('Your story', 'throughline') . '"'
				: 'aria-labelledby="' . esc_attr($this->form['id']) . '-heading"',
			$live
				? 'data-wp-bind--hidden="state.isSent" data-wp-on--input="actions.write" data-wp-on--submit="actions.send"'
				: '',
		);
	}

	/** @param Input $values */
	private function hidden(array $values, bool $nonce): void {
		$fields = [
			FormPost::MARK => $nonce ? wp_create_nonce(FormPost::NONCE) : 'signed-out',
			'throughline_submission' => $values['submission'],
			'throughline_upload' => wp_generate_uuid4(),
		];
		foreach ($fields as $name => $value) {
			printf('<input type="hidden" name="%s" value="%s">', esc_attr($name), esc_attr($value));
		}
		// Enter in the title presses the first button of a form: this one only keeps what is there.
		printf(
			'<button name="%s" value="save" hidden tabindex="-1"></button>',
			esc_attr(FormPost::ACT),
		);
	}

	/** One photo, filled in by the script. */
	private function tile(): void {
		?>
		<template data-wp-each--photo="context.photos" data-wp-each-key="context.photo.upload">
			<li class="throughline-form__photo" data-wp-class--is-failed="state.isFailed">
				<div class="throughline-form__picture">
					<span data-wp-text="context.photo.name"></span>
					<img data-wp-bind--src="context.photo.src" data-wp-bind--hidden="!context.photo.src" data-wp-bind--alt="state.name" data-wp-on--error="actions.blank">
					<progress max="1" data-wp-bind--hidden="!state.isUnderWay" data-wp-bind--value="context.photo.progress" data-wp-bind--aria-label="state.progressName"></progress>
					<span class="throughline-form__ready" data-wp-bind--hidden="!state.isReady"><span aria-hidden="true">✓</span> <?php echo esc_html_x(
     	'ready',
     	'photo',
     	'throughline',
     ); ?></span>
					<button type="button" class="throughline-form__remove" data-wp-bind--aria-label="state.removeName" data-wp-on--click="actions.remove"><span aria-hidden="true">✕</span></button>
				</div>
				<div class="throughline-form__failed" data-wp-bind--hidden="!state.isFailed">
					<p data-wp-text="context.photo.problem"></p>
					<button type="button" data-wp-bind--hidden="!context.photo.again" data-wp-bind--aria-label="state.againName" data-wp-on--click="actions.again"><?php esc_html_e(
     	'Send again',
     	'throughline',
     ); ?></button>
				</div>
				<details data-wp-bind--hidden="state.isFailed">
					<summary data-wp-bind--aria-label="state.openName"><?php esc_html_e(
     	'Describe or move',
     	'throughline',
     ); ?></summary>
					<label><span data-wp-text="state.describe"></span> <span class="throughline-form__hint"><?php esc_html_e(
     	'For those who can’t see it, if you like.',
     	'throughline',
     ); ?></span>
						<input type="text" data-wp-bind--id="state.altId" data-wp-bind--value="context.photo.alt" data-wp-on--input="actions.alt" maxlength="1000">
					</label>
					<div class="throughline-form__moves">
						<button type="button" name="before" data-wp-bind--hidden="state.isFirst" data-wp-bind--aria-label="state.beforeName" data-wp-on--click="actions.move" data-wp-text="state.before"></button>
						<button type="button" name="after" data-wp-bind--hidden="state.isLast" data-wp-bind--aria-label="state.afterName" data-wp-on--click="actions.move" data-wp-text="state.after"></button>
					</div>
				</details>
			</li>
		</template>
		<?php
	}

	/**
	 * @param list<array{id: int, alt: string}> $photos
	 */
	private function plain_photos(array $photos, string $wrong): void {
		$user = get_current_user_id();
		$last = count($photos);
		?>
		<div class="throughline-form__part" role="group" aria-label="<?php esc_attr_e(
  	'Photos',
  	'throughline',
  ); ?>" id="<?php $this->id('photos'); ?>" tabindex="-1">
			<ul class="throughline-form__photos">
				<?php foreach ($photos as $place => $photo): ?>
					<?php $number = $place + 1; ?>
					<li class="throughline-form__photo is-open">
						<div class="throughline-form__picture">
							<?php if (Photos::may_see($photo['id'], $user)): ?>
								<img src="<?php echo esc_url(
        	add_query_arg(
        		'_wpnonce',
        		wp_create_nonce('wp_rest'),
        		Photos::address($photo['id'], 'thumbnail'),
        	),
        ); ?>" alt="<?php $this->say('photo', $number); ?>">
							<?php else: ?>
								<span><?php $this->say('photo', $number); ?></span>
							<?php endif; ?>
						</div>
						<div class="throughline-form__beside">
							<label><?php $this->say(
       	'describe',
       	$number,
       ); ?> <span class="throughline-form__hint"><?php esc_html_e(
 	'For those who can’t see it, if you like.',
 	'throughline',
 ); ?></span>
								<input type="text" name="throughline_alt[<?php echo (int) $photo[
        	'id'
        ]; ?>]" value="<?php echo esc_attr($photo['alt']); ?>" maxlength="1000">
							</label>
							<div class="throughline-form__moves">
								<?php
        if ($place > 0) {
        	$this->act("up:{$photo['id']}", ['before', 'beforeName'], [$number, $number - 1]);
        }
        if ($number < $last) {
        	$this->act("down:{$photo['id']}", ['after', 'afterName'], [$number, $number + 1]);
        }
        $this->act("remove:{$photo['id']}", ['remove', 'remove'], [$number]);
        ?>
							</div>
						</div>
					</li>
				<?php endforeach; ?>
			</ul>
			<?php if ($last < Stories::MAX_PHOTOS): ?>
				<label for="<?php $this->id('add'); ?>"><?php $last === 0
	? esc_html_e('Add a photo', 'throughline')
	: esc_html_e('Add another photo', 'throughline'); ?></label>
				<p class="throughline-form__choose">
					<input type="file" id="<?php $this->id('add'); ?>" name="<?php echo esc_attr(
	FormPost::PHOTO,
); ?>" accept="<?php $this->accept(); ?>" aria-describedby="<?php $this->id(
	'limits',
); ?> <?php $this->id('photos-error'); ?>" <?php $this->invalid($wrong); ?>>
					<button name="<?php echo esc_attr(FormPost::ACT); ?>" value="add"><?php esc_html_e(
	'Add this photo',
	'throughline',
); ?></button>
				</p>
			<?php endif; ?>
			<p class="throughline-form__hint" id="<?php $this->id(
   	'limits',
   ); ?>"><?php echo esc_html(FormWords::limits()); ?> <?php esc_html_e('Each is sent by itself; what you wrote is kept.', 'throughline'); ?></p>
			<?php $this->error('photos', $wrong); ?>
		</div>
		<?php
	}

	private function question(string $answer, bool $live, string $wrong = ''): void {
		$answers = [
			'nobody' => __('No, nobody', 'throughline'),
			'me' => __('Only me', 'throughline'),
			'others' => __('Yes, others – we’ll ask them', 'throughline'),
		]; ?>
		<fieldset class="throughline-form__part throughline-form__question" <?php echo $live
  	? 'hidden data-wp-bind--hidden="!state.hasPhotos"'
  	: ''; ?>>
			<legend><?php esc_html_e('Can anybody be recognised in the photos?', 'throughline'); ?></legend>
			<?php foreach ($answers as $value => $label): ?>
				<label class="throughline-form__answer">
					<input type="radio" name="throughline_recognisable" value="<?php echo esc_attr(
     	$value,
     ); ?>" id="<?php $this->id(
	$value === 'nobody' ? 'recognisable' : $value,
); ?>" aria-describedby="<?php $this->id('recognisable-error'); ?>" <?php checked(
	$answer,
	$value,
); ?>>
					<span><?php echo esc_html($label); ?></span>
				</label>
			<?php endforeach; ?>
			<p class="throughline-form__hint throughline-form__asked"><?php esc_html_e(
   	'The story waits until they have agreed. Tell them that you sent it.',
   	'throughline',
   ); ?></p>
			<?php $this->error('recognisable', $wrong, $live); ?>
		</fieldset>
		<?php
	}

	/**
	 * Text, title and department.
	 *
	 * @param Input $values
	 * @param array<string, string> $wrong
	 */
	private function words(array $values, array $wrong, bool $live): void {
		$optional = sprintf(
			'<span class="throughline-form__hint">%s</span>',
			esc_html__('(if you like)', 'throughline'),
		); ?>
		<div class="throughline-form__part">
			<label for="<?php $this->id(
   	'text',
   ); ?>"><?php esc_html_e('What was it about?', 'throughline'); ?></label>
			<textarea id="<?php $this->id(
   	'text',
   ); ?>" name="throughline_text" rows="5" dir="auto" aria-describedby="<?php $this->id('text-hint'); ?> <?php $this->id('text-error'); ?>" <?php $live ? print 'data-wp-bind--aria-invalid="state.isTextWrong"' : $this->invalid($wrong['text'] ?? ''); ?>><?php echo esc_textarea($values['text']); ?></textarea>
			<p class="throughline-form__hint" id="<?php $this->id('text-hint'); ?>">
				<?php if ($live): ?>
					<span data-wp-text="state.counter"><?php echo esc_html(FormWords::counter(0)); ?></span>
					<span hidden data-wp-bind--hidden="!context.kept">· <?php esc_html_e(
     	'Your draft stays on this device.',
     	'throughline',
     ); ?> <button type="button" class="throughline-form__discard" data-wp-on--click="actions.discard"><?php esc_html_e(
 	'Delete it',
 	'throughline',
 ); ?></button></span>
				<?php else: ?>
					<?php echo esc_html(FormWords::counter(mb_strlen($values['text']))); ?>
				<?php endif; ?>
			</p>
			<?php $this->error('text', $wrong['text'] ?? '', $live); ?>
		</div>
		<div class="throughline-form__part">
			<label for="<?php $this->id(
   	'title',
   ); ?>"><?php esc_html_e('A title', 'throughline'); ?> <?php echo $optional;// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped above.
		?></label>
			<input type="text" id="<?php $this->id(
   	'title',
   ); ?>" name="throughline_title" dir="auto" autocomplete="off" value="<?php echo esc_attr($values['title']); ?>" aria-describedby="<?php $this->id('title-error'); ?>" <?php $live ? print 'data-wp-bind--aria-invalid="state.isTitleWrong"' : $this->invalid($wrong['title'] ?? ''); ?>>
			<?php $this->error('title', $wrong['title'] ?? '', $live); ?>
		</div>
		<?php $this->department($values['department']);
	}

	private function department(int $chosen): void {
		$fixed = $this->form['department'];
		$all = Departments::all();
		if ($fixed > 0) {
			printf(
				'<input type="hidden" name="throughline_department" value="%d"><p class="throughline-form__part">%s</p>',
				$fixed,
				/* translators: %s: name of a department */
				esc_html(
					sprintf(__('Goes to: %s', 'throughline'), (string) Departments::name($fixed)),
				),
			);
			return;
		}
		if ($all === []) {
			return;
		}
		$depth = [];
		?>
		<div class="throughline-form__part">
			<label for="<?php $this->id(
   	'department',
   ); ?>"><?php esc_html_e('Where was it?', 'throughline'); ?></label>
			<select id="<?php $this->id('department'); ?>" name="throughline_department">
				<option value="0"><?php esc_html_e('No department', 'throughline'); ?></option>
				<?php foreach ($all as $department) {
    	$depth[$department['id']] = ($depth[$department['parent']] ?? -1) + 1;
    	printf(
    		'<option value="%d"%s>%s</option>',
    		$department['id'],
    		selected($chosen, $department['id'], false),
    		esc_html(str_repeat("\u{2003}", $depth[$department['id']]) . $department['name']),
    	);
    } ?>
			</select>
		</div>
		<?php
	}

	/** @param array<string, string> $wrong */
	private function summary(array $wrong): void {
		if ($wrong === []) {
			return;
		}
		printf(
			'<div class="throughline-form__problems" id="%s-problems" tabindex="-1" role="alert" autofocus><ul>',
			esc_attr($this->form['id']),
		);
		foreach ($wrong as $field => $sentence) {
			$href = $field === '' ? '' : "#{$this->form['id']}-$field";
			if (!is_user_logged_in()) {
				$href = FormWords::sign_in();
			}
			printf(
				'<li>%s</li>',
				$href === ''
					? esc_html($sentence)
					: sprintf(
						'<a href="%s"%s>%s</a>',
						esc_url($href),
						$href[0] === '#' ? '' : ' target="_blank"',
						esc_html($sentence),
					),
			);
		}
		echo '</ul></div>';
	}

	private function error(string $field, string $wrong, bool $live = false): void {
		printf(
			'<p class="throughline-form__error" id="%1$s-%2$s-error" %3$s>%4$s</p>',
			esc_attr($this->form['id']),
			esc_attr($field),
			($wrong === '' ? 'hidden ' : '') .
				($live
					? sprintf(
						'data-wp-bind--hidden="!context.wrong.%1$s" data-wp-text="context.wrong.%1$s"',
						esc_attr($field),
					)
					: ''),
			esc_html($wrong),
		);
	}

	/**
	 * A button that does something to a photo.
	 *
	 * @param array{string, string} $words what it shows and what it is called
	 * @param list<int> $numbers
	 */
	private function act(string $act, array $words, array $numbers): void {
		printf(
			'<button name="%s" value="%s" aria-label="',
			esc_attr(FormPost::ACT),
			esc_attr($act),
		);
		$this->say($words[1], ...$numbers);
		echo '">';
		$this->say($words[0], ...$numbers);
		echo '</button>';
	}

	private function say(string $word, int ...$numbers): void {
		echo esc_html(
			vsprintf(FormWords::of_photo()[$word], array_map('number_format_i18n', $numbers)),
		);
	}

	private function invalid(string $wrong): void {
		echo $wrong === '' ? '' : 'aria-invalid="true"';
	}

	private function id(string $part): void {
		echo esc_attr("{$this->form['id']}-$part");
	}

	private function accept(): void {
		$types = Images::accepted_mimes();
		// Not every system knows the media type of HEIC.
		echo esc_attr(
			implode(
				',',
				in_array('image/heic', $types, true) ? [...$types, '.heic', '.heif'] : $types,
			),
		);
	}
}

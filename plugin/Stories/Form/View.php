<?php
// The form as it is printed: for the view module to take over, plain where a draft goes on without it, or not at all.

declare(strict_types=1);

namespace Throughline\Stories\Form;

use Throughline\People\Departments;
use Throughline\Stories\Form;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Input from Stories
 * @phpstan-import-type Told from Stories
 * @phpstan-import-type Shown from Post
 */
final class View {
	private readonly Html $html;
	private readonly Photos $photos;
	private readonly Fields $fields;
	private readonly Guidance $guidance;
	private readonly Thoughts $thoughts;

	/** @param array{id: string, heading: string, introduction: string, department: int} $form */
	public function __construct(private readonly array $form) {
		$this->html = new Html($form['id']);
		$this->photos = new Photos($this->html);
		$this->fields = new Fields($this->html, $form['department']);
		$this->guidance = new Guidance($this->html, $form['department']);
		$this->thoughts = new Thoughts($this->html);
	}

	/** The way in for somebody who has not signed in. */
	public function signed_out(): string {
		ob_start(); ?>
		<p><?php Html::word('please-sign-in'); ?></p>
		<p style="margin-block-start:1em"><a class="wp-element-button" href="<?php echo esc_url(
  	Words::sign_in(),
  ); ?>"><?php Html::word('sign-in'); ?></a></p>
		<?php return $this->framed((string) ob_get_clean());
	}

	public function refused(): string {
		return $this->framed('<p>' . esc_html(Words::forbidden()) . '</p>');
	}

	/** @param Told $told what the server says to a story that was sent without JavaScript */
	public function told(array $told): string {
		ob_start(); ?>
		<div class="throughline-form__sent" role="status">
			<p><?php echo esc_html($told['message']); ?></p>
			<?php if ($told['link'] !== null): ?>
				<p><a href="<?php echo esc_url($told['link']); ?>"><?php Html::word('see'); ?></a></p>
			<?php endif; ?>
			<p><a href="<?php echo esc_url($told['mine']); ?>"><?php Html::word('mine'); ?></a></p>
			<p><a class="wp-element-button" href="<?php echo esc_url(
   	Form::address(),
   ); ?>"><?php Html::word('another'); ?></a></p>
		</div>
		<?php return $this->framed((string) ob_get_clean());
	}

	/** The form that the view module takes over; until then, and without it, it is a form like any other. */
	public function live(int $user): string {
		$department = $user > 0 ? Departments::of_user($user) : 0;
		$values = ['department' => $department] + Request::blank();
		// One draft for each person, page and form: a shared device mixes up nobody's words.
		$page = wp_make_link_relative(Form::here()) . '#' . $this->form['id'];
		$key = "throughline/story-form/$user/$page";
		ob_start();
		$this->expect_draft($key);
		$this->open(
			0,
			'data-wp-bind--hidden="state.isSent" data-wp-on--input="actions.write" data-wp-on--submit="actions.send"',
		);
		$this->hidden($values['submission'], $user > 0);
		?>
		<div class="throughline-form__problems" id="<?php $this->html->id(
  	'problems',
  ); ?>" tabindex="-1" role="group" aria-label="<?php Html::word('missing'); ?>" hidden data-wp-bind--hidden="!state.hasProblems">
			<ul>
				<template data-wp-each--problem="context.problems">
					<li><a data-wp-bind--href="context.problem.href" data-wp-bind--target="context.problem.target" data-wp-text="context.problem.text" data-wp-on--click="actions.visit"></a></li>
				</template>
			</ul>
		</div>
		<?php
  $this->guidance->hint($department, true);
  $this->photos->live();
  $this->fields->question('', null);
  $this->fields->words($values, null);
  $this->guidance->asked($department, null);
  $this->thoughts->live();
  $this->close('data-wp-bind--aria-disabled="state.isSending" data-wp-text="state.sendLabel"');
  ?>
		<div class="throughline-form__sent" id="<?php $this->html->id(
  	'sent',
  ); ?>" tabindex="-1" hidden data-wp-bind--hidden="!state.isSent">
			<p data-wp-text="context.message"></p>
			<p hidden data-wp-bind--hidden="!context.link"><a data-wp-bind--href="context.link"><?php Html::word(
   	'see',
   ); ?></a></p>
			<p hidden data-wp-bind--hidden="!context.mine"><a data-wp-bind--href="context.mine"><?php Html::word(
   	'mine',
   ); ?></a></p>
			<p><button type="button" class="wp-element-button" data-wp-on--click="actions.another"><?php Html::word(
   	'another',
   ); ?></button></p>
		</div>
		<p class="throughline-form__said" role="status" data-wp-text="context.said"></p>
		<?php return $this->framed(
  	(string) ob_get_clean(),
  	'data-wp-interactive="throughline/story-form" data-wp-init="callbacks.start" ' .
  		'data-wp-on--dragover="actions.drag" data-wp-on--drop="actions.drop" ' .
  		$this->context($key),
  );
	}

	/**
	 * The same form without a script: a draft on the server, photos one request each.
	 *
	 * @param Shown $shown
	 */
	public function plain(array $shown): string {
		$values = $shown['values'];
		$data = $shown['problem']?->get_error_data();
		$field = is_array($data) && is_string($data['field'] ?? null) ? $data['field'] : '';
		$wrong = [$field => (string) $shown['problem']?->get_error_message()];
		ob_start();
		$this->open($shown['draft']);
		$this->hidden($values['submission'], is_user_logged_in());
		$this->summary($field, $wrong[$field]);
		$this->guidance->hint($values['department'], false);
		$this->photos->plain($values['photos'], $wrong['photos'] ?? '');
		$this->fields->question($values['recognisable'], $wrong['recognisable'] ?? '');
		$this->fields->words($values, $wrong);
		$this->guidance->asked($values['department'], $wrong['guidelines'] ?? '');
		$nudges = $shown['nudges'] ?? [];
		$this->thoughts->plain($nudges);
		$this->close('', $nudges === [] ? 'send' : 'send-anyway');
		return $this->framed((string) ob_get_clean());
	}

	/** Block attributes of the wrapper, heading and introduction around what is shown. */
	private function framed(string $inside, string $directives = ''): string {
		$wrapper = get_block_wrapper_attributes([
			'id' => $this->form['id'],
			'class' => 'throughline-form',
		]);
		ob_start();
		if ($this->form['heading'] !== ''): ?>
			<h2 class="throughline-form__heading" id="<?php $this->html->id('heading'); ?>"><?php echo esc_html(
	$this->form['heading'],
); ?></h2>
		<?php endif;
		if ($this->form['introduction'] !== ''): ?>
			<p class="throughline-form__introduction"><?php echo esc_html($this->form['introduction']); ?></p>
		<?php endif;
		$inside = ob_get_clean() . $inside;
		/**
		 * Filters the safe HTML below the form: other ways to contribute.
		 *
		 * @param array{id: string, heading: string, introduction: string, department: int} $form
		 */
		$below = apply_filters('throughline_below_story_form', '', $this->form);
		return "<div $wrapper $directives>" .
			$inside .
			(is_string($below) ? $below : '') .
			'</div>';
	}

	private function open(int $draft, string $directives = ''): void {
		$action = Form::address([Form::DRAFT => $draft], '-problems');
		$name =
			$this->form['heading'] === ''
				? 'aria-label="' . esc_attr(Words::word('your-story')) . '"'
				: 'aria-labelledby="' . esc_attr($this->form['id']) . '-heading"';
		printf(
			'<form method="post" enctype="multipart/form-data" action="%s" id="%s-form" %s %s>',
			esc_url($action),
			esc_attr($this->form['id']),
			$name, // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped above.
			$directives, // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- our own words.
		);
	}

	private function hidden(string $submission, bool $signed_in): void {
		$fields = [
			Request::MARK => $signed_in ? wp_create_nonce(Post::NONCE) : 'signed-out',
			Request::FIELD . 'submission' => $submission,
			Request::FIELD . 'upload' => wp_generate_uuid4(),
		];
		foreach ($fields as $name => $value) {
			printf('<input type="hidden" name="%s" value="%s">', esc_attr($name), esc_attr($value));
		}
		// Enter in the title presses the first button of a form: this one only keeps what is there.
		printf(
			'<button name="%s" value="save" hidden tabindex="-1"></button>',
			esc_attr(Request::ACT),
		);
	}

	private function close(string $directives = '', string $send = 'send'): void {
		$act = esc_attr(Request::ACT); ?>
		<p class="throughline-form__hint"><?php Html::word('then'); ?></p>
		<div class="throughline-form__send">
			<?php if ($directives !== ''): ?>
				<noscript><button class="throughline-form__next" name="<?php echo $act; ?>" value="photos"><?php Html::word(
	'next',
); ?></button></noscript>
			<?php endif; ?>
			<button class="wp-element-button" name="<?php echo $act; ?>" value="send" <?php echo $directives; ?>><?php Html::word($send); ?></button>
		</div>
		</form>
		<?php
	}

	private function summary(string $field, string $sentence): void {
		if ($sentence === '') {
			return;
		}
		$href = $field === '' ? '' : "#{$this->form['id']}-$field";
		if (!is_user_logged_in()) {
			$href = Words::sign_in();
		}
		?>
		<div class="throughline-form__problems" id="<?php $this->html->id(
  	'problems',
  ); ?>" tabindex="-1" role="alert">
			<?php if ($href === ''): ?>
				<p><?php Html::literal($sentence); ?></p>
			<?php else: ?>
				<a href="<?php echo esc_url($href); ?>"<?php echo $href[0] === '#'
	? ''
	: ' target="_blank"'; ?>><?php Html::literal($sentence); ?></a>
			<?php endif; ?>
		</div>
		<?php
	}

	/** A draft that comes back makes the form longer: nothing is seen to jump if the form is shown after that. */
	private function expect_draft(string $key): void {
		wp_print_inline_script_tag(
			sprintf(
				'try{localStorage.getItem(%s)&&document.getElementById(%s).classList.add("has-draft")}catch{}',
				(string) wp_json_encode($key, JSON_HEX_TAG | JSON_UNESCAPED_SLASHES),
				(string) wp_json_encode($this->form['id']),
			),
		);
	}

	private function context(string $key): string {
		return wp_interactivity_data_wp_context([
			'id' => $this->form['id'],
			'key' => $key,
			'submission' => '',
			'phase' => 'writing',
			'photos' => [],
			'problems' => [],
			'wrong' => [
				'photos' => '',
				'recognisable' => '',
				'text' => '',
				'title' => '',
				'guidelines' => '',
			],
			'nudges' => [],
			'nudged' => false,
			'known' => false,
			'length' => 0,
			'kept' => false,
			'said' => '',
			'message' => '',
			'link' => '',
			'mine' => '',
		]);
	}
}

<?php
// The question about people in the photos, and what is written: text, title, department.

declare(strict_types=1);

namespace Throughline\Stories\Form;

use Throughline\People\Departments;
use Throughline\Stories\Stories;

defined('ABSPATH') || exit();

/** @phpstan-import-type Input from Stories */
final class Fields {
	public function __construct(
		private readonly Html $html,
		private readonly int $fixed_department,
	) {}

	/** One question for all photos. @param string|null $wrong null where the script says it, which also shows the question */
	public function question(string $answer, ?string $wrong): void {
		?>
		<fieldset class="throughline-form__part throughline-form__question" <?php echo $wrong === null
  	? 'hidden data-wp-bind--hidden="!state.hasPhotos"'
  	: ''; ?>>
			<legend><?php Html::word('question'); ?></legend>
			<?php foreach (['nobody', 'me', 'others'] as $value): ?>
				<label class="throughline-form__answer">
					<input type="radio" name="<?php echo esc_attr(
     	Request::FIELD,
     ); ?>recognisable" value="<?php echo esc_attr($value); ?>" id="<?php $this->html->id(
	$value === 'nobody' ? 'recognisable' : $value,
); ?>" aria-describedby="<?php $this->html->id('recognisable-error'); ?>" <?php checked(
	$answer,
	$value,
); ?>>
					<span><?php Html::word($value); ?></span>
				</label>
			<?php endforeach; ?>
			<p class="throughline-form__hint throughline-form__asked"><?php Html::word('asked'); ?></p>
			<?php $this->html->error('recognisable', $wrong); ?>
		</fieldset>
		<?php
	}

	/**
	 * @param Input $values
	 * @param array<string, string>|null $wrong null where the script says it
	 */
	public function words(array $values, ?array $wrong): void {
		$of = static fn(string $field): ?string => $wrong === null ? null : $wrong[$field] ?? ''; ?>
		<div class="throughline-form__part">
			<label for="<?php $this->html->id('text'); ?>"><?php Html::word('text'); ?></label>
			<textarea id="<?php $this->html->id(
   	'text',
   ); ?>" name="<?php echo esc_attr(Request::FIELD); ?>text" rows="5" dir="auto" aria-describedby="<?php $this->html->id('text-hint'); ?> <?php $this->html->id('text-error'); ?>" <?php Html::invalid($of('text'), 'state.isTextWrong'); ?>><?php Html::literal($values['text']); ?></textarea>
			<p class="throughline-form__hint" id="<?php $this->html->id('text-hint'); ?>">
				<?php if ($wrong === null): ?>
					<span data-wp-text="state.counter"><?php echo esc_html(Words::counter(0)); ?></span>
					<span hidden data-wp-bind--hidden="!context.kept">· <?php Html::word(
     	'kept',
     ); ?> <button type="button" class="throughline-form__discard" data-wp-on--click="actions.discard"><?php Html::word(
 	'discard',
 ); ?></button></span>
				<?php else: ?>
					<?php echo esc_html(Words::counter(mb_strlen($values['text']))); ?>
				<?php endif; ?>
			</p>
			<?php $this->html->error('text', $of('text')); ?>
		</div>
		<div class="throughline-form__part">
			<label for="<?php $this->html->id(
   	'title',
   ); ?>"><?php Html::word('title'); ?> <span class="throughline-form__hint"><?php Html::word('optional'); ?></span></label>
			<input type="text" id="<?php $this->html->id(
   	'title',
   ); ?>" name="<?php echo esc_attr(Request::FIELD); ?>title" dir="auto" autocomplete="off" value="<?php Html::literal($values['title']); ?>" aria-describedby="<?php $this->html->id('title-error'); ?>" <?php Html::invalid($of('title'), 'state.isTitleWrong'); ?>>
			<?php $this->html->error('title', $of('title')); ?>
		</div>
		<?php $this->department($values['department']);
	}

	private function department(int $chosen): void {
		$name = Departments::name($this->fixed_department);
		if ($name !== null) {
			printf(
				'<input type="hidden" name="%sdepartment" value="%d"><p class="throughline-form__part">%s</p>',
				esc_attr(Request::FIELD),
				esc_attr((string) $this->fixed_department),
				/* translators: %s: name of a department */
				esc_html(sprintf(__('Goes to: %s', 'throughline'), $name)),
			);
			return;
		}
		$all = Departments::all();
		if ($all === []) {
			return;
		}
		?>
		<div class="throughline-form__part">
			<label for="<?php $this->html->id('department'); ?>"><?php Html::word('department'); ?></label>
			<select id="<?php $this->html->id(
   	'department',
   ); ?>" name="<?php echo esc_attr(Request::FIELD); ?>department">
				<option value="0"><?php Html::word('no-department'); ?></option>
				<?php
    $depth = [];
    foreach ($all as $department) {
    	$depth[$department['id']] = ($depth[$department['parent']] ?? -1) + 1;
    	printf(
    		'<option value="%d"%s>%s</option>',
    		esc_attr((string) $department['id']),
    		selected($chosen, $department['id'], false),
    		esc_html(str_repeat("\u{2003}", $depth[$department['id']]) . $department['name']),
    	);
    }?>
			</select>
		</div>
		<?php
	}
}

<?php
// The guidelines in the form: a hint, and what has to be known before the first story.

declare(strict_types=1);

namespace Throughline\Stories\Form;

use Throughline\Guidelines\Acknowledgements;
use Throughline\Guidelines\Editions;
use Throughline\Guidelines\Guidelines;
use Throughline\People\Departments;

defined('ABSPATH') || exit();

/** @phpstan-import-type Guideline from Guidelines */
final class Guidance {
	/** @var list<Guideline>|null */
	private static ?array $all = null;
	private readonly bool $is_needed;

	public function __construct(
		private readonly Html $html,
		private readonly int $fixed_department,
	) {
		$this->is_needed = Acknowledgements::needed(get_current_user_id());
	}

	/** In short and folded, for those who know them. */
	public function hint(int $department, bool $live): void {
		if ($this->is_needed || $this->shown($department, $live) === []) {
			return;
		} ?>
		<details class="throughline-form__guidelines">
			<summary><?php Html::word('guidelines'); ?></summary>
			<?php $this->list($department, $live); ?>
		</details>
		<?php
	}

	/** Unfolded, with the one box to tick, for those who have to know them first. @param string|null $wrong null where the script says it */
	public function asked(int $department, ?string $wrong): void {
		$edition = $this->is_needed ? Editions::get(Guidelines::edition()) : null;
		if ($edition === null) {
			return;
		}
		$live = $wrong === null;
		$is_first = Acknowledgements::latest(get_current_user_id()) === 0;
		?>
		<fieldset class="throughline-form__part throughline-form__guidelines" <?php echo $live
  	? 'data-wp-bind--hidden="context.known"'
  	: ''; ?>>
			<legend><?php Html::word($is_first ? 'guidelines-first' : 'guidelines-new'); ?></legend>
			<?php if (!$is_first && $edition['summary'] !== ''): ?>
				<p><?php echo esc_html($edition['summary']); ?></p>
			<?php endif; ?>
			<?php $this->list($department, $live); ?>
			<label class="throughline-form__answer">
				<input type="checkbox" name="<?php echo esc_attr(
    	Request::FIELD,
    ); ?>guidelines" value="<?php echo esc_attr((string) $edition['edition']); ?>" id="<?php $this->html->id('guidelines'); ?>" aria-describedby="<?php $this->html->id('guidelines-error'); ?>">
				<span><?php Html::word('guidelines-known'); ?></span>
			</label>
			<?php $this->html->error('guidelines', $wrong); ?>
		</fieldset>
		<?php
	}

	private function list(int $department, bool $live): void {
		?>
		<ul role="list">
			<?php foreach ($this->shown($department, $live) as $one) {
   	$places = $live && $this->fixed_department === 0 ? self::below($one['departments']) : [];
   	printf(
   		'<li class="is-%s"%s%s>%s</li>',
   		esc_attr($one['tone']),
   		$places === [] ? '' : ' data-departments="' . esc_attr(implode(' ', $places)) . '"',
   		$places === [] || in_array($department, $places, true) ? '' : ' hidden',
   		esc_html($one['sentence']),
   	);
   } ?>
		</ul>
		<?php
	}

	/**
	 * Those of the department. A script shows others once their department is chosen.
	 *
	 * @return list<Guideline>
	 */
	private function shown(int $department, bool $live): array {
		$fixed = $this->fixed_department;
		if ($fixed === 0 && $live) {
			return self::all();
		}
		$department = $fixed > 0 ? $fixed : $department;
		return $department > 0
			? Guidelines::concerning(self::all(), 'story', $department)
			: array_values(
				array_filter(
					self::all(),
					static fn(array $one): bool => $one['departments'] === [],
				),
			);
	}

	/** @return list<Guideline> those in force for stories */
	public static function all(): array {
		return self::$all ??= Guidelines::in_force('story');
	}

	/**
	 * @param list<int> $departments
	 * @return list<int> they and all below them
	 */
	public static function below(array $departments): array {
		$all = $departments;
		foreach ($departments as $department) {
			$below = get_term_children($department, Departments::TAXONOMY);
			array_push($all, ...array_filter(is_array($below) ? $below : [], 'is_int'));
		}
		return array_values(array_unique($all));
	}
}

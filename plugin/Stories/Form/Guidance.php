<?php
// The guidelines in the form: a hint, what has to be known before the first story, and what might be thought over before sending.

declare(strict_types=1);

namespace Throughline\Stories\Form;

use Throughline\Guidelines\Acknowledgements;
use Throughline\Guidelines\Editions;
use Throughline\Guidelines\Guidelines;
use Throughline\Guidelines\Nudge;
use Throughline\People\Departments;
use Throughline\Stories\Stories;
use Throughline\Stories\Text;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Guideline from Guidelines
 * @phpstan-import-type Input from Stories
 */
final class Guidance {
	/** @var list<Guideline>|null those in force for stories */
	private static ?array $all = null;
	private readonly bool $is_needed;

	public function __construct(
		private readonly Html $html,
		private readonly int $fixed_department,
	) {
		$this->is_needed = Acknowledgements::needed(get_current_user_id());
	}

	/** Tells the script what to bring to mind; nothing where nothing is in force. */
	public static function config(): void {
		if (self::all() === []) {
			return;
		}
		wp_interactivity_config('throughline/story-form', [
			'guidelines' => array_values(
				array_map(
					static fn(array $one): array => [
						'sentence' => $one['sentence'],
						'words' => $one['words'],
						'departments' => self::below($one['departments']),
					],
					array_filter(self::all(), static fn(array $one): bool => $one['words'] !== ''),
				),
			),
		]);
	}

	/** @return array<string, string> what the script says; nothing where nothing is in force */
	public static function words(): array {
		return self::all() === []
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

	/** What the script fills before it sends. */
	public function live_nudge(): void {
		if (self::all() === []) {
			return;
		} ?>
		<div class="throughline-form__nudge" id="<?php $this->html->id(
  	'nudge',
  ); ?>" tabindex="-1" role="group" aria-labelledby="<?php $this->html->id(
	'nudge-heading',
); ?>" hidden data-wp-bind--hidden="!state.isNudged">
			<?php $this->nudge_heading(); ?>
			<ul>
				<template data-wp-each--nudge="context.nudges">
					<li data-wp-text="context.nudge"></li>
				</template>
			</ul>
		</div>
		<?php
	}

	/** @param list<string> $nudges */
	public function plain_nudge(array $nudges): void {
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
			<?php $this->nudge_heading(); ?>
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
	public static function nudges(array $input): array {
		$user = get_current_user_id();
		if (
			self::all() === [] ||
			Stories::problem($input) !== null ||
			Acknowledgements::needed($user)
		) {
			return [];
		}
		return array_map(
			[Nudge::class, 'sentence'],
			Nudge::of(
				[$input['title'], $input['text']],
				Guidelines::concerning(self::all(), 'story', max(0, $input['department'])),
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

	private function nudge_heading(): void {
		?>
		<p id="<?php $this->html->id('nudge-heading'); ?>"><strong><?php Html::word(
	'nudge',
); ?></strong> <?php Html::word('nudge-free'); ?></p>
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

	/** @return list<Guideline> */
	private static function all(): array {
		return self::$all ??= Guidelines::in_force('story');
	}

	/**
	 * @param list<int> $departments
	 * @return list<int> they and all below them
	 */
	private static function below(array $departments): array {
		$all = $departments;
		foreach ($departments as $department) {
			$below = get_term_children($department, Departments::TAXONOMY);
			array_push($all, ...array_filter(is_array($below) ? $below : [], 'is_int'));
		}
		return array_values(array_unique($all));
	}
}

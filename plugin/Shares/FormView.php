<?php
// The form to share a post, as it is printed.

declare(strict_types=1);

namespace Throughline\Shares;

use Throughline\People\Departments;
use Throughline\Shares\Fetch\Guard;
use Throughline\Stories\Form\Guidance;
use Throughline\Stories\Form\Html;

defined('ABSPATH') || exit();

/**
 * @phpstan-import-type Values from Form
 * @phpstan-import-type Told from Submit
 */
final class FormView {
	private readonly Html $html;

	/** @param string $here address that the form sends to */
	public function __construct(
		private readonly string $id,
		private readonly int $department,
		private readonly string $here,
	) {
		$this->html = new Html($id);
	}

	/**
	 * @param array{values: Values, problem: \WP_Error|null} $shown
	 * @param Told|null $told
	 */
	public function html(array $shown, ?array $told): string {
		ob_start();
		$told === null ? $this->form($shown['values'], $shown['problem']) : $this->told($told);
		return (string) ob_get_clean();
	}

	/** @param Told $told */
	private function told(array $told): void {
		?>
		<div class="throughline-form__sent" role="status">
			<p><?php echo esc_html($told['message']); ?></p>
			<p><a href="<?php echo esc_url($told['mine']); ?>"><?php Html::word('mine'); ?></a></p>
			<p><a class="wp-element-button" href="<?php echo esc_url(
   	$this->here . '#' . $this->id,
   ); ?>"><?php esc_html_e('Share another post', 'throughline'); ?></a></p>
		</div>
		<?php
	}

	/** @param Values $values */
	private function form(array $values, ?\WP_Error $problem): void {
		$data = $problem?->get_error_data();
		$field = is_array($data) && is_string($data['field'] ?? null) ? $data['field'] : '';
		$wrong = [$field => (string) $problem?->get_error_message()];
		printf(
			'<form method="post" action="%s" aria-label="%s">',
			esc_url($this->here . '#' . $this->id),
			esc_attr__('Share a post', 'throughline'),
		);
		foreach (
			[
				Form::MARK => wp_create_nonce(Form::NONCE),
				Form::FIELD . 'submission' => $values['submission'],
			]
			as $name => $value
		) {
			printf('<input type="hidden" name="%s" value="%s">', esc_attr($name), esc_attr($value));
		}
		if ($problem !== null) {
			echo '<div class="throughline-form__problems" role="alert"><p>';
			Html::literal($problem->get_error_message());
			echo '</p></div>';
		}
		$this->input('address', $values['address'], [
			'label' => __('Address of your post', 'throughline'),
			'hint' => __(
				'Open the post itself and copy the address from the top of your browser.',
				'throughline',
			),
			'wrong' => $wrong['address'] ?? '',
		]);
		$this->text($values['text'], $wrong['text'] ?? '');
		$this->input('author', $values['author'], [
			'label' => __('Whose post is it?', 'throughline'),
			'hint' => __('Leave it empty if it is yours.', 'throughline'),
			'wrong' => $wrong['author'] ?? '',
		]);
		$this->select(
			'permission',
			$values['permission'],
			__('May we copy its pictures?', 'throughline'),
			[
				'none' => __('No, leave the pictures out', 'throughline'),
				'mine' => __('Yes, I made them', 'throughline'),
				'permission' => __('Yes, I have the permission', 'throughline'),
			],
		);
		$this->select(
			'recognisable',
			$values['recognisable'],
			__('If we copy them: can anybody be recognised in them?', 'throughline'),
			[
				'' => __('Please choose', 'throughline'),
				'nobody' => __('No, nobody', 'throughline'),
				'me' => __('Only me', 'throughline'),
				'others' => __('Yes, others – we’ll ask them', 'throughline'),
			],
			$wrong['recognisable'] ?? '',
		);
		$this->select('label', $values['label'], __('What has to stand with it?', 'throughline'), [
			'' => __('Nothing', 'throughline'),
			'employee' => Sentences::label('employee'),
			'advertising' => Sentences::label('advertising'),
		]);
		$this->departments($values['department']);
		(new Guidance($this->html, $this->department))->asked(
			$this->department,
			$wrong['guidelines'] ?? '',
		);
		printf(
			'<div class="throughline-form__send"><button class="wp-element-button">%s</button></div></form>',
			esc_html__('Share this post', 'throughline'),
		);
	}

	/** @param array{label: string, hint: string, wrong: string} $field */
	private function input(string $name, string $value, array $field): void {
		?>
		<div class="throughline-form__part">
			<label for="<?php $this->html->id($name); ?>"><?php echo esc_html($field['label']); ?></label>
			<input type="text" id="<?php $this->html->id(
   	$name,
   ); ?>" name="<?php echo esc_attr(Form::FIELD . $name); ?>" dir="auto" autocomplete="off" <?php echo $name === 'address' ? 'required inputmode="url" spellcheck="false" autocapitalize="off"' : ''; ?> value="<?php Html::literal($value); ?>" aria-describedby="<?php $this->html->id("$name-hint"); ?> <?php $this->html->id("$name-error"); ?>" <?php Html::invalid($field['wrong']); ?>>
			<p class="throughline-form__hint" id="<?php $this->html->id(
   	"$name-hint",
   ); ?>"><?php echo esc_html($field['hint']); ?></p>
			<?php $this->html->error($name, $field['wrong']); ?>
		</div>
		<?php
	}

	private function text(string $value, string $wrong): void {
		?>
		<div class="throughline-form__part">
			<label for="<?php $this->html->id(
   	'text',
   ); ?>"><?php esc_html_e('What does it say?', 'throughline'); ?></label>
			<textarea id="<?php $this->html->id(
   	'text',
   ); ?>" name="<?php echo esc_attr(Form::FIELD); ?>text" rows="4" dir="auto" aria-describedby="<?php $this->html->id('text-hint'); ?> <?php $this->html->id('text-error'); ?>" <?php Html::invalid($wrong); ?>><?php Html::literal($value); ?></textarea>
			<p class="throughline-form__hint" id="<?php $this->html->id('text-hint'); ?>"><?php
esc_html_e(
	'Facebook, Instagram, LinkedIn, Threads, XING and Pinterest don’t tell us: please copy the text here. For other networks it may stay empty, we look it up.',
	'throughline',
);
echo Guard::open_hosts()
	? ''
	: ' ' .
		esc_html__(
			'This site can’t look up Mastodon, feeds and other web pages: please copy their text, too.',
			'throughline',
		);
?></p>
			<?php $this->html->error('text', $wrong); ?>
		</div>
		<?php
	}

	/** @param array<int|string, string> $options */
	private function select(
		string $name,
		string $chosen,
		string $label,
		array $options,
		string $wrong = '',
	): void {
		printf(
			'<div class="throughline-form__part"><label for="%1$s-%2$s">%3$s</label><select id="%1$s-%2$s" name="%4$s" aria-describedby="%1$s-%2$s-error"%5$s>',
			esc_attr($this->id),
			esc_attr($name),
			esc_html($label),
			esc_attr(Form::FIELD . $name),
			$wrong === '' ? '' : ' aria-invalid="true"',
		);
		foreach ($options as $value => $words) {
			printf(
				'<option value="%s"%s>%s</option>',
				esc_attr((string) $value),
				selected($chosen, (string) $value, false),
				esc_html($words),
			);
		}
		echo '</select>';
		$this->html->error($name, $wrong);
		echo '</div>';
	}

	private function departments(int $chosen): void {
		$all = Departments::all();
		if ($this->department > 0 || $all === []) {
			printf(
				'<input type="hidden" name="%sdepartment" value="%d">',
				esc_attr(Form::FIELD),
				esc_attr((string) $this->department),
			);
			return;
		}
		$options = [0 => __('No department', 'throughline')];
		$depth = [];
		foreach ($all as $one) {
			$depth[$one['id']] = ($depth[$one['parent']] ?? -1) + 1;
			$options[$one['id']] = str_repeat("\u{2003}", $depth[$one['id']]) . $one['name'];
		}
		$this->select(
			'department',
			(string) $chosen,
			__('Where does it belong?', 'throughline'),
			$options,
		);
	}
}

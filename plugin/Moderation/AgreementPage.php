<?php
// What a works council wants to read, made from the plugin itself: /?throughline-works-agreement. For every colleague; printable, and to keep as HTML or text.

namespace Throughline\Moderation;

use function Throughline\now;

defined('ABSPATH') || exit();

/** @phpstan-import-type Described from Fields */
final class AgreementPage {
	private const PARAMETER = 'throughline-works-agreement';

	public static function address(string $as = 'page'): string {
		return add_query_arg(self::PARAMETER, $as, home_url('/'));
	}

	/** Answers the request when it asks for the page. Changes nothing, so a cookie suffices. */
	public static function answer(): void {
		$as = filter_input(INPUT_GET, self::PARAMETER);
		if (!is_string($as)) {
			return;
		}
		if (!is_user_logged_in()) {
			auth_redirect();
		}
		// A customer's account is none of a colleague.
		if (!Sender::is_colleague(get_current_user_id())) {
			wp_die(
				esc_html__('Only colleagues can read this page.', 'throughline'),
				esc_html__('Sorry', 'throughline'),
				['response' => 403],
			);
		}
		nocache_headers();
		header('X-Robots-Tag: noindex');
		$name = sanitize_file_name(sprintf('works-agreement-%s', wp_date('Y-m-d', now())));
		if ($as === 'text') {
			header('Content-Type: text/plain; charset=utf-8');
			header("Content-Disposition: attachment; filename=\"$name.txt\"");
			// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- plain text.
			echo AgreementText::of();
			exit();
		}
		header('Content-Type: text/html; charset=utf-8');
		header("Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'");
		if ($as === 'html') {
			header("Content-Disposition: attachment; filename=\"$name.html\"");
		}
		self::print($as === 'page');
		exit();
	}

	/** @param bool $ways whether the ways to keep it stand on it */
	private static function print(bool $ways): void {
		$title = __('What Throughline stores, and what was agreed', 'throughline'); ?>
<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><?php echo esc_html($title . ' – ' . get_bloginfo('name')); ?></title>
<style><?php self::style(); ?></style>
</head>
<body>
<main>
<h1><?php echo esc_html($title); ?></h1>
<p><?php echo esc_html(AgreementText::lead()); ?></p>
<?php if ($ways) { ?>
<nav aria-label="<?php esc_attr_e('Keep it', 'throughline'); ?>"><ul>
<li><a href="<?php echo esc_url(self::address('html')); ?>"><?php esc_html_e(
	'Keep it as a web page',
	'throughline',
); ?></a></li>
<li><a href="<?php echo esc_url(self::address('text')); ?>"><?php esc_html_e(
	'Keep it as text',
	'throughline',
); ?></a></li>
</ul></nav>
<?php } ?>
<h2><?php esc_html_e('What was agreed', 'throughline'); ?></h2>
<ul>
<?php foreach (WorksAgreement::RULES as $rule) { ?>
<li><?php
echo esc_html(WorksAgreement::sentence($rule));
$state = WorksAgreement::on($rule)
	? __('Holds.', 'throughline')
	: __('Switched off.', 'throughline');
printf(' <strong>%s</strong>', esc_html($state));
?></li>
<?php } ?>
</ul>
<p><?php echo esc_html(AgreementText::handing_over()); ?></p>
<h2><?php esc_html_e('What was switched, and why', 'throughline'); ?></h2>
<?php self::print_history(); ?>
<h2><?php esc_html_e('Every field that is stored', 'throughline'); ?></h2>
<?php array_map([self::class, 'print_described'], Fields::all()); ?>
</main>
</body>
</html>
<?php
	}

	private static function print_history(): void {
		$lines = AgreementText::history();
		if ($lines === []) {
			echo '<p>' . esc_html__('Nothing was ever switched off.', 'throughline') . '</p>';
			return;
		}
		echo '<ul>';
		foreach ($lines as $line) {
			echo '<li>' . esc_html($line) . '</li>';
		}
		echo '</ul>';
	}

	/** @param Described $described */
	private static function print_described(array $described): void {
		$rows = AgreementText::rows($described);
		printf(
			'<section><h3>%s</h3><p>%s</p><dl>',
			esc_html($described['what']),
			esc_html($rows['where']),
		);
		foreach (
			[
				__('What it holds', 'throughline') => $rows['holds'],
				__('Who sees it', 'throughline') => $rows['seen'],
				__('How long it is kept', 'throughline') => $rows['kept'],
			]
			as $question => $answer
		) {
			if ($answer !== '') {
				printf('<dt>%s</dt><dd>%s</dd>', esc_html($question), esc_html($answer));
			}
		}
		echo '</dl>';
		if ($rows['fields'] !== []) {
			printf(
				'<table><thead><tr><th scope="col">%s</th><th scope="col">%s</th></tr></thead><tbody>',
				esc_html__('Field', 'throughline'),
				esc_html__('What it holds', 'throughline'),
			);
			foreach ($rows['fields'] as $field => $what) {
				printf(
					'<tr><th scope="row"><code>%s</code></th><td>%s</td></tr>',
					esc_html($field),
					esc_html($what),
				);
			}
			echo '</tbody></table>';
		}
		echo '</section>';
	}

	private static function style(): void {
		?>
:root { color-scheme: light; }
body { margin: 0; color: #1e1e1e; background: #fff; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: clamp(1.5rem, 5vw, 2.25rem); line-height: 1.2; }
h2 { margin: 3rem 0 .5rem; padding-top: 1rem; border-top: 1px solid #ccc; line-height: 1.3; }
h3 { margin: 2rem 0 .25rem; line-height: 1.3; }
h1, h2, h3 { text-wrap: balance; overflow-wrap: anywhere; hyphens: auto; }
section > p { margin: 0; color: #50575e; font-size: .9rem; overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: 0; list-style: none; }
a { color: #135e96; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: .5rem 0; }
dt { color: #50575e; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .375rem .75rem .375rem 0; text-align: start; vertical-align: top; border-top: 1px solid #ddd; overflow-wrap: anywhere; }
thead th { color: #50575e; font-size: .85rem; border: 0; }
tbody th { width: 38%; font-weight: 400; }
@media (max-width: 30rem) { dl, tr, th, td, tbody, table { display: block; width: auto !important; } thead { display: none; } td { border: 0; padding-top: 0; } dd { margin-bottom: .25rem; } }
@media print { nav { display: none; } body { font-size: 10pt; } section { break-inside: avoid; } h2, h3 { break-after: avoid; } main { padding: 0; max-width: none; } }
<?php
	}
}

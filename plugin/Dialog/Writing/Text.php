<?php
// A comment's text: plain with a few well-known signs when it is written and edited, escaped when it is stored, safe HTML when it is shown.

namespace Throughline\Dialog\Writing;

use Throughline\Stories\Text as Plain;

defined('ABSPATH') || exit();

final class Text {
	/** What comments that came with HTML may keep: core's form, importers and other servers write it. */
	private const TAGS = [
		'p' => [],
		'br' => [],
		'a' => ['href' => true],
		'strong' => [],
		'b' => [],
		'em' => [],
		'i' => [],
		'del' => [],
		's' => [],
		'code' => [],
		'pre' => [],
		'q' => [],
		'blockquote' => [],
		'ul' => [],
		'ol' => [],
		'li' => [],
	];
	private const REL = 'ugc nofollow noopener';

	/** As it lies in the database: what was meant as text stays text in feeds, in mails and on core's screens. */
	public static function to_stored(string $plain): string {
		return str_replace('[', '&#91;', self::escaped(self::clean($plain)));
	}

	/** The plain text that was written. */
	public static function to_plain(string $stored): string {
		if (self::is_html($stored)) {
			$stored = wp_strip_all_tags(
				(string) preg_replace('~<br\s*/?>\n?|</(?:p|li|blockquote)>~i', "\n", $stored),
			);
		}
		return trim(html_entity_decode($stored, ENT_QUOTES | ENT_HTML5, 'UTF-8'));
	}

	/** Safe HTML. */
	public static function html(string $stored): string {
		$html = self::is_html($stored) ? self::filtered($stored) : self::blocks($stored);
		// In a page's content WordPress would run the shortcodes that somebody wrote into a comment.
		return str_replace('[', '&#91;', $html);
	}

	/** Without what nobody sees: control characters, marks that turn other people's text around, what is longer than a line of nothing. */
	public static function clean(string $plain): string {
		$text = Plain::clean($plain);
		// Emoji are joined by U+200D, and Persian is written with U+200C; elsewhere both only hide words from lists.
		$text = (string) preg_replace('/[\x{200B}\x{2060}\x{FEFF}\x{00AD}\x{180E}]+/u', '', $text);
		$text = (string) preg_replace(
			'/(?<![\p{Extended_Pictographic}\x{FE0F}\p{Arabic}\p{Devanagari}\p{M}])[\x{200C}\x{200D}]+/u',
			'',
			$text,
		);
		// A tower of marks covers the lines above it.
		$text = (string) preg_replace('/(\p{M}{4})\p{M}+/u', '$1', $text);
		return (string) preg_replace('/\n{3,}/', "\n\n", trim($text));
	}

	/** esc_html() would take an entity that somebody wrote for one of its own. */
	private static function escaped(string $text): string {
		return htmlspecialchars($text, ENT_QUOTES, 'UTF-8');
	}

	private static function is_html(string $stored): bool {
		return preg_match('/<[a-z\/!]/i', $stored) === 1;
	}

	private static function filtered(string $stored): string {
		$uncommented = (string) preg_replace('/<!--.*?(-->|$)/s', '', $stored);
		$html = wp_kses(balanceTags($uncommented, true), self::TAGS, ['http', 'https']);
		$html = wpautop($html);
		return trim(str_replace('<a href=', '<a rel="' . self::REL . '" href=', $html));
	}

	private static function blocks(string $stored): string {
		$lines = explode("\n", html_entity_decode($stored, ENT_QUOTES | ENT_HTML5, 'UTF-8'));
		[$blocks, $kinds, $number, $before] = [[], [], 0, ''];
		foreach ($lines as $line) {
			[$kind, $text] = self::told($line);
			$number += $kind === $before ? 0 : 1;
			if ($kind !== '') {
				$kinds[$number] = $kind;
				$blocks[$number][] = $text;
			}
			$before = $kind;
		}
		$html = '';
		foreach ($blocks as $place => $some) {
			$html .= self::block($kinds[$place] ?? 'p', $some);
		}
		return $html;
	}

	/** @return array{string, string} what a line is, and what it says without its sign */
	private static function told(string $line): array {
		return match (true) {
			trim($line) === '' => ['', ''],
			preg_match('/^\s{0,3}>\s?(.*)$/u', $line, $part) === 1 => ['quote', trim($part[1])],
			preg_match('/^\s{0,3}[-*•]\s+(\S.*)$/u', $line, $part) === 1 => ['ul', trim($part[1])],
			preg_match('/^\s{0,3}\d{1,3}[.)]\s+(\S.*)$/u', $line, $part) === 1 => [
				'ol',
				trim($part[1]),
			],
			default => ['p', trim($line)],
		};
	}

	/** @param list<string> $lines */
	private static function block(string $kind, array $lines): string {
		$inline = array_map([self::class, 'inline'], $lines);
		return match ($kind) {
			'quote' => '<blockquote><p>' . implode('<br>', $inline) . '</p></blockquote>',
			'ul' => '<ul><li>' . implode('</li><li>', $inline) . '</li></ul>',
			'ol' => '<ol><li>' . implode('</li><li>', $inline) . '</li></ol>',
			default => '<p>' . implode('<br>', $inline) . '</p>',
		};
	}

	/** Links, **strong** and *emphasis* of one line; all else is text. */
	private static function inline(string $line): string {
		$parts = preg_split(
			'~(https?://[^\s<>"\x00-\x1F]{1,2000})~iu',
			$line,
			-1,
			PREG_SPLIT_DELIM_CAPTURE,
		);
		$html = '';
		foreach ($parts === false ? [$line] : $parts as $index => $part) {
			$html .= $index % 2 === 1 ? self::link($part) : self::emphasis(self::escaped($part));
		}
		return $html;
	}

	private static function emphasis(string $escaped): string {
		$strong = preg_replace(
			'/(?<![\w*])\*\*(?=\S)([^*]{1,400}?)(?<=\S)\*\*(?![\w*])/u',
			'<strong>$1</strong>',
			$escaped,
		);
		return (string) preg_replace(
			'/(?<![\w*])\*(?=\S)([^*<>]{1,400}?)(?<=\S)\*(?![\w*])/u',
			'<em>$1</em>',
			$strong ?? $escaped,
		);
	}

	private static function link(string $address): string {
		// What ends a sentence is no part of the address.
		$url = rtrim($address, '.,;:!?\'"»“”…');
		if (str_ends_with($url, ')') && !str_contains($url, '(')) {
			$url = substr($url, 0, -1);
		}
		$rest = substr($address, strlen($url));
		$safe = esc_url($url, ['http', 'https']);
		return $safe === ''
			? self::escaped($address)
			: sprintf(
				'<a href="%s" rel="%s">%s</a>%s',
				$safe,
				self::REL,
				self::escaped($url),
				self::escaped($rest),
			);
	}
}

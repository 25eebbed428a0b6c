<?php
// The networks that we know, as networks.json tells of them: a row each, and what can be built from a row.

declare(strict_types=1);

namespace Throughline\Shares\Networks;

defined('ABSPATH') || exit();

/**
 * @phpstan-type Rule array{kind: 'post'|'profile', hosts?: string, path: string, query?: array<string, string>, url: string, id?: string}
 * @phpstan-type Frame array{url: string, company: string, hosts: list<string>, allow: string, ratio: string, path?: string}
 * @phpstan-type Row array{id: string, label: string, class: 'protocol'|'provider'|'written'|'own'|'channel', hosts: string, addresses: list<Rule>, api: string|null, api_hosts?: string, frame: Frame|null, share: string|null, pictures: bool, picture_hosts: string, sources: list<string>}
 * @phpstan-type Table array{about: string, longest: int, spellings: list<array{from: string, to: string}>, address: string, host: string, path: string, tracking: string, networks: list<Row>}
 * @phpstan-import-type Parsed from Address
 */
final class Networks {
	/** @var Table|null */
	private static ?array $table = null;

	/** @return Table */
	public static function table(): array {
		if (self::$table === null) {
			/** @var Table */
			$table = json_decode(
				(string) file_get_contents(__DIR__ . '/networks.json'),
				true,
				16,
				JSON_THROW_ON_ERROR,
			);
			self::$table = $table;
		}
		return self::$table;
	}

	/** @return list<Row> in the order in which addresses are tried */
	public static function all(): array {
		return self::table()['networks'];
	}

	/** @return Row|null */
	public static function get(string $id): ?array {
		foreach (self::all() as $row) {
			if ($row['id'] === $id) {
				return $row;
			}
		}
		return null;
	}

	/** What people call it. */
	public static function label(string $id): string {
		return match ($id) {
			'web' => __('Web page', 'throughline'),
			'rss' => __('Feed', 'throughline'),
			'email' => __('Mail', 'throughline'),
			default => self::get($id)['label'] ?? $id,
		};
	}

	/**
	 * Where the original opens in a frame, and who is asked then; null where nobody offers that.
	 *
	 * @param Parsed $address
	 * @param string $author the author's lasting id, as the protocol told it
	 * @return array{url: string, company: string, hosts: list<string>, allow: string, ratio: string}|null
	 */
	public static function frame(array $address, string $author = ''): ?array {
		$frame = self::get($address['network'])['frame'] ?? null;
		if ($frame === null || $address['kind'] !== 'post' || $address['id'] === '') {
			return null;
		}
		$path = (string) preg_replace('~^https://[^/]+~', '', $address['url']);
		if (isset($frame['path']) && Pattern::match($frame['path'], $path) === null) {
			return null;
		}
		$url = Pattern::fill($frame['url'], [
			...$address,
			'author' => $author,
			'url' => rawurlencode($address['url']),
		]);
		if ($url === null) {
			return null;
		}
		return [
			'url' => $url,
			// A network of many hosts is whoever runs this one.
			'company' => $frame['company'] !== '' ? $frame['company'] : $address['host'],
			'hosts' => array_map(
				static fn(string $host): string => strtr($host, ['{host}' => $address['host']]),
				$frame['hosts'],
			),
			'allow' => $frame['allow'],
			'ratio' => $frame['ratio'],
		];
	}

	/**
	 * The link by which somebody passes an address on; null where the network has none.
	 *
	 * @param array{url: string, title?: string, text?: string, instance?: string} $what
	 */
	public static function share_link(string $id, array $what): ?string {
		$template = self::get($id)['share'] ?? null;
		if ($template === null) {
			return null;
		}
		$text = $what['text'] ?? ($what['title'] ?? '');
		return Pattern::fill(
			$template,
			[
				'url' => rawurlencode($what['url']),
				'title' => rawurlencode($what['title'] ?? ''),
				'text' => rawurlencode($text),
				'text_and_url' => rawurlencode(trim($text . ' ' . $what['url'])),
				'instance' => $what['instance'] ?? '',
			],
			['title', 'text'],
		);
	}
}

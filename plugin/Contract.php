<?php
// Turns the JSON Schemas in contract/ into REST arguments, and WordPress's complaints into sentences.

namespace Throughline;

defined('ABSPATH') || exit();

/** @phpstan-type Schema array<string, mixed> */
final class Contract {
	public const REST = 'throughline/v1';

	/** @var array<string, Schema> */
	private static array $schemas = [];

	public static function register(): void {
		add_action('rest_api_init', [self::class, 'spare_the_rest'], 0);
		add_filter('rest_request_before_callbacks', [self::class, 'translate'], 10, 3);
	}

	/**
	 * Registers a route of ours. `permission` is asked before `callback`; both get the request.
	 *
	 * @param non-falsy-string $path
	 * @param array{methods: string, callback: callable, permission: callable, accepts?: string} $route
	 */
	public static function route(string $path, array $route): void {
		$asked = self::asked();
		if ($asked !== '' && preg_match('@^/' . self::REST . "$path$@i", $asked) !== 1) {
			return;
		}
		register_rest_route(self::REST, $path, [
			'methods' => $route['methods'],
			'callback' => static fn(\WP_REST_Request $request): mixed => self::answer(
				$route['callback'],
				$request,
			),
			'permission_callback' => $route['permission'],
			'args' => isset($route['accepts']) ? self::args($route['accepts']) : [],
		]);
	}

	/** Who asks one of our routes needs none of core's: to register them takes as long as to write a comment. */
	public static function spare_the_rest(): void {
		if (self::asked() !== '') {
			remove_action('rest_api_init', 'create_initial_rest_routes', 99);
			add_filter('rest_pre_dispatch', [self::class, 'make_up_the_rest'], 0, 3);
		}
	}

	/** Other plugins may ask core's routes by PHP within a request of ours: they find them. */
	public static function make_up_the_rest(
		mixed $answer,
		\WP_REST_Server $server,
		\WP_REST_Request $request,
	): mixed {
		if (untrailingslashit($request->get_route()) !== self::asked()) {
			remove_filter('rest_pre_dispatch', [self::class, 'make_up_the_rest'], 0);
			create_initial_rest_routes();
		}
		return $answer;
	}

	/** The route of ours that this request asks for; '' for none, and for what PHP asks by itself. */
	private static function asked(): string {
		$wp = $GLOBALS['wp'] ?? null;
		$route = $wp instanceof \WP ? $wp->query_vars['rest_route'] ?? '' : '';
		$route = is_string($route) ? untrailingslashit($route) : '';
		return str_starts_with($route, '/' . self::REST . '/') ? $route : '';
	}

	/**
	 * A disk that is full or a database that is gone is no reason to lose what somebody wrote: the browser keeps it
	 * and is told so.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private static function answer(callable $callback, \WP_REST_Request $request): mixed {
		try {
			return $callback($request);
		} catch (\RuntimeException $error) {
			return self::failed($error);
		}
	}

	/** What people are told when a write failed, 503; why it did is in the log. */
	public static function failed(?\RuntimeException $error = null): \WP_Error {
		if ($error !== null) {
			wp_trigger_error(self::class, $error->getMessage(), E_USER_WARNING);
		}
		return new \WP_Error(
			'throughline_failed',
			__(
				'That did not work just now, and nothing was changed. Please try again in a minute.',
				'throughline',
			),
			['status' => 503],
		);
	}

	/**
	 * REST arguments of a message.
	 *
	 * @return array<string, Schema>
	 */
	public static function args(string $message): array {
		$schema = self::schema($message);
		$required = is_array($schema['required'] ?? null) ? $schema['required'] : [];
		$args = [];
		foreach (self::properties($schema) as $name => $property) {
			$args[$name] =
				['required' => in_array($name, $required, true)] + self::told_inside($property);
		}
		return $args;
	}

	/**
	 * What an object needs, told at what it needs: an argument's own `required` says whether it has to be there.
	 *
	 * @param Schema $schema
	 * @return Schema
	 */
	private static function told_inside(array $schema): array {
		$required = $schema['required'] ?? null;
		$properties = self::properties($schema);
		if (!is_array($required) || $properties === []) {
			return $schema;
		}
		unset($schema['required']);
		foreach ($properties as $name => $property) {
			$properties[$name] =
				['required' => in_array($name, $required, true)] + self::told_inside($property);
		}
		return ['properties' => $properties] + $schema;
	}

	/**
	 * One message's schema, with the files it names put in.
	 *
	 * @return Schema
	 */
	public static function schema(string $message): array {
		if (!isset(self::$schemas[$message])) {
			$json = file_get_contents(DIR . "/contract/$message.json");
			$schema = json_decode($json === false ? '' : $json, true);
			if (!is_array($schema)) {
				throw new \LogicException("There is no contract called $message.");
			}
			self::$schemas[$message] = self::resolve($schema);
		}
		return self::$schemas[$message];
	}

	/**
	 * WordPress says which parameter failed and how; a person needs to know what to do.
	 *
	 * @param mixed $response
	 * @param array<string, mixed> $handler
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return mixed
	 */
	public static function translate($response, array $handler, \WP_REST_Request $request) {
		if (
			!is_wp_error($response) ||
			!str_starts_with($request->get_route(), '/' . self::REST . '/') ||
			!in_array(
				$response->get_error_code(),
				['rest_invalid_param', 'rest_missing_callback_param'],
				true,
			)
		) {
			return $response;
		}
		$data = $response->get_error_data();
		$params = is_array($data) && is_array($data['params'] ?? null) ? $data['params'] : [];
		$param = array_key_first($params);
		$name = is_string($param) ? $param : (is_string($params[0] ?? null) ? $params[0] : '');
		$details = is_array($data) && is_array($data['details'] ?? null) ? $data['details'] : [];
		$detail = is_array($details[$name] ?? null) ? $details[$name] : [];
		return self::complaint($name, is_string($detail['code'] ?? null) ? $detail['code'] : '');
	}

	/** Our error for a parameter that core's validation refused. */
	public static function complaint(string $param, string $code): \WP_Error {
		return match ([$param, $code]) {
			['text', 'rest_too_long'] => new \WP_Error(
				'throughline_text_too_long',
				sprintf(
					/* translators: %s: number of characters, e.g. 10,000 */
					__(
						'Your text is longer than %s characters. Please shorten it a little; it is all still here.',
						'throughline',
					),
					number_format_i18n(10000),
				),
				['status' => 422, 'field' => 'text'],
			),
			['title', 'rest_too_long'] => new \WP_Error(
				'throughline_title_too_long',
				sprintf(
					/* translators: %s: number of characters */
					__(
						'Your title is longer than %s characters. Please shorten it; the rest fits into the text.',
						'throughline',
					),
					number_format_i18n(200),
				),
				['status' => 422, 'field' => 'title'],
			),
			['photos', 'rest_too_many_items'] => new \WP_Error(
				'throughline_too_many_photos',
				sprintf(
					/* translators: %s: number of photos */
					__(
						'%s photos fit into one story. Please remove some; they make a second story.',
						'throughline',
					),
					number_format_i18n(10),
				),
				['status' => 422, 'field' => 'photos'],
			),
			['reason', 'rest_too_long'] => new \WP_Error(
				'throughline_reason_too_long',
				sprintf(
					/* translators: %s: number of characters */
					__('Please tell the reason in at most %s characters.', 'throughline'),
					number_format_i18n(2000),
				),
				['status' => 422, 'field' => 'reason'],
			),
			default => new \WP_Error(
				'throughline_invalid',
				sprintf(
					/* translators: %s: name of a field, e.g. department */
					__(
						'Something about “%s” can’t be read. Please reload the page and send it again; what you wrote is kept.',
						'throughline',
					),
					$param,
				),
				['status' => 400, 'field' => $param],
			),
		};
	}

	/**
	 * @param Schema $schema
	 * @return array<string, Schema>
	 */
	private static function properties(array $schema): array {
		/** @var array<string, Schema> $properties */
		$properties = is_array($schema['properties'] ?? null) ? $schema['properties'] : [];
		return $properties;
	}

	/**
	 * WordPress's validation knows no `$ref`: a file that is named is put in its place.
	 *
	 * @param array<mixed> $schema
	 * @return Schema
	 */
	private static function resolve(array $schema): array {
		if (is_string($schema['$ref'] ?? null)) {
			return self::schema(basename($schema['$ref'], '.json'));
		}
		/** @var Schema $resolved */
		$resolved = array_map(
			static fn(mixed $part): mixed => is_array($part) ? self::resolve($part) : $part,
			$schema,
		);
		return $resolved;
	}
}

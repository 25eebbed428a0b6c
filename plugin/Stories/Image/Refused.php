<?php
// Why a photo is not taken, told so that its sender knows what to do.

declare(strict_types=1);

namespace Throughline\Stories\Image;

defined('ABSPATH') || exit();

final class Refused extends \RuntimeException {
	/**
	 * @param 'too_large'|'too_many_pixels'|'unreadable'|'damaged'|'type_refused'|'svg'|'video'|'heic_unsupported'|'not_stored' $reason
	 * @param int $limit bytes for too_large, megapixels for too_many_pixels
	 */
	public function __construct(
		public readonly string $reason,
		public readonly int $limit = 0,
		?\Throwable $previous = null,
	) {
		parent::__construct('throughline_photo_' . $reason, 0, $previous);
	}

	/** @param string $name the file's name, fit to be read (Images::display_name) */
	public function to_error(string $name): \WP_Error {
		$status = match ($this->reason) {
			'too_large' => 413,
			'not_stored' => 500,
			default => 422,
		};
		return new \WP_Error($this->getMessage(), $this->sentence($name), ['status' => $status]);
	}

	private function sentence(string $name): string {
		return match ($this->reason) {
			'too_large' => sprintf(
				/* translators: 1: file name, 2: size such as "25 MB" */
				__(
					'“%1$s” is too large: a photo may have up to %2$s. Please send it in a smaller size.',
					'throughline',
				),
				$name,
				(string) size_format($this->limit),
			),
			'too_many_pixels' => sprintf(
				/* translators: 1: file name, 2: number of megapixels */
				__(
					'“%1$s” has too many pixels: this site takes photos of up to %2$s megapixels. Please send it in a smaller size.',
					'throughline',
				),
				$name,
				number_format_i18n($this->limit),
			),
			'damaged' => sprintf(
				/* translators: %s: file name */
				__('“%s” is damaged – please send it again or take another photo.', 'throughline'),
				$name,
			),
			'svg' => sprintf(
				/* translators: %s: file name */
				__(
					'“%s” is an SVG drawing. Please send a photo, or a screenshot of the drawing.',
					'throughline',
				),
				$name,
			),
			'video' => __(
				'Videos can’t be taken here. Post it on your own profile and send us the link.',
				'throughline',
			),
			'heic_unsupported' => sprintf(
				/* translators: %s: file name */
				__(
					'“%s” is a HEIC photo, which this site can’t read. On an iPhone, choose Settings > Camera > Formats > Most Compatible for new photos; of this one, send a screenshot.',
					'throughline',
				),
				$name,
			),
			'type_refused' => sprintf(
				/* translators: 1: file name, 2: list of formats such as "JPEG, PNG, WebP" */
				__(
					'“%1$s” is not a photo that can be taken here. Please send one of these: %2$s.',
					'throughline',
				),
				$name,
				implode(
					', ',
					array_map(static fn(Type $type): string => $type->name(), Type::accepted()),
				),
			),
			'not_stored' => sprintf(
				/* translators: %s: file name */
				__(
					'“%s” could not be stored just now. Please send it again in a few minutes.',
					'throughline',
				),
				$name,
			),
			'unreadable' => sprintf(
				/* translators: %s: file name */
				__(
					'“%s” could not be read. Please send it as JPEG, or a screenshot of it.',
					'throughline',
				),
				$name,
			),
		};
	}
}

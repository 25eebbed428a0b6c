<?php
// Makes a picture as heavy as a phone's: light and shade, detail at every size, grain, and turned by its Exif data.
declare(strict_types=1);

return static function (string $file, int $width, int $height): int {
	mt_srand(7);
	$picture = imagecreatetruecolor($width, $height);
	imagealphablending($picture, true);
	// Each layer is finer, and fainter, than the one before.
	foreach (
		[[12, 9, 0], [96, 72, 64], [768, 576, 100], [2016, 1512, 120]]
		as [$columns, $rows, $alpha]
	) {
		$layer = imagecreatetruecolor($columns, $rows);
		imagealphablending($layer, false);
		for ($y = 0; $y < $rows; $y++) {
			for ($x = 0; $x < $columns; $x++) {
				imagesetpixel($layer, $x, $y, ($alpha << 24) | mt_rand(0, 0xffffff));
			}
		}
		imagecopyresampled($picture, $layer, 0, 0, 0, 0, $width, $height, $columns, $rows);
	}
	ob_start();
	// From 90 up GD keeps the full colour resolution, which phones do not.
	imagejpeg($picture, null, 89);
	$jpeg = (string) ob_get_clean();
	// Orientation 6: the phone was held upright.
	$exif = "Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
	$segment = "\xff\xe1" . pack('n', strlen($exif) + 2) . $exif;
	return (int) file_put_contents($file, substr($jpeg, 0, 2) . $segment . substr($jpeg, 2));
};

// Sealed files are noise to whoever lacks their key, and tell when somebody touched them.
import { beforeAll, expect, it } from 'vitest';
import { findSite, type Site } from '../site/site.ts';

let site: Site;

beforeAll( async () => {
	site = await findSite();
} );

/** Runs in a folder of its own that holds `plain`, and answers what is left in it as well. */
const IN_FOLDER = `
	$folder = sys_get_temp_dir() . '/vault [1] ' . wp_generate_uuid4();
	mkdir($folder);
	$plain = "$folder/plain";
	$text = 'This is what it says. ' . str_repeat("\\xFF\\0", 5000);
	file_put_contents($plain, $text);
	$key = Throughline\\Stories\\Vault::key();
	$error = static function (callable $act): string {
		try {
			$act();
			return 'none';
		} catch (\\RuntimeException $error) {
			return preg_replace('~ /.*~', '', $error->getMessage());
		}
	};
`;
const AND_LEFT = `
	$left = array_values(array_diff(scandir($folder), ['.', '..']));
	foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS), RecursiveIteratorIterator::CHILD_FIRST) as $file) {
		$file->isDir() ? rmdir($file) : unlink($file);
	}
	rmdir($folder);
	return [$result, $left];
`;
const inFolder = async ( code: string ) =>
	await site.php< [ unknown, string[] ] >( IN_FOLDER + code + AND_LEFT );

it( 'a sealed file opens with its key, and holds nothing of what went in', async () => {
	const [ result, left ] = await inFolder( `
		Throughline\\Stories\\Vault::seal($plain, "$folder/new/sealed-large", $key);
		Throughline\\Stories\\Vault::open_to("$folder/new/sealed-large", "$folder/opened", $key);
		$sealed = file_get_contents("$folder/new/sealed-large");
		$result = [
			'opened' => Throughline\\Stories\\Vault::open("$folder/new/sealed-large", $key) === $text,
			'opened to' => file_get_contents("$folder/opened") === $text,
			'longer by' => strlen($sealed) - strlen($text),
			'readable' => str_contains($sealed, 'what it says'),
			'key' => strlen($key),
			'for the web server' => decoct(fileperms("$folder/opened") & 0777) === decoct(fileperms($folder) & 0666),
		];
	` );
	expect( result ).toEqual( {
		opened: true,
		'opened to': true,
		'longer by': 28,
		readable: false,
		key: 64,
		'for the web server': true,
	} );
	expect( left ).toEqual( [ 'new', 'opened', 'plain' ] );
} );

it( 'the same file is sealed differently each time, and keys differ', async () => {
	const [ result ] = await inFolder( `
		Throughline\\Stories\\Vault::seal($plain, "$folder/sealed", $key);
		$first = file_get_contents("$folder/sealed");
		Throughline\\Stories\\Vault::seal($plain, "$folder/sealed", $key);
		$result = [$first === file_get_contents("$folder/sealed"), $key === Throughline\\Stories\\Vault::key()];
	` );
	expect( result ).toEqual( [ false, false ] );
} );

it.each( [
	[
		'with another key',
		`$key = Throughline\\Stories\\Vault::key();`,
		'Could not decrypt',
	],
	[ 'with a key that was deleted', `$key = '';`, 'This is not a key' ],
	[
		'with a bit changed',
		`$bytes = file_get_contents($sealed); $bytes[100] = $bytes[100] ^ "\\1"; file_put_contents($sealed, $bytes);`,
		'Could not decrypt',
	],
	[
		'when it was cut',
		`file_put_contents($sealed, substr(file_get_contents($sealed), 0, -1));`,
		'Could not decrypt',
	],
	[
		'when next to nothing is left',
		`file_put_contents($sealed, 'abc');`,
		'Could not decrypt',
	],
	[
		'in the place of another file',
		`rename($sealed, "$folder/sealed-large"); $sealed = "$folder/sealed-large";`,
		'Could not decrypt',
	],
	[ 'when it is gone', `unlink($sealed);`, 'Could not read' ],
] )( 'a sealed file does not open %s', async ( _, change, message ) => {
	const [ result, left ] = await inFolder( `
		$sealed = "$folder/sealed-full";
		Throughline\\Stories\\Vault::seal($plain, $sealed, $key);
		${ change }
		$result = [
			$error(static fn() => Throughline\\Stories\\Vault::open($sealed, $key)),
			$error(static fn() => Throughline\\Stories\\Vault::open_to($sealed, "$folder/opened", $key)),
		];
	` );
	expect( result ).toEqual( [ message, message ] );
	expect( left ).not.toContain( 'opened' );
} );

it( 'what can’t be written leaves nothing behind', async () => {
	const [ result, left ] = await inFolder( `
		mkdir("$folder/taken");
		file_put_contents("$folder/taken/inside", '');
		$result = [
			$error(static fn() => Throughline\\Stories\\Vault::seal($plain, "$folder/taken", $key)),
			$error(static fn() => Throughline\\Stories\\Vault::seal("$folder/missing", "$folder/sealed", $key)),
		];
	` );
	expect( result ).toEqual( [ 'Could not write', 'Could not read' ] );
	expect( left ).toEqual( [ 'plain', 'taken' ] );
} );

it( 'a file is removed with what a killed process left of it, and nothing else', async () => {
	const [ , left ] = await inFolder( `
		foreach (['photo', 'photo.0a1b2c3d.part', 'photo-150x150', 'other.0a1b2c3d.part'] as $name) {
			touch("$folder/$name");
		}
		$result = Throughline\\Stories\\Vault::remove("$folder/photo");
	` );
	expect( left ).toEqual( [
		'other.0a1b2c3d.part',
		'photo-150x150',
		'plain',
	] );
} );

it( 'temporary files of a killed process are swept away after an hour', async () => {
	const left = await site.php< boolean[] >( `
		define('WP_TEMP_DIR', sys_get_temp_dir() . '/sweep-' . wp_generate_uuid4());
		mkdir(WP_TEMP_DIR);
		foreach (['throughline-old' => 4000, 'throughline-new' => 60, 'of-another' => 4000] as $name => $age) {
			touch(WP_TEMP_DIR . "/$name", time() - $age);
		}
		Throughline\\Stories\\Image\\Scratch::sweep();
		$left = array_values(array_diff(scandir(WP_TEMP_DIR), ['.', '..']));
		array_map('unlink', glob(WP_TEMP_DIR . '/*'));
		rmdir(WP_TEMP_DIR);
		return $left;
	` );
	expect( left ).toEqual( [ 'of-another', 'throughline-new' ] );
} );

// Four people in front of the cabin they have just taken into service.
import { linear, radial, ridge, sheet, worker } from './paint.ts';

export const team = sheet( {
	width: 1600,
	height: 1200,
	defs:
		linear( 'sky', [
			[ 0, '#3f86c4' ],
			[ 1, '#cfe8f5' ],
		] ) +
		linear( 'peak', [
			[ 0, '#eef4f7' ],
			[ 0.4, '#8ba0ad' ],
			[ 1, '#5b7483' ],
		] ) +
		linear( 'floor', [
			[ 0, '#b9bdbd' ],
			[ 1, '#8e9494' ],
		] ) +
		linear( 'glass', [
			[ 0, '#e8f5fb' ],
			[ 1, '#8dbad2' ],
		] ) +
		radial( 'sun', [
			[ 0, '#ffffff', 0.8 ],
			[ 1, '#ffffff', 0 ],
		] ),
	body: `
		<rect width="1600" height="1200" fill="url(#sky)"/>
		<circle cx="240" cy="140" r="420" fill="url(#sun)"/>
		${ ridge(
			[
				[ 0, 700 ],
				[ 220, 440 ],
				[ 420, 640 ],
				[ 700, 320 ],
				[ 960, 600 ],
				[ 1240, 380 ],
				[ 1600, 690 ],
			],
			1000,
			'url(#peak)'
		) }
		<rect y="900" width="1600" height="300" fill="url(#floor)"/>
		<path d="M0 900H1600V920H0Z" fill="#6f7777"/>
		<path d="M0 1010H1600" stroke="#f2c230" stroke-width="20"/>
		<path d="M-20 120L1620 60" stroke="#33404c" stroke-width="13"/>
		<g transform="translate(1030 110)">
			<path d="M0 0C40 60 44 110 40 190" fill="none" stroke="#33404c" stroke-width="24"/>
			<rect x="-390" y="190" width="860" height="640" rx="96" fill="#1f6f8b"/>
			<path d="M-300 260H20V560H-340V320Q-340 260 -300 260Z" fill="url(#glass)"/>
			<path d="M60 260H380Q420 260 420 320V560H60Z" fill="url(#glass)"/>
			<path d="M-240 560L-90 260H0L-150 560ZM180 560L330 260H372L222 560Z" fill="#fff" opacity=".4"/>
			<path d="M-390 640H470V672H-390Z" fill="#f4f1e6"/>
			<path d="M36 250H48V820H36Z" fill="#174f64"/>
		</g>
		${ worker( {
			x: 330,
			y: 1110,
			scale: 1.42,
			jacket: '#e86a2a',
			trousers: '#2c3e50',
			skin: '#dca77f',
			helmet: '#ffd338',
			vest: true,
			hands: [
				[ -60, -170 ],
				[ 118, -270 ],
			],
		} ) }
		${ worker( {
			x: 640,
			y: 1130,
			scale: 1.36,
			jacket: '#27547d',
			trousers: '#20303f',
			skin: '#8a5436',
			hair: '#1d1512',
			bun: true,
			hands: [
				[ -120, -290 ],
				[ 70, -400 ],
			],
		} ) }
		${ worker( {
			x: 940,
			y: 1116,
			scale: 1.44,
			jacket: '#e86a2a',
			trousers: '#2c3e50',
			skin: '#c68c5f',
			helmet: '#ffffff',
			vest: true,
		} ) }
		${ worker( {
			x: 1240,
			y: 1132,
			scale: 1.34,
			jacket: '#7a9a3c',
			trousers: '#3d3a36',
			skin: '#efc6a4',
			hair: '#c9a35b',
			hands: [
				[ -56, -180 ],
				[ 80, -400 ],
			],
		} ) }`,
} );

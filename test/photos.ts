// Makes photos for tests, byte by byte, so that each holds exactly what a test is about.
export * from './photos/canvas.ts';
export * from './photos/metadata.ts';
export * from './photos/jpeg.ts';
export * from './photos/png.ts';
export * from './photos/webp.ts';
export * from './photos/heif.ts';

// The people of a desk on a page, with their own pictures; a desk that is asked; of anybody else nothing is told.
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { gpsJpeg, jpeg, corners } from '../photos.ts';
import { findSite, type Session, type Site } from '../site/site.ts';

let site: Site;

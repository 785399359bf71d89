/** The page as most tests load it: in one file, because 140 requests take most of a visit's time. */
import { join } from 'node:path';
import type { PageOptions } from '../../src/sandbox/index.ts';
import { root } from './source.ts';

export const pageBundleFolder = join(root, '.local/test-page');

export const testPage: PageOptions = { modules: pageBundleFolder, maxAgeS: 3_600 };

import { existsSync } from 'node:fs';

const places = [
  // Chromium without windows of its own: the same pages in two thirds of the processor time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of Chromium; undefined if there is none. */
export const executablePath = process.env['CHROMIUM'] ?? places.find((place) => existsSync(place));

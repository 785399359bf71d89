/**
 * Where in the source a frame of a stack is. The program is in few files (decision 0064), and Node
 * with `--enable-source-maps` would keep the maps of all of them and of all packages in memory.
 */
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';
import { boundedMap } from '../lib/bounded-map.ts';

/** `at name (file:///…/dist/chunks/part.js:1:2)`, or without the name and the brackets. */
const built = /(?<file>file:\/\/[^()]*\/dist\/[^()]*\.js):(?<line>\d+):(?<column>\d+)(?=\)?$)/;

/** The same error is often written again. Maps are not kept: they take megabytes. */
const known = boundedMap<string, string>(200);

/** Those of the stack that is being written: to read one takes a tenth of a second. */
const opened = new Map<string, SourceMap>();

function mapOf(file: string): SourceMap {
  const before = opened.get(file);
  if (before !== undefined) return before;
  const text = readFileSync(fileURLToPath(`${file}.map`), 'utf8');
  const map = new SourceMap(JSON.parse(text) as SourceMapPayload);
  if (opened.size === 0) setImmediate(() => opened.clear());
  opened.set(file, map);
  return map;
}

function placed(frame: string): string {
  const { file, line, column } = built.exec(frame)?.groups ?? {};
  if (file === undefined) return frame;
  const entry = mapOf(file).findEntry(Number(line) - 1, Number(column) - 1);
  if (!('originalSource' in entry)) return frame;
  const source = new URL(entry.originalSource, file).href;
  return frame.replace(built, `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`);
}

/** The frame as it is when there is no map, or its map cannot be read. */
export function sourcePlace(frame: string): string {
  const found = known.get(frame);
  if (found !== undefined) return found;
  let place = frame;
  try {
    place = placed(frame);
  } catch {
    // A build without maps.
  }
  known.set(frame, place);
  return place;
}

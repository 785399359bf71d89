/** Reads the project's own source as text, for the tests that keep its rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface Source {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The text with comments and the insides of strings blanked, line numbers kept. */
  readonly code: string;
  readonly imports: readonly string[];
}

/** All files below a folder with one of these endings. */
export function filesBelow(folder: string, ...endings: string[]): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.includes('node_modules/'))
    .sort();
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** Blanks comments, string insides, template text and regular expressions. */
export function codeOnly(text: string): string {
  const pattern =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|(?<=[(,=:[!&|?{};\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*/g;
  return text.replace(pattern, (found) => blank(found));
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|import(?:\.meta\s*\.resolve)?\(\s*'([^']+)'\s*,?\s*\)/g;

/** The files and packages a module names, files relative to the root. */
function importsOf(path: string, text: string): string[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\//g, blank);
  return [...withoutComments.matchAll(importPattern)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    return target.startsWith('.') ? posix.join(posix.dirname(path), target) : target;
  });
}

export function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text, code: codeOnly(text), imports: importsOf(path, text) };
}

export const sourcesBelow = (...folders: string[]): Source[] =>
  folders.flatMap((folder) => filesBelow(folder, '.ts', '.tsx')).map(readSource);

/** `path:line` of every match, to print in a failure. */
export function matches(
  source: Source,
  pattern: RegExp,
  where: 'code' | 'text' = 'code',
): string[] {
  return source[where]
    .split('\n')
    .flatMap((line, index) =>
      pattern.test(line)
        ? [`${source.path}:${index + 1}: ${source.text.split('\n')[index]?.trim()}`]
        : [],
    );
}

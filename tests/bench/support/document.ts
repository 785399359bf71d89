/** Writes the figures into `docs/performance.md`, between the marks of each suite. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../src/lib/project-folder.ts';
import { tableText, targetsText, type SuiteResult } from './report.ts';

const path = join(projectFolder, 'docs/performance.md');

function section({ tables, targets }: SuiteResult): string {
  const all = [...tables.map(tableText), ...(targets.length > 0 ? [targetsText(targets)] : [])];
  return all.join('\n\n');
}

/** Throws if the document has no place for a suite. */
export function documentResults(
  results: Readonly<Record<string, SuiteResult>>,
  measuredOn: (suite: string) => string,
): void {
  let text = readFileSync(path, 'utf8');
  for (const [name, result] of Object.entries(results)) {
    const [begin, end] = [`<!-- figures: ${name} -->`, `<!-- end: ${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for ${name}`);
    const body = `${begin}\n\n${measuredOn(name)}\n\n${section(result)}\n\n`;
    text = text.slice(0, from) + body + text.slice(to);
  }
  writeFileSync(path, text);
}

/** The table of `npm run test:databases`, for the terminal and for docs/databases.md. */
import { countsText } from './test.mjs';

const suites = ['integration', 'concurrency', 'property', 'torture'];
const columns = ['server', 'version', 'Node', ...suites, 'minutes', 'date'];

/** Leaves out counts of zero. */
const cell = (counts) =>
  counts === undefined ? '—' : countsText(counts).replace(/, 0 (failed|skipped)/g, '');

function rowOf(run, date) {
  const { name, version, node, minutes } = run;
  const cells = suites.map((suite) => cell(run.suites[suite]));
  return [name, version, node, ...cells, minutes.toFixed(1), date];
}

const today = () => new Date().toISOString().slice(0, 10);

export function tableText(runs) {
  const rows = [columns, ...runs.map((run) => rowOf(run, today()))].map((row) => row.slice(0, -1));
  const widths = rows[0].map((_, index) => Math.max(...rows.map((row) => row[index].length)));
  const lines = rows.map((row) => row.map((text, index) => text.padEnd(widths[index])).join('  '));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

const place = /(<!-- runs -->\n)[\s\S]*?(<!-- end runs -->)/;
const keyOf = ([name, , node]) => `${name} ${node}`;

/** The document with these runs in it; rows of other servers and versions of Node stay. */
export function documented(text, runs) {
  const [known = ''] = place.exec(text) ?? [];
  const old = [...known.matchAll(/^\| (?!server |---)(.*) \|$/gm)].map((row) =>
    row[1].split(' | '),
  );
  const rows = new Map(
    [...old, ...runs.map((run) => rowOf(run, today()))].map((row) => [keyOf(row), row]),
  );
  const lines = [columns, columns.map(() => '---'), ...rows.values()];
  const table = lines.map((row) => `| ${row.join(' | ')} |\n`).join('');
  return text.replace(place, (_, head, tail) => `${head}\n${table}\n${tail}`);
}

/** The results of a suite: tables, the same values as JSON, and the targets met. */

export type Cell = string | number;

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean;
}

export interface SuiteResult {
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
  /** All values of the tables, for the JSON file. */
  readonly values: unknown;
}

/** Three significant digits, with thousands separators: 21,686 · 4.13 · 0.062. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const decimals = Math.abs(value) < 0.1 && value !== 0 ? 3 : digits;
  return value.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

const text = (cell: Cell): string => (typeof cell === 'number' ? figure(cell) : cell);

/** A table in Markdown, padded so that it is readable in a terminal too. */
export function tableText({ title, columns, rows }: Table): string {
  const cells = [columns, ...rows.map((row) => row.map(text))];
  const widths = columns.map((_, column) =>
    Math.max(...cells.map((row) => [...(row[column] ?? '')].length)),
  );
  const line = (row: readonly string[]) =>
    `| ${row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const [head = [], ...body] = cells;
  return [`**${title}**`, '', line(head), rule, ...body.map(line)].join('\n');
}

/** A target on a ratio that must not fall below `least`. */
export function atLeast(what: string, least: number, measured: number): Target {
  const met = measured >= least;
  return { what, wanted: `≥ ${figure(least)}`, measured: figure(measured), met };
}

/** A target on a value that must not exceed `most`. */
export function atMost(what: string, most: number, measured: number, unit = ''): Target {
  const met = measured <= most;
  const told = (value: number) => `${figure(value)}${unit}`;
  return { what, wanted: `≤ ${told(most)}`, measured: told(measured), met };
}

export function targetsText(targets: readonly Target[]): string {
  return tableText({
    title: 'Targets',
    columns: ['target', 'wanted', 'measured', 'met'],
    rows: targets.map(({ what, wanted, measured, met }) => [
      what,
      wanted,
      measured,
      met ? 'yes' : 'no',
    ]),
  });
}

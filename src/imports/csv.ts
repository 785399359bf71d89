/** CSV with the header `id,amount` or `id,amount,name`; a row has as many cells as the header. */
import { CsvError, parse } from 'csv-parse/sync';
import { amountIn } from './amount.ts';
import { type Found, type FoundBalance, refuseFile } from './source.ts';

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Cells of each row with the line on which it ends. */
export function csvRows(
  text: string,
): { readonly cells: readonly string[]; readonly line: number }[] {
  try {
    const rows = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly CsvRow[];
    return rows.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { readonly lines?: unknown }).lines ?? 1);
    return refuseFile({ code: 'NOT_CSV', line });
  }
}

const headers = ['id,amount', 'id,amount,name'];

export function readCsv(text: string): Found {
  const [header, ...rows] = csvRows(text);
  const names = header?.cells.join(',').toLowerCase() ?? '';
  if (!headers.includes(names)) return refuseFile({ code: 'HEADER', wanted: headers[1]! });
  const columns = header!.cells.length;
  const balances = rows.map(({ cells, line }): FoundBalance => {
    const [owner = '', amount] = cells;
    const fault = cells.length === columns ? null : 'COLUMNS';
    return { line, file: null, owner, discordUserId: owner, amount: amountIn(amount), fault };
  });
  return { balances, defaultBalance: null, guild: null };
}

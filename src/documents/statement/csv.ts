/** RFC 4180 with a byte-order mark, so that spreadsheets recognise UTF-8. */
import { stringify } from 'csv-stringify/sync';
import type { Statement, StatementLine } from '../../bank/index.ts';
import { counterpartyOf, memoOf, oneLine, type Pieces, sumOf } from '../text/shared.ts';

const columns = [
  'date',
  'time',
  'time zone',
  'kind',
  'counterparty',
  'memo',
  'debit',
  'credit',
  'balance',
  'currency',
  'reference',
  'reverses',
];

/** Cells of text that a spreadsheet would run as a formula are escaped; no sum is below zero. */
const rowsOf = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { escape_formulas: true, record_delimiter: 'windows' });

const rowOf =
  (statement: Statement) =>
  (line: StatementLine): string[] => {
    const { period, currency } = statement.head;
    const { amount } = line;
    const debit = amount < 0n ? sumOf(-amount, statement) : '';
    const credit = amount > 0n ? sumOf(amount, statement) : '';
    const texts = [counterpartyOf(line), oneLine(memoOf(line) ?? '')];
    const sums = [debit, credit, sumOf(line.balanceAfter, statement), currency.code];
    const when = [line.day, line.time, period.zone, line.kind];
    return [...when, ...texts, ...sums, line.reference, line.reverses ?? ''];
  };

/** The first and the last row are the balances before and after the period. */
export async function* csv(statement: Statement): Pieces {
  const { head } = statement;
  const { from, to, zone } = head.period;
  const { code } = head.currency;
  const balance = (day: string, kind: string, sum: bigint): string[] => {
    const amounts = ['', '', sumOf(sum, statement), code];
    return [day, '', zone, kind, '', '', ...amounts, '', ''];
  };
  yield `\ufeff${rowsOf([columns, balance(from, 'OPENING_BALANCE', head.opening)])}`;
  for await (const lines of statement.lines()) yield rowsOf(lines.map(rowOf(statement)));
  const closing = head.isProvisional ? 'PROVISIONAL_BALANCE' : 'CLOSING_BALANCE';
  yield rowsOf([balance(to, closing, head.closing)]);
}

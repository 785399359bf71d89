/** RFC 4180 with a byte-order mark, so that spreadsheets recognise UTF-8. */
import { stringify } from 'csv-stringify/sync';
import type { Statement } from '../../bank/model/index.ts';
import { counterpartyOf, oneLine, type Pieces, sumOf } from '../text/shared.ts';

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

/** A spreadsheet would run a text that begins so as a formula; sums are never texts. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const rowsOf = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { record_delimiter: '\r\n' });

/** The first and the last row are the balances before and after the period. */
export async function* csv(statement: Statement): Pieces {
  const { head } = statement;
  const { from, to, zone } = head.period;
  const { code } = head.currency;
  const balance = (day: string, kind: string, sum: bigint): string[] => [
    ...[day, '', zone, kind, '', '', '', ''],
    ...[sumOf(sum, statement), code, '', ''],
  ];
  yield `\ufeff${rowsOf([columns, balance(from, 'OPENING_BALANCE', head.opening)])}`;
  for await (const lines of statement.lines()) {
    yield rowsOf(
      lines.map((line) => [
        ...[line.day, line.time, zone, line.kind],
        ...[guarded(counterpartyOf(line)), guarded(oneLine(line.memo ?? ''))],
        line.amount < 0n ? sumOf(-line.amount, statement) : '',
        line.amount > 0n ? sumOf(line.amount, statement) : '',
        ...[sumOf(line.balanceAfter, statement), code, line.reference, line.reverses ?? ''],
      ]),
    );
  }
  const closing = head.isProvisional ? 'PROVISIONAL_BALANCE' : 'CLOSING_BALANCE';
  yield rowsOf([balance(to, closing, head.closing)]);
}

/**
 * A Beancount file that can be read by itself. `balance` holds at the start of a day, so the
 * closing balance has the date of the day after the period.
 */
import {
  dayAfter,
  type Statement,
  type StatementLine,
  type TransactionKind,
  transactionKinds,
} from '../../bank/index.ts';
import { counterpartyOf, eachLine, memoOf, oneLine, type Pieces, sumOf } from '../text/shared.ts';

const quoted = (text: string): string => `"${oneLine(text).replaceAll(/["\\]/g, '\\$&')}"`;

/** Parts of a Beancount account begin with a capital letter: `ROUND_UP` is `Round-Up`. */
const partOf = (kind: TransactionKind): string =>
  kind
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('-');

const otherSide = (line: StatementLine): string =>
  `${line.amount > 0n ? 'Income' : 'Expenses'}:Passbook:${partOf(line.kind)}`;

export async function* beancount(statement: Statement): Pieces {
  const { head } = statement;
  const { from, to, zone } = head.period;
  const { code } = head.currency;
  const account = `Assets:Passbook:${head.accountNumber}`;
  const sum = (minorUnits: bigint): string => `${sumOf(minorUnits, statement)} ${code}`;
  const opened = [
    `${account} ${code}`,
    'Equity:Opening-Balances',
    ...transactionKinds.flatMap((kind) => [
      `Income:Passbook:${partOf(kind)}`,
      `Expenses:Passbook:${partOf(kind)}`,
    ]),
  ];
  const state = head.isProvisional ? ', provisional' : '';
  yield (
    `; Account ${head.accountNumber}, ${from} to ${to}, ${zone}${state}\n` +
    `${opened.map((name) => `${from} open ${name}\n`).join('')}\n`
  );
  if (head.opening !== 0n) {
    yield (
      `${from} * "Opening balance"\n` +
      `  ${account}  ${sum(head.opening)}\n` +
      `  Equity:Opening-Balances  ${sum(0n - head.opening)}\n\n`
    );
  }
  yield* eachLine(
    statement,
    (line) =>
      `${line.day} * ${quoted(counterpartyOf(line))} ${quoted(memoOf(line) ?? '')}\n` +
      `  reference: "${line.reference}"\n` +
      `  time: "${line.time}"\n` +
      (line.reverses === null ? '' : `  reverses: "${line.reverses}"\n`) +
      `  ${account}  ${sum(line.amount)}\n` +
      `  ${otherSide(line)}  ${sum(-line.amount)}\n\n`,
  );
  yield `${dayAfter(to)} balance ${account}  ${sum(head.closing)}\n`;
}

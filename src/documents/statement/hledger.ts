/**
 * A journal that hledger and Ledger both read. Each entry asserts the balance after it, so the tool
 * itself finds a missing or altered entry.
 */
import type { Statement, StatementLine } from '../../bank/index.ts';
import { counterpartyOf, eachLine, memoOf, oneLine, type Pieces, sumOf } from '../text/shared.ts';

/** A `;` begins a comment and a `|` ends the payee's name. */
const description = (text: string): string => oneLine(text.replaceAll(/[;|]/g, ','));

/** A tag ends at a comma. */
const tagValue = (text: string): string => oneLine(text.replaceAll(',', ';'));

const ofKind = ({ kind }: StatementLine): string => kind.toLowerCase().replaceAll('_', '-');

/** Income, or an expense, by its kind. */
const otherSide = (line: StatementLine): string =>
  `${line.amount > 0n ? 'income' : 'expenses'}:passbook:${ofKind(line)}`;

export async function* hledger(statement: Statement): Pieces {
  const { head } = statement;
  const { from, to, zone } = head.period;
  const { code } = head.currency;
  // A commodity with digits must be quoted.
  const commodity = /^[A-Z]+$/.test(code) ? code : `"${code}"`;
  const sum = (minorUnits: bigint): string => `${sumOf(minorUnits, statement)} ${commodity}`;
  const account = `assets:passbook:${head.accountNumber}`;
  const state = head.isProvisional ? ', provisional' : '';
  yield `; Account ${head.accountNumber}, ${from} to ${to}, ${zone}${state}\n\n`;
  if (head.opening !== 0n) {
    yield (
      `${from} * opening balance\n` +
      `    ${account}  ${sum(head.opening)} = ${sum(head.opening)}\n` +
      `    equity:opening balances  ${sum(0n - head.opening)}\n\n`
    );
  }
  yield* eachLine(statement, (line) => {
    const noted = memoOf(line);
    const memo = noted === null ? '' : `    ; memo: ${tagValue(noted)}\n`;
    const reverses = line.reverses === null ? '' : `    ; reverses: ${line.reverses}\n`;
    return (
      `${line.day} * (${line.reference}) ${description(counterpartyOf(line))}\n` +
      `    ; time: ${line.time}\n${memo}${reverses}` +
      `    ${account}  ${sum(line.amount)} = ${sum(line.balanceAfter)}\n` +
      `    ${otherSide(line)}  ${sum(-line.amount)}\n\n`
    );
  });
  yield `; Balance at the end of ${to}: ${sum(head.closing)}\n`;
}

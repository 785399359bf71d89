/** What all formats need: sums as programs read them, and text made harmless. */
import { decimalText, type Statement, type StatementLine } from '../../bank/index.ts';
import { singleSpaced, withoutInvisible } from '../../lib/text.ts';

/** Pieces of a file, in order. */
export type Pieces = AsyncIterable<string | Uint8Array>;

/** `-12.50` for a debit of 1250 minor units with two decimals. */
export const sumOf = (minorUnits: bigint, statement: Statement): string =>
  decimalText(minorUnits, statement.head.currency.scale);

/** Unpaired halves of code points are invalid in UTF-8; control characters in most formats. */
const unwanted = /[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]+/gu;

/** One line of text without invisible characters. */
export const oneLine = (text: string): string =>
  singleSpaced(withoutInvisible(text.replaceAll(unwanted, ' ')));

/** `Ben O. 8719`; for the bank's own accounts only the name. */
export const counterpartyOf = ({ counterparty: { name, numberTail } }: StatementLine): string =>
  oneLine(numberTail === null ? name : `${name} ${numberTail}`);

/** With the member who acted on a shared account: `Ben O.: dinner`. Null: neither. */
export const memoOf = ({ actor, memo }: StatementLine): string | null =>
  actor === undefined ? memo : memo === null ? actor : `${actor}: ${memo}`;

/** Calls `write` for each line and yields what it returns, one piece for each piece of lines. */
export async function* eachLine(
  statement: Statement,
  write: (line: StatementLine) => string,
): Pieces {
  for await (const lines of statement.lines()) yield lines.map(write).join('');
}

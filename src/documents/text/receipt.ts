/** What a receipt shows, as rows of labels and texts: the same in the picture and in the PDF. */
import { type IssuedReceipt, type SealedReceipt, type TransactionKind } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { capital } from '../../words/text/history-line.ts';
import { oneLine } from './shared.ts';

const { labels } = words.replies;
const say = words.documents.receipt;

/** What is scanned and typed to check a receipt. */
export const verifyText = (code: string): string => `/verify code:${code}`;

const partyText = ({ name, numberTail }: SealedReceipt['from']): string => {
  // Set apart, so that a name from right to left does not move the digits.
  const apart = `\u2068${oneLine(name)}\u2069`;
  return numberTail === null ? apart : `${apart} …${numberTail}`;
};

const kindText = (kind: string): string =>
  capital(words.documents.statement.kind(kind as TransactionKind));

/** `2026-03-01 12:00:00 UTC`. */
export const bookedText = ({ bookedAt }: Pick<SealedReceipt, 'bookedAt'>): string =>
  `${bookedAt.slice(0, 10)} ${bookedAt.slice(11, 19)} UTC`;

export interface ReceiptSheet {
  readonly bank: string;
  readonly title: string;
  readonly amount: string;
  readonly rows: readonly (readonly [label: string, text: string])[];
  readonly code: string;
  readonly reversed: string | null;
  readonly howToVerify: string;
}

export function receiptSheet(
  receipt: SealedReceipt,
  { code, reversedAt, further }: Pick<IssuedReceipt, 'code' | 'reversedAt' | 'further'>,
): ReceiptSheet {
  const { bank, kind, amount, currency, from, to, memo, reference } = receipt;
  return {
    bank: oneLine(bank),
    title: say.title,
    amount: formatAmount(amount, currency),
    rows: [
      [say.kind, kindText(kind)],
      [labels.from, partyText(from)],
      [labels.to, partyText(to)],
      [say.booked, bookedText(receipt)],
      ...(memo === null ? [] : [[labels.memo, `\u2068${oneLine(memo)}\u2069`] as const]),
      ...further.map((one) => [kindText(one.kind), formatAmount(one.amount, currency)] as const),
      [labels.reference, reference],
    ],
    code,
    reversed: reversedAt === null ? null : say.reversed(reversedAt.toISOString().slice(0, 10)),
    howToVerify: say.howToVerify,
  };
}

/** Compares a receipt with the bank's signature and with the log. */
import { referenceText } from '../records/base/reference-text.ts';
import type { Note } from '../records/note/note.ts';
import type { SealedReceipt } from '../records/receipt/receipt.ts';
import { verifier as say } from '../words/en/terminal/verifier.ts';
import type { Checks, Logged } from './checks.ts';
import { isoText } from './show.ts';

const tailOf = (accountNumber: string | null): string | null => accountNumber?.slice(-4) ?? null;

/** What differs between the receipt and the first posting of the transaction. */
function differences(receipt: SealedReceipt, { leaf, currency }: Logged): string[] {
  const { kind, amount, source, target } = leaf.postings[0]!;
  const pairs = {
    kind: [receipt.kind, kind],
    time: [receipt.bookedAt, isoText(leaf.bookedAt)],
    amount: [receipt.amount, amount],
    currency: [receipt.currency.code, currency?.code ?? receipt.currency.code],
    decimals: [receipt.currency.scale, currency?.scale ?? receipt.currency.scale],
    from: [receipt.from.numberTail, tailOf(source.accountNumber)],
    to: [receipt.to.numberTail, tailOf(target.accountNumber)],
  } as const;
  return Object.entries(pairs).flatMap(([name, [one, other]]) => (one === other ? [] : [name]));
}

async function checkSignature(checks: Checks, name: string, what: string, note: Note | null) {
  if (note === null) {
    checks.add(name, 'unsure', say.receiptNoSignature(what));
    return;
  }
  for (const origin of new Set(note.signatures.map((signature) => signature.name))) {
    const isSigned = await checks.isSigned(note, origin);
    if (isSigned === null) checks.add(name, 'unsure', say.noKey(what, origin));
    else if (isSigned) checks.add(name, 'good', say.receiptSigned(what));
    else checks.add(name, 'bad', say.unsigned(what));
  }
}

export async function checkReceipt(
  checks: Checks,
  name: string,
  { receipt, note }: { readonly receipt: SealedReceipt; readonly note: Note | null },
): Promise<void> {
  const what = say.receipt(receipt.reference, receipt.bank);
  await checkSignature(checks, name, what, note);
  const same = checks.logged.filter(({ leaf }) => referenceText(leaf.id) === receipt.reference);
  if (same.length === 0) checks.add(name, 'unsure', say.receiptNeedsProof(what));
  for (const logged of same) {
    const found = differences(receipt, logged);
    if (found.length === 0) checks.add(name, 'good', say.receiptLogged(what));
    else checks.add(name, 'bad', say.receiptDiffers(what, found));
  }
  const reversed = checks.logged.find(
    ({ leaf }) => leaf.reversesId !== null && referenceText(leaf.reversesId) === receipt.reference,
  );
  if (reversed !== undefined) {
    checks.add(name, 'bad', say.receiptReversed(what, referenceText(reversed.leaf.id)));
  }
}

/** The cards of a payment: what would happen, and what has happened. */
import {
  type Asked,
  type Balance,
  type Currency,
  formatAmount,
  type PartyView,
  type Quote,
  type Receipt,
  referenceOf,
  type TransactionKind,
} from '../../bank/index.ts';
import { code, type Markup, md, time, written } from '../../words/markup.ts';
import {
  ask,
  done,
  facts,
  refuse,
  type Reply,
  show,
  small,
  text,
  withParts,
} from '../cards/reply.ts';
import type { Question } from '../command/command.ts';

const nameMax = 40;

/** A name can be anybody's; the account number's tail beside it cannot. */
export function party({ name, numberTail }: PartyView): Markup {
  const shown = Array.from(name).slice(0, nameMax).join('');
  return numberTail === null ? md`${shown}` : md`${shown} ${code(`…${numberTail}`)}`;
}

const verbs: Record<TransactionKind, readonly [asked: string, done: string, act: string]> = {
  DEPOSIT: ['Deposit money?', 'Deposited', 'deposit'],
  WITHDRAWAL: ['Withdraw money?', 'Withdrawn', 'withdraw'],
  TRANSFER: ['Send money?', 'Sent', 'send'],
  REVERSAL: ['Reverse this?', 'Reversed', 'reverse'],
  ADJUSTMENT: ['Adjust the balance?', 'Adjusted', 'adjust by'],
};
const shares = { exact: '', half: ' (half of what is available)', all: ' (all that is available)' };

const fee = (sum: Balance, currency: Currency): string =>
  sum === 0n ? 'none' : formatAmount(sum, currency);

const memoFact = (memo: string | null): readonly [string, Markup | null] => [
  'Memo',
  memo === null ? null : code(memo),
];

export function quoteCard(quote: Quote, currency: Currency): Reply {
  const first = quote.firstPayment
    ? [text('⚠️ **First payment to this account.** Check the name and the number’s end.')]
    : [];
  const { alike } = quote;
  const other = alike
    ? [text(md`⚠️ **Not the one you paid before:** that was ${party(alike)}, another account.`)]
    : [];
  return ask(
    verbs[quote.kind][0],
    facts([
      ['From', party(quote.from)],
      ['To', party(quote.to)],
      ['Amount', `${formatAmount(quote.amount, currency)}${shares[quote.wish.kind]}`],
      ['Fee', fee(quote.fee, currency)],
      ['Balance after', formatAmount(quote.balanceAfter, currency)],
      memoFact(quote.memo),
    ]),
    ...first,
    ...other,
  );
}

/** In one line, for the form that asks for a proof. */
function movementOf({ kind, amount, from, to }: Quote, currency: Currency): Markup {
  const sum = written(`${verbs[kind][2]} **${formatAmount(amount, currency)}**`);
  return md`${sum} from ${party(from)} to ${party(to)}`;
}

/** The card with what its *Confirm* needs. */
export const quoteQuestion = (quote: Quote, currency: Currency): Question => ({
  card: quoteCard(quote, currency),
  needsProof: quote.needsProof,
  confirms: movementOf(quote, currency),
});

/** The same for every replay of one request. */
export function receiptReply(receipt: Receipt, currency: Currency): Reply {
  return done(
    `${verbs[receipt.kind][1]} ${formatAmount(receipt.amount, currency)}`,
    facts([
      ['From', party(receipt.from)],
      ['To', party(receipt.to)],
      ['Fee', fee(receipt.fee, currency)],
      ['Balance before', formatAmount(receipt.balanceBefore, currency)],
      ['Balance after', formatAmount(receipt.balanceAfter, currency)],
      memoFact(receipt.memo),
    ]),
    small(
      written(`Reference ${code(receipt.reference).markup} · ${time(receipt.bookedAt).markup}`),
    ),
  );
}

/** A confirm card whose *Confirm* asks a teller. */
export const waitsForTeller = (card: Reply): Reply =>
  withParts(card, text('A teller approves it before it is booked.'));

/** The same for every replay, with what has become of it meanwhile. */
export function depositAskedReply({ approval }: Asked, currency: Currency): Reply {
  const { id, content, holder, state, expiresAt } = approval;
  const sum = formatAmount(BigInt(content['amount'] ?? ''), currency);
  const about = [
    facts([['To', party(holder)], memoFact(content['memo'] ?? null)]),
    small(md`Reference ${code(referenceOf(id))}`),
  ];
  if (state === 'APPROVED') return done(`Deposited ${sum}`, ...about);
  if (state === 'OPEN') {
    const until = md`Nothing has moved yet. A teller decides until ${time(expiresAt)}, and you get a message.`;
    return show(`Deposit of ${sum} asked for`, text(until), ...about);
  }
  const how = { DECLINED: 'declined', REFUSED: 'refused', EXPIRED: 'not decided in time' }[state];
  return refuse(`Your deposit of ${sum} was ${how}`, text('Nothing moved.'), ...about);
}

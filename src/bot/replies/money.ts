/** Payment cards: the confirm card and the receipt. */
import {
  type AmountWish,
  type Asked,
  type Balance,
  type Currency,
  type PartyView,
  type Place,
  type Quote,
  type Receipt,
  ownAccountKind,
  referenceOf,
} from '../../bank/index.ts';
import type { Storable } from '../../lib/storable.ts';
import { words } from '../../words/index.ts';
import { code, type Markup, md, time } from '../../words/text/markup.ts';
import {
  ask,
  done,
  facts,
  type Part,
  refuse,
  type Reply,
  show,
  small,
  text,
  withButtons,
  withParts,
} from '../cards/reply.ts';
import { roundUpFact, roundUpSkipped } from '../cards/round-up.ts';
import { receiptButton, shareButton } from './acts.ts';
import type { Question } from '../command/command.ts';
import { formatAmount } from '../../words/text/amount.ts';

const { money: say, labels, payees } = words.replies;
const nameMax = 40;

/** Two people can have the same name, so the end of the account number is shown too. */
export function party({ name, numberTail, isHidden = false }: PartyView): Markup {
  if (isHidden) return md`${payees.nameNotShown} ${code(`…${numberTail}`)}`;
  const kind = numberTail === null ? ownAccountKind(name) : null;
  if (kind !== null) return md`${say.ownAccounts[kind]}`;
  const shown = Array.from(name).slice(0, nameMax).join('');
  return numberTail === null ? md`${shown}` : md`${shown} ${code(`…${numberTail}`)}`;
}

const fee = (sum: Balance, currency: Currency): string | null =>
  sum === 0n ? null : formatAmount(sum, currency);

const memoFact = (memo: string | null): readonly [string, Markup | null] => [
  labels.memo,
  memo === null ? null : code(memo),
];

function nameChecked({ nameCheck, to }: Quote): Part[] {
  if (nameCheck === undefined) return [];
  const { check } = payees;
  return [text(nameCheck === 'CLOSE' ? check.close(party(to)) : check[nameCheck])];
}

export function quoteCard(quote: Quote, currency: Currency): Reply {
  const { alike } = quote;
  return ask(
    say.question(quote.kind),
    facts([
      [labels.from, party(quote.from)],
      [labels.to, party(quote.to)],
      [labels.amount, say.amount(formatAmount(quote.amount, currency), quote.wish.kind)],
      [labels.fee, fee(quote.fee, currency)],
      roundUpFact(quote.roundUp, currency),
      [labels.balanceAfter, formatAmount(quote.balanceAfter, currency)],
      memoFact(quote.memo),
    ]),
    ...(quote.firstPayment ? [text(say.firstPayment)] : []),
    ...(alike ? [text(say.alike(party(alike)))] : []),
    ...nameChecked(quote),
    ...roundUpSkipped(quote, currency),
  );
}

/** The wish of a card: a share of the balance is fixed at the sum that the card shows. */
export const shownWish = ({ wish, amount }: Quote): AmountWish =>
  wish.kind === 'exact' ? wish : { kind: wish.kind, shown: amount };

/** The fee that the card shows, for its order; nothing where there is none. */
export const shownFee = ({ fee: charged }: Quote): { readonly fee?: Balance } =>
  charged === 0n ? {} : { fee: charged };

/** How many managers the card says are asked first, for its order. */
export const shownApprovals = ({ approvals }: Quote): { readonly approvals?: number } =>
  approvals === undefined ? {} : { approvals };

/** The confirm card, its order, and whether its *Confirm* asks for a proof. */
export function quoteQuestion<Order extends Storable>(
  quote: Quote,
  currency: Currency,
  order: Order,
): Question<Order> {
  const sum = formatAmount(quote.amount, currency);
  return {
    card: quoteCard(quote, currency),
    order,
    sum,
    needsProof: quote.needsProof,
    confirms: say.intent(quote.kind, sum, party(quote.from), party(quote.to)),
  };
}

/** Identical for every replay of one request. */
export function receiptReply(receipt: Receipt, currency: Currency): Reply {
  return done(
    say.done(receipt.kind, formatAmount(receipt.amount, currency)),
    facts([
      [labels.from, party(receipt.from)],
      [labels.to, party(receipt.to)],
      [labels.fee, fee(receipt.fee, currency)],
      roundUpFact(receipt.roundUp, currency),
      [labels.balanceBefore, formatAmount(receipt.balanceBefore, currency)],
      [labels.balanceAfter, formatAmount(receipt.balanceAfter, currency)],
      memoFact(receipt.memo),
    ]),
    small(say.bookedAt(code(receipt.reference), time(receipt.bookedAt))),
  );
}

/** For the customer who asked. A transfer can be shown in the server of `place`. */
export function ownReceiptReply(receipt: Receipt, currency: Currency, place: Place): Reply {
  const { kind, requestId } = receipt;
  const isShareable = kind === 'TRANSFER' && place.guildId !== null;
  return withButtons(
    receiptReply(receipt, currency),
    ...(isShareable ? [shareButton(requestId)] : []),
    receiptButton(requestId),
  );
}

/** A confirm card whose *Confirm* sends a request to a teller. */
export const waitsForTeller = (card: Reply): Reply =>
  withParts(card, text(say.deposit.needsTeller));

/** The deposit request with its current state. */
export function depositAskedReply({ approval }: Asked, currency: Currency): Reply {
  const { id, content, holder, state, expiresAt } = approval;
  const sum = formatAmount(BigInt(content['amount'] ?? ''), currency);
  const about = [
    facts([[labels.to, party(holder)], memoFact(content['memo'] ?? null)]),
    small(say.deposit.reference(code(referenceOf(id)))),
  ];
  if (state === 'APPROVED') return done(say.done('DEPOSIT', sum), ...about);
  if (state === 'OPEN') {
    return show(say.deposit.requested(sum), text(say.deposit.waits(time(expiresAt))), ...about);
  }
  const title = say.deposit.unsuccessful(sum, state);
  return refuse(title, text(say.deposit.nothingMoved), ...about);
}

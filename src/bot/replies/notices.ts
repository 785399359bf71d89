/** Direct messages that report an event. */
import { type Currency, type Notice, type NoticeEntry } from '../../bank/index.ts';
import { type PlainNotice, words } from '../../words/index.ts';
import { code, joined, type Markup, md, written } from '../../words/text/markup.ts';
import {
  type Button,
  done,
  facts,
  refuse,
  type Reply,
  show,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';
import { receivedButtons } from './acts.ts';
import { shortened } from './history.ts';
import { party } from './money.ts';
import { movedReply } from './moved-by-staff.ts';
import { type OrderNotice, orderNoticeReply } from './order-notices.ts';
import { type RequestNotice, requestNoticeReply } from './request-notices.ts';
import { lockButton, placeText, securityReply } from './security.ts';
import { answerButtons, decideButtons } from '../accounts/shared.ts';
import { formatAmount } from '../../words/text/amount.ts';

const { login, payments } = words.notices;
const { labels } = words.replies;

interface Bank {
  readonly bankName: string;
  readonly currency: Currency;
}

const memoFact = (memo: string | null): readonly [string, Markup | null] => [
  labels.memo,
  memo === null ? null : code(memo),
];

/** Kinds with a card of their own; every other kind is a plain notice. */
type SpecialKind =
  | Payments['kind']
  | OrderNotice['kind']
  | RequestNotice['kind']
  | 'MOVED_BY_STAFF'
  | 'NEW_LOGIN'
  | 'SECURITY';
type PlainKind = Exclude<Notice['kind'], SpecialKind>;
type PlainOf<Kind extends PlainKind> = (
  notice: Extract<Notice, { readonly kind: Kind }>,
  bank: Bank,
) => PlainNotice;
/** Words for each of them; the compiler names a kind that has none. */
const plain: { readonly [Kind in PlainKind]: PlainOf<Kind> } = words.notices.plain;
const replies = { done, refuse, show };

function plainReply(notice: Extract<Notice, { readonly kind: PlainKind }>, bank: Bank): Reply {
  const worded = plain[notice.kind] as PlainOf<PlainKind>;
  const { tone, title, sentence, facts: about, small: note } = worded(notice, bank);
  const shown = about.map(([label, value]) => [label, value && code(value)] as const);
  const parts = [...(sentence === null ? [] : [text(sentence)]), facts(shown), small(note)];
  return replies[tone](title, ...parts);
}

type Payments = Extract<Notice, { readonly entries: unknown }>;

interface PaymentCard {
  readonly title: (sum: string) => string;
  readonly line: (sum: Markup, party: Markup) => Markup;
  /** Labels of the other side and of the customer's own account. */
  readonly labels: readonly [other: string, own: string];
  /** Of a message about one payment, and of one about several. */
  readonly buttons: (entries: readonly NoticeEntry[]) => readonly Button[];
}
const paymentCards: Record<Payments['kind'], () => PaymentCard> = {
  MONEY_RECEIVED: () => ({
    title: payments.received,
    line: payments.from,
    labels: [labels.from, labels.to],
    buttons: (entries) => (entries.length === 1 ? receivedButtons(entries[0]!) : []),
  }),
  MONEY_SENT: () => ({
    title: payments.sent,
    line: payments.to,
    labels: [labels.to, labels.from],
    buttons: () => [lockButton()],
  }),
};

function paymentLine(entry: NoticeEntry, { line }: PaymentCard, currency: Currency): Markup {
  const { amount, counterparty, memo, reference } = entry;
  const first = line(written(`**${formatAmount(amount, currency)}**`), party(counterparty));
  const second = md`-# ${code(reference)}`;
  return joined([first, memo === null ? second : md`${second} · ${code(shortened(memo))}`]);
}

function paymentsOf({ kind, entries }: Payments, currency: Currency) {
  const card = paymentCards[kind]();
  const sum = entries.reduce((total, { amount }) => total + amount, 0n);
  const title = card.title(formatAmount(sum, currency));
  const [first] = entries;
  if (first === undefined || entries.length > 1) {
    const isMixed = new Set(entries.map(({ numberTail }) => numberTail)).size > 1;
    const lines = entries.map((entry) => {
      const line = paymentLine(entry, card, currency);
      return isMixed
        ? md`${line} · ${words.notices.ownAccount(code(`…${entry.numberTail}`))}`
        : line;
    });
    return { title: payments.inSeveral(title, entries.length), parts: [text(joined(lines))] };
  }
  const { counterparty, numberTail, memo, reference } = first;
  const about = facts([
    [card.labels[0], party(counterparty)],
    [card.labels[1], words.notices.ownAccount(code(`…${numberTail}`))],
    memoFact(memo),
    [labels.reference, code(reference)],
  ]);
  return { title, parts: [about] };
}

export function noticeReply(notice: Notice, bank: Bank): Reply {
  switch (notice.kind) {
    case 'MONEY_RECEIVED':
    case 'MONEY_SENT': {
      const { title, parts } = paymentsOf(notice, bank.currency);
      const reply = done(title, ...parts, small(payments.note(bank.bankName)));
      return withButtons(reply, ...paymentCards[notice.kind]().buttons(notice.entries));
    }
    case 'REQUEST':
    case 'REQUEST_DECLINED':
    case 'REQUEST_CANCELLED':
    case 'REQUEST_WITHDRAWN':
    case 'REQUEST_BY_STAFF':
      return requestNoticeReply(notice, bank);
    case 'MOVED_BY_STAFF':
      return movedReply(notice, bank);
    case 'NEW_LOGIN': {
      const sentence = login.sentence(bank.bankName, placeText(notice.place));
      return withButtons(show(login.title, text(sentence)), lockButton());
    }
    case 'ORDER_OUTCOME':
    case 'ORDER_STATE':
    case 'ORDER_SHORT':
    case 'ORDER_BY_STAFF':
      return orderNoticeReply(notice, bank);
    case 'PAYEE_ADDED':
      return withButtons(plainReply(notice, bank), lockButton());
    case 'SHARED_INVITED':
      return withButtons(plainReply(notice, bank), ...answerButtons(notice.invitationId));
    case 'SHARED_APPROVAL_ASKED':
      return withButtons(plainReply(notice, bank), ...decideButtons(notice.approval.id));
    case 'SECURITY':
      return securityReply(notice, bank.bankName);
    default:
      return plainReply(notice, bank);
  }
}

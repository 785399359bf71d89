/** What people are told by direct message, after the fact. */
import { type Currency, formatAmount, type Notice, type NoticeEntry } from '../../bank/index.ts';
import { code, joined, type Markup, md, written } from '../../words/markup.ts';
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
import { shortened } from './history.ts';
import { party } from './money.ts';
import { movedReply } from './moved-by-staff.ts';
import { lockButton, placeText, securityReply } from './security.ts';

function depositReply(
  deposit: Extract<Notice, { kind: 'DEPOSIT_DECIDED' }>,
  { bankName, currency }: { readonly bankName: string; readonly currency: Currency },
): Reply {
  const { approved, amount, memo, reference, numberTail } = deposit;
  const sum = formatAmount(amount, currency);
  const about = facts([
    ['To', md`your account ${code(`…${numberTail}`)}`],
    ['Memo', memo === null ? null : code(memo)],
    ['Reference', code(reference)],
  ]);
  return approved
    ? done(`Deposited ${sum}`, about, small(md`${bankName} · a teller approved your deposit`))
    : refuse(
        `Your deposit of ${sum} was declined`,
        text('Nothing moved. Ask the bank’s staff why, before you ask again.'),
        about,
        small(bankName),
      );
}

function settledReply(
  { happened, reference }: Extract<Notice, { kind: 'SETTLED' }>,
  bankName: string,
): Reply {
  const about = facts([['Reference', code(reference)]]);
  return happened
    ? done(
        'Your confirmation went through',
        text('It took long to find out. See it with `/history`; do not send it again.'),
        about,
        small(bankName),
      )
    : refuse(
        'Your confirmation came to nothing',
        text('The bank could not finish it. Nothing moved. Start the command again if you like.'),
        about,
        small(bankName),
      );
}

type Payments = Extract<Notice, { readonly entries: unknown }>;

interface PaymentWords {
  readonly title: (sum: string) => string;
  /** Before the name of the other side. */
  readonly word: string;
  /** Labels of the other side and of the own account. */
  readonly labels: readonly [other: string, own: string];
  readonly buttons: readonly Button[];
}
const paymentWords: Record<Payments['kind'], PaymentWords> = {
  MONEY_RECEIVED: {
    title: (sum) => `You received ${sum}`,
    word: 'from',
    labels: ['From', 'To'],
    buttons: [],
  },
  MONEY_SENT: {
    title: (sum) => `${sum} left your account`,
    word: 'to',
    labels: ['To', 'From'],
    buttons: [lockButton],
  },
};

function paymentLine(entry: NoticeEntry, word: string, currency: Currency): Markup {
  const { amount, counterparty, memo, reference } = entry;
  const sum = written(`**${formatAmount(amount, currency)}**`);
  const first = md`${sum} ${word} ${party(counterparty)}`;
  const second = md`-# ${code(reference)}`;
  return joined([first, memo === null ? second : md`${second} · ${code(shortened(memo))}`]);
}

function paymentsOf({ kind, entries }: Payments, currency: Currency) {
  const { title, word, labels } = paymentWords[kind];
  const sum = entries.reduce((total, { amount }) => total + amount, 0n);
  const [first] = entries;
  if (first === undefined || entries.length > 1) {
    const lines = entries.map((entry) => paymentLine(entry, word, currency));
    return {
      title: `${title(formatAmount(sum, currency))} in ${entries.length} payments`,
      parts: [text(joined(lines))],
    };
  }
  const { counterparty, numberTail, memo, reference } = first;
  const about = facts([
    [labels[0], party(counterparty)],
    [labels[1], md`your account ${code(`…${numberTail}`)}`],
    ['Memo', memo === null ? null : code(memo)],
    ['Reference', code(reference)],
  ]);
  return { title: title(formatAmount(sum, currency)), parts: [about] };
}

export function noticeReply(
  notice: Notice,
  bank: { readonly bankName: string; readonly currency: Currency },
): Reply {
  switch (notice.kind) {
    case 'MONEY_RECEIVED':
    case 'MONEY_SENT': {
      const seen = small(md`${bank.bankName} · see it with ${code('/history')}`);
      const { title, parts } = paymentsOf(notice, bank.currency);
      const reply = done(title, ...parts, seen);
      return withButtons(reply, ...paymentWords[notice.kind].buttons);
    }
    case 'MOVED_BY_STAFF':
      return movedReply(notice, bank);
    case 'DEPOSIT_DECIDED':
      return depositReply(notice, bank);
    case 'NEW_LOGIN': {
      const reply = show(
        'New login',
        text(
          md`Somebody logged in to your account at ${bank.bankName} as you, in ${placeText(
            notice.place,
          )}, where you had not logged in before.`,
        ),
      );
      return withButtons(reply, lockButton);
    }
    case 'SETTLED':
      return settledReply(notice, bank.bankName);
    case 'SECURITY':
      return securityReply(notice, bank.bankName);
  }
}

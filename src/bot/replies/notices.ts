/** What people are told by direct message, after the fact. */
import type { Notice, NoticeEntry } from '../../bank/bank.ts';
import { formatAmount } from '../../bank/index.ts';
import type { Currency } from '../../bank/model.ts';
import { shortened } from './history.ts';
import { code, joined, md, written, type Markup } from './markup.ts';
import { party } from './money.ts';
import { done, facts, refuse, show, small, text, withButtons, type Reply } from './reply.ts';
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

function paymentLine({ amount, from, memo, reference }: NoticeEntry, currency: Currency): Markup {
  const first = md`${written(`**${formatAmount(amount, currency)}**`)} from ${party(from)}`;
  const second = md`-# ${code(reference)}`;
  return joined([first, memo === null ? second : md`${second} · ${code(shortened(memo))}`]);
}

function paymentsOf(entries: readonly NoticeEntry[], currency: Currency) {
  const sum = entries.reduce((total, { amount }) => total + amount, 0n);
  const [first] = entries;
  if (first === undefined || entries.length > 1) {
    const lines = entries.map((entry) => paymentLine(entry, currency));
    const title = `You received ${formatAmount(sum, currency)} in ${entries.length} payments`;
    return { title, parts: [text(joined(lines))] };
  }
  const { from, numberTail, memo, reference } = first;
  const about = facts([
    ['From', party(from)],
    ['To', md`your account ${code(`…${numberTail}`)}`],
    ['Memo', memo === null ? null : code(memo)],
    ['Reference', code(reference)],
  ]);
  return { title: `You received ${formatAmount(sum, currency)}`, parts: [about] };
}

export function noticeReply(
  notice: Notice,
  bank: { readonly bankName: string; readonly currency: Currency },
): Reply {
  switch (notice.kind) {
    case 'MONEY_RECEIVED': {
      const seen = small(md`${bank.bankName} · see it with ${code('/history')}`);
      const { title, parts } = paymentsOf(notice.entries, bank.currency);
      return withButtons(done(title, ...parts, seen), lockButton);
    }
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

/** What people are told by direct message, after the fact. */
import type { Notice } from '../../bank/bank.ts';
import { formatAmount } from '../../bank/index.ts';
import type { Currency } from '../../bank/model.ts';
import { code, md } from './markup.ts';
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

export function noticeReply(
  notice: Notice,
  bank: { readonly bankName: string; readonly currency: Currency },
): Reply {
  switch (notice.kind) {
    case 'MONEY_RECEIVED': {
      const { amount, from, numberTail, memo, reference } = notice.entry;
      const reply = done(
        `You received ${formatAmount(amount, bank.currency)}`,
        facts([
          ['From', party(from)],
          ['To', md`your account ${code(`…${numberTail}`)}`],
          ['Memo', memo === null ? null : code(memo)],
          ['Reference', code(reference)],
        ]),
        small(md`${bank.bankName} · see it with ${code('/history')}`),
      );
      return withButtons(reply, lockButton);
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
    case 'SECURITY':
      return securityReply(notice, bank.bankName);
  }
}

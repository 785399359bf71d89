/** What people are told by direct message, after the fact. */
import type { Notice } from '../../bank/bank.ts';
import { formatAmount } from '../../bank/index.ts';
import type { Currency } from '../../bank/model.ts';
import { code, md } from './markup.ts';
import { party } from './money.ts';
import { done, facts, show, small, text, type Reply } from './reply.ts';

export function noticeReply(
  notice: Notice,
  bank: { readonly bankName: string; readonly currency: Currency },
): Reply {
  switch (notice.kind) {
    case 'MONEY_RECEIVED': {
      const { amount, from, numberTail, memo, reference } = notice.entry;
      return done(
        `You received ${formatAmount(amount, bank.currency)}`,
        facts([
          ['From', party(from)],
          ['To', md`your account ${code(`…${numberTail}`)}`],
          ['Memo', memo === null ? null : code(memo)],
          ['Reference', code(reference)],
        ]),
        small(md`${bank.bankName} · see it with ${code('/history')}`),
      );
    }
    case 'NEW_LOGIN':
      return show(
        'New login',
        text(
          md`Somebody logged in to your account at ${bank.bankName} as you, ${
            notice.place.guildId === null ? 'in direct messages' : 'in a server'
          }.`,
        ),
        small(md`Not you? Log in with ${code('/login')} now: that ends the other login.`),
      );
  }
}

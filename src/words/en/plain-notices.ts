/**
 * Notices that are a title, a sentence, a few facts and a line in small print. A new kind needs its
 * row here and its row in the registry of message kinds, and nothing else.
 */
import type { Currency, FeeKind, FeeTerms } from '../../bank/model/index.ts';
import { md } from '../text/markup.ts';
import { fees } from './common/fees.ts';
import { interestNotice } from './common/interest.ts';
import { nothingMoved } from './common/shared.ts';
import { labels } from './replies/labels.ts';
import { shared } from './shared/index.ts';
import { sharedNotices } from '../text/shared-notices.ts';
import { formatAmount } from '../text/amount.ts';
import { feeTerms } from '../text/fee-terms.ts';
import { formatDay } from '../text/date.ts';
import type { PlainNotice } from '../text/plain-notice.ts';
import { pluralIn } from '../text/plural.ts';

const plural = pluralIn('en');

export type { PlainNotice };

/** The bank that sends it. */
interface Origin {
  readonly bankName: string;
  readonly currency: Currency;
}

/** A balance of another bot, as an entry of the customer's account. */
interface Moved {
  readonly amount: bigint;
  readonly reference: string;
  readonly numberTail: string;
}

export const plainNotices = {
  ...sharedNotices(shared, labels),
  DEPOSIT_DECIDED: (
    deposit: {
      readonly approved: boolean;
      readonly amount: bigint;
      readonly memo: string | null;
      readonly reference: string;
      readonly numberTail: string;
    },
    { bankName, currency }: Origin,
  ): PlainNotice => {
    const { approved, memo, reference } = deposit;
    const amount = formatAmount(deposit.amount, currency);
    return {
      tone: approved ? 'done' : 'refuse',
      title: approved ? `Deposited ${amount}` : `Your deposit of ${amount} was declined`,
      sentence: approved
        ? null
        : `${nothingMoved} Ask the bank’s staff why before you request it again.`,
      facts: [
        [labels.account, `…${deposit.numberTail}`],
        [labels.memo, memo],
        [labels.reference, reference],
      ],
      small: approved ? md`${bankName} · a teller approved your deposit` : md`${bankName}`,
      mails: false,
    };
  },
  SETTLED: (
    { happened, reference }: { readonly happened: boolean; readonly reference: string },
    { bankName }: Origin,
  ): PlainNotice => ({
    tone: happened ? 'done' : 'refuse',
    title: happened ? 'Your request was completed' : 'Your request was not completed',
    sentence: happened
      ? 'This took longer than usual. See it with `/history`; do not send it again.'
      : 'The bank could not finish it, and nothing was done. You can run the command again.',
    facts: [[labels.reference, reference]],
    small: md`${bankName}`,
    mails: false,
  }),
  MOVED_IN: (moved: Moved, { bankName, currency }: Origin): PlainNotice => ({
    tone: 'done',
    title: `Moved in: ${formatAmount(moved.amount, currency)}`,
    sentence: 'This was your balance with the bank’s former bot. It is now in your account.',
    facts: [
      [labels.account, `…${moved.numberTail}`],
      [labels.reference, moved.reference],
    ],
    small: md`${bankName}`,
    mails: false,
  }),
  MOVED_BACK: (moved: Moved, { bankName, currency }: Origin): PlainNotice => ({
    tone: 'show',
    title: `Taken back: ${formatAmount(moved.amount, currency)}`,
    sentence: 'The bank had moved this balance in by mistake. It is no longer in your account.',
    facts: [
      [labels.account, `…${moved.numberTail}`],
      [labels.reference, moved.reference],
    ],
    small: md`${bankName}`,
    mails: false,
  }),
  FEE_ANNOUNCED: (
    { movement, from, ...terms }: FeeTerms & { readonly movement: FeeKind; readonly from: Date },
    { bankName, currency }: Origin,
  ): PlainNotice => ({
    tone: 'show',
    title: fees.notice.title,
    sentence: fees.notice.sentence(
      fees.kinds[movement],
      formatDay(from.toISOString().slice(0, 10)),
    ),
    facts: [[fees.notice.fee, feeTerms(fees, terms, currency)]],
    small: md`${bankName} · ${fees.notice.small}`,
    mails: false,
  }),
  INTEREST_ANNOUNCED: interestNotice,
  PAYEE_ADDED: (
    { nickname, numberTail }: { readonly nickname: string; readonly numberTail: string },
    { bankName }: Origin,
  ): PlainNotice => ({
    tone: 'show',
    title: `New payee: ${nickname}`,
    sentence:
      `The account …${numberTail} was saved under this nickname. ` +
      `${nothingMoved} If that was not you, lock your account at once.`,
    facts: [
      ['Nickname', nickname],
      [labels.account, `…${numberTail}`],
    ],
    small: md`${bankName}`,
    mails: true,
  }),
  THANKED: (
    thanks: {
      readonly reference: string;
      readonly amount: bigint;
      readonly payee: { readonly name: string; readonly numberTail: string | null };
      readonly numberTail: string;
    },
    { bankName, currency }: Origin,
  ): PlainNotice => ({
    tone: 'show',
    title: 'Thank you',
    sentence: `The payee thanks you for ${formatAmount(thanks.amount, currency)}.`,
    facts: [
      [labels.from, `${thanks.payee.name} …${thanks.payee.numberTail ?? ''}`],
      [labels.account, `…${thanks.numberTail}`],
      [labels.reference, thanks.reference],
    ],
    small: md`${bankName}`,
    mails: false,
  }),
  DIGEST: (
    week: {
      readonly from: string;
      readonly until: string;
      readonly received: { readonly count: number; readonly total: bigint };
      readonly sent: { readonly count: number; readonly total: bigint };
    },
    { bankName, currency }: Origin,
  ): PlainNotice => {
    const sumOf = ({ count, total }: { readonly count: number; readonly total: bigint }): string =>
      `${formatAmount(total, currency)} · ${plural(count, { one: '1 payment', other: `${count} payments` })}`;
    return {
      tone: 'show',
      title: `Your week: ${formatDay(week.from)} to ${formatDay(week.until)}`,
      sentence: null,
      facts: [
        ['Received', sumOf(week.received)],
        ['Sent', sumOf(week.sent)],
      ],
      small: md`${bankName} · change it with \`/notices\``,
      mails: false,
    };
  },
};

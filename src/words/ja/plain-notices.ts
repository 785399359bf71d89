/**
 * Notices that are a title, a sentence, a few facts and a line in small print. A new kind needs its
 * row here and its row in the registry of message kinds, and nothing else.
 */
import type { en } from '../en/index.ts';
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
import { pluralIn } from '../text/plural.ts';

const plural = pluralIn('ja');

export const plainNotices: (typeof en)['notices']['plain'] = {
  ...sharedNotices(shared, labels),
  DEPOSIT_DECIDED: (deposit, { bankName, currency }) => {
    const { approved, memo, reference } = deposit;
    const amount = formatAmount(deposit.amount, currency);
    return {
      tone: approved ? 'done' : 'refuse',
      title: approved ? `${amount} を入金しました` : `${amount} の入金は却下されました`,
      sentence: approved
        ? null
        : `${nothingMoved}もう一度申請する前に、担当者に理由をお問い合わせください。`,
      facts: [
        [labels.account, `…${deposit.numberTail}`],
        [labels.memo, memo],
        [labels.reference, reference],
      ],
      small: approved ? md`${bankName} · 窓口担当が入金を承認しました` : md`${bankName}`,
      mails: false,
    };
  },
  SETTLED: ({ happened, reference }, { bankName }) => ({
    tone: happened ? 'done' : 'refuse',
    title: happened ? 'ご依頼が完了しました' : 'ご依頼は完了しませんでした',
    sentence: happened
      ? '通常より時間がかかりました。`/history` で確認できます。もう一度送らないでください。'
      : '完了できず、何も行われませんでした。コマンドをもう一度実行できます。',
    facts: [[labels.reference, reference]],
    small: md`${bankName}`,
    mails: false,
  }),
  MOVED_IN: (moved, { bankName, currency }) => ({
    tone: 'done',
    title: `残高を引き継ぎました：${formatAmount(moved.amount, currency)}`,
    sentence: '以前のボットでの残高です。口座に入金されました。',
    facts: [
      [labels.account, `…${moved.numberTail}`],
      [labels.reference, moved.reference],
    ],
    small: md`${bankName}`,
    mails: false,
  }),
  MOVED_BACK: (moved, { bankName, currency }) => ({
    tone: 'show',
    title: `引き継ぎを取り消しました：${formatAmount(moved.amount, currency)}`,
    sentence: 'この残高は誤って引き継がれたため、口座から差し引かれました。',
    facts: [
      [labels.account, `…${moved.numberTail}`],
      [labels.reference, moved.reference],
    ],
    small: md`${bankName}`,
    mails: false,
  }),
  FEE_ANNOUNCED: ({ movement, from, ...terms }, { bankName, currency }) => ({
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
  PAYEE_ADDED: ({ nickname, numberTail }, { bankName }) => ({
    tone: 'show',
    title: `新しい送金先：${nickname}`,
    sentence: `口座 …${numberTail} がこのニックネームで登録されました。${nothingMoved}お心当たりがない場合は、すぐに口座をロックしてください。`,
    facts: [
      ['ニックネーム', nickname],
      [labels.account, `…${numberTail}`],
    ],
    small: md`${bankName}`,
    mails: true,
  }),
  THANKED: (thanks, { bankName, currency }) => ({
    tone: 'show',
    title: 'お礼が届きました',
    sentence: `受取人から、${formatAmount(thanks.amount, currency)} の送金へのお礼です。`,
    facts: [
      [labels.name, `${thanks.payee.name} …${thanks.payee.numberTail ?? ''}`],
      [labels.account, `…${thanks.numberTail}`],
      [labels.reference, thanks.reference],
    ],
    small: md`${bankName}`,
    mails: false,
  }),
  DIGEST: (week, { bankName, currency }) => {
    const sumOf = ({ count, total }: { readonly count: number; readonly total: bigint }): string =>
      `${formatAmount(total, currency)} · ${plural(count, { other: `${count}件` })}`;
    return {
      tone: 'show',
      title: `${formatDay(week.from)}～${formatDay(week.until)} のまとめ`,
      sentence: null,
      facts: [
        ['入金', sumOf(week.received)],
        ['出金', sumOf(week.sent)],
      ],
      small: md`${bankName} · 変更は \`/notices\``,
      mails: false,
    };
  },
};

/** Limits that customers set for themselves: commands, fields, refusals, notices and cards. */
import type { ErrorCode, ErrorData, LimitPeriod, Money } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { formatMoment } from '../../text/date.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';
import { feeFields } from './fees.ts';
import { interestFields } from './interest.ts';
import { inTime } from './times.ts';

export const limitCommands = {
  'limits show': { description: 'ご自身の限度額と残りを確認します' },
  'limits set': { description: '支払える額に限度を設けます', title: '限度額の設定' },
} satisfies Record<string, CommandText>;

const periods: Record<LimitPeriod, string> = {
  PAYMENT: '1回',
  DAY: '1日',
  WEEK: '1週間',
  MONTH: '1か月',
};

export const limitFields = {
  ...feeFields,
  ...interestFields,
  limitPeriod: {
    label: '限度額の種類',
    choices: {
      PAYMENT: { label: periods.PAYMENT },
      DAY: { label: periods.DAY },
      WEEK: { label: periods.WEEK, hint: '月曜日から' },
      MONTH: { label: periods.MONTH },
    },
  },
  limitAmount: { label: '金額', hint: '空欄：ご自身の限度額なし', example: '50' },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const limitOptions = { limitPeriod: '種類', limitAmount: '金額' };

const reached: Record<LimitPeriod, string> = {
  PAYMENT: 'ご自身で設定した1回の限度額は',
  DAY: 'ご自身で設定した1日の限度額は',
  WEEK: 'ご自身で設定した1週間の限度額は',
  MONTH: 'ご自身で設定した1か月の限度額は',
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

export const limitSentences = {
  DAY_LIMIT_REACHED: ({ limit, left }, nothing) =>
    `本日の限度額 ${sum(limit)} を超えます。本日の残りは ${sum(left)} です。${nothing}`,
  LIMIT_LOWERED: ({ limit, left, waitMs }, nothing) =>
    'パスワードを再設定されたため、1日の限度額は一時的に ' +
    `${sum(limit)} です。本日の残りは ${sum(left)} です。${nothing}` +
    `通常の限度額には${inTime(waitMs)}に戻ります。`,
  OWN_LIMIT_REACHED: ({ period, limit, left, freeAt }, nothing) => {
    const rest =
      freeAt === null || left.units === limit.units
        ? ''
        : `残りは ${sum(left)} で、${formatMoment(freeAt)} に元に戻ります。`;
    return `${reached[period]} ${sum(limit)} です。${rest}${nothing}\`/limits show\` で確認と変更ができます。`;
  },
  OWN_LIMIT_UNCHANGED: (_, nothing) =>
    `すでにこの限度額か、まもなくこの限度額になります。${nothing}別の金額を入力してください。`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Titles and sentences of notices. */
export const limitEvents = {
  OWN_LIMIT_CHANGED: [
    '限度額が変更されました',
    'お支払いの限度額が変更されました。現在とこれからの限度額は `/limits show` で確認できます。' +
      'お心当たりがない場合は、そこで限度額を下げ、パスワードを変更してください。',
  ],
} as const;

/** Labels in the audit trail. */
export const limitAudits = { OWN_LIMIT_CHANGED: '限度額の変更（本人）' };
export const limitSteps = { limits: '限度額', fees: '手数料' };
export const limitTopics = { limits: '限度額と手数料' };

export const limits = {
  title: '限度額',
  periods,
  none: 'なし',
  /** On the card of a standing order. */
  orderAbove: (period: LimitPeriod, of: string): string =>
    `${reached[period]} ${of} です。この定期送金はこれを超えるため、\`/limits set\` で引き上げない限り、再試行の後に見送られます。`,
  used: (sum: string): string => `使用済み ${sum}`,
  left: (sum: string, until: Markup): Markup => md`残り ${sum}（${until} まで）`,
  waiting: (sum: string, from: Markup): Markup => md`${from} から ${sum}`,
  own: (period: string): string => `本人の限度額：${period}`,
  bank: (payment: string, day: string): string => `銀行の限度額：1回 ${payment}、1日 ${day}。`,
  note:
    'すべての口座からの振込、出金、定期送金を合計します。日、週（月曜日から）、月は' +
    '協定世界時の午前0時に切り替わります。',
  change: '限度額を変更：',
  question: 'この限度額にしますか？',
  limit: '種類',
  present: '現在',
  wanted: '変更後',
  from: '適用開始',
  atOnce: 'すぐに',
  dropped: '適用待ちの変更は取り消されます。',
  lowerNote: '引き下げはすぐに適用されます。再び引き上げるには本人確認と1日が必要です。',
  raiseNote: (hours: number): string =>
    `引き上げまたは解除は、確定から${hours}時間後に適用されます。それまでは現在の限度額のままです。`,
  intent: (period: string, sum: string): Markup =>
    md`限度額（${written(period)}）を ${written(sum)} にします`,
  done: '限度額を設定しました',
  show: '限度額',
};

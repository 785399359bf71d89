/** Refusals of standing orders. */
import type { ErrorData } from '../../../bank/model/index.ts';

type OrderCode = Extract<keyof ErrorData, `ORDER${string}` | 'TIME_ZONE_MISSING'>;
type OrderSentences = {
  readonly [C in OrderCode]: (data: ErrorData[C], nothing: string) => string;
};

export const orderSentences = {
  ORDER_UNKNOWN: (_, nothing) =>
    `この番号の定期送金はありません。${nothing}\`/schedule list\` で確認できます。`,
  ORDER_OVER: (_, nothing) =>
    `この定期送金は終了しています。${nothing}新しい定期送金を設定できます。`,
  ORDER_NOT_ACTIVE: (_, nothing) =>
    `この定期送金は停止中のため、休む支払いがありません。${nothing}`,
  ORDER_PAUSED_BY_STAFF: (_, nothing) =>
    `この定期送金は銀行のスタッフが停止しました。${nothing}再開はスタッフにお申し付けください。`,
  ORDERS_TOO_MANY: ({ max }, nothing) =>
    `定期送金は ${max} 件までです。${nothing}先に 1 件を取り消してください。`,
  ORDER_FIRST_PAST: (_, nothing) =>
    `最初の支払いが過去になります。${nothing}もっと後の日または時刻を選んでください。`,
  ORDER_WITHOUT_DAYS: (_, nothing) =>
    `最後の日付までに支払日がありません。${nothing}もっと後の日付を選んでください。`,
  TIME_ZONE_MISSING: (_, nothing) =>
    `お住まいの地域のタイムゾーンを教えてください。${nothing}一度だけ、Asia/Tokyo のように入力して` +
    'ください。その時刻に合わせて支払います。',
} satisfies OrderSentences;

export const orderTitles = {
  TIME_ZONE_MISSING: 'タイムゾーンを教えてください',
  ORDER_OVER: 'この定期送金は終了しています',
};

/** Why an entry of `/notices` was refused, and what to change. */
import type { ReasonData } from '../../../bank/model/index.ts';

export const noticeReasons = {
  QUIET_HOURS_SHAPE: () =>
    '「22:00-07:00」のように2つの時刻を入力するか、「なし」と入力してください。',
  QUIET_HOURS_EQUAL: () =>
    '2つの時刻が同じです。通知を止める時間の始まりと終わりを入力してください。',

  TIME_ZONE_UNKNOWN: ({ similar }: ReasonData['TIME_ZONE_UNKNOWN']) =>
    similar.length === 0
      ? 'このタイムゾーンはありません。Asia/Tokyo のように入力するか、一覧から選んでください。'
      : `このタイムゾーンはありません。${similar.join('、')} のことですか？`,
};

/** Refusals and defects: sentences, titles, and the card for wrong entries. */
import { assurances, type ErrorCode, type Refused } from '../../bank/model/index.ts';
import { code, type Markup, md } from '../text/markup.ts';
import { type Sentences, sentences } from './error-sentences.ts';
import { orderTitles } from './orders/errors.ts';

/** Assurances. */
const nothing = {
  moved: 'お金は動いていません。',
  changed: '何も変更されていません。',
  saved: '何も保存されていません。',
};

function assuranceOf(errorCode: ErrorCode, byCommand: string): string {
  switch (assurances[errorCode]) {
    case 'NOTHING_MOVED':
      return nothing.moved;
    case 'NOTHING_CHANGED':
      return nothing.changed;
    case 'NOTHING_SAVED':
      return nothing.saved;
    case 'BY_COMMAND':
    case 'NONE':
      return byCommand;
  }
}

/** `byCommand` is the assurance of the refused command: `nothing.moved` or `nothing.changed`. */
function sentence<C extends ErrorCode>(refused: Refused<C>, byCommand: string): string {
  const all: Sentences = sentences;
  return all[refused.code](refused.data, assuranceOf(refused.code, byCommand));
}

const titles: Partial<Record<ErrorCode, string>> = {
  ...orderTitles,
  BANK_BUSY: 'ただいま混み合っています',
  BANK_HALTED: '取引を停止しています',
  OUTCOME_UNKNOWN: '結果を確認中です',
  SESSION_MISSING: 'ログインしてください',
  SESSION_EXPIRED: 'もう一度ログインしてください',
  NOT_REGISTERED: 'まだ口座がありません',
  ALREADY_REGISTERED: 'すでに口座をお持ちです',
  LOCKED_OUT: '少しお待ちください',
  STEP_UP_NEEDED: 'ご本人確認をお願いします',
  CODE_NEEDED: 'コードが必要です',
  CHANGE_UNKNOWN: '結果が分かりません',
  REQUESTS_TOO_MANY: '少しお待ちください',
  ACCOUNT_LOCKED: '口座はロックされています',
  CODE_EXPIRED: 'コードの期限が切れました',
  CODES_TOO_MANY: 'コードの申請回数が上限に達しました',
};

export const errors = {
  nothing,
  sentence,
  title: (errorCode: ErrorCode | 'STAFF_ONLY'): string =>
    (errorCode === 'STAFF_ONLY' ? undefined : titles[errorCode]) ?? '完了できませんでした',
  staffOnly: 'このコマンドは、担当者用サーバーで担当者だけが使えます。何も行われていません。',
  fix: {
    one: '入力内容を1か所修正してください',
    several: '次の入力内容を修正してください',
    /** Shown under the reasons; names the button `edit`. */
    stillFilledIn: '「修正」を押すと、パスワード以外は入力したまま直せます。',
    edit: '修正',
  },
  defect: {
    title: '銀行側で問題が発生しました',
    /** The error may have occurred before or after the change. */
    sentence: (reference: string): Markup =>
      md`実行されていない可能性があります。もう一度行う前に確認してください。続く場合は、担当者に次のコードをお伝えください：
${code(reference)}`,
    confirmed: ({ payment, fault }: { readonly payment: string; readonly fault: string }): Markup =>
      md`完了したかどうか、まだ分かりません。確認してお知らせしますので、もう一度送らないでください。
取引 ${code(payment)}、エラー ${code(fault)}`,
  },
};

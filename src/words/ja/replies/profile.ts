/** Recovery, profile and session. */
import type { ProfileField, SessionEnd } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { detailNames, recoveryCodesLead } from '../common/shared.ts';

const limitLowered =
  'すべての場所でログアウトしました。24時間は、出金・送金の限度額が低くなります。';

const ends: Record<SessionEnd, string> = {
  LOGOUT: 'ログアウト',
  REPLACED: '新しいログインにより終了',
  EXPIRED: '期限切れ',
  PASSWORD_CHANGED: 'パスワード変更により終了',
  RECOVERED: 'パスワード再設定により終了',
  LOCKED: '口座のロックにより終了',
  FROZEN: '担当者により終了',
  RELINKED: '別のDiscordユーザーへの口座移行により終了',
};

export const profile = {
  recovery: {
    byMail: {
      title: 'メールをご確認ください',
      sentence:
        '入力内容が口座の登録と一致した場合、登録のメールアドレスにコードを送りました。' +
        'コードは10分以内に一度だけ使えます。**回復コード**も使えます。',
    },
    byCode: {
      title: '回復コードをご利用ください',
      sentence:
        'この銀行はメールを送りません。入力内容が口座の登録と一致する場合は、' +
        '口座開設のときに受け取った**回復コード**を10分以内に入力してください。',
    },
    note: 'まだ何も変更されていません。',
    done: {
      title: '新しいパスワードを設定しました',
      sentence: limitLowered,
      note: 'まだログインしていません。口座がロックされていた場合、ロックは続いています。',
    },
  },
  recoveryCodes: {
    title: '新しい回復コード',
    oldOnes: '以前の回復コードは使えなくなりました。',
    lead: recoveryCodesLead,
  },
  emailWaits: (address: Markup, until: Markup): Markup =>
    md`${address} にコードを送りました。${until} まで有効です。コードを入力するまでは、今のアドレスが使われます。`,
  view: {
    title: 'あなたの登録情報',
    passwordChanged: 'パスワードの最終変更',
    recoveryCodesLeft: '残りの回復コード',
  },
  updated: {
    title: '登録情報を変更しました',
    enterCode: 'コードを入力してください',
    saved: '保存済み',
    fields: (changed: readonly ProfileField[]): string =>
      changed.map((field) => detailNames[field]).join('、'),
    unchanged: {
      title: '変更はありません',
      sentence: 'すでにこの内容で登録されています。',
    },
  },
  emailChanged: {
    title: 'メールアドレスを変更しました',
    sentence: (address: Markup): Markup => md`今後のご連絡は ${address} にお送りします。`,
  },
  passwordChanged: {
    title: 'パスワードを変更しました',
    sentence: 'ほかのログインはすべて終了しました。今のログインは続きます。',
  },
  session: {
    title: 'ログイン状況',
    since: '開始',
    pays: '支払い期限',
    paysUntil: (until: Markup): Markup => md`${until}（利用を続けると延長）`,
    paysAfterProof: '「確定」のときにパスワードまたはコードをお聞きします',
    reads: '閲覧期限',
    recent: '**最近のログイン**',
    now: '**利用中**',
    endedBy: (end: SessionEnd): string => ends[end],
    note:
      'お支払いはDiscordのどこでもできます。期限を過ぎると、ログインした場所で口座を見ることだけが' +
      'できます。心当たりのないものがあれば `/lock` をご利用ください。',
  },
};

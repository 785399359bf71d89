/** Phrases that several areas share. */
import type { InitiatorKind, ProfileField } from '../../../bank/model/index.ts';
import { written } from '../../text/markup.ts';

export const nothingMoved = 'お金は動いていません。';
export const runAgain = 'コマンドをもう一度実行してください。';
export const emptyPage = 'このページには何もありません。';
export const noMatches = '条件に合うものはありません。';

export const recoveryCodesLead = written(
  '**回復コード**が表示されるのは今回だけで、それぞれ一度しか使えません。Discord以外の安全な場所に保管してください。',
);

/** Who or what asked for a movement of money; null where its customer did. */
export const askedBy: Record<InitiatorKind, string | null> = {
  SESSION: null,
  STAFF: '担当者による',
  ORDER: '定期送金による',
  MEMBERS: '管理者の承認による',
  BANK: '銀行による',
  IMPORT: '残高の引き継ぎによる',
};

/** The parts of a customer's details that can be changed. */
export const detailNames: Record<ProfileField, string> = {
  fullName: '名前',
  email: 'メールアドレス',
  phone: '電話番号',
};

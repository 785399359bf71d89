/** Why a customer cannot be erased now, and what to do first. */
import type { ErrorData } from '../../../bank/model/index.ts';

export const erasure: Record<ErrorData['ERASURE_IMPOSSIBLE']['obstacle'], string> = {
  ROLE: 'あなたはこの銀行の担当者です。先に権限を取り消してもらってください。',
  FROZEN_OR_LOCKED: '口座が凍結またはロックされています。',
  ORDER: '先に `/schedule cancel` で定期送金を取り消してください。',
  SHARED:
    '共有口座の管理者があなただけです。先に別のメンバーを管理者にするか、口座を解約してください。',
  BALANCE: '先にお金をすべて出金または送金してください。',
};

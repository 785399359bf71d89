/** Pots of shared accounts. */
import type { SharedEvent } from '../../../bank/model/index.ts';

export type PotEvent = Extract<SharedEvent, `POT_${string}` | 'ROUND_UPS_CHANGED'>;

/** Of notices. */
export const potTitles: Record<PotEvent, string> = {
  POT_OPENED: '貯金箱の開設',
  POT_CLOSED: '貯金箱の解約',
  POT_LOCKED: '貯金箱のロック',
  POT_RELEASE_ASKED: '貯金箱の早期解除',
  ROUND_UPS_CHANGED: 'おつり貯金の変更',
};
export const potSentences: Record<PotEvent, (actor: string) => string> = {
  POT_OPENED: (actor) => `${actor}が貯金箱を作りました。\`/pot list\` で確認できます。`,
  POT_CLOSED: (actor) => `${actor}が貯金箱を閉じました。`,
  POT_LOCKED: (actor) => `${actor}が貯金箱をロックしました。期限は \`/pot list\` で確認できます。`,
  POT_RELEASE_ASKED: (actor) =>
    `${actor}が貯金箱の早期解除を申請しました。解除の時刻は \`/pot list\` で確認できます。`,
  ROUND_UPS_CHANGED: (actor) => `${actor}がこの口座のおつり貯金の設定を変更しました。`,
};

/** Of cards; `account` is the name of the shared account. */
export const sharedPots = {
  note: 'お金を出し入れできるのは口座の管理者だけです。メンバー全員が確認できます。',
  stopQuestion: (account: string): string => `「${account}」のおつり貯金をやめますか？`,
  rounded: (account: string): string => `「${account}」のおつり貯金を始めました`,
  notRounded: (account: string): string => `「${account}」のおつり貯金をやめました`,
};

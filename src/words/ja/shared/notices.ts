/** Notices about shared accounts. */
import type { SharedEvent } from '../../../bank/model/index.ts';
import { potSentences, potTitles } from './pots.ts';

const titles: Record<SharedEvent, string> = {
  JOINED: '新しいメンバー',
  DECLINED: '招待の辞退',
  ROLE_CHANGED: '役割の変更',
  REMOVED: 'メンバーの削除',
  LEFT: 'メンバーの脱退',
  RULE_CHANGED: '承認ルールの変更',
  CLOSED: '口座の解約',
  FROZEN: '口座の凍結',
  ...potTitles,
  UNFROZEN: '凍結の解除',
};
const named = (name: string | null): string => (name === null ? '元のお客様' : `${name} さん`);

/** Of a notice; the account and the new role are facts below. */
function sentenceOf(
  event: SharedEvent,
  people: { readonly actor: string | null; readonly about: string | null; readonly isYou: boolean },
): string {
  const actor = named(people.actor);
  const about = named(people.about);
  switch (event) {
    case 'JOINED':
      return `${about}が招待を承諾しました。`;
    case 'DECLINED':
      return `${about}が招待を辞退しました。`;
    case 'ROLE_CHANGED':
      return people.isYou
        ? `${actor}があなたの役割を変更しました。`
        : `${actor}が${about}の役割を変更しました。`;
    case 'REMOVED':
      return people.isYou
        ? `${actor}があなたをこの口座から外しました。今後は閲覧も利用もできません。`
        : `${actor}が${about}をこの口座から外しました。`;
    case 'LEFT':
      return `${about}がこの口座から抜けました。`;
    case 'RULE_CHANGED':
      return `${actor}が承認ルールを変更しました。`;
    case 'POT_OPENED':
    case 'POT_CLOSED':
    case 'POT_LOCKED':
    case 'POT_RELEASE_ASKED':
    case 'ROUND_UPS_CHANGED':
      return potSentences[event](actor);
    case 'CLOSED':
      return `${actor}がこの口座を解約しました。履歴は引き続き確認できます。`;
    case 'FROZEN':
      return '銀行の担当者がこの口座を凍結しました。出金はできません。担当者にお問い合わせください。';
    case 'UNFROZEN':
      return 'この口座から再び出金できます。';
  }
}

export const moved = {
  in: (account: string, amount: string): string => `${account}：${amount} の入金`,
  out: (account: string, amount: string): string => `${account}：${amount} の出金`,
};

export const notice = {
  title: (event: SharedEvent, account: string): string => `${account}：${titles[event]}`,
  sentence: sentenceOf,
};

/** Replies to presses and forms that are too late, from another person or for an unknown card. */
import { runAgain } from '../common/shared.ts';

/** `undone` is the assurance of the command: that no money moved, or that nothing changed. */
export const late = {
  expired: {
    title: 'この画面は期限切れです',
    sentence: (undone: string): string =>
      `時間が経ちすぎました。${undone}準備ができたら、コマンドをもう一度実行してください。`,
  },
  foreign: {
    title: 'この画面はほかの方のものです',
    sentence: (undone: string): string => `ほかの方の画面のため操作できません。${undone}`,
  },
  unknown: {
    title: 'この画面はもう使えません',
    sentence: (undone: string): string =>
      `ほかの方の画面か、古すぎる画面です。${undone}${runAgain}`,
  },
  'other-version': {
    title: 'この画面は古くなりました',
    sentence: (undone: string): string =>
      `この画面のあとに銀行が更新されました。${undone}${runAgain}`,
  },
  cancelled: {
    title: 'この画面は終了しています',
    sentence: (undone: string): string =>
      `キャンセルされたか、受け付けられなかったか、新しい画面に替わりました。${undone}`,
  },
  used: {
    title: 'すでに確定済みです',
    sentence: (): string =>
      'この画面は前に確定されているため、今回は何も行われていません。取引は `/history` で確認できます。',
  },
  'no-command': {
    title: 'このコマンドは変更されました',
    sentence: (undone: string): string =>
      `この形ではご利用いただけなくなりました。${undone}\`/help\` をご覧ください。`,
  },
  crowded: {
    title: 'ただいま混み合っています',
    sentence: (undone: string): string =>
      `多くの方が利用中です。${undone}少し待ってからもう一度お試しください。`,
  },
};

/** What payer and payee do about a payment afterwards: return it, give thanks, show it. */
import { type Markup, md } from '../../text/markup.ts';

export const acts = {
  /** The memo of a transfer that returns a payment. */
  returnMemo: (reference: string): string => `${reference} の返金`,
  returnedBefore: '⚠️ **この送金については、すでに返金したことがあります。**',
  thanked: { title: 'お礼を送りました', sentence: '送金した人にメッセージが届きます。' },
  thankedBefore: {
    title: 'お礼はすでに送りました',
    sentence: '送金1件につき、メッセージは1通だけです。',
  },
  share: {
    question: {
      title: 'この送金を共有しますか？',
      sentence: 'このチャンネルの全員に、参照番号と日付が見えます。名前や残高は見えません。',
    },
    done: { title: '送金を共有しました', sentence: 'このチャンネルに表示されています。' },
    doneBefore: {
      title: 'この送金はすでに共有されています',
      sentence: '送金1件につき、共有は1回だけです。',
    },
    failed: {
      title: '送金を共有できませんでした',
      sentence: 'Discordがメッセージを受け付けませんでした。もう一度お試しください。',
    },
    onlyInServers: {
      title: 'サーバーで共有してください',
      sentence: 'ダイレクトメッセージはほかの人には見えません。',
    },
    /** What everyone in the channel sees; the amount only if the payer chose so. */
    line: (reference: Markup, day: Markup, amount: string | null): Markup =>
      amount === null
        ? md`**送金** ${reference} · ${day}`
        : md`**送金 ${amount}** ${reference} · ${day}`,
  },
};

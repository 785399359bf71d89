/** Confirmations and jobs that could not be finished, as managers see them. */
import { type Markup, md } from '../../text/markup.ts';

const ends = {
  TAKEN: {
    title: '再試行しています',
    sentence: '銀行が再試行しています。結果が分かり次第、顧客にメッセージを送ります。',
  },
  DONE: {
    title: '完了として終了しました',
    sentence: 'すでに完了していたため、終了しました。顧客にメッセージを送ります。',
  },
  CANCELLED: {
    title: '中止しました',
    sentence: '実行されておらず、今後も実行されません。顧客にメッセージを送ります。',
  },
  DUE: {
    title: '再試行しています',
    sentence: '銀行が処理を再び実行しています。また失敗した場合は、ここに改めて表示されます。',
  },
  GIVEN_UP: {
    title: '中止しました',
    sentence: 'この処理はもう実行されません。',
  },
};

export const stuck = {
  title: '確定処理が止まっています',
  sentence:
    '何度か試しましたが、完了できませんでした。記録では実行されていません。' +
    '再試行の前に、ログで原因を確認してください。',
  command: 'コマンド',
  confirmedBy: '確定した人',
  confirmedAt: '確定日時',
  job: {
    title: '自動処理が止まっています',
    sentence:
      '銀行が自動で行う処理です。何度か失敗し、試行を止めました。' +
      '再試行の前に、ログで原因を確認してください。',
    kind: '処理',
    dueAt: '予定日時',
    attempts: '試行回数',
    error: '最後のエラー',
  },
  list: '止まっている処理',
  none: '止まっている処理はありません。',
  ended: (end: keyof typeof ends): string => ends[end].title,
  effect: (end: keyof typeof ends, reference: Markup): Markup =>
    md`${ends[end].sentence}参照番号 ${reference}`,
};

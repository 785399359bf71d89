/** The steps of a conversation: confirming, proving, cancelling. */
import { fees } from '../common/fees.ts';
import { pots } from '../common/pots.ts';
import { shared } from '../shared/index.ts';
import { type Markup, md } from '../../text/markup.ts';

export const flow = {
  cancelled: 'キャンセルしました',
  confirm: {
    asksPassword: '「確定」を押すと、ご本人確認のためパスワードをお聞きします。',
    asksCode:
      '「確定」を押すと、ご本人確認のため認証アプリのコードまたは回復コードをお聞きします。',
    nothingMovedYet: (until: Markup): Markup =>
      md`まだお金は動いていません。「確定」は ${until} まで有効です。`,
    nothingChangedYet: (until: Markup): Markup =>
      md`まだ何も変更されていません。「確定」は ${until} まで有効です。`,
  },
  /** A card that replaces one that was confirmed; `sum` is the amount on the new card. */
  renewal: {
    roundUp: pots.roundUp.renewed,
    fee: fees.renewed,
    approval: shared.approvals.renewed,
    changed: (sum: string | null): Markup | string =>
      sum === null
        ? '前の画面から残高が変わりました。この内容をご確認ください。'
        : md`前の画面から残高が変わり、金額は **${sum}** になりました。`,
    outdated: (): string => '前の画面のあとに銀行が更新されました。この内容をご確認ください。',
  },
  proof: {
    title: 'ご本人確認',
    /** `intent` is the purpose of the card or button, in markup. */
    lead: (intent: string): string => `${intent}します。`,
    failed: '完了できませんでした',
  },
  /** A message about a press of *Confirm* whose answer was lost. */
  resolved: {
    title: 'ご依頼は完了しませんでした',
    expired: (undone: string): string =>
      `「確定」を押されたとき銀行が利用できず、その後この画面の期限が切れました。${undone}`,
    closed: (undone: string): string =>
      `銀行が受け付けなかったか、キャンセルされました。${undone}` +
      'もう一度行うには、コマンドを実行し直してください。',
  },
};

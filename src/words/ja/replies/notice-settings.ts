/** The card of `/notices`: how a customer is told. */
import type { ChosenCategory, NoticeWay } from '../../../bank/model/index.ts';

const categories: Record<ChosenCategory, string> = {
  received: '入金',
  sent: '出金',
  request: '請求',
  order: '定期送金',
  payee: '新しい送金先',
  account: '口座',
  limit: '限度額',
  digest: '週のまとめ',
};
const ways: Record<NoticeWay, string> = {
  DM: 'ダイレクトメッセージ',
  QUIET: '音なしのダイレクトメッセージ',
  INBOX: '受信箱のみ',
  OFF: 'オフ',
};

export const noticeSettings = {
  categories,
  ways,
  title: '通知の設定',
  changed: '通知の設定を変更しました',
  threshold: '送る支払い',
  everyPayment: 'すべて',
  below: 'これより少ない支払いは受信箱に入ります',
  quiet: '通知を止める時間',
  none: 'なし',
  held: 'この間の通知は後で届きます',
  zoneUnset: 'タイムゾーンが未設定のため、UTCを使います。',
  note: 'セキュリティの通知はいつも届きます。すべての通知は受信箱にあります。',
  menu: '通知の方法を変更',
  buttons: {
    change: '時間と金額',
    night: '22:00～07:00は止める',
    noNight: '時間で止めない',
    digestOn: '週のまとめを受け取る',
    digestOff: '週のまとめをやめる',
    inbox: '受信箱',
  },
  bothAsked: '対象と方法の両方を選んでください。',
  digestOnly: 'オフにできるのは週のまとめだけです。',
  /** What a person types to have no threshold, or no quiet hours. */
  off: ['なし', 'オフ', 'いいえ', '無し'] as readonly string[],
};

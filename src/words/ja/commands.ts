/**
 * Descriptions and form titles of each command, by its path. Every file below `commands/` has a row
 * here. Descriptions end without a full stop.
 */
import type { CommandText } from '../text/shapes.ts';
import { accountCommands } from './common/own-accounts.ts';
import { feeCommands } from './common/fees.ts';
import { interestCommands } from './common/interest.ts';
import { limitCommands } from './common/limits.ts';
import { potCommands } from './common/pots.ts';
import { sharedCommands } from './shared/index.ts';
import { orderCommands } from './orders/forms.ts';
import { requestCommands } from './requests.ts';
import { setupCommands } from './common/setup.ts';

const customers = {
  'account access-log': { description: 'あなたの口座を閲覧・変更した担当者を確認します' },
  ask: { description: '普段の言葉で銀行に頼みます', title: '銀行に頼む' },
  balance: { description: '残高を確認します', title: '指定日時の残高' },
  deposit: { description: '口座に入金します', title: '入金' },
  'forgot-password': {
    description: 'パスワードを再設定します',
    title: '口座の確認',
    second: { button: 'コードを入力', title: '新しいパスワード' },
  },
  help: { description: '使えるコマンドを確認します' },
  history: { description: '取引履歴を確認します', title: '取引の絞り込み' },
  inbox: { description: '銀行からの通知をすべて読みます' },
  language: {
    description: '銀行からの案内に使う言語を選びます',
    title: '言語の設定',
  },
  lock: { description: '口座をロックし、出金・送金を止めます' },
  login: { description: '口座にログインします', title: 'ログイン' },
  logout: { description: 'ログアウトします' },
  pay: { description: 'メンバーに送金します', title: '送金' },
  'payee add': {
    description: '送金先の口座にニックネームを付けて登録します',
    title: '送金先の登録',
  },
  'payee list': { description: '登録した送金先を表示します' },
  'payee remove': { description: '登録した送金先を削除します', title: '送金先の削除' },
  'payee rename': {
    description: '登録した送金先のニックネームを変更します',
    title: 'ニックネームの変更',
  },
  notices: {
    description: '銀行からの通知の方法と時間を選びます',
    title: '通知の方法',
  },
  'privacy erase': {
    description: '口座を解約し、個人データをすべて消去します',
    title: 'データの消去',
  },
  'privacy export': {
    description: '銀行が保有するあなたのデータをダウンロードします',
    title: 'データのダウンロード',
  },
  'profile password': { description: 'パスワードを変更します', title: '新しいパスワード' },
  'profile recovery-codes': {
    description: '回復コードを再発行します。以前のコードは使えなくなります',
    title: '回復コードの再発行',
  },
  'profile update': {
    description: '名前、メールアドレス、電話番号を変更します',
    title: '登録情報の変更',
    second: { button: 'コードを入力', title: 'メールアドレスの確認' },
  },
  'profile view': { description: '登録情報を確認します' },
  register: {
    description: 'この銀行に口座を開設します',
    title: '顧客の情報',
    second: { button: 'パスワードを決める', title: 'パスワードの設定' },
  },
  security: {
    description: '認証アプリの設定、回復コードの再発行、口座のロックを行います',
    second: { button: 'コードを入力', title: '認証アプリのコード' },
  },
  session: { description: '今のログインと最近のログインを確認します' },
  receipt: { description: '支払いの領収書を表示します', title: '領収書' },
  verify: { description: '領収書が本物か確認します', title: '領収書の確認' },
  'prove balance': {
    description: '残高が公表された合計に含まれる証明を取得します',
  },
  'prove payment': {
    description: '誰でも確認できる支払いの証明を取得します',
    title: '支払いの証明',
  },
  statement: {
    description: '取引明細書をダウンロードします',
    title: '取引明細書',
  },
  transfer: { description: 'ほかの口座に送金します', title: '送金' },
  unlock: { description: '口座のロックを解除します', title: '口座のロック解除' },
  withdraw: { description: '口座から出金します', title: '出金' },
} satisfies Record<string, CommandText>;

const staff = {
  'staff adjust': {
    description: '残高を訂正します。高額の場合は別の管理者の承認が必要です',
    title: '残高の調整',
  },
  'staff approvals list': { description: '別の担当者の承認を待つ申請を確認します' },
  'staff audit': {
    description: '監査記録（だれが、だれに、何を、いつ、なぜ）を確認します',
    title: '監査記録の絞り込み',
  },
  'staff customer find': {
    description: '口座番号、電話番号、メール、名前、メンバーで顧客を探します',
    title: '顧客の検索',
  },
  'staff customer freeze': {
    description: '口座を凍結し、出金・送金を止めます',
    title: '口座の凍結',
  },
  'staff customer relink': {
    description: '口座を別のDiscordユーザーに移すよう、別の管理者に申請します',
    title: '別のユーザーへの口座移行',
    done: {
      title: '口座を移行しました',
      sentence: '口座は新しいDiscordユーザーのものになりました。',
    },
  },
  'staff customer unfreeze': {
    description: '口座の凍結解除を別の担当者に申請します',
    title: '口座の凍結解除',
    done: { title: '凍結を解除しました', sentence: '口座から、また出金・送金ができます。' },
  },
  'staff customer unlock': {
    description: '本人が設定したロックを解除します',
    title: '口座のロック解除',
  },
  'staff customer view': { description: '顧客の口座を確認します', title: '顧客の確認' },
  'staff deposit': { description: '顧客の口座に入金します', title: '顧客の口座への入金' },
  'staff doctor': {
    description: '設定・データベース・秘密鍵・バックアップ・メール・Discord を点検します',
  },
  'staff report': { description: '顧客数、預金残高、1日の入出金、試算表を確認します' },
  'staff reverse': {
    description: '取引を取り消します。高額の場合は別の管理者の承認が必要です',
    title: '取引の取消',
  },
  'staff role grant': {
    description: 'メンバーに銀行での役割を与えます',
    title: '権限の付与',
    done: {
      title: '権限を付与しました',
      sentence: 'すぐに有効です。使えるコマンドは `/help` で確認できます。',
    },
  },
  'staff role list': { description: '担当者とその役割を確認します' },
  'staff role revoke': {
    description: 'メンバーから銀行での役割を取り消します',
    title: '権限の取消',
  },
  'staff statement': {
    description: 'お客様の口座の取引明細書をダウンロードします',
    title: 'お客様の取引明細書',
  },
  'staff stuck list': { description: '完了できなかった確定処理と自動処理を確認します' },
  'staff withdraw': { description: '顧客の口座から出金します', title: '顧客の口座からの出金' },
} satisfies Record<string, CommandText>;

export const commands = {
  ...customers,
  ...accountCommands,
  ...potCommands,
  ...limitCommands,
  ...sharedCommands,
  ...feeCommands,
  ...interestCommands,
  ...orderCommands,
  ...requestCommands,
  ...setupCommands,
  ...staff,
};

/** Registration, login, logout, export and erasure. */
import { joined, type Markup, md } from '../../text/markup.ts';
import { recoveryCodesLead } from '../common/shared.ts';
import { formatDay } from '../../text/date.ts';

export const people = {
  /** Shown instead of a customer who has erased their data. */
  formerCustomer: '以前の顧客',
  born: (date: string, age: number): string => `${formatDay(date)}（${age}歳）`,
  sessionEnds: (pay: Markup, read: Markup): Markup =>
    joined([
      md`${pay} までお支払いいただけます（利用すると延長）。その後は「確定」で本人確認をします。`,
      md`この場所では ${read} まで口座をご覧いただけます。`,
    ]),
  register: {
    title: 'あと少しです',
    next: '続けて、この銀行で使うパスワードを決めてください。それまでは何も保存されません。',
  },
  welcome: {
    title: '口座を開設しました',
    greeting: (bankName: string, person: { fullName: string; age: number }): Markup =>
      md`${person.fullName}さん（${`${person.age}`}歳）、${bankName}へようこそ。`,
    movedIn: (amount: string): Markup =>
      md`以前のボットでの残高 **${amount}** をお預かりしていました。口座に入金済みです。`,
    recoveryCodesLead,
    next: '次は `/deposit` で入金しましょう。コマンドの一覧は `/help` で確認できます。',
  },
  login: {
    title: 'ログインしました',
    next: '残高は `/balance` で確認できます。以前のログインは終了しました。',
  },
  logout: {
    title: 'ログアウトしました',
    next: 'すべての場所でログアウトしました。ログインは `/login` からどうぞ。',
  },
  exported: {
    title: 'あなたのデータ',
    content: '銀行が保有するあなたの全データと、口座の取引の一覧表です。',
    note: 'このメッセージはあなただけに見えています。個人データですので、大切に保管してください。',
  },
  erase: {
    question: 'データを消去しますか？',
    whatGoes:
      '口座を解約し、名前、メールアドレス、電話番号、生年月日、パスワード、コードを削除します。' +
      '**この操作は取り消せません。**',
    whatStays:
      '取引は名前を除いて帳簿に残ります。監査記録には、操作の記録がDiscord IDとともに残ります。',
    /** Precedes `します`. */
    intent: '口座を解約し、個人データをすべて消去',
    done: 'データを消去しました',
    next: '口座を解約しました。`/register` でいつでも新しく開設できます。',
  },
};

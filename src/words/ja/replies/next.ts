/** 次にできることのボタンと、続きに進むときの文。 */
import { limitSteps } from '../common/limits.ts';
import { potSteps } from '../common/pots.ts';
import { sharedSteps } from '../shared/index.ts';
import { joined, type Markup, md, written } from '../../text/markup.ts';

export const next = {
  open: {
    balance: '残高',
    accounts: 'あなたの口座',
    ...potSteps,
    ...limitSteps,
    ...sharedSteps,
    mainAccount: 'メイン口座',
    deposit: '入金',
    history: '履歴',
    payees: '登録した送金先',
    orders: '定期送金',
    newOrder: '新しい定期送金',
    send: '送金',
    withdraw: '出金',
    requests: '請求',
    blocks: '選んだ相手',
    help: 'できること',
    logins: 'ログイン履歴',
    unlock: 'ロック解除',
    newPassword: 'パスワードを忘れた',
    profile: '登録情報',
    changeDetails: '登録情報の変更',
    security: 'セキュリティ',
    findCustomer: '顧客を検索',
    viewCustomer: '顧客を表示',
    customerRequests: 'お客さまの請求',
    freeze: '口座を凍結',
    adjust: '残高を訂正',
    approvals: '未決の申請',
    stuck: '止まっている申請',
    roles: '担当者一覧',
  },
  goOn: '続ける',
  check: '今すぐ確認',
  invite: '口座の開設をお願いする',
  staff: '担当者に問い合わせる',
  amount: (isTransfer: boolean, sum: string): string =>
    isTransfer ? `${sum} を送る` : `${sum} を出金`,
  depositSum: (sum: string): string => `${sum} を入金`,
  depositFirst: '足りない分をここで入金すると、送金の手続きに進みます。',
  resumeExpired: '入力された内容が古いため、自動では続けられません。内容をご確認ください。',
  invitation: {
    title: (bankName: string): string => `${bankName}に口座を開きませんか`,
    sentence: (member: Markup): Markup =>
      joined(
        [
          md`${member} さん、このサーバーのメンバーがあなたに送金したいそうです。`,
          written('口座は2分で開設できます。'),
        ],
        '',
      ),
    direct: (payer: Markup): Markup =>
      md`${payer} さんがあなたに送金したいそうです。口座は2分で開設できます。`,
  },
  invited: {
    title: 'お願いを送りました',
    sentence: '口座が開設されたら、もう一度お試しください。お金は動いていません。',
  },
  reachStaff: {
    title: '担当者への連絡方法',
    sentence: (bankName: string): string =>
      `このサーバーで${bankName}を運営している人にご連絡ください。メッセージにあるコードまたは` +
      '照会番号と、口座番号の末尾4桁をお伝えください。パスワードやコードをお聞きすることはありません。',
  },
};

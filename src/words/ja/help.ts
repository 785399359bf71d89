/** The answer of `/help`, and the card in a server that the bot has joined. */
import { limitTopics } from './common/limits.ts';
import { potTopics } from './common/pots.ts';
import { sharedTopics } from './shared/index.ts';
import { md, written } from '../text/markup.ts';

export const help = {
  choose: '項目を選んでください',
  topics: {
    start: 'はじめに',
    money: 'お金',
    payees: 'いつもの相手への送金',
    schedule: '定期送金',
    orders: '定期送金の変更',
    accounts: 'あなたの口座',
    ...potTopics,
    ...limitTopics,
    ...sharedTopics,
    records: '明細書と証明',
    requests: 'お金の請求',
    tables: '請求：その他',
    account: 'あなたの口座',
    notices: '通知',
    security: 'セキュリティ',
    privacy: 'あなたのデータ',
    customers: '担当者：顧客',
    counter: '担当者：お金',
    terms: '担当者：手数料と利息',
    desk: '担当者：承認と報告',
    customerOrders: 'スタッフ：定期送金',
    customerRequests: 'スタッフ：請求',
    roles: '担当者：権限',
  },
  /** For people without an account. */
  firstSteps: [
    written('口座を開設します。短いフォームが2つあります。'),
    md`${written('`/deposit`')} で入金します。`,
    md`${written('`/transfer`')} でこのサーバーの人に送金します。`,
  ],
  loggedOut: 'ログインすると、残高の確認と送金ができます。',
  /** Sentences instead of commands. */
  write: '「ベンに5送って」のように書くだけでも送金できます。',
  amounts: '金額の書き方：`12`、`12.50`、`1.5k`、`半分`、`全額`。',
  staffServer: '担当者用のコマンドは、担当者用サーバーで使えます。',
  private: '銀行の返事はあなただけに見えます。',
  arrival: {
    title: (bankName: string): string => `${bankName} が使えるようになりました`,
    sentence:
      '口座を開設すると、このサーバーの人どうしで送金できます。銀行の返事は、本人だけに見えます。',
    howItWorks: '使い方',
  },
};

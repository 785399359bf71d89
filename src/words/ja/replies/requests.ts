/** Cards of requests for money. */
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('ja');
const people = (count: number): string => plural(count, { other: `${count}人` });

export const requests = {
  labels: {
    from: '請求先',
    into: '入金先',
    asker: '請求者',
    each: '一人あたり',
    total: '合計',
    paid: '支払い済み',
    left: '残額',
    due: '支払期日',
    expires: '有効期限',
    reminders: '催促',
  },
  buttons: {
    pay: '支払う',
    decline: '断る',
    notNow: '今はしない',
    remind: '催促する',
    cancel: '請求を取り消す',
    export: 'CSVで書き出す',
    refresh: '更新',
    table: '支払い状況',
    list: '自分の請求',
    ask: 'お金を請求する',
    block: '今後の請求を受け付けない',
    unblock: '請求を再び受け付ける',
    invite: '口座の開設を頼む',
  },
  states: {
    OPEN: '未払い',
    PART_PAID: '一部支払い済み',
    PAID: '支払い済み',
    DECLINED: '辞退',
    CANCELLED: '取り消し',
    EXPIRED: '期限切れ',
  },
  expiry: {
    past: '過去の日付です。',
    unreadable: '日数、または2026-01-31のような日付を入力してください。',
    days: (most: number): string => `1日から${most}日までで入力してください。`,
  },
  declinedNotice: (sum: string): string => `${sum}の請求は断られました`,
  question: (count: number, total: string): string => `${people(count)}に${total}を請求しますか？`,
  more: (count: number): string => `ほか${people(count)}`,
  firstWithMore: (count: number, more: string, less: string): string =>
    `均等に分けられないため、最初の${people(count)}は${more}、ほかの人は${less}を支払います。`,
  unasked: {
    SELF: 'あなた自身には請求しません。',
    NO_ACCOUNT: (who: Markup): Markup => md`口座がないため請求しません：${who}`,
    UNWANTED: (who: Markup): Markup => md`請求を受け付けていないため請求しません：${who}`,
    FULL: (who: Markup): Markup => md`未払いの請求が多すぎるため請求しません：${who}`,
  },
  made: (count: number, total: string): string => `${people(count)}に${total}を請求しました`,
  madeNote: '相手にはダイレクトメッセージが届きます。支払い状況はいつでも確認できます。',
  received: {
    title: (sum: string): string => `${sum}の請求が届きました`,
    reminder: (sum: string): string => `催促：${sum}の請求があります`,
    note: '支払わない限り、口座からお金は出ません。',
  },
  due: {
    OPEN: (sum: string): string => `${sum}の請求`,
    PART_PAID: (sum: string): string => `${sum}の請求（一部支払い済み）`,
    PAID: (sum: string): string => `${sum}の請求（支払い済み）`,
    DECLINED: (sum: string): string => `${sum}の請求（辞退）`,
    CANCELLED: (sum: string): string => `${sum}の請求（取り消し）`,
    EXPIRED: (sum: string): string => `${sum}の請求（期限切れ）`,
  },
  pays: (asker: Markup): Markup => md`${asker}からの請求を支払います。`,
  later: {
    title: '支払いはしていません',
    sentence: (until: Markup): Markup => md`この請求は${until}まで有効です。`,
  },
  declined: {
    title: '請求を断りました',
    sentence: 'お金は動いていません。請求者にメッセージが届きます。',
  },
  table: {
    title: (reference: string): string => `請求 ${reference}`,
    progress: (paid: number, all: number, received: string, asked: string): Markup =>
      md`**${people(all)}中${String(paid)}人が支払い済み**、${asked}のうち${received}。`,
    picture: '支払った人数と金額',
    page: (number: number, of: number): string => `${of}ページ中${number}ページ`,
    remindersLeft: (sent: number, most: number): string => `${most}回中${sent}回送信済み`,
  },
  list: {
    title: '請求',
    toPay: '支払うもの',
    nothingToPay: '支払う請求はありません。',
    made: '請求したもの',
    nothingMade: 'まだお金を請求していません。',
    progress: (paid: number, all: number): string => `${all}人中${paid}人が支払い済み`,
    choose: '請求を選ぶ',
  },
  remind: {
    question: (count: number): string => `${people(count)}に催促しますか？`,
    which: (number: number, most: number): string =>
      `${most}回中${number}回目の催促です。まだ支払っていない人だけに届きます。`,
    done: (count: number): string => `${people(count)}に催促しました`,
    before: 'この催促は送信済みです',
    beforeNote: '二度目のメッセージは送りません。',
  },
  cancel: {
    question: 'この請求を取り消しますか？',
    sentence: (count: number): string =>
      `取り消すと、${people(count)}は支払えなくなり、お知らせが届きます。`,
    stays: '支払い済みの分は口座に残ります。',
    done: '請求を取り消しました',
    before: '取り消すものはありませんでした',
  },
  exported: { title: '書き出しました', sentence: '支払う人の一覧（CSV）です。' },
  block: {
    done: '請求を受け付けなくなりました',
    undone: '請求を再び受け付けます',
    sentence: (who: Markup): Markup => md`今後、${who}からの請求は届きません。`,
    undoneSentence: (who: Markup): Markup => md`${who}は再びあなたに請求できます。`,
    note: 'すでに届いている請求はそのままです。必要なら断ってください。',
    list: '請求を受け付けない相手',
    none: 'すべての人からの請求を受け付けています。',
    choose: '請求を再び受け付ける相手',
    button: '相手を選ぶ',
  },
  invitation: {
    title: (bankName: string): string => `${bankName}の口座を開きませんか？`,
    sentence: (who: Markup): Markup =>
      md`${who}さん、このサーバーのメンバーが精算をしたいそうです。口座は2分で開けます。`,
    sent: { title: '口座の開設を頼みました', sentence: 'お金は動いていません。' },
    unsent: { title: '頼めませんでした', sentence: 'Discordがメッセージを受け付けませんでした。' },
    nobody: { title: '全員に口座があります', sentence: '何も送っていません。' },
  },
  staff: {
    title: 'お客さまの請求',
    got: '受けた請求',
    nothingGot: 'このお客さまが受けた請求はありません。',
    made: 'した請求',
    nothingMade: 'このお客さまがした請求はありません。',
    newest: '新しいものを表示しています。閲覧は記録され、お客さまにも見たことがわかります。',
    open: (count: number): string => `未払い ${count}`,
    cancelled: (count: number): string =>
      `${people(count)}は支払えなくなりました。お金は動いていません。お客さまと支払う方にメッセージが届きます。`,
  },
  /** To a payer, after the asker or staff have cancelled the request. */
  withdrawn: {
    title: (sum: string): string => `${sum}の請求は取り消されました`,
    byAsker: '請求した方が取り消しました。お支払いは不要です。お金は動いていません。',
    byStaff: '銀行のスタッフが取り消しました。お支払いは不要です。お金は動いていません。',
    paidStays: 'すでにお支払い済みの分はそのままです。',
  },
  /** To the asker, after staff have cancelled the request. */
  byStaff: {
    title: (sum: string): string => `${sum}の請求が取り消されました`,
    sentence: '銀行のスタッフが、未払いの分を取り消しました。お金は動いていません。',
  },
};

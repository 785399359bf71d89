/** Cards and messages about standing orders. */
import type {
  OccurrenceReason,
  OccurrenceState,
  OrderReason,
  OrderState,
  OrderUnit,
} from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { nothingMoved } from '../common/shared.ts';

const units: Record<OrderUnit, (count: number) => string> = {
  DAY: (count) => (count === 1 ? '毎日' : `${count} 日ごと`),
  WEEK: (count) => (count === 1 ? '毎週' : `${count} 週間ごと`),
  MONTH: (count) => (count === 1 ? '毎月' : `${count} か月ごと`),
};
const states: Record<OrderState, string> = {
  ACTIVE: '有効',
  PAUSED: '停止中',
  ENDED: '終了',
  CANCELLED: '取り消し済み',
};
const because: Record<OrderReason, string> = {
  CUSTOMER: '持ち主による',
  STAFF: '銀行のスタッフによる',
  MISSED: '3 回続けて支払えなかったため',
  PAYEE_CLOSED: '受取人の口座が解約されたため',
  ACCOUNT_CLOSED: '支払元の口座が解約されたため',
  ROLE: '持ち主がこの口座から支払えなくなったため',
};
const outcomes: Record<OccurrenceState, string> = {
  PAID: '支払い済み',
  WAITING: '再試行待ち',
  ASKED: '管理者の承認待ち',
  MISSED: '未払い',
  SKIPPED: '休み',
};
const reasons: Record<OccurrenceReason, string> = {
  FUNDS: '残高が足りませんでした。',
  LIMIT: '口座の限度額を超えました。',
  PAYEE_FULL: '受取人の口座にこれ以上入金できません。',
  FROZEN: '口座が凍結されています。',
  LOCKED: '口座がロックされています。',
  PAYEE_CLOSED: '受取人の口座は解約されています。',
  ACCOUNT_CLOSED: 'あなたの口座は解約されています。',
  BANK_DOWN: '銀行が利用できませんでした。',
  CUSTOMER: 'あなたが休みにしました。',
  PAUSED: '定期送金が停止中でした。',
  NOTHING_ABOVE: '口座に残す金額を超える分がありませんでした。',
  ALLOWANCE: '今月の上限額が足りませんでした。',
  APPROVERS: '承認できる口座の管理者が足りません。',
  CROWDED: '管理者の承認を待つ支払いが多すぎます。',
  NOT_APPROVED: '管理者が承認しませんでした。',
  ROLE: 'この口座からはもう支払えません。',
};

export const orderCards = {
  order: (number: number): string => `定期送金 ${number}`,
  every: (unit: OrderUnit, count: number): string => units[unit](count),
  onDay: (day: number | 'last'): string => (day === 'last' ? '月の末日' : `${day} 日`),
  shortMonths: '短い月は末日に支払います。',
  at: (clock: string, zone: string): string => `${clock}（${zone}）`,
  untilDate: (date: string): string => `${date}まで`,
  untilCount: (count: number): string => `${count} 回`,
  untilCancelled: '取り消すまで',
  above: (sum: string): string => `${sum} を超える分すべて`,
  repeats: '間隔',
  next: '次の支払い',
  retry: '次の試行',
  state: (state: OrderState, reason: OrderReason | null): string =>
    reason === null ? states[state] : `${states[state]}（${because[reason]}）`,
  outcome: (state: OccurrenceState): string => outcomes[state],
  reason: (reason: OccurrenceReason): string => reasons[reason],
  past: '最近の支払い',
  create: {
    question: 'この定期送金を設定しますか？',
    /** Completes "You are about to ...". */
    intent: (sum: string, to: Markup): Markup => md`${to} への定期送金 **${sum}** を設定`,
    rules:
      '支払いには十分な残高が必要で、その日の限度額に含まれます。支払えないときは 6 時間後と 24 ' +
      '時間後にもう一度試します。3 回続けて支払えなければ停止します。そのたびにお知らせします。',
    eachWaits: (needed: number): string =>
      `支払いのたびに、期日にほかの管理者${needed}人の承認を依頼します。`,
    aboveAllowance: (allowance: string): string =>
      `この口座から支払えるのは月 ${allowance} までです。この定期送金はこれを超えるため、管理者が引き上げない限り、再試行の後に見送られます。`,
    ofShared:
      'あなたの役割と上限額、共有口座の承認は、支払いの期日ごとに確認します。' +
      'この口座から支払えなくなると、定期送金は終わります。',
    done: (number: number): string => `定期送金 ${number} を設定しました`,
    nothingYet: 'お金はまだ動いていません。',
  },
  list: {
    title: '定期送金',
    ofCustomer: 'お客さまの定期送金',
    empty: '定期送金はありません。',
    choose: '定期送金を選択',
  },
  preview: {
    title: '次の支払い',
    empty: '予定されている支払いはありません。',
    available: (sum: string): string => `現在の利用可能額：${sum}`,
    enough: 'ほかに入出金がなければ、すべての支払いに足ります。',
    short: (day: string): string => `${day}に残高が足りなくなります。`,
    shortLine: '⚠️ 残高不足',
    nothingAbove: '超える分なし',
    picture: '次の支払いのカレンダー',
  },
  paused: {
    title: (number: number): string => `定期送金 ${number} を停止しました`,
    sentence: `再開するまで支払いません。${nothingMoved}`,
  },
  resumed: {
    title: (number: number): string => `定期送金 ${number} は有効です`,
    passed: (count: number): string => `停止中に ${count} 回の支払いを休みました。`,
    ended: '最後の日を過ぎたため、終了しました。',
  },
  skipped: {
    title: (day: string): string => `${day}の支払いを休みます`,
    sentence: nothingMoved,
  },
  cancelled: {
    question: (number: number): string => `定期送金 ${number} を取り消しますか？`,
    warning: '今後は支払わず、再開もできません。支払い済みの分はそのままです。',
    title: (number: number): string => `定期送金 ${number} を取り消しました`,
    sentence: `今後は支払いません。${nothingMoved}`,
  },
  nothingMoved,
  buttons: {
    pause: '一時停止',
    resume: '再開',
    skip: '次を休む',
    cancel: '定期送金を取り消す',
    preview: '次の支払い',
    list: 'すべての定期送金',
    create: '新しい定期送金',
    more: 'その他の設定',
  },
  notices: {
    paid: (sum: string): string => `定期送金を支払いました：${sum}`,
    waiting: '定期送金をまだ支払えていません',
    asked: '定期送金が承認を待っています',
    missed: '定期送金を支払えませんでした',
    skipped: '定期送金を休みました',
    tryAgain: (at: Markup): Markup => md`${at} にもう一度試します。`,
    missedBefore: (count: number): string =>
      `銀行が利用できなかったため、それ以前の ${count} 回の支払いができませんでした。`,
    paused: (number: number): string => `定期送金 ${number} は停止中です`,
    cancelled: (number: number): string => `定期送金 ${number} は取り消されました`,
    resumed: (number: number): string => `定期送金 ${number} は再開されました`,
    byStaff: '銀行のスタッフが行いました。',
    short: '定期送金を支払えないおそれがあります',
    shortSentence: (day: string): string =>
      `${day}に残高が足りなくなります。それまでに入金するか、支払いを休んでください。`,
    due: '支払日',
    ended: '最後の支払いでした。',
    note: (bankName: string): Markup => md`${bankName} · \`/schedule list\` で確認できます`,
  },
  report: {
    label: '定期送金',
    counts: (active: number, paused: number): string => `有効 ${active}、停止中 ${paused}`,
  },
};

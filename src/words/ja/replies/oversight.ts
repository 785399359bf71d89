/** Cards for managers and auditors: the audit trail and the report. */
import type { AccountKind, AccountStatus } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { emptyPage, noMatches } from '../common/shared.ts';

const kinds: Record<AccountKind, string> = {
  CUSTOMER: '顧客預金',
  CASH: '現金',
  FEES: '手数料',
  INTEREST: '利息',
  SUSPENSE: '仮勘定',
  EQUITY: '純資産',
};
const sides = { DEBIT: '借方', CREDIT: '貸方' };

export const oversight = {
  audit: {
    title: '監査記録',
    noMatches,
    emptyPage,
    customer: '顧客',
    bank: '銀行（自動）',
    /** Names of details are the same in the audit trail and on the card. */
    detail: (name: string, value: Markup): Markup => md`${name} ${value}`,
    note: '監査記録の閲覧も記録されます。',
    filteredNote: '絞り込み中です。監査記録の閲覧も記録されます。',
  },
  report: {
    title: '本日の銀行',
    customers: '顧客数',
    accounts: '口座',
    states: ({ OPEN, FROZEN, CLOSED, LOCKED }: Record<AccountStatus | 'LOCKED', number>): string =>
      `利用中 ${OPEN}、凍結 ${FROZEN}、解約済み ${CLOSED}、本人によるロック ${LOCKED}`,
    held: '預金残高',
    unclaimed: '/register 待ちの残高',
    unclaimedSum: (count: number, sum: string): string => `${sum}（${count}人）`,
    deposited: '本日の入金',
    withdrawn: '本日の出金',
    transferred: '本日の送金',
    adjusted: '本日の調整',
    inAndOut: (into: string, out: string): string => `増加 ${into}、減少 ${out}`,
    transactions: '本日の取引数',
    requests: '請求',
    requestsOpen: (count: number): string => `未払い ${count}`,
    ordersToday: '本日の定期送金',
    requestsToday: '本日の請求',
    became: ({
      opened,
      paid,
      cancelled,
    }: Record<'opened' | 'paid' | 'cancelled', number>): string =>
      `開始 ${opened}、支払い ${paid}、取り消し ${cancelled}`,
    kind: (kind: AccountKind): string => kinds[kind],
    balance: (amount: string, side: keyof typeof sides): string => `${amount} ${sides[side]}`,
    debits: '借方合計',
    credits: '貸方合計',
    trialBalance: '試算表',
    balanced: '借方と貸方は一致しています。',
    unbalanced:
      '⚠️ **帳簿が一致していません。** 取引を止めて `npm run verify-ledger` を実行してください。',
    note: (at: Markup): Markup =>
      md`日付はUTCです。取り消された取引は含みません。請求は支払う人ごとに数えます。${at}`,
    chart: '過去14日間の入金・出金・調整',
    legend: { deposits: '入金', withdrawals: '出金', adjustments: '調整' },
  },
};

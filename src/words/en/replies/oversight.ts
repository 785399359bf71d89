/** Cards for managers and auditors: the audit trail and the report. */
import type { AccountKind, AccountStatus } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { emptyPage, noMatches } from '../common/shared.ts';

const kinds: Record<AccountKind, string> = {
  CUSTOMER: 'Customers',
  CASH: 'Cash',
  FEES: 'Fees',
  INTEREST: 'Interest',
  SUSPENSE: 'Suspense',
  EQUITY: 'Equity',
};
const sides = { DEBIT: 'debit', CREDIT: 'credit' };

export const oversight = {
  audit: {
    title: 'Audit trail',
    noMatches,
    emptyPage,
    customer: 'customer',
    bank: 'the bank, automatically',
    /** Names of details are the same in the audit trail and on the card. */
    detail: (name: string, value: Markup): Markup => md`${name} ${value}`,
    note: 'Reading the audit trail is recorded too.',
    filteredNote: 'Filtered. Reading the audit trail is recorded too.',
  },
  report: {
    title: 'The bank today',
    customers: 'Customers',
    accounts: 'Accounts',
    states: ({ OPEN, FROZEN, CLOSED, LOCKED }: Record<AccountStatus | 'LOCKED', number>): string =>
      `${OPEN} open, ${FROZEN} frozen, ${CLOSED} closed, ${LOCKED} locked by the owner`,
    held: 'Deposits held',
    unclaimed: 'Waits for /register',
    unclaimedSum: (count: number, sum: string): string =>
      count === 1 ? `${sum} of 1 person` : `${sum} of ${count} people`,
    deposited: 'Deposited today',
    withdrawn: 'Withdrawn today',
    transferred: 'Transferred today',
    adjusted: 'Adjusted today',
    inAndOut: (into: string, out: string): string => `${into} in, ${out} out`,
    transactions: 'Transactions today',
    requests: 'Requests',
    requestsOpen: (count: number): string => `${count} open`,
    ordersToday: 'Standing orders today',
    requestsToday: 'Requests today',
    became: ({
      opened,
      paid,
      cancelled,
    }: Record<'opened' | 'paid' | 'cancelled', number>): string =>
      `${opened} opened, ${paid} paid, ${cancelled} cancelled`,
    kind: (kind: AccountKind): string => kinds[kind],
    balance: (amount: string, side: keyof typeof sides): string => `${amount} ${sides[side]}`,
    debits: 'Debits',
    credits: 'Credits',
    trialBalance: 'Trial balance',
    balanced: 'Debits equal credits.',
    unbalanced: '⚠️ **The books do not balance.** Stop payments and run `npm run verify-ledger`.',
    note: (at: Markup): Markup =>
      md`Days are in UTC. Reversed transactions are not counted; requests count once per payer. ${at}`,
    chart: 'Deposits, withdrawals and adjustments of the last 14 days',
    legend: { deposits: 'Deposits', withdrawals: 'Withdrawals', adjustments: 'Adjustments' },
  },
};

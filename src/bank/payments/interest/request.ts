/** The booking of one account's interest of one month. */
import { hash } from 'node:crypto';
import { firstIdAt } from '../../../lib/ids.ts';
import { fingerprintOf, interestAccount, type LedgerRequest } from '../../ledger/index.ts';
import type * as m from '../../model/index.ts';
import { amountOf, numberTail, otherMonth } from '../../model/index.ts';
import type { EarningRow } from './store/credits.ts';

const hashBits = 48n;

/**
 * The same in every process and after every restart. Its upper bits are the time at which the
 * month ends, up to 18 hours less, since ids sort by time.
 */
export function interestRequestId(accountId: m.AccountId, month: string): m.RequestId {
  const window = firstIdAt(Date.parse(otherMonth(month, 1))) >> hashBits;
  const text = hash('sha256', `interest ${accountId} ${month}`, 'hex');
  return ((window << hashBits) | BigInt(`0x${text.slice(0, 12)}`)) as m.RequestId;
}

export function interestRequest(
  { id, accountNumber }: Pick<EarningRow, 'id' | 'accountNumber'>,
  paid: {
    readonly month: string;
    readonly amount: bigint;
    /** The account itself, or where it is closed its owner's main one. */
    readonly target: m.AccountId;
    readonly currency: m.Currency;
  },
): LedgerRequest {
  const { month, target, currency } = paid;
  const yearAndMonth = month.slice(0, 7);
  const memo = target === id ? yearAndMonth : `${yearAndMonth} …${numberTail(accountNumber)}`;
  const amount = { kind: 'exact', amount: amountOf(paid.amount) } as const;
  const asked = { kind: 'INTEREST', own: target, payeeNumber: null, wish: amount, memo } as const;
  return {
    requestId: interestRequestId(id, month),
    initiator: { kind: 'BANK', id },
    postings: [{ kind: 'INTEREST', source: interestAccount.id, target, amount }],
    memo,
    fingerprint: fingerprintOf({ ...asked, currency: currency.code, more: `interest of ${id}` }),
  };
}

/** Reads what the bank keeps of fees, interest and shared accounts. */
import type { Reader } from '../../../../src/db/pool.ts';
import { bigintOf, bigintOrNull, integerOf, textOf } from '../../../../src/db/rows.ts';
import type { Books } from '../books.ts';

const selectMembers = `
  SELECT holder_id, customer_id, spent, spent_month
  FROM shared_members
  ORDER BY id`;
const selectApprovals = `
  SELECT id, holder_id, customer_id, amount, needed, state, asked_at
  FROM shared_approvals
  WHERE kind = 'PAYMENT'
  ORDER BY id`;
const selectFreeUses = `
  SELECT account_id, kind, counted_month, used
  FROM fee_counts
  ORDER BY account_id, kind`;
const selectCredits = `
  SELECT account_id, credit_month, amount, transaction_id
  FROM interest_credits
  ORDER BY account_id, credit_month`;

type Everyday = Pick<Books, 'members' | 'approvals' | 'freeUses' | 'credits'>;

export async function readEveryday(reader: Reader): Promise<Everyday> {
  const members = await reader.rows(selectMembers);
  const approvals = await reader.rows(selectApprovals);
  const freeUses = await reader.rows(selectFreeUses);
  const credits = await reader.rows(selectCredits);
  return {
    members: members.map((row) => ({
      holder: bigintOf(row, 'holder_id'),
      customerId: bigintOf(row, 'customer_id'),
      spent: bigintOf(row, 'spent'),
      month: textOf(row, 'spent_month'),
    })),
    approvals: approvals.map((row) => ({
      id: bigintOf(row, 'id'),
      holder: bigintOf(row, 'holder_id'),
      customerId: bigintOf(row, 'customer_id'),
      amount: bigintOf(row, 'amount'),
      needed: integerOf(row, 'needed'),
      state: textOf(row, 'state'),
      askedAt: textOf(row, 'asked_at'),
    })),
    freeUses: freeUses.map((row) => ({
      account: bigintOf(row, 'account_id'),
      kind: textOf(row, 'kind'),
      month: textOf(row, 'counted_month'),
      used: integerOf(row, 'used'),
    })),
    credits: credits.map((row) => ({
      account: bigintOf(row, 'account_id'),
      month: textOf(row, 'credit_month').slice(0, 10),
      amount: bigintOf(row, 'amount'),
      transactionId: bigintOrNull(row, 'transaction_id'),
    })),
  };
}

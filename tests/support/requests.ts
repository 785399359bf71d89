/** Requests for money between customers of a test. */
import type { RequestWanted } from '../../src/bank/model/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import type { TestDatabase } from './database.ts';
import { exactly, newRequestId, type Person, type TestBank } from './bank.ts';

export const wanted = (
  payers: readonly Person[],
  amount: { readonly each: bigint } | { readonly total: bigint },
  more: Partial<RequestWanted> = {},
): RequestWanted => ({
  members: payers.map(({ discordUserId }) => discordUserId),
  account: null,
  amount: amount as RequestWanted['amount'],
  memo: null,
  dueOn: null,
  expiry: null,
  ...more,
});

/** Asks and confirms. */
export async function makeRequest(
  bank: TestBank,
  asker: Person,
  what: RequestWanted,
): Promise<m.RequestView> {
  const { dues, memo, dueOn, expiresAt } = await bank.requests.quote(asker.session, what);
  const order = {
    intoAccount: what.into,
    dues: dues.map(({ accountNumber, amount }) => ({ accountNumber, amount })),
    memo,
    dueOn,
    expiresAt,
  };
  return bank.requests.create(asker.session, { ...order, requestId: newRequestId() });
}

/** Pays some of what the due asks for, under a request id of its own unless given. */
export async function payDue(
  bank: TestBank,
  payer: Person,
  to: { readonly asker: Person; readonly due: m.RequestId; readonly amount: bigint },
  requestId = newRequestId(),
): Promise<m.Receipt> {
  return bank.payments.transfer(payer.session, {
    requestId,
    accountNumber: to.asker.accountNumber,
    wish: exactly(to.amount),
    memo: null,
    pays: to.due,
    isProved: true,
  });
}

/** The database's time moves on for this request alone. */
export async function letExpire(database: TestDatabase, id: m.RequestId): Promise<void> {
  const earlier = 'SET created_at = created_at - INTERVAL 1 YEAR, expires_at = NOW(6)';
  await database.pool.write(`UPDATE payment_requests ${earlier} WHERE id = ?`, [id]);
  await database.pool.write('UPDATE request_dues SET expires_at = NOW(6) WHERE request_id = ?', [
    id,
  ]);
}

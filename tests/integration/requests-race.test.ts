/** Pay, cancel, decline and expire at once: what a request asks for is paid once, or not at all. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { insertDues } from '../../src/bank/payments/requests/store/dues.ts';
import { insertRequest } from '../../src/bank/payments/requests/store/requests.ts';
import { type Tx, withTransaction } from '../../src/db/transaction.ts';
import { newRequestId } from '../support/bank.ts';
import { accountId } from '../support/ledger.ts';
import { letExpire, makeRequest, payDue, wanted } from '../support/requests.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben } = withBank({ balances: { anna: 0n, ben: 100_000n } });

/** A request of 300 for Ben, and what 64 callers do about it at once. */
async function race(acts: readonly ((due: { id: never; dueId: never }) => Promise<unknown>)[]) {
  const { id, dues } = await makeRequest(bank, anna, wanted([ben], { each: 300n }));
  const dueId = dues[0]!.id;
  const outcomes = await Promise.all(
    Array.from({ length: 64 }, async (_, turn) =>
      refusal(acts[turn % acts.length]!({ id: id as never, dueId: dueId as never })),
    ),
  );
  const sql = 'SELECT COUNT(*) AS payments FROM due_payments WHERE due_id = ?';
  const [row] = await database.pool.rows(sql, [dueId]);
  const { due } = await bank.requests.due(ben.session, dueId);
  return { outcomes, payments: Number(row!['payments']), due };
}

const pay = async ({ dueId }: { readonly dueId: never }) =>
  payDue(bank, ben, { asker: anna, due: dueId, amount: 300n }, newRequestId());
const cancel = async ({ id }: { readonly id: never }) => bank.requests.cancel(anna.session, id);
const decline = async ({ dueId }: { readonly dueId: never }) =>
  bank.requests.decline(ben.session, dueId);
const expire = async ({ id }: { readonly id: never }) => letExpire(database, id);

test('64 payments at once are one transfer', async () => {
  const { outcomes, payments, due } = await race([pay]);
  expect(outcomes.filter((code) => code === null)).toHaveLength(1);
  expect(outcomes.filter((code) => code === 'REQUEST_ENDED')).toHaveLength(63);
  expect([payments, due.state]).toEqual([1, 'PAID']);
});

test.each([1, 2, 3])('pay, cancel, decline and expire at once end it once (%i)', async () => {
  const { payments, due } = await race([pay, cancel, decline, expire]);
  expect(payments).toBe(due.state === 'PAID' ? 1 : 0);
  expect(['PAID', 'CANCELLED', 'DECLINED', 'EXPIRED']).toContain(due.state);
});

test('parts of it at once never exceed it', async () => {
  const part = async ({ dueId }: { readonly dueId: never }) =>
    payDue(bank, ben, { asker: anna, due: dueId, amount: 70n }, newRequestId());
  const { outcomes, payments, due } = await race([part]);
  expect(outcomes.filter((code) => code === null)).toHaveLength(4);
  expect([payments, due.state, due.paid]).toEqual([4, 'PART_PAID', 280n]);
});

test('asked again while the first attempt is committing, it is found, whatever its time', async () => {
  const card = await bank.requests.quote(anna.session, wanted([ben], { each: 5n }));
  const [id, dueId] = [newRequestId(), newRequestId()];
  const [asker, payer] = [anna.session.customerId, ben.session.customerId];
  const own = await accountId(database, anna);
  const at = '2026-03-01 12:00:00.000000';
  const expiresAt = new Date('2026-03-02T12:00:00Z');
  const commit = async (tx: Tx, begun: () => void) => {
    const row = { id, asker, accountId: own, reminders: 0, memo: null, dueOn: null, expiresAt };
    await insertRequest(tx, row, at);
    const due = {
      id: dueId,
      requestId: id,
      place: 0,
      payer,
      accountId: own,
      amount: 5n as m.Amount,
    };
    await insertDues(tx, [due], { at, expiresAt });
    begun();
    await sleep(300);
  };
  let first: Promise<void> | undefined;
  await new Promise<void>((begun) => {
    first = withTransaction(database.pool, async (tx) => commit(tx, begun));
  });
  const again = bank.requests.create(anna.session, { ...card, requestId: id, expiresAt });
  await first;
  expect((await again).dues.map((one) => one.id)).toEqual([dueId]);
});

/** Pay, cancel, decline and expire at once: what a request asks for is paid once, or not at all. */
import { expect, test } from 'vitest';
import { newRequestId } from '../support/bank.ts';
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

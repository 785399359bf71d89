/** What is answered about an approval while another process decides about it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findSettled, lockApproval, saveEnd } from '../../src/bank/shared/store/approvals.ts';
import { withTransaction } from '../../src/db/transaction.ts';
import { pay, type Person } from '../support/bank.ts';
import { agreeRule, askWithdrawal, grantOf, joinShared, openShared } from '../support/shared.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, staff } = withBank({
  hasStaff: true,
  balances: { anna: 100_000n, ben: 0n, cleo: 0n },
});

test('one that is over by the time waits for a decision made before it', async () => {
  const club = await openShared(bank, anna);
  await pay(bank, anna, { accountNumber: club } as Person, 20_000n);
  await joinShared(bank, club, { by: anna, person: staff.max, ...grantOf('MANAGER') });
  await joinShared(bank, club, { by: anna, person: ben, ...grantOf('SPENDER') });
  await agreeRule(bank, club, { by: anna, approver: staff.max, above: 1_000n });
  const { id } = await askWithdrawal(bank, club, { by: ben, sum: 2_000n });
  await database.pool.write('UPDATE shared_approvals SET expires_at = NOW(6) WHERE id = ?', [id]);
  let answer: Promise<{ readonly state: string } | null> | undefined;
  await withTransaction(database.pool, async (tx) => {
    await lockApproval(tx, id);
    await saveEnd(tx, id, { state: 'DECLINED', by: staff.max.session.customerId });
    answer = findSettled(database.pool, id);
    await sleep(200);
  });
  expect((await answer)?.state).toBe('DECLINED');
});

import { describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { insertAudit } from '../../src/bank/audit/index.ts';
import { withTransaction } from '../../src/db/transaction.ts';
import { discordId, newRequestId, openPerson } from '../support/bank.ts';
import { outcomeOf } from '../support/messages.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank } = withBank({ leavesBooksUnchecked: true });

const teller = discordId();
/** The audit row that a staff act writes with its change. */
const act = async (target: m.CustomerId, more: { role?: m.ActorRole; reason?: string } = {}) =>
  withTransaction(database.pool, async (tx) =>
    insertAudit(tx, {
      id: newRequestId(),
      action: 'DETAILS_SHOWN',
      actor: teller,
      target,
      sessionId: null,
      details: {},
      ...more,
    }),
  );

describe('an access log', () => {
  test('shows staff acts with role and reason, and no acts of customers', async () => {
    const anna = await openPerson(bank);
    const ben = await openPerson(bank);
    const { customerId } = anna.session;
    await act(customerId, { role: 'TELLER', reason: 'Asked at the desk' });
    await act(customerId);
    await act(ben.session.customerId, { role: 'MANAGER' });
    const page = await bank.accounts.accessLog(anna.session, { size: 8 });
    expect(page).toMatchObject({
      entries: [
        { actor: teller, role: 'TELLER', action: 'DETAILS_SHOWN', reason: 'Asked at the desk' },
      ],
      older: null,
      newer: null,
    });
  });

  test('pages both ways and keeps its position while new rows arrive', async () => {
    const { session } = await openPerson(bank);
    const write = async (reason: number) =>
      act(session.customerId, { role: 'AUDITOR', reason: `${reason}` });
    for (let index = 1; index <= 7; index += 1) await write(index);
    const read = async (range: { before?: bigint; after?: bigint } = {}) =>
      bank.accounts.accessLog(session, { size: 3, ...range });
    const reasons = ({ entries }: m.AccessPage) => entries.map(({ reason }) => reason);
    const first = await read();
    expect(reasons(first)).toEqual(['7', '6', '5']);
    await write(8);
    const second = await read({ before: first.older! });
    expect(reasons(second)).toEqual(['4', '3', '2']);
    const third = await read({ before: second.older! });
    expect([reasons(third), third.older]).toEqual([['1'], null]);
    expect(reasons(await read({ after: third.newer! }))).toEqual(['4', '3', '2']);
    const top = await read({ after: second.newer! });
    expect(reasons(top)).toEqual(['7', '6', '5']);
    expect(reasons(await read({ after: top.newer! }))).toEqual(['8', '7', '6']);
  });

  test('needs a live session', async () => {
    const { session } = await openPerson(bank);
    await bank.sessions.logout(session);
    const read = bank.accounts.accessLog(session, { size: 3 });
    expect(await outcomeOf(read)).toBe('SESSION_EXPIRED');
  });
});

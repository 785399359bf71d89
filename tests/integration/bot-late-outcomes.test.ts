/** An outcome found out late is in its owner's inbox, whether or not Discord took the message. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RequestId } from '../../src/bank/index.ts';
import { loadCommands } from '../../src/bot/command/loader.ts';
import type { Delivery } from '../../src/bot/outbox/messenger.ts';
import { type Resolver, startResolver } from '../../src/bot/settle/resolver.ts';
import { createSettler } from '../../src/bot/settle/settling.ts';
import { notesIn } from '../../src/lib/notes.ts';
import { type Storable, toJson } from '../../src/lib/storable.ts';
import { exactly } from '../support/bank.ts';
import { inboxOf } from '../support/notices.ts';
import { monthlyTerms } from '../support/orders.ts';
import { wanted } from '../support/requests.ts';
import { withBank } from '../support/with-bank.ts';
import { testSetup } from '../support/setup.ts';

const { bank, anna, ben, database } = withBank({ balances: { anna: 5_000n, ben: 0n } });
const logger = { event: () => {}, close: () => {} };
let resolver: Resolver | null;
let answers: Delivery;
let sent: number;
let folder: string;

beforeEach(() => {
  [resolver, answers, sent] = [null, 'sent', 0];
  folder = mkdtempSync(join(tmpdir(), 'passbook-late-'));
});
afterEach(async () => {
  await resolver?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  resolver = startResolver({
    bank,
    bankName: 'Passbook',
    clock: { now: () => Date.now() },
    logger,
    registry: await loadCommands(),
    summaries: [],
    roleMembers: async () => [],
    examine: async () => [],
    setup: testSetup,
    settler: createSettler(logger),
    notes: notesIn(folder),
    messenger: {
      post: async () => '1',
      edit: async () => {},
      find: async () => null,
      send: async () => {
        sent += 1;
        return answers;
      },
    },
  });
}

/** A transfer that was confirmed a while ago by a process that ended; null: an older version's. */
async function leaveTaken(input: Storable | null, command = 'transfer'): Promise<RequestId> {
  const { discordUserId } = anna;
  const order = input === null ? {} : { order: { v: 1, input: toJson(input) } };
  const payload = JSON.stringify({ form: 0, values: {}, settled: {}, ...order });
  const card = { discordUserId, kind: 'CONFIRM', command, payload } as const;
  const { requestId } = await bank.pending.open(card);
  await bank.pending.take(requestId, discordUserId, anna.session);
  await database.pool.write('UPDATE pending SET taken_at = taken_at - INTERVAL 90 SECOND');
  return requestId;
}
const transfer = (amount: bigint) => ({
  accountNumber: ben.accountNumber,
  wish: exactly(amount),
  memo: null,
});
const becomes = async (id: RequestId, state: string) =>
  expect
    .poll(async () => (await bank.pending.find(id, anna.discordUserId))?.state, { timeout: 10_000 })
    .toBe(state);
const settledIn = async () =>
  (await inboxOf(bank, anna)).filter((line) => line.startsWith('SETTLED'));

test('a payment that Discord took the message of', async () => {
  const id = await leaveTaken(transfer(500n));
  await start();
  await becomes(id, 'DONE');
  expect(sent).toBe(1);
  expect(await settledIn()).toEqual(['SETTLED SENT']);
});

test('a payment and a refusal, with closed direct messages: one attempt, then none', async () => {
  answers = 'CLOSED';
  const paid = await leaveTaken(transfer(500n));
  await start();
  await becomes(paid, 'DONE');
  const refused = await leaveTaken(transfer(500_000n));
  await becomes(refused, 'CANCELLED');
  await expect.poll(settledIn).toEqual(['SETTLED CLOSED', 'SETTLED CLOSED']);
  expect(sent).toBe(1);
  expect(await bank.inbox.takeNews(anna.session.customerId)).toBe(0);
  const { entries } = await bank.inbox.page(anna.session, { size: 20 });
  const kept = entries.flatMap(({ notice }) => (notice?.kind === 'SETTLED' ? [notice] : []));
  expect(kept.map(({ happened }) => happened)).toEqual([false, true]);
});

test('one that Discord took at no attempt is kept once, and the next one is sent', async () => {
  const id = await leaveTaken(transfer(500n));
  await bank.pending.keepOutcome(id, 'FAILED');
  await bank.pending.keepOutcome(id, 'FAILED');
  expect(await bank.inbox.takeNews(anna.session.customerId)).toBe(1);
  expect(await bank.pending.unreached(id)).toBeNull();
  expect(await settledIn()).toEqual(['SETTLED FAILED']);
});

test('a request for money and an order that were made are not reported as not done', async () => {
  const request = await leaveTaken(null, 'request create');
  const quote = await bank.requests.quote(anna.session, wanted([ben], { each: 5n }));
  await bank.requests.create(anna.session, { ...quote, requestId: request });
  const order = await leaveTaken(null, 'schedule create');
  const terms = { ...monthlyTerms, payee: { accountNumber: ben.accountNumber } };
  const { calendar, toNumber: accountNumber } = await bank.orders.quote(anna.session, terms);
  const { amount, memo } = monthlyTerms;
  const made = { accountNumber, amount, calendar, memo, isProved: true };
  await bank.orders.create(anna.session, { ...made, requestId: order });
  await start();
  await becomes(request, 'DONE');
  await becomes(order, 'DONE');
});

test('what cannot be run again is reported by a notice that the inbox has too', async () => {
  const id = await leaveTaken(null);
  await start();
  await becomes(id, 'CANCELLED');
  expect(await settledIn()).toEqual(['SETTLED WAITING']);
});

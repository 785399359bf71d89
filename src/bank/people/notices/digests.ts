/** Makes the weekly digest of each customer who wants one, on Monday morning in their time zone. */
import type { Pool } from '../../../db/pool.ts';
import { databaseNow } from '../../../db/time.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import { type Clock, instant } from '../../../lib/clock.ts';
import type { IdSource } from '../../../lib/ids.ts';
import type { RecurringKind } from '../../jobs/index.ts';
import { insertMessages, lockDigestsDue, moveDigest } from '../../messages/index.ts';
import { timeZoneIn } from '../../model/index.ts';
import { lastMonday, nextDigestAt } from './week.ts';

/** In one transaction. */
const togetherMax = 200;

interface DigestTools {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly nextId: IdSource;
}

/**
 * How many were due. One that was missed while the bank was down is made once, for the last week
 * that has ended.
 */
async function makeDue(tx: Tx, { clock, nextId }: DigestTools): Promise<number> {
  const now = instant(clock.now());
  const due = await lockDigestsDue(tx, now, togetherMax);
  const messages = due.map(({ customerId, timeZone }) => {
    const subject = { kind: 'DIGEST', monday: lastMonday(timeZoneIn(timeZone), now) } as const;
    return { id: nextId(), customerId, subject };
  });
  await insertMessages(tx, messages, await databaseNow(tx));
  for (const { customerId, timeZone } of due) {
    await moveDigest(tx, customerId, nextDigestAt(timeZoneIn(timeZone), now));
  }
  return due.length;
}

export const digestKind = (tools: DigestTools): RecurringKind => ({
  kind: 'DIGESTS',
  everyMs: 5 * 60_000,
  leaseMs: 60_000,
  run: async () => {
    while ((await withTransaction(tools.pool, async (tx) => makeDue(tx, tools))) === togetherMax);
  },
});

/**
 * Direct messages: each is sent as its owner chose, and stays in the owner's inbox. A customer to
 * whom Discord takes no messages gets none until the customer uses the bank again.
 */
import { gathered, gatheredByKey } from '../../db/gathered.ts';
import { withTransaction } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import type * as m from '../model/index.ts';
import { isErasedMark } from '../model/index.ts';
import { deliveries, type DeliveryTools, endSpacingMs, forgetting } from './deliveries.ts';
import { handlingOf, isBelowThreshold } from './handling.ts';
import { type KeepingTools, noteReach } from './kept.ts';
import { categoryOf, contentOf, isPersonal, type Notice } from './kinds/registry.ts';
import type { OutboxMessage, OutboxService } from './service.ts';
import type { ClaimedMessage, Run } from './store/claims.ts';
import { endTogether, holdMessages, ownerOf, releaseMessages } from './store/ends.ts';
import { tellPayers } from './store/payers.ts';
import { spreadShared } from './store/shared.ts';
import { findRecipients, type Recipient } from './store/settings.ts';

/** Payments of one direction in one message; more would be too long to read. */
const paymentsTogetherMax = 10;
/** How often a message is sent again although Discord may not recognise it as the same one. */
const repeatsMax = 1;

export type DirectTools = DeliveryTools & KeepingTools;

type Ids = readonly bigint[];
type End = Parameters<typeof endTogether>[1][number];
interface Read {
  readonly id: bigint;
  readonly notice: Notice;
}

const idsOf = (list: readonly { readonly id: bigint }[]): Ids => list.map(({ id }) => id);

/** Merges payments of one direction into one notice; other runs have one notice. */
function inOne(notices: readonly Notice[]): Notice | null {
  const [first = null] = notices;
  if (first === null || !('entries' in first)) return first;
  const entries = notices.flatMap((one) => ('entries' in one ? one.entries : []));
  return { ...first, entries };
}

/** Writes what became of notices, several callers' together. */
function ending({ pool }: Pick<DeliveryTools, 'pool'>): (end: End) => Promise<void> {
  const limits = { ...pool.limits, spacingMs: endSpacingMs };
  const end = gathered(limits, async (ends: readonly End[]) => {
    await endTogether(pool, ends);
    return ends;
  });
  return async (one) => {
    if (one.ids.length > 0) await end(one);
  };
}

/** Notes that Discord takes no messages to the customer; staff read of it once. */
async function unreached(tools: DirectTools, ids: Ids, reach: m.Unreached): Promise<void> {
  await withTransaction(tools.pool, async (tx) => {
    const customerId = await ownerOf(tx, ids);
    if (customerId !== null) await noteReach(tx, tools, { customerId, reach, news: 0 });
  });
}

const loudEnough = ({ notice }: Read, recipient: Recipient): boolean =>
  !('entries' in notice) ||
  notice.entries.some(
    ({ amount }) => !isBelowThreshold(recipient, categoryOf(notice.kind), amount),
  );

/** Of a run, what is to be sent; the rest is ended or held. */
function sorting(tools: DirectTools, end: (one: End) => Promise<void>) {
  const { pool, sources } = tools;
  const forget = forgetting(tools);
  const recipientOf = gatheredByKey(pool.limits, async (ids: readonly m.CustomerId[]) =>
    findRecipients(pool, ids),
  );
  const keep = async (run: readonly ClaimedMessage[], outcome: m.NoticeOutcome): Promise<void> => {
    const [head] = run;
    if (head === undefined) return;
    // A payment of one's own is no news where one chose not to be told.
    const isNews = outcome !== 'KEPT' || categoryOf(head.subject.kind) !== 'sent';
    await end({ ids: idsOf(run), outcome, newsOf: isNews ? head.customerId : null });
  };
  const readAll = async (run: readonly ClaimedMessage[]): Promise<readonly Read[]> => {
    const read = await Promise.all(
      run.map(async (one) => ({ id: one.id, notice: await contentOf<Notice>(sources, one) })),
    );
    const gone = read.filter(({ notice }) => notice === null);
    if (gone.length > 0) await forget(idsOf(gone));
    return read.filter((one): one is Read => one.notice !== null);
  };
  return async (
    run: Run,
  ): Promise<{ readonly read: readonly Read[]; readonly isQuiet: boolean }> => {
    const nothing = { read: [], isQuiet: false };
    const [head] = run;
    const { recipient: person, customerId, subject, repeats, triedAt } = head;
    assert(isPersonal(subject), 'direct messages are for customers');
    // The customer was erased after the message was written.
    if (isErasedMark(person)) {
      await forget(idsOf(run));
      return nothing;
    }
    if (head.isForeign) return { read: await readAll(run), isQuiet: false };
    const recipient = await recipientOf(customerId);
    assert(recipient !== null, 'a direct message has a customer');
    if (repeats > repeatsMax) {
      await keep(run, 'UNSURE');
      return nothing;
    }
    const handling = handlingOf(recipient, categoryOf(subject.kind));
    if (handling.kind === 'keep') {
      await keep(run, handling.outcome);
      return nothing;
    }
    const read = await readAll(run);
    const small = read.filter((one) => !loudEnough(one, recipient)).map(({ id }) => id);
    await keep(
      run.filter(({ id }) => small.includes(id)),
      'KEPT',
    );
    const wanted = read.filter(({ id }) => !small.includes(id));
    if (handling.kind === 'send') return { read: wanted, isQuiet: handling.isQuiet };
    if (wanted.length > 0) {
      const { until } = handling;
      await holdMessages(pool, idsOf(wanted), { until, wasTried: triedAt !== null });
    }
    return nothing;
  };
}

export function createOutbox(tools: DirectTools): OutboxService {
  const end = ending(tools);
  const forget = forgetting(tools);
  const sort = sorting(tools, end);
  const toMessage = async (head: ClaimedMessage, run: Run): Promise<OutboxMessage | null> => {
    const { read, isQuiet } = await sort(run);
    const notice = inOne(read.map((one) => one.notice));
    if (notice === null) return null;
    const { recipient, language, attempts, repeats } = head;
    const ids = idsOf(read);
    const how = { isQuiet, wasTried: head.triedAt !== null, isRepeated: repeats > 0 };
    return { ids, channel: 'DM', recipient, language, notice, attempts, ...how };
  };
  const givenUp = async (ids: Ids): Promise<void> => {
    const newsOf = await ownerOf(tools.pool, ids);
    await end({ ids, outcome: 'FAILED', newsOf });
    await unreached(tools, ids, 'FAILED');
  };
  const { claim, failed } = deliveries(
    tools,
    { channel: 'DM', runMax: paymentsTogetherMax, givenUp },
    toMessage,
  );
  return {
    claim: async (limit) => {
      await tellPayers(tools.pool, tools.nextId);
      await spreadShared(tools.pool, tools.nextId);
      await releaseMessages(tools.pool);
      return claim(limit);
    },
    sent: async (ids) => end({ ids, outcome: 'SENT', newsOf: null }),
    failed: async (ids, reason, final) => failed(ids, reason, { final }),
    lost: async (ids, reason, isLikely) =>
      failed(ids, reason, { wasSent: isLikely ? 'perhaps' : 'hardly' }),
    refused: async (ids, reach) => {
      await unreached(tools, ids, reach);
      // What has no inbox is dropped.
      if ((await ownerOf(tools.pool, ids)) === null) await forget(ids);
    },
  };
}

/** Drafts and confirm cards: sealed, owned by one Discord user, taken once. */
import { gathered, gatheredByKey } from '../../db/gathered.ts';
import type { Pool } from '../../db/pool.ts';
import { withTransaction } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import type { Clock } from '../../lib/clock.ts';
import { dayMs } from '../../lib/durations.ts';
import { firstIdAt, type IdSource } from '../../lib/ids.ts';
import { untilKnown } from '../audit/index.ts';
import { type Keys, opened, seal } from '../keys/index.ts';
import type * as m from '../model/index.ts';
import type { ReportEvent, SessionLimits } from '../model/index.ts';
import { aboutCard, type Prove, type Purpose } from '../people/index.ts';
import type { PendingAction, PendingService } from './service.ts';
import * as store from './store/pending.ts';
import { claimUnsettled } from './store/unsettled.ts';
import { createEnds } from './unsettled.ts';

/** Discord lets the bot edit an answer for 15 min: a card must expire before. */
const liveMs = { DRAFT: 14 * 60_000, CONFIRM: 5 * 60_000 } as const;
const openMax = 20;
const payloadBytesMax = 16_000;
/** How long a claimed row is reserved for the process that claimed it. */
const leaseMs = 60_000;
/** Rows are deleted after a day; buttons on older messages find nothing. */
const retentionMs = dayMs;
const takenWithinMs = 4_000;
const finishSpacingMs = 10;

const placeOf = (id: m.RequestId): string => `pending.payload ${id}`;

/** Reads and changes from presses at the same moment share one query and one commit. */
function togetherOf(pool: Pool, limits: SessionLimits) {
  const findById = gatheredByKey(pool.limits, async (ids: readonly m.RequestId[]) =>
    store.findPendings(pool, ids, limits),
  );
  const take = gathered(pool.limits, async (takes: readonly store.Take[]) => {
    const found = await store.takePendings(pool, takes, limits);
    return takes.map(({ id }) => found.get(id) ?? null);
  });
  const settleAs = (outcome: 'DONE' | 'CANCELLED') => async (ids: readonly m.RequestId[]) => {
    await store.settlePendings(pool, ids, outcome);
    return ids;
  };
  // DONE is written later, in batches: the customer already has the receipt.
  const cancelTaken = gathered(pool.limits, settleAs('CANCELLED'));
  const finish = gathered({ ...pool.limits, spacingMs: finishSpacingMs }, settleAs('DONE'));
  const find = async (id: m.RequestId, discordUserId: m.DiscordUserId) => {
    const row = await findById(id);
    return row?.discordUserId === discordUserId ? row : null;
  };
  return { find, take, cancelTaken, finish };
}

/** A card needs one proof per session, and none once it is no longer open. */
function purposeOf(
  find: (id: m.RequestId, by: m.DiscordUserId) => Promise<store.PendingRow | null>,
  id: m.RequestId,
  { discordUserId, id: sessionId }: m.Session,
): Purpose {
  return {
    isDone: async () => {
      const row = await find(id, discordUserId);
      return row?.state !== 'OPEN' || row.provedSessionId === sessionId;
    },
    write: async (tx) => store.provePending(tx, { id, discordUserId, sessionId }),
  };
}

const actionReader =
  (key: Buffer, report: ReportEvent) =>
  (row: store.PendingRow): PendingAction => {
    const { id: requestId, discordUserId, kind, command, state, session, expiresAt } = row;
    // Two nulls are equal but prove nothing.
    const isProved = row.provedSessionId !== null && row.provedSessionId === session?.id;
    const plain = opened(key, row.payload, placeOf(requestId));
    if (plain === null) report({ name: 'unreadable', what: 'conversation', id: requestId });
    const payload = plain?.toString() ?? '';
    const about = { requestId, discordUserId, kind, command, payload, state, session, expiresAt };
    return { ...about, needsProof: row.needsProof, isProved, attempts: row.attempts };
  };

/** Deletes at most `limit` rows that are a day old and settled; returns how many. */
export const prunePending = async (
  { pool, clock }: { readonly pool: Pool; readonly clock: Clock },
  limit: number,
): Promise<number> => store.deletePendingBefore(pool, firstIdAt(clock.now() - retentionMs), limit);

export function createPending(tools: {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly nextId: IdSource;
  readonly limits: SessionLimits;
  readonly keys: Keys;
  readonly report: ReportEvent;
  /** Whether cards, and lines of the log, are posted to staff channels. */
  readonly desk: { readonly cards: boolean; readonly log: boolean };
  readonly prove: Prove;
}): PendingService {
  const { pool, clock, nextId, limits, report, desk, prove } = tools;
  const key = tools.keys.conversations;

  const actionOf = actionReader(key, report);
  const { find, take, cancelTaken, finish } = togetherOf(pool, limits);

  return {
    open: async ({ discordUserId, kind, command, payload, needsProof = false }) => {
      const bytes = Buffer.from(payload);
      assert(
        bytes.length <= payloadBytesMax,
        `a conversation has at most ${payloadBytesMax} bytes`,
      );
      const id = nextId() as m.RequestId;
      const sealed = seal(key, bytes, placeOf(id));
      const content = { discordUserId, kind, command, payload: sealed, needsProof };
      const row = { id, ...content, liveMs: liveMs[kind] };
      await withTransaction(pool, async (tx) => {
        await store.insertPending(tx, row);
        await store.cancelSurplusOf(tx, discordUserId, openMax);
      });
      const written = await find(id, discordUserId);
      assert(written !== null, 'the new row can be read');
      return actionOf(written);
    },
    unanswered: async (limit) => {
      const ids = await store.findOpen(pool, firstIdAt(clock.now() - liveMs.DRAFT), limit);
      if (ids.length === 0) return [];
      const found = await store.findPendings(pool, ids, limits);
      return ids.flatMap((id) => found.get(id) ?? []).map(actionOf);
    },
    find: async (id, discordUserId) => {
      const row = await find(id, discordUserId);
      return row === null ? null : actionOf(row);
    },
    prove: async (id, session, proof) => {
      const row = typeof proof === 'string' ? null : await find(id, session.discordUserId);
      const about = row === null ? '' : aboutCard(actionOf(row));
      await prove(session, proof, { ...purposeOf(find, id, session), about });
    },
    take: async (id, discordUserId, session) => {
      // The mark makes taking idempotent: after a lost answer it shows whether this call took it.
      const takenBy = nextId();
      const sessionId = session?.id ?? null;
      const row = await untilKnown(() => take({ id, discordUserId, takenBy, sessionId }), {
        withinMs: takenWithinMs,
      });
      if (row?.discordUserId !== discordUserId) return null;
      return { action: actionOf(row), takenNow: row.takenBy === takenBy };
    },
    requireProof: async (id, discordUserId) => store.requireProof(pool, id, discordUserId),
    cancel: async (id, discordUserId) => store.cancelPending(pool, id, discordUserId),
    settle: async (id, outcome) => {
      await (outcome === 'DONE' ? finish : cancelTaken)(id);
    },
    claimUnsettled: async (olderThanMs, limit) => {
      const ids = await claimUnsettled(pool, { olderThanMs, limit, leaseMs });
      if (ids.length === 0) return [];
      const found = await store.findPendings(pool, ids, limits);
      return ids.flatMap((id) => found.get(id) ?? []).map(actionOf);
    },
    ...createEnds({ pool, nextId, report, desk }),
  };
}

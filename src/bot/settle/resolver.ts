/**
 * Finishes confirmed requests whose outcome did not reach the customer: after a crash between
 * taking and answering, or a lost COMMIT. It runs the same request again and sends the outcome.
 * Attempts of taken rows are counted in the database, those of watched presses here.
 */
import { type Bank, BankError, type PendingAction, type RequestId } from '../../bank/index.ts';
import { elapsedMs } from '../../lib/clock.ts';
import type { Notes } from '../../lib/notes.ts';
import { startWorker } from '../../lib/worker.ts';
import { toldTo } from '../../log/failed-round.ts';
import { createPressNotes, type Press } from './press-notes.ts';
import { attemptsMax, createResolution, type ResolutionTools } from './resolution.ts';
import { createWatchList } from './watch-list.ts';

const everyMs = 4_000;
const slowestMs = 8_000;
/** Longer than any answer takes; together with the pause between rounds well below 30 s. */
const silentMs = 15_000;
const claimMax = 20;
/** How long a claimed row is this process's: shorter than the claim, by more than one attempt. */
const claimedMs = 40_000;

export interface Resolver {
  /** Resolves a taken row in the next round, without waiting `silentMs`. */
  watch(press: Press): void;
  /**
   * Resolves a row that may not be taken, because the database did not answer. A note on disk makes
   * sure that the customer is sent the outcome even if this process dies.
   */
  keep(press: Press): Promise<void>;
  close(): Promise<void>;
}

/** Rows that this process has claimed. */
function createClaims(pending: Bank['pending']) {
  const until = new Map<RequestId, number>();
  return {
    has: (requestId: RequestId): boolean => (until.get(requestId) ?? 0) > elapsedMs(),
    more: async (): Promise<readonly PendingAction[]> => {
      const now = elapsedMs();
      for (const [requestId, ms] of until) if (ms <= now) until.delete(requestId);
      const claimed = await pending.claimUnsettled(silentMs, claimMax);
      for (const { requestId } of claimed) until.set(requestId, now + claimedMs);
      return claimed;
    },
  };
}

export function startResolver(tools: ResolutionTools & { readonly notes: Notes }): Resolver {
  const { logger, bank } = tools;
  const { pending } = bank;
  const resolution = createResolution(tools);
  const failed = toldTo(logger, { command: 'resolver', step: 'resolve' });
  const list = createWatchList(createPressNotes(tools.notes, failed), failed);
  let areNotesRead = false;
  const claims = createClaims(pending);

  const lookAgain = async ({ requestId, discordUserId, sessionId }: Press): Promise<boolean> => {
    const session = sessionId === null ? null : { id: sessionId };
    const taken = await pending.take(requestId, discordUserId, session);
    if (taken === null || taken.action.state === 'DONE') return true;
    if (taken.action.state === 'OPEN') {
      // A proof is missing, and the card says that the outcome is unknown: cancel, then report.
      await pending.cancel(requestId, discordUserId);
      return false;
    }
    if (taken.action.state === 'STUCK') return true;
    // The refusal may not have arrived. If it did, Discord drops this second message.
    if (taken.action.state !== 'TAKEN') {
      await resolution.reportNoEffect(taken.action);
      return true;
    }
    // Claimed by another process, which counts the attempts.
    if (taken.action.attempts > 0 && !claims.has(requestId)) return true;
    return resolution.resolve(taken.action);
  };
  /** Retried without limit while the bank is unavailable, and a few times after other failures. */
  const afterFailure = async (press: Press, failures: number, error: unknown): Promise<void> => {
    if (error instanceof BankError) return list.schedule(press, failures);
    failed(error);
    if (failures < attemptsMax) return list.schedule(press, failures + 1);
    const { discordUserId } = press;
    await resolution.keepUnsent(press.requestId).catch(failed);
    logger.event('bot.notice', { discordUserId, code: 'GIVEN_UP', attempts: failures });
    return list.finish(press);
  };
  const attempt = async (press: Press, work: () => Promise<boolean>): Promise<void> => {
    const failures = list.failuresOf(press.requestId);
    try {
      if (await work()) await list.finish(press);
      else list.schedule(press, failures);
    } catch (error) {
      await afterFailure(press, failures, error);
    }
  };
  const work = async (): Promise<boolean> => {
    if (!areNotesRead) await list.readNotes().catch(failed);
    areNotesRead = true;
    for (const press of list.due()) await attempt(press, async () => lookAgain(press));
    const claimed = await claims.more();
    for (const action of claimed) {
      const { requestId, discordUserId, session } = action;
      const press: Press = { requestId, discordUserId, sessionId: session?.id ?? null };
      await attempt(press, async () => resolution.resolve(action));
    }
    return claimed.length === claimMax;
  };
  const worker = startWorker({ everyMs, slowestMs, work, failed });
  return {
    watch: (press) => list.schedule(press, 0),
    keep: async (press) => list.keep(press),
    close: async () => worker.close(),
  };
}

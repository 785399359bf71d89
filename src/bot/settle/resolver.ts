/**
 * Finishes confirmed requests whose outcome did not reach the customer: after a crash between
 * taking and answering, or a lost COMMIT. It runs the same request again and sends the outcome.
 * Attempts of taken rows are counted in the database, those of watched presses here.
 */
import { BankError, type PendingAction, type RequestId, type Session } from '../../bank/index.ts';
import { elapsedMs } from '../../lib/clock.ts';
import { doubled } from '../../lib/retry.ts';
import { startWorker } from '../../lib/worker.ts';
import { toldTo } from '../../log/failed-round.ts';
import { attemptsMax, createResolution, type ResolutionTools } from './resolution.ts';

const everyMs = 4_000;
const slowestMs = 8_000;
/** Longer than any answer takes; together with the pause between rounds well below 30 s. */
const silentMs = 15_000;
const claimMax = 20;
const watchedMax = 1_000;
const pauses = { baseMs: everyMs, capMs: 5 * 60_000 };

/** A press whose row is taken, or may be. */
export interface Waiting {
  readonly action: Pick<PendingAction, 'requestId' | 'discordUserId'>;
  readonly context: { readonly session: Session | null };
}
interface Watched extends Waiting {
  /** Failed attempts, by Discord or by the bot. */
  readonly failures: number;
  readonly dueAt: number;
}

export interface Resolver {
  /** Resolves it in the next round, without waiting `silentMs`. */
  watch(waiting: Waiting): void;
  close(): Promise<void>;
}

export function startResolver(tools: ResolutionTools): Resolver {
  const { logger, bank } = tools;
  const { pending } = bank;
  const resolution = createResolution(tools);
  const watched = new Map<RequestId, Watched>();

  const schedule = (waiting: Waiting, failures: number): void => {
    const dueAt = failures === 0 ? 0 : elapsedMs() + doubled(failures - 1, pauses);
    const { action, context } = waiting;
    watched.set(action.requestId, { action, context, failures, dueAt });
    if (watched.size > watchedMax) watched.delete(watched.keys().next().value!);
  };
  const lookAgain = async ({ action, context }: Waiting): Promise<boolean> => {
    const { requestId, discordUserId } = action;
    const taken = await pending.take(requestId, discordUserId, context.session);
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
    // Already claimed from its row, which counts the attempts.
    if (taken.action.attempts > 0) return true;
    return resolution.resolve(taken.action, taken.action.session ?? context.session);
  };
  const failed = toldTo(logger, { command: 'resolver', step: 'resolve' });
  /** Retried without limit while the bank is unavailable, and a few times after other failures. */
  const afterFailure = (waiting: Waiting, failures: number, error: unknown): void => {
    if (error instanceof BankError) return schedule(waiting, failures);
    failed(error);
    if (failures < attemptsMax) return schedule(waiting, failures + 1);
    const { requestId, discordUserId } = waiting.action;
    watched.delete(requestId);
    logger.event('bot.notice', { discordUserId, code: 'GIVEN_UP', attempts: failures });
  };
  const attempt = async (waiting: Waiting, work: () => Promise<boolean>): Promise<void> => {
    const failures = watched.get(waiting.action.requestId)?.failures ?? 0;
    try {
      if (await work()) watched.delete(waiting.action.requestId);
      else schedule(waiting, failures);
    } catch (error) {
      afterFailure(waiting, failures, error);
    }
  };
  const work = async (): Promise<boolean> => {
    const now = elapsedMs();
    for (const waiting of Array.from(watched.values())) {
      if (waiting.dueAt <= now) await attempt(waiting, async () => lookAgain(waiting));
    }
    const claimed = await pending.claimUnsettled(silentMs, claimMax);
    for (const action of claimed) {
      const { session } = action;
      await attempt({ action, context: { session } }, async () =>
        resolution.resolve(action, session),
      );
    }
    return claimed.length === claimMax;
  };
  const worker = startWorker({ everyMs, slowestMs, work, failed });
  return { watch: (waiting) => schedule(waiting, 0), close: async () => worker.close() };
}

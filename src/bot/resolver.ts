/**
 * Finishes what was confirmed and whose outcome nobody told: after a crash between taking and
 * answering, or a lost COMMIT. It runs the same request again and tells the customer by message.
 */
import type { PendingAction } from '../bank/bank.ts';
import { BankError } from '../bank/errors.ts';
import type { RequestId, Session } from '../bank/model.ts';
import { createResolution, type ResolutionTools } from './resolution.ts';
import { startWorker } from './worker.ts';

const everyMs = 4_000;
const slowestMs = 8_000;
/** Longer than any answer under way takes; together with a pause well within half a minute. */
const silentMs = 15_000;
const claimMax = 20;
const watchedMax = 1_000;

/** A press whose row is, or may be, taken. */
export interface Waiting {
  readonly action: Pick<PendingAction, 'requestId' | 'discordUserId'>;
  readonly context: { readonly session: Session | null };
}

export interface Resolver {
  /** Looks into it at the next round, without waiting for the row to count as silent. */
  watch(waiting: Waiting): void;
  close(): Promise<void>;
}

export function startResolver(tools: ResolutionTools): Resolver {
  const { pending } = tools.bank;
  const resolution = createResolution(tools);
  const watched = new Map<RequestId, Waiting>();

  const watch = (waiting: Waiting): void => {
    watched.set(waiting.action.requestId, waiting);
    if (watched.size > watchedMax) watched.delete(watched.keys().next().value!);
  };
  const lookAgain = async ({ action, context }: Waiting): Promise<boolean> => {
    const { requestId, discordUserId } = action;
    const taken = await pending.take(requestId, discordUserId, context.session);
    if (taken === null || taken.action.state === 'DONE') return true;
    if (taken.action.state === 'OPEN') {
      // A proof is missing, and its card says by now that nobody knows: closed first, then told.
      await pending.cancel(requestId, discordUserId);
      return false;
    }
    // Whoever refused it may have been unable to tell; Discord drops the second of two messages.
    if (taken.action.state !== 'TAKEN') {
      await resolution.tellNothing(taken.action);
      return true;
    }
    return resolution.resolve(taken.action, taken.action.session ?? context.session);
  };
  const failed = (error: unknown): void => {
    if (error instanceof BankError) return;
    tools.logger.event('bot.failed', { command: 'resolver', step: 'resolve' }, error);
  };
  /** What fails stays watched: the database or Discord may be back at the next round. */
  const attempt = async (waiting: Waiting, work: () => Promise<boolean>): Promise<void> => {
    try {
      if (await work()) watched.delete(waiting.action.requestId);
      else watch(waiting);
    } catch (error) {
      watch(waiting);
      failed(error);
    }
  };
  const work = async (): Promise<boolean> => {
    for (const waiting of Array.from(watched.values())) {
      await attempt(waiting, async () => lookAgain(waiting));
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
  return { watch, close: async () => worker.close() };
}

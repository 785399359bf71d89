/**
 * Finishes what was confirmed and whose outcome nobody told: after a crash between taking and
 * answering, or a lost COMMIT. It runs the same request again and tells the customer by message.
 */
import type { Bank, PendingAction } from '../bank/bank.ts';
import { BankError } from '../bank/errors.ts';
import type { DiscordUserId, Place, RequestId, Session } from '../bank/model.ts';
import type { Clock } from '../lib/clock.ts';
import type { Logger } from '../logger.ts';
import type { CommandSummary, Context } from './command.ts';
import type { Messenger } from './messenger.ts';
import { errorReply } from './problem.ts';
import type { Registry } from './registry.ts';
import { render } from './replies/render.ts';
import { refuse, text, type Reply } from './replies/reply.ts';
import type { Outcome, Settler } from './settling.ts';
import { lateReply } from './stages/late.ts';
import { startWorker, type Worker } from './worker.ts';

const everyMs = 4_000;
/** Longer than any answer under way takes; together with `everyMs` well within half a minute. */
const silentMs = 15_000;
const claimMax = 20;
const watchedMax = 1_000;
const nowhere: Place = { guildId: null, channelId: '0' };

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

const lapsed = refuse(
  'Your payment was not made',
  text('The bank was away when you confirmed, and the card has ended. Nothing moved.'),
);

export function startResolver(tools: {
  readonly bank: Bank;
  readonly bankName: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly registry: Registry;
  readonly summaries: readonly CommandSummary[];
  readonly messenger: Messenger;
  readonly settler: Settler;
}): Resolver {
  const { bank, bankName, clock, logger, registry, summaries, messenger, settler } = tools;
  const watched = new Map<RequestId, Waiting>();

  const watch = (waiting: Waiting): void => {
    watched.set(waiting.action.requestId, waiting);
    if (watched.size > watchedMax) watched.delete(watched.keys().next().value!);
  };
  const contextFor = (person: DiscordUserId, session: Session | null): Context => ({
    bank,
    bankName,
    person,
    place: session?.place ?? nowhere,
    now: clock.now(),
    identity: null,
    session,
    commands: summaries,
  });
  const tell = async (action: PendingAction, reply: Reply, code: string): Promise<void> => {
    const { requestId, discordUserId, command } = action;
    const rendered = render(reply, { path: command, row: null });
    await messenger.send(discordUserId, rendered, `${requestId}`);
    logger.event('bot.resolved', { command, discordUserId, code });
  };
  const tellOutcome = async (action: PendingAction, outcome: Outcome): Promise<void> => {
    if (outcome.kind === 'booked') {
      await tell(action, outcome.reply, 'BOOKED');
      await bank.pending.settle(action.requestId, 'DONE');
    } else if (outcome.kind === 'refused') {
      await tell(action, errorReply(outcome.error), outcome.error.code);
    } else if (outcome.kind === 'gone') {
      await tell(action, lateReply('no-command'), 'NO_COMMAND');
    }
  };
  /** Whether it is over. */
  const resolve = async (action: PendingAction, session: Session | null): Promise<boolean> => {
    const command = registry.get(action.command);
    if (command === undefined || settler.isUnderway(action.requestId)) return true;
    const context = contextFor(action.discordUserId, session);
    const outcome = await settler.run({ action, command, context });
    await tellOutcome(action, outcome);
    return outcome.kind !== 'unknown';
  };
  const lookAgain = async ({ action, context }: Waiting): Promise<boolean> => {
    const { requestId, discordUserId } = action;
    const taken = await bank.pending.take(requestId, discordUserId, context.session);
    if (taken?.action.state === 'EXPIRED') await tell(taken.action, lapsed, 'EXPIRED');
    if (taken?.action.state !== 'TAKEN') return true;
    return resolve(taken.action, taken.action.session ?? context.session);
  };
  /** What fails stays watched: the database or Discord may be back at the next round. */
  const attempt = async (waiting: Waiting, work: () => Promise<boolean>): Promise<void> => {
    try {
      if (await work()) watched.delete(waiting.action.requestId);
      else watch(waiting);
    } catch (error) {
      watch(waiting);
      if (!(error instanceof BankError)) failed(error);
    }
  };
  const failed = (error: unknown): void => {
    if (error instanceof BankError) return;
    logger.event('bot.failed', { command: 'resolver', step: 'resolve' }, error);
  };
  const work = async (): Promise<boolean> => {
    for (const waiting of Array.from(watched.values())) {
      await attempt(waiting, async () => lookAgain(waiting));
    }
    const claimed = await bank.pending.claimUnsettled(silentMs, claimMax);
    for (const action of claimed) {
      const { session } = action;
      const waiting = { action, context: { session } };
      await attempt(waiting, async () => resolve(action, session));
    }
    return claimed.length === claimMax;
  };
  const worker: Worker = startWorker({ everyMs, work, failed });
  return { watch, close: async () => worker.close() };
}

/** Messages of one channel: leased, ended when sent, given up after too many attempts. */
import { isUnavailable } from '../../db/errors.ts';
import { gathered } from '../../db/gathered.ts';
import type { Pool } from '../../db/pool.ts';
import { doubled } from '../../lib/retry.ts';
import type { ReportEvent } from '../model/index.ts';
import type { Sources } from './kinds/sources.ts';
import { type ClaimedMessage, claimRuns, type Run, unknownKinds } from './store/claims.ts';
import * as store from './store/outbox.ts';
import { unknownKindsReporter } from './unknown-kinds.ts';

/** Longer than sending may take; afterwards the messages of a dead sender are due again. */
export const leaseMs = 60_000;
export const attemptsMax = 12;
const pauses = { baseMs: 5_000, capMs: 15 * 60_000 };
/** Of one claim: messages that are only kept, held or dropped leave room for more. */
const roundsMax = 20;
/** Writes about ended messages are batched every 10 ms. */
export const endSpacingMs = 10;

export const pauseAfter = (attempts: number): number => doubled(attempts - 1, pauses);

export interface DeliveryTools {
  readonly pool: Pool;
  readonly sources: Sources;
  readonly report: ReportEvent;
}

/** Makes a claimed message ready to send; null: there is nothing to send. */
type ToMessage<Message> = (claimed: ClaimedMessage, run: Run) => Promise<Message | null>;

type Ids = readonly bigint[];

interface Delivering {
  readonly channel: store.Channel;
  /** At most this many payments of one direction are sent in one message. */
  readonly runMax: number;
  /** What becomes of messages that were given up. Default: they are deleted. */
  readonly givenUp?: (ids: Ids) => Promise<void>;
}

/** Deletes messages, several callers' in one statement. */
export function forgetting({ pool }: Pick<DeliveryTools, 'pool'>): (ids: Ids) => Promise<void> {
  const forget = gathered(
    { ...pool.limits, spacingMs: endSpacingMs },
    async (lists: readonly Ids[]) => {
      await store.deleteMessages(pool, lists.flat());
      return lists;
    },
  );
  return async (ids) => {
    await forget(ids);
  };
}

/** Claims of one channel. A message that cannot be read fails alone. */
export function deliveries<Message>(
  tools: DeliveryTools,
  { channel, runMax, givenUp = forgetting(tools) }: Delivering,
  toMessage: ToMessage<Message>,
) {
  const { pool, report } = tools;
  const reportUnknownKinds = unknownKindsReporter(report, async () => unknownKinds(pool, channel));
  const leased = { runMax, leaseMs };
  const giveUp = async (ids: Ids, kinds: readonly string[], reason: string): Promise<void> => {
    await givenUp(ids);
    for (const kind of kinds) report({ name: 'noticeGivenUp', kind, reason });
  };
  /** Messages that were sent as one fail as one. */
  const failed = async (
    ids: Ids,
    reason: string,
    {
      final = false,
      wasSent = 'no',
    }: { readonly final?: boolean; readonly wasSent?: store.WasSent },
  ): Promise<void> => {
    const found = await store.findMessages(pool, ids);
    if (found.length === 0) return;
    const attempts = Math.max(...found.map((message) => message.attempts));
    const kinds = found.map(({ kind }) => kind);
    if (final || attempts >= attemptsMax) return giveUp(ids, kinds, reason);
    await store.postponeMessages(pool, ids, { delayMs: pauseAfter(attempts), wasSent });
  };
  const messagesOf = async (run: Run): Promise<readonly Message[]> => {
    const [head] = run;
    // Claimed too often without an outcome: sending it may have crashed the sender each time.
    if (head.attempts > attemptsMax) {
      const kinds = run.map(({ subject }) => subject.kind);
      await giveUp(
        run.map(({ id }) => id),
        kinds,
        'ATTEMPTS',
      );
      return [];
    }
    try {
      const message = await toMessage(head, run);
      return message === null ? [] : [message];
    } catch (error) {
      if (isUnavailable(error)) throw error;
      if (run.length > 1)
        return (await Promise.all(run.map(async (one) => messagesOf([one])))).flat();
      report({ name: 'unreadable', what: 'message', id: head.id });
      await failed([head.id], 'UNREADABLE', {
        wasSent: head.triedAt === null ? 'no' : 'perhaps',
      });
    }
    return [];
  };
  return {
    claim: async (limit: number): Promise<readonly Message[]> => {
      await reportUnknownKinds();
      const found: Message[] = [];
      for (let round = 0; round < roundsMax; round += 1) {
        const runs = await claimRuns(pool, { channel, limit: limit - found.length, ...leased });
        const messages = (await Promise.all(runs.map(messagesOf))).flat();
        found.push(...messages);
        // What is not to be sent makes room for others.
        if (messages.length === runs.length) break;
      }
      return found;
    },
    failed,
  };
}

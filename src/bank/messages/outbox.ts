/** The outbox: messages are leased, deleted when sent, and given up after too many attempts. */
import { isUnavailable } from '../../db/errors.ts';
import { gathered } from '../../db/gathered.ts';
import type { Pool } from '../../db/pool.ts';
import { assert } from '../../lib/assert.ts';
import type { IdSource } from '../../lib/ids.ts';
import { doubled } from '../../lib/retry.ts';
import type { Keys } from '../keys/index.ts';
import { isErasedMark, type ReportEvent } from '../model/index.ts';
import {
  type DeskNotice,
  isForStaff,
  isPersonal,
  type Notice,
  contentOf,
} from './kinds/registry.ts';
import type { Sources } from './kinds/sources.ts';
import { openMail } from './letters.ts';
import type {
  DeskMessage,
  DeskOutboxService,
  MailMessage,
  MailService,
  OutboxMessage,
  OutboxService,
} from './service.ts';
import { type ClaimedMessage, claimRuns, type Run, unknownKinds } from './store/claims.ts';
import * as store from './store/outbox.ts';
import { tellPayers } from './store/payers.ts';
import { unknownKindsReporter } from './unknown-kinds.ts';

/** Longer than sending may take; afterwards the messages of a dead sender are due again. */
export const leaseMs = 60_000;
export const attemptsMax = 12;
const pauses = { baseMs: 5_000, capMs: 15 * 60_000 };
/** Payments of one direction in one message; more would be too long to read. */
const paymentsTogetherMax = 10;
/** Deletes of sent messages are batched every 10 ms. */
const forgetSpacingMs = 10;

export const pauseAfter = (attempts: number): number => doubled(attempts - 1, pauses);

interface Tools {
  readonly pool: Pool;
  readonly sources: Sources;
  readonly report: ReportEvent;
}

/** Makes a claimed message ready to send; null: it is no longer needed. */
type ToMessage<Message> = (claimed: ClaimedMessage, run: Run) => Promise<Message | null>;

interface Delivering {
  readonly channel: store.Channel;
  /** At most this many payments of one direction are sent in one message. */
  readonly runMax: number;
}

/** Claims of one channel. A message that cannot be read fails alone. */
function deliveries<Message>(
  tools: Tools,
  { channel, runMax }: Delivering,
  toMessage: ToMessage<Message>,
) {
  const { pool, report } = tools;
  const reportUnknownKinds = unknownKindsReporter(report, async () => unknownKinds(pool, channel));
  const forget = gathered(
    { ...pool.limits, spacingMs: forgetSpacingMs },
    async (ids: readonly bigint[]) => {
      await store.deleteMessages(pool, ids);
      return ids;
    },
  );
  const giveUp = async (id: bigint, kind: string, reason: string): Promise<void> => {
    await forget(id);
    report({ name: 'noticeGivenUp', kind, reason });
  };
  const failed = async (id: bigint, reason: string, final: boolean): Promise<void> => {
    const message = await store.findMessage(pool, id);
    if (message === null) return;
    if (final || message.attempts >= attemptsMax) return giveUp(id, message.kind, reason);
    await store.postponeMessage(pool, id, pauseAfter(message.attempts));
  };
  const messagesOf = async (run: Run): Promise<readonly Message[]> => {
    const [head] = run;
    // Claimed too often without an outcome: sending it may have crashed the sender each time.
    if (head.attempts > attemptsMax) {
      await Promise.all(run.map(async ({ id, subject }) => giveUp(id, subject.kind, 'ATTEMPTS')));
      return [];
    }
    try {
      const message = await toMessage(head, run);
      if (message !== null) return [message];
    } catch (error) {
      if (isUnavailable(error)) throw error;
      if (run.length > 1)
        return (await Promise.all(run.map(async (one) => messagesOf([one])))).flat();
      report({ name: 'unreadable', what: 'message', id: head.id });
      await failed(head.id, 'UNREADABLE', false);
      return [];
    }
    await Promise.all(run.map(async ({ id }) => forget(id)));
    return [];
  };
  return {
    claim: async (limit: number): Promise<readonly Message[]> => {
      await reportUnknownKinds();
      const runs = await claimRuns(pool, { channel, limit, runMax, leaseMs });
      return (await Promise.all(runs.map(messagesOf))).flat();
    },
    sent: async (id: bigint): Promise<void> => {
      await forget(id);
    },
    failed,
  };
}

/** Merges payments of one direction into one notice; other runs have one notice. */
function inOne(notices: readonly Notice[]): Notice | null {
  const [first = null] = notices;
  if (first === null || !('entries' in first)) return first;
  const entries = notices.flatMap((one) => ('entries' in one ? one.entries : []));
  return { ...first, entries };
}

export function createDeskOutbox(tools: Tools, channel: store.DeskChannel): DeskOutboxService {
  return deliveries(tools, { channel, runMax: 1 }, async (claimed): Promise<DeskMessage | null> => {
    const { id, attempts, subject } = claimed;
    assert(isForStaff(subject), 'staff channels get only messages for staff');
    const notice = await contentOf<DeskNotice>(tools.sources, claimed);
    return notice && { id, notice, attempts };
  });
}

export function createOutbox(tools: Tools & { readonly nextId: IdSource }): OutboxService {
  const noticeOf = async (claimed: ClaimedMessage): Promise<Notice | null> => {
    assert(isPersonal(claimed.subject), 'direct messages are for customers');
    return contentOf<Notice>(tools.sources, claimed);
  };
  const { claim, sent, failed } = deliveries(
    tools,
    { channel: 'DM', runMax: paymentsTogetherMax },
    async ({ recipient, language, attempts }, run): Promise<OutboxMessage | null> => {
      // The customer was erased after the message was written.
      if (isErasedMark(recipient)) return null;
      const ids = run.map(({ id }) => id);
      const notices = await Promise.all(run.map(noticeOf));
      const notice = inOne(notices.filter((one) => one !== null));
      return notice && { ids, channel: 'DM', recipient, language, notice, attempts };
    },
  );
  return {
    claim: async (limit) => {
      await tellPayers(tools.pool, tools.nextId);
      return claim(limit);
    },
    sent: async (ids) => {
      await Promise.all(ids.map(sent));
    },
    failed: async (ids, reason, final) => {
      await Promise.all(ids.map(async (id) => failed(id, reason, final)));
    },
  };
}

async function codeNotice({ code: find }: Sources, codeId: bigint, code: string) {
  const found = await find(codeId);
  return found && { kind: 'CODE' as const, ...found, code };
}

export function createMail(tools: Tools & { readonly keys: Keys }): MailService {
  const { keys, sources } = tools;
  return deliveries(
    tools,
    { channel: 'MAIL', runMax: 1 },
    async (claimed): Promise<MailMessage | null> => {
      const { id, language, attempts, subject, sealed } = claimed;
      assert(sealed !== null, 'a mail has an address');
      const { address, code } = openMail(keys, id, sealed);
      const notice =
        subject.kind === 'CODE'
          ? await codeNotice(sources, subject.codeId, code ?? '')
          : isPersonal(subject)
            ? await contentOf<Notice>(sources, claimed)
            : null;
      return notice && { id, channel: 'MAIL', address, language, notice, attempts };
    },
  );
}

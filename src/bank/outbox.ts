/** Messages that wait to be sent: claimed for a while, deleted when sent, given up after a time. */
import { gathered } from '../db/gathered.ts';
import type { Pool } from '../db/pool.ts';
import { assert } from '../lib/assert.ts';
import type {
  DeskMessage,
  DeskOutboxService,
  MailMessage,
  MailService,
  OutboxMessage,
  OutboxService,
} from './bank.ts';
import type { ReportEvent } from './events.ts';
import { openMail } from './mail-letters.ts';
import { codeNoticeOf, inOne, noticeReader } from './notices.ts';
import type { Keys } from './secrets.ts';
import { deskNoticeOf } from './staff/desk-notices.ts';
import { claimRuns, type ClaimedMessage, type Run } from './store/outbox-claims.ts';
import * as store from './store/outbox.ts';
import type { SessionLimits } from './store/sessions.ts';

/** Longer than sending may take; a sender that died gives its messages back after it. */
export const leaseMs = 60_000;
export const attemptsMax = 12;
const firstPauseMs = 5_000;
const pauseMaxMs = 15 * 60_000;
/** More would make a message too long to read. */
const paymentsTogetherMax = 10;
/** What was sent is forgotten together with what is sent a moment later. */
const forgetSpacingMs = 10;

export const pauseAfter = (attempts: number): number =>
  Math.min(pauseMaxMs, firstPauseMs * 2 ** Math.max(0, attempts - 1));

interface Tools {
  readonly pool: Pool;
  readonly limits: SessionLimits;
  readonly report: ReportEvent;
}

/**
 * Claims of one channel; `toMessage` answers null when there is nothing to tell any more. Up to
 * `runMax` payments that a person has received travel in one message.
 */
function deliveries<Message>(
  { pool, report }: Tools,
  { channel, runMax }: { readonly channel: store.Channel; readonly runMax: number },
  toMessage: (claimed: ClaimedMessage, run: Run) => Promise<Message | null>,
) {
  const forget = gathered(
    { ...pool.limits, spacingMs: forgetSpacingMs },
    async (ids: readonly bigint[]) => {
      await store.deleteMessages(pool, ids);
      return ids;
    },
  );
  const toldOf = async (run: Run): Promise<readonly Message[]> => {
    const message = await toMessage(run[0], run);
    if (message !== null) return [message];
    await Promise.all(run.map(async ({ id }) => forget(id)));
    return [];
  };
  return {
    claim: async (limit: number): Promise<readonly Message[]> => {
      const runs = await claimRuns(pool, { channel, limit, runMax, leaseMs });
      return (await Promise.all(runs.map(toldOf))).flat();
    },
    sent: async (id: bigint): Promise<void> => {
      await forget(id);
    },
    failed: async (id: bigint, reason: string, final: boolean): Promise<void> => {
      const message = await store.findMessage(pool, id);
      if (message === null) return;
      if (!final && message.attempts < attemptsMax) {
        await store.postponeMessage(pool, id, pauseAfter(message.attempts));
        return;
      }
      await forget(id);
      report({ name: 'noticeGivenUp', kind: message.kind, reason });
    },
  };
}

const isPersonal = (subject: store.Subject): subject is store.PersonalSubject =>
  ['MONEY_RECEIVED', 'NEW_LOGIN', 'DEPOSIT_DECIDED', 'SECURITY'].includes(subject.kind);

export function createDeskOutbox(tools: Tools, channel: store.DeskChannel): DeskOutboxService {
  return deliveries(tools, { channel, runMax: 1 }, async (claimed): Promise<DeskMessage | null> => {
    const { id, attempts, subject } = claimed;
    assert(!isPersonal(subject) && subject.kind !== 'CODE', 'nothing personal stands in a channel');
    const notice = await deskNoticeOf(tools.pool, subject);
    return notice && { id, notice, attempts };
  });
}

function personal({ subject }: ClaimedMessage): store.PersonalSubject {
  assert(isPersonal(subject), 'codes travel by mail, the staff’s matters to their channels');
  return subject;
}

export function createOutbox(tools: Tools): OutboxService {
  const noticeOf = noticeReader(tools.pool, tools.limits);
  const { claim, sent, failed } = deliveries(
    tools,
    { channel: 'DM', runMax: paymentsTogetherMax },
    async ({ recipient, attempts }, run): Promise<OutboxMessage | null> => {
      const ids = run.map(({ id }) => id);
      const notices = await Promise.all(run.map(async (one) => noticeOf(personal(one))));
      const notice = inOne(notices.filter((one) => one !== null));
      return notice && { ids, channel: 'DM', recipient, notice, attempts };
    },
  );
  return {
    claim,
    sent: async (ids) => {
      await Promise.all(ids.map(sent));
    },
    failed: async (ids, reason, final) => {
      await Promise.all(ids.map(async (id) => failed(id, reason, final)));
    },
  };
}

export function createMail(tools: Tools & { readonly keys: Keys }): MailService {
  const { pool, limits, keys } = tools;
  const noticeOf = noticeReader(pool, limits);
  return deliveries(
    tools,
    { channel: 'MAIL', runMax: 1 },
    async (claimed): Promise<MailMessage | null> => {
      const { id, attempts, subject, sealed } = claimed;
      assert(sealed !== null, 'a mail has an address');
      const { address, code } = openMail(keys, id, sealed);
      const notice =
        subject.kind === 'CODE'
          ? await codeNoticeOf(pool, subject.codeId, code ?? '')
          : isPersonal(subject)
            ? await noticeOf(subject)
            : null;
      return notice && { id, channel: 'MAIL', address, notice, attempts };
    },
  );
}

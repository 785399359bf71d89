import type { Pool } from '../db/pool.ts';
import type { Notice, OutboxMessage, OutboxService } from './bank.ts';
import type { ReportEvent } from './events.ts';
import { amountOf } from './money.ts';
import { numberTail } from './parse/account-number.ts';
import { referenceOf } from './parse/reference.ts';
import { counterpartyOf } from './statements.ts';
import { readEntry } from './store/history.ts';
import * as store from './store/outbox.ts';
import { findSession, type SessionLimits } from './store/sessions.ts';

/** Longer than sending may take; a sender that died gives its messages back after it. */
const leaseMs = 60_000;
const attemptsMax = 12;
const firstPauseMs = 5_000;
const pauseMaxMs = 15 * 60_000;

export const pauseAfter = (attempts: number): number =>
  Math.min(pauseMaxMs, firstPauseMs * 2 ** Math.max(0, attempts - 1));

export function createOutbox(tools: {
  readonly pool: Pool;
  readonly limits: SessionLimits;
  readonly report: ReportEvent;
}): OutboxService {
  const { pool, limits, report } = tools;

  /** Null when its subject is gone, which leaves nothing to tell. */
  const noticeOf = async (subject: store.Subject): Promise<Notice | null> => {
    if (subject.kind === 'NEW_LOGIN') {
      const session = await findSession(pool, subject.sessionId, limits);
      return session && { kind: 'NEW_LOGIN', place: session.place };
    }
    const row = await readEntry(pool, subject.accountId, subject.seq);
    if (row === null) return null;
    return {
      kind: 'MONEY_RECEIVED',
      entry: {
        reference: referenceOf(row.transactionId),
        amount: amountOf(row.amount),
        from: counterpartyOf(row),
        numberTail: numberTail(row.accountNumber),
        memo: row.memo,
      },
    };
  };

  return {
    claim: async (limit) => {
      const messages: OutboxMessage[] = [];
      for (const claimed of await store.claimMessages(pool, { limit, leaseMs })) {
        const notice = await noticeOf(claimed.subject);
        if (notice === null) {
          await store.deleteMessage(pool, claimed.id);
          continue;
        }
        const { id, recipient, attempts } = claimed;
        messages.push({ id, channel: 'DM', recipient, notice, attempts });
      }
      return messages;
    },
    sent: async (id) => store.deleteMessage(pool, id),
    failed: async (id, reason, final) => {
      const message = await store.findMessage(pool, id);
      if (message === null) return;
      if (!final && message.attempts < attemptsMax) {
        await store.postponeMessage(pool, id, pauseAfter(message.attempts));
        return;
      }
      await store.deleteMessage(pool, id);
      report({ name: 'noticeGivenUp', kind: message.kind, reason });
    },
  };
}

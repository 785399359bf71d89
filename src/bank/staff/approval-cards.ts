/**
 * A request's card in the staff's channel becomes its outcome once it is decided, on that card or
 * anywhere else, or has expired. Which cards to change follows from the rows: no way to decide has
 * to think of the card.
 */
import type { Pool } from '../../db/pool.ts';
import type { ApprovalCardsService, ClosedCard } from '../bank-messages.ts';
import type { ReportEvent } from '../events.ts';
import { attemptsMax, leaseMs, pauseAfter } from '../outbox.ts';
import { findApproval } from '../store/approvals.ts';
import * as store from '../store/approval-cards.ts';
import { approvalView } from './approvals.ts';

async function closedCard(pool: Pool, card: store.CardRow): Promise<ClosedCard | null> {
  const { messageId, channelId, approvalId, attempts } = card;
  if (!(await store.leaseCard(pool, messageId, leaseMs))) return null;
  const row = await findApproval(pool, approvalId);
  if (row === null) return null;
  return { messageId, channelId, approval: approvalView(row), attempts: attempts + 1 };
}

export function createApprovalCards(tools: {
  readonly pool: Pool;
  readonly report: ReportEvent;
}): ApprovalCardsService {
  const { pool, report } = tools;
  return {
    posted: async (approvalId, place) => store.insertCard(pool, { ...place, approvalId }),
    claim: async (limit) => {
      const over = await store.cardsOver(pool, limit);
      const cards = await Promise.all(over.map(async (card) => closedCard(pool, card)));
      return cards.filter((card) => card !== null);
    },
    closed: async (messageId) => store.deleteCard(pool, messageId),
    failed: async (messageId, reason, final) => {
      const card = await store.findCard(pool, messageId);
      if (card === null) return;
      if (!final && card.attempts < attemptsMax) {
        await store.postponeCard(pool, messageId, pauseAfter(card.attempts));
        return;
      }
      await store.deleteCard(pool, messageId);
      report({ name: 'noticeGivenUp', kind: 'APPROVAL', reason });
    },
  };
}

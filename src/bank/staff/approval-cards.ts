/**
 * The card of a request in the staff channel shows its outcome once the request is decided, there
 * or elsewhere, or has expired. The rows show which cards to change, so that the code that decides
 * does not deal with cards.
 */
import type { Pool } from '../../db/pool.ts';
import {
  type ApprovalCardsService,
  attemptsMax,
  type ClosedCard,
  leaseMs,
  pauseAfter,
} from '../messages/index.ts';
import type { ReportEvent } from '../model/index.ts';
import { approvalView } from './asking.ts';
import * as store from './store/approval-cards.ts';
import { findSettled } from './store/approvals.ts';

/** Attempts count when they begin, so that a process that ends meanwhile cannot repeat for ever. */
const isWorthTrying = ({ attempts }: store.CardRow): boolean => attempts < attemptsMax;

async function closedCard(pool: Pool, card: store.CardRow): Promise<ClosedCard | null> {
  const { messageId, channelId, approvalId, attempts } = card;
  if (!(await store.leaseCard(pool, messageId, leaseMs))) return null;
  const row = await findSettled(pool, approvalId);
  if (row === null) return null;
  return { messageId, channelId, approval: approvalView(row), attempts: attempts + 1 };
}

export function createApprovalCards(tools: {
  readonly pool: Pool;
  readonly report: ReportEvent;
}): ApprovalCardsService {
  const { pool, report } = tools;
  const giveUp = async (messageId: string, reason: string): Promise<void> => {
    await store.deleteCard(pool, messageId);
    report({ name: 'noticeGivenUp', kind: 'APPROVAL', reason });
  };
  return {
    posted: async (approvalId, place) => store.insertCard(pool, { ...place, approvalId }),
    claim: async (limit) => {
      const over = await store.cardsOver(pool, limit);
      const tried = over.map(async (card) => {
        if (isWorthTrying(card)) return closedCard(pool, card);
        await giveUp(card.messageId, 'NO_ANSWER');
        return null;
      });
      const cards = await Promise.all(tried);
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
      await giveUp(messageId, reason);
    },
  };
}

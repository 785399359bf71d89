/** What payer and payee may do about a transfer afterwards: return it, give thanks, show it. */
import type { Pool } from '../../db/pool.ts';
import { databaseNow } from '../../db/time.ts';
import { withTransaction } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import type { BookedTransaction } from '../ledger/index.ts';
import { insertMessages } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { amountOf, referenceOf, type SessionLimits } from '../model/index.ts';
import { ownTransfer } from './payees/own-transfer.ts';
import { deletePaymentAct, insertPaymentAct } from './store/acts.ts';

export interface PastPayment {
  readonly reference: m.Reference;
  readonly amount: m.Amount;
  readonly bookedAt: Date;
}

/**
 * Each throws SESSION_EXPIRED, and TRANSACTION_UNKNOWN unless the transaction is a transfer that
 * the customer of the session received (`received`, `thank`) or sent (`sent`, `share`).
 */
export interface PaymentActsService {
  received(session: m.Session, id: m.RequestId): Promise<PastPayment>;
  sent(session: m.Session, id: m.RequestId): Promise<PastPayment>;
  /** Sends the payer a fixed message. False if that was done before. */
  thank(session: m.Session, id: m.RequestId): Promise<boolean>;
  /** The payment to show; null if it was shown before. */
  share(session: m.Session, id: m.RequestId): Promise<PastPayment | null>;
  /** After a `share` that did not reach its channel: it may be shown again. */
  unshare(session: m.Session, id: m.RequestId): Promise<void>;
}

const pastOf = ({ id, amount, bookedAt }: BookedTransaction): PastPayment => ({
  reference: referenceOf(id),
  amount: amountOf(amount),
  bookedAt,
});

export function createPaymentActs(tools: {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly limits: SessionLimits;
}): PaymentActsService {
  const { pool, nextId } = tools;
  const sent = async (session: m.Session, id: m.RequestId) =>
    ownTransfer(tools, session, { id, end: 'source' });
  const received = async (session: m.Session, id: m.RequestId) =>
    ownTransfer(tools, session, { id, end: 'target' });
  return {
    sent: async (session, id) => pastOf(await sent(session, id)),
    received: async (session, id) => pastOf(await received(session, id)),
    thank: async (session, id) => {
      const { source } = await received(session, id);
      return withTransaction(pool, async (tx) => {
        if (!(await insertPaymentAct(tx, id, 'THANKED'))) return false;
        const { customerId } = source;
        if (customerId === null) return true;
        const subject = { kind: 'THANKED', transactionId: id } as const;
        await insertMessages(tx, [{ id: nextId(), customerId, subject }], await databaseNow(tx));
        return true;
      });
    },
    share: async (session, id) => {
      const payment = await sent(session, id);
      return (await insertPaymentAct(pool, id, 'SHARED')) ? pastOf(payment) : null;
    },
    unshare: async (session, id) => {
      await sent(session, id);
      await deletePaymentAct(pool, id, 'SHARED');
    },
  };
}

/** Staff see a customer's requests for money, and cancel one with a reason. */
import type { Pool } from '../../db/pool.ts';
import { databaseNow } from '../../db/time.ts';
import { insertMessages, type TellingTools, tellOwner } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { BankError, numberTail } from '../model/index.ts';
import {
  cancelForAsker,
  findParties,
  partiesOf,
  type RequestsOf,
  requestsOf,
  requestView,
} from '../payments/index.ts';
import { lockCustomer } from '../people/index.ts';
import type { StaffActs } from './acts.ts';
import { servedBy } from './looking.ts';
import type { About } from './serving.ts';

export interface CustomerRequests extends RequestsOf {
  readonly holder: m.PartyView;
}

/**
 * All throw SESSION_EXPIRED and STAFF_RIGHT_MISSING. Each view is an audit row, which the customer
 * can read. Nothing here moves money.
 */
export interface CustomerRequestsService {
  /** What the customer is asked for and has asked for. Throws CUSTOMER_UNKNOWN. */
  list(session: m.Session, about: About): Promise<CustomerRequests>;
  /** Throws REQUEST_REFERENCE_UNKNOWN. */
  show(session: m.Session, id: m.RequestId): Promise<m.RequestView>;
  /**
   * Ends what can still be paid; what was paid stays paid. The asker and each payer who could still
   * have paid get a message. Returns the number of these payers; 0: there was nothing left to
   * cancel, and nothing was noted. Throws REQUEST_REFERENCE_UNKNOWN, and STAFF_SELF where the
   * member of staff is the asker or a payer.
   */
  cancel(
    session: m.Session,
    change: { readonly id: m.RequestId; readonly reason: string },
  ): Promise<number>;
}

interface Tools {
  readonly pool: Pool;
  readonly acts: StaffActs;
  readonly notices: TellingTools;
}

const cancelling =
  ({ pool, acts, notices }: Tools): CustomerRequestsService['cancel'] =>
  async (session, { id, reason }) => {
    const { customerId: self } = session;
    // Asker and payers of a request never change.
    const parties = await findParties(pool, id);
    return acts.change(async (tx, auditId) => {
      if (parties !== null) await lockCustomer(tx, parties.asker);
      const standing = await acts.admit(tx, session, 'serve');
      if (parties === null) throw new BankError('REQUEST_REFERENCE_UNKNOWN');
      const { asker: target, payers } = parties;
      if (target === self || payers.includes(self)) throw new BankError('STAFF_SELF');
      const open = await cancelForAsker(tx, id, target);
      if (open.length === 0) return 0;
      const details = { request: `${id}` };
      const noted = { auditId, action: 'REQUEST_CANCELLED_BY_STAFF', session, standing } as const;
      await acts.note(tx, { ...noted, target, reason, details });
      const subject = { kind: 'REQUEST_BY_STAFF', auditId } as const;
      await tellOwner(tx, { ...notices, canMail: false }, { customerId: target, subject });
      const messages = open.map(({ dueId, payer: customerId }) => ({
        id: notices.nextId(),
        customerId,
        subject: { kind: 'REQUEST_WITHDRAWN', dueId } as const,
      }));
      await insertMessages(tx, messages, await databaseNow(tx));
      return open.length;
    });
  };

export const createCustomerRequests = (tools: Tools): CustomerRequestsService => {
  const { acts } = tools;
  return {
    list: async (session, { accountNumber }) =>
      acts.read(session, 'look', async (tx, standing) => {
        const { customerId: target, holderName } = await servedBy(tx, accountNumber);
        await acts.note(tx, { action: 'REQUESTS_VIEWED', session, standing, target });
        const holder = { name: holderName, numberTail: numberTail(accountNumber) };
        return { ...(await requestsOf(tx, target)), holder };
      }),
    show: async (session, id) =>
      acts.read(session, 'look', async (tx, standing) => {
        const { asker: target } = await partiesOf(tx, id);
        const details = { request: `${id}` };
        await acts.note(tx, { action: 'REQUESTS_VIEWED', session, standing, target, details });
        return requestView(tx, id);
      }),
    cancel: cancelling(tools),
  };
};

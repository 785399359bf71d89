/** Over the counter: staff put money in and take it out for a customer, in their own name. */

import { withTransaction } from '../../db/transaction.ts';
import { cashAccount, fingerprintOf, type Ledger, type LedgerRequest } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { BankError, normalMemo, referenceOf } from '../model/index.ts';
import { admitStaff, noteAct, type StaffTools, tellParties } from './desk.ts';
import { createFreezing } from './freezing.ts';
import { assertNoInsider, countAct, type InsiderTools } from './insider.ts';
import { createLooking, servedBy } from './looking.ts';
import { createRelinking } from './relinking.ts';
import type { Standing } from './rights.ts';
import type { CounterOrder, CounterService } from './serving.ts';
import { assertStaffProved, type StepUp } from './step-up.ts';
import type { ServedRow } from './store/customers.ts';

export interface CounterTools extends StaffTools, StepUp, InsiderTools {
  readonly ledger: Ledger;
  readonly currency: m.Currency;
}

interface Order extends CounterOrder, m.Confirmed {
  readonly kind: 'DEPOSIT' | 'WITHDRAWAL';
  readonly session: m.Session;
}

function requestOf(order: Order, row: ServedRow, currency: m.Currency): LedgerRequest {
  const { kind, requestId, session, wish } = order;
  if (kind === 'DEPOSIT' && wish.kind !== 'exact') throw new BankError('AMOUNT_UNCLEAR');
  const memo = normalMemo(order.memo);
  const own = row.accountId;
  const asked = { kind, own, payeeNumber: null, wish, memo, currency: currency.code };
  const fingerprint = fingerprintOf(asked);
  const [source, target] = kind === 'DEPOSIT' ? [cashAccount.id, own] : [own, cashAccount.id];
  return {
    requestId,
    initiator: { kind: 'STAFF', session },
    postings: [{ kind, source, target, amount: wish }],
    memo,
    fingerprint,
  };
}

async function book(tools: CounterTools, order: Order): Promise<m.Receipt> {
  const { session, kind, requestId } = order;
  const row = await servedBy(tools, order.accountNumber);
  await assertStaffProved(tools, session, order.isProved);
  const target = row.customerId;
  const auditId = tools.nextId();
  let standing: Standing = { staffRole: null };
  return tools.ledger.bookWith(requestOf(order, row, tools.currency), {
    before: async (tx) => {
      standing = await admitStaff(tx, tools, session, 'serve', [target]);
      await assertNoInsider(tx, session, [target]);
    },
    after: async (tx, receipt) => {
      const { amount, balanceBefore, balanceAfter } = receipt;
      const { customerId: actor } = session;
      await countAct(tx, tools, { auditId, actor, parties: [target], amount });
      const details = {
        reference: referenceOf(requestId),
        amount: `${amount}`,
        before: `${balanceBefore}`,
        after: `${balanceAfter}`,
      };
      const act = {
        auditId,
        action: `COUNTER_${kind}` as const,
        session,
        standing,
        target,
        details,
      };
      await noteAct(tx, tools, { ...act, reason: receipt.memo });
      await tellParties(tx, tools, { auditId, parties: [target] });
    },
  });
}

async function quote(tools: CounterTools, order: Omit<Order, 'requestId'>): Promise<m.Quote> {
  const { session, accountNumber } = order;
  const row = await servedBy(tools, accountNumber);
  await withTransaction(tools.pool, async (tx) => admitStaff(tx, tools, session, 'serve'));
  if (row.customerId === session.customerId) throw new BankError('STAFF_SELF');
  const requestId = tools.nextId() as m.RequestId;
  const request = requestOf({ ...order, requestId }, row, tools.currency);
  const quoted = await tools.ledger.quote(request);
  return { ...quoted, firstPayment: false, needsProof: tools.asksProof };
}

export const createCounter = (tools: CounterTools): CounterService => ({
  ...createLooking(tools),
  ...createFreezing(tools),
  relink: createRelinking(tools),
  quoteDeposit: async (session, order) => quote(tools, { ...order, session, kind: 'DEPOSIT' }),
  quoteWithdrawal: async (session, order) =>
    quote(tools, { ...order, session, kind: 'WITHDRAWAL' }),
  deposit: async (session, order) => book(tools, { ...order, session, kind: 'DEPOSIT' }),
  withdraw: async (session, order) => book(tools, { ...order, session, kind: 'WITHDRAWAL' }),
});

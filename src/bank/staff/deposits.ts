/** `DEPOSITS=approval`: a customer asks, and a teller who saw the money decides. */
import { databaseNow } from '../../db/time.ts';
import type { Tx } from '../../db/transaction.ts';
import { accountDirectory } from '../accounts/index.ts';
import { changeOnce } from '../audit/index.ts';
import { cashAccount, fingerprintOf, type LedgerRequest } from '../ledger/index.ts';
import { insertMessages } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { amountOf, BankError, normalMemo, referenceOf } from '../model/index.ts';
import type { PaymentsService } from '../payments/index.ts';
import { lockCustomer, lockLiveSession } from '../people/index.ts';
import type { Book, Perform } from './approvals.ts';
import { approvalView, openApproval } from './asking.ts';
import type { CounterTools } from './counter.ts';
import { closeDecision, openDecision, type Opened } from './decisions.ts';
import { type StaffTools, tellParties } from './desk.ts';
import { assertNoInsider, countAct } from './insider.ts';
import * as store from './store/approvals.ts';

/** So many of one customer may wait at a time: staff read each of them. */
const waitingMax = 5;

interface Wanted {
  readonly requestId: m.RequestId;
  readonly session: Pick<m.Session, 'id' | 'customerId'>;
  readonly own: m.AccountId;
  readonly amount: m.Amount;
  readonly memo: string | null;
}

function bookingOf(
  { currency }: CounterTools,
  by: 'SESSION' | 'STAFF',
  wanted: Wanted,
): LedgerRequest {
  const { requestId, session, own, amount, memo } = wanted;
  const wish = { kind: 'exact', amount } as const;
  const asked = { kind: 'DEPOSIT', own, payeeNumber: null, wish, memo } as const;
  const fingerprint = fingerprintOf({ ...asked, currency: currency.code, more: 'approval' });
  return {
    requestId,
    initiator: { kind: by, session },
    postings: [{ kind: 'DEPOSIT', source: cashAccount.id, target: own, amount: wish }],
    memo,
    fingerprint,
  };
}

const contentOf = (amount: m.Amount, memo: string | null): Record<string, string> => ({
  amount: `${amount}`,
  ...(memo === null ? {} : { memo }),
});

async function tellMaker(tx: Tx, { nextId }: StaffTools, row: store.ApprovalRow): Promise<void> {
  const subject = { kind: 'DEPOSIT_DECIDED', approvalId: row.id } as const;
  const message = { id: nextId(), customerId: row.target, subject };
  await insertMessages(tx, [message], await databaseNow(tx));
}

export interface DepositRequests {
  /** Throws what the quote of a deposit throws, and DEPOSITS_WAITING. */
  readonly ask: PaymentsService['askDeposit'];
  readonly bookApproved: Book;
  readonly tellDeclined: Perform;
}

export function createDepositRequests(tools: CounterTools): DepositRequests {
  const directory = accountDirectory(tools.pool);
  const ask: DepositRequests['ask'] = async (session, { requestId: id, wish, memo: given }) => {
    if (wish.kind !== 'exact') throw new BankError('AMOUNT_UNCLEAR');
    const own = await directory.ofCustomer(session.customerId);
    if (own === null) throw new BankError('SESSION_EXPIRED');
    const { amount } = wish;
    const memo = normalMemo(given);
    const earlier = await store.findApproval(tools.pool, id);
    // Asked before, by an attempt whose answer was lost: whatever would refuse it now.
    if (earlier !== null) return { approval: approvalView(earlier) };
    // The limits are looked at again when it is booked.
    const wanted = { requestId: id, session, own, amount, memo };
    await tools.ledger.quote(bookingOf(tools, 'SESSION', wanted));
    const auditId = tools.nextId();
    return changeOnce(tools, auditId, async (tx) => {
      const { customerId: target } = session;
      await lockCustomer(tx, target);
      if (!(await lockLiveSession(tx, session, tools.limits))) {
        throw new BankError('SESSION_EXPIRED');
      }
      const twin = await store.findApproval(tx, id);
      if (twin !== null) return { approval: approvalView(twin) };
      if ((await store.countOpen(tx, { target, kind: 'DEPOSIT' })) >= waitingMax) {
        throw new BankError('DEPOSITS_WAITING', { count: waitingMax });
      }
      const content = contentOf(amount, memo);
      const asked = { id, auditId, kind: 'DEPOSIT', session, target, content } as const;
      return { approval: await openApproval(tx, tools, { ...asked, reason: '' }) };
    });
  };
  const bookApproved: Book = async (row, decision) => {
    const own = await directory.ofCustomer(row.target);
    if (own === null) throw new BankError('CUSTOMER_UNKNOWN');
    const { session, id: requestId } = decision;
    const amount = amountOf(BigInt(row.content['amount'] ?? ''));
    const wanted = { requestId, session, own, amount, memo: row.content['memo'] ?? null };
    let opened: Opened | null = null;
    const receipt = await tools.ledger.bookWith(bookingOf(tools, 'STAFF', wanted), {
      before: async (tx) => {
        opened = await openDecision(tx, tools, decision, [row.target]);
        await assertNoInsider(tx, session, [row.target]);
      },
      after: async (tx, { balanceBefore, balanceAfter }) => {
        const sums = { before: `${balanceBefore}`, after: `${balanceAfter}` };
        const more = { ...sums, reference: referenceOf(requestId) };
        await closeDecision(tx, tools, decision, opened!, more);
        const { auditId } = decision;
        const { customerId: actor } = session;
        await countAct(tx, tools, { auditId, actor, parties: [row.target], amount });
        await tellParties(tx, tools, { auditId, parties: [row.target] });
      },
    });
    if (receipt.replayed) throw new BankError('APPROVAL_DECIDED', { state: 'APPROVED' });
  };
  const tellDeclined: Perform = async (tx, { row }) => tellMaker(tx, tools, row);
  return { ask, bookApproved, tellDeclined };
}

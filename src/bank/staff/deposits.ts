/** `DEPOSITS=approval`: a customer asks for a deposit, and a teller approves or declines it. */
import type { Pool } from '../../db/pool.ts';
import { databaseNow } from '../../db/time.ts';
import type { IdSource } from '../../lib/ids.ts';
import { type AccountDirectory, accountDirectory } from '../accounts/index.ts';
import { cashAccount, fingerprintOf, type LedgerRequest } from '../ledger/index.ts';
import { insertMessages } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { amountOf, BankError, normalMemo } from '../model/index.ts';
import type { PaymentsService } from '../payments/index.ts';
import { lockCustomer, lockLiveSession } from '../people/index.ts';
import { type MemberLink, memberLinks } from '../shared/index.ts';
import type { StaffActs } from './acts.ts';
import type { Book, Perform } from './approvals.ts';
import { type ApprovalRequests, approvalView } from './asking.ts';
import { bookDecided } from './decisions.ts';
import type { StaffMoney } from './money.ts';
import * as store from './store/approvals.ts';

/** How many requests of one customer may be open at a time: staff read each of them. */
const waitingMax = 5;

interface Wanted {
  readonly by: 'SESSION' | 'STAFF';
  readonly requestId: m.RequestId;
  readonly session: Pick<m.Session, 'id' | 'customerId'>;
  readonly own: m.AccountId;
  readonly first: m.AccountId;
  readonly amount: m.Amount;
  readonly memo: string | null;
  /** What its card showed. */
  readonly fee: bigint;
  /** Of a shared account, when a member asks. */
  readonly member?: m.Link | null;
}

function bookingOf(currency: m.Currency, wanted: Wanted): LedgerRequest {
  const { by, requestId, session, own, first, amount, memo, fee, member = null } = wanted;
  const wish = { kind: 'exact', amount } as const;
  const asked = { kind: 'DEPOSIT', own, payeeNumber: null, wish, memo } as const;
  const fingerprint = fingerprintOf({ ...asked, currency: currency.code, more: 'approval' });
  return {
    requestId,
    initiator: { kind: by, session },
    postings: [{ kind: 'DEPOSIT', source: cashAccount.id, target: own, amount: wish }],
    ...(own === first ? {} : { countedAt: first }),
    memo,
    fee: { shown: fee },
    ...(member === null ? {} : { links: { member } }),
    fingerprint,
  };
}

const contentOf = ({ amount, memo, fee }: Pick<Wanted, 'amount' | 'memo' | 'fee'>) => ({
  amount: `${amount}`,
  ...(memo === null ? {} : { memo }),
  ...(fee === 0n ? {} : { fee: `${fee}` }),
});

interface Tools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly acts: StaffActs;
  readonly requests: ApprovalRequests;
  readonly money: StaffMoney;
  readonly sessionLimits: m.SessionLimits;
}

export interface DepositRequests {
  /** Throws what the quote of a deposit throws, and DEPOSITS_WAITING. */
  readonly ask: PaymentsService['askDeposit'];
  readonly bookApproved: Book;
  readonly tellDeclined: Perform;
}

const createAsk =
  (tools: Tools, directory: AccountDirectory, memberLink: MemberLink): DepositRequests['ask'] =>
  async (session, { requestId: id, into, wish, memo: given, fee = 0n }) => {
    if (wish.kind !== 'exact') throw new BankError('AMOUNT_UNCLEAR');
    const { pool, acts, requests, money, sessionLimits } = tools;
    const { customerId: target } = session;
    const [first, own] = await Promise.all([
      directory.ofCustomer(target),
      into === undefined ? directory.mainOf(target) : directory.ofNumber(into),
    ]);
    if (first === null || own === null) throw new BankError('SESSION_EXPIRED');
    const { amount } = wish;
    const memo = normalMemo(given);
    const earlier = await store.findApproval(pool, id);
    // An earlier attempt asked and its answer was lost; the checks below no longer matter.
    if (earlier !== null) return { approval: approvalView(earlier) };
    // Refuses an account that is not theirs. The limits are checked again when it is booked.
    const member = own === first ? null : await memberLink(target, own);
    const booked = { requestId: id, session, own, first, amount, memo, fee, member };
    await money.quote(bookingOf(money.currency, { ...booked, by: 'SESSION' }));
    return acts.change(async (tx, auditId) => {
      await lockCustomer(tx, target);
      if (!(await lockLiveSession(tx, session, sessionLimits))) {
        throw new BankError('SESSION_EXPIRED');
      }
      const twin = await store.findApproval(tx, id);
      if (twin !== null) return { approval: approvalView(twin) };
      if ((await store.countOpen(tx, { target, kind: 'DEPOSIT' })) >= waitingMax) {
        throw new BankError('DEPOSITS_WAITING', { count: waitingMax });
      }
      const maker = { session, standing: null, reason: '' };
      const content = contentOf(booked);
      const about = { kind: 'DEPOSIT', target, accountId: own, content } as const;
      return { approval: await requests.open(tx, { id, auditId, ...about, ...maker }) };
    });
  };

export function createDepositRequests(tools: Tools): DepositRequests {
  const { pool, nextId, money } = tools;
  const directory = accountDirectory(pool);
  return {
    ask: createAsk(tools, directory, memberLinks(pool)),
    bookApproved: async (row, decision) => {
      const first = await directory.ofCustomer(row.target);
      if (first === null) throw new BankError('CUSTOMER_UNKNOWN');
      const own = row.accountId ?? first;
      const { session, id: requestId } = decision;
      const amount = amountOf(BigInt(row.content['amount'] ?? ''));
      const memo = row.content['memo'] ?? null;
      const fee = BigInt(row.content['fee'] ?? '0');
      const wanted = { by: 'STAFF', requestId, session, own, first, amount, memo, fee } as const;
      await bookDecided(tools, bookingOf(money.currency, wanted), {
        decision,
        parties: [row.target],
      });
    },
    tellDeclined: async (tx, { row }) => {
      const subject = { kind: 'DEPOSIT_DECIDED', approvalId: row.id } as const;
      const message = { id: nextId(), customerId: row.target, subject };
      await insertMessages(tx, [message], await databaseNow(tx));
    },
  };
}

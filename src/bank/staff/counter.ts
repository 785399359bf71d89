/** Over the counter: staff deposit and withdraw for a customer, in their own name. */
import type { Pool } from '../../db/pool.ts';
import type { IdSource } from '../../lib/ids.ts';
import { cashAccount, fingerprintOf, type LedgerRequest } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { BankError, normalMemo } from '../model/index.ts';
import { hasPartIn } from '../shared/index.ts';
import type { StaffActs, StaffProof } from './acts.ts';
import { servedBy } from './looking.ts';
import type { StaffMoney } from './money.ts';
import type { CounterOrder, CounterService } from './serving.ts';
import type { ServedRow } from './store/customers.ts';

interface Tools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly acts: StaffActs;
  readonly money: StaffMoney;
  readonly proof: StaffProof;
}

interface Order extends Omit<CounterOrder, 'fee'>, m.Confirmed {
  readonly kind: 'DEPOSIT' | 'WITHDRAWAL';
  readonly session: m.Session;
  /** Null: for a quote. */
  readonly fee?: bigint | null | undefined;
}

function requestOf(order: Order, row: ServedRow, currency: m.Currency): LedgerRequest {
  const { kind, requestId, session, wish, fee = 0n } = order;
  if (kind === 'DEPOSIT' && wish.kind !== 'exact') throw new BankError('AMOUNT_UNCLEAR');
  const memo = normalMemo(order.memo);
  const { accountId: own, firstId } = row;
  const asked = { kind, own, payeeNumber: null, wish, memo, currency: currency.code };
  const more = fee === null || fee === 0n ? {} : { more: `fee ${fee}` };
  const fingerprint = fingerprintOf({ ...asked, ...more });
  const [source, target] = kind === 'DEPOSIT' ? [cashAccount.id, own] : [own, cashAccount.id];
  return {
    requestId,
    initiator: { kind: 'STAFF', session },
    postings: [{ kind, source, target, amount: wish }],
    ...(own === firstId ? {} : { countedAt: firstId }),
    memo,
    fee: { shown: fee },
    fingerprint,
  };
}

async function book({ pool, nextId, acts, money, proof }: Tools, order: Order): Promise<m.Receipt> {
  const { session, kind } = order;
  const row = await servedBy(pool, order.accountNumber);
  await proof.assertProved(session, order.isProved);
  const target = row.customerId;
  const parties = [target];
  const auditId = nextId();
  return money.book(requestOf(order, row, money.currency), {
    session,
    auditId,
    parties,
    admit: async (tx) => acts.admit(tx, session, 'serve', parties),
    note: async (tx, standing, booked, { amount, memo: reason }) => {
      const details = { ...booked, amount: `${amount}`, account: order.accountNumber };
      const act = { auditId, action: `COUNTER_${kind}` as const, session, standing, target };
      await acts.note(tx, { ...act, reason, details });
    },
  });
}

async function quote(tools: Tools, order: Omit<Order, 'requestId'>): Promise<m.Quote> {
  const { session, accountNumber } = order;
  const row = await servedBy(tools.pool, accountNumber);
  await tools.acts.read(session, 'serve', async () => {});
  if (await hasPartIn(tools.pool, session.customerId, [row.customerId])) {
    throw new BankError('STAFF_SELF');
  }
  const requestId = tools.nextId() as m.RequestId;
  return tools.money.quote(
    requestOf({ ...order, fee: null, requestId }, row, tools.money.currency),
  );
}

export const createCounter = (
  tools: Tools,
): Pick<CounterService, 'quoteDeposit' | 'quoteWithdrawal' | 'deposit' | 'withdraw'> => ({
  quoteDeposit: async (session, order) => quote(tools, { ...order, session, kind: 'DEPOSIT' }),
  quoteWithdrawal: async (session, order) =>
    quote(tools, { ...order, session, kind: 'WITHDRAWAL' }),
  deposit: async (session, order) => book(tools, { ...order, session, kind: 'DEPOSIT' }),
  withdraw: async (session, order) => book(tools, { ...order, session, kind: 'WITHDRAWAL' }),
});

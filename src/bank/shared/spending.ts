/** What a member may move on a shared account: decided in the ledger's transaction. */
import { gatheredByKey } from '../../db/gathered.ts';
import type { Pool, Reader } from '../../db/pool.ts';
import { assert } from '../../lib/assert.ts';
import { boundedMap } from '../../lib/bounded-map.ts';
import type { LinkedPayment, LinkedRow, LinkedRows, LinkedStep } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { mayAsMember, type Refused, refusedWith } from '../model/index.ts';
import {
  findMembership,
  readSpending,
  saveSpending,
  sharedAmong,
  type SpendingRow,
} from './store/spending.ts';

/** Of the link of a request that a member asks for. */
export const memberLinkKind = 'SHARED_MEMBER';

const actions: Readonly<Partial<Record<m.TransactionKind, m.SharedAction>>> = {
  DEPOSIT: 'DEPOSIT',
  POT_ADD: 'SAVE',
  POT_TAKE: 'SAVE',
};
const actionOf = (kind: m.TransactionKind): m.SharedAction => actions[kind] ?? 'PAY';

const noMember: LinkedRow = {
  paid: ({ kind }) => ({
    refusal: refusedWith('SHARED_ROLE', { role: null, action: actionOf(kind) }),
  }),
};

/** How many other managers must approve a payment of this amount. */
const approvalsOf = ({ above, needed }: SpendingRow, amount: bigint): number =>
  above !== null && amount > above ? needed : 0;

class Member implements LinkedRow {
  readonly row: SpendingRow;
  readonly #currency: m.Currency;

  constructor(row: SpendingRow, currency: m.Currency) {
    this.row = row;
    this.#currency = currency;
  }

  #refusal(action: m.SharedAction, payment: LinkedPayment) {
    const { row } = this;
    const { customerId, principal, target } = payment;
    // The ledger has seen that both ends of a move with a pot have one owner.
    const isOfAccount =
      row.accountId === principal || (action === 'SAVE' && row.accountId === target);
    const isTheirs = row.customerId === customerId && isOfAccount;
    if (!isTheirs || !mayAsMember(row.role, action)) {
      return refusedWith('SHARED_ROLE', { role: isTheirs ? row.role : null, action });
    }
    if (action === 'DEPOSIT') return null;
    const { isFrozen, isLocked } = row;
    if (isFrozen) return refusedWith('ACCOUNT_FROZEN');
    if (isLocked) return refusedWith('ACCOUNT_LOCKED', { unlockBy: 'OWNER' });
    return action === 'PAY' ? this.#payRefusal(payment) : null;
  }

  /** By the allowance and the rule, which count neither the fee nor what is put aside. */
  #payRefusal({ step, amount }: LinkedPayment): Refused | null {
    const { allowance, spent } = this.row;
    // It was counted, and judged by the rule, when it was set aside.
    if (step === 'CAPTURE') return null;
    if (allowance === null || spent + amount <= allowance) return this.#ruleRefusal(step, amount);
    const left = spent < allowance ? allowance - spent : 0n;
    const currency = this.#currency;
    const sums = { limit: { units: allowance, currency }, left: { units: left, currency } };
    return refusedWith('SHARED_ALLOWANCE', sums);
  }

  #ruleRefusal(step: LinkedStep, amount: bigint): Refused | null {
    const { approvers } = this.row;
    const needed = approvalsOf(this.row, amount);
    if (needed > approvers) return refusedWith('SHARED_APPROVERS', { needed, approvers });
    if (step === 'QUOTE') return null;
    return (step === 'HOLD') === needed > 0 ? null : refusedWith('SHARED_APPROVAL', { needed });
  }

  paid(payment: LinkedPayment) {
    const action = actionOf(payment.kind);
    const refusal = this.#refusal(action, payment);
    if (refusal !== null) return { refusal };
    if (action !== 'PAY' || payment.step === 'CAPTURE') return { row: this };
    const { row } = this;
    return { row: new Member({ ...row, spent: row.spent + payment.amount }, this.#currency) };
  }
}

/** For the ledger. */
export function sharedSpending(currency: m.Currency): LinkedRows {
  const byId = (ids: readonly bigint[], rows: readonly SpendingRow[]): Map<bigint, LinkedRow> => {
    const found = new Map(rows.map((row) => [row.id, new Member(row, currency)]));
    return new Map(ids.map((id) => [id, found.get(id) ?? noMember]));
  };
  return {
    read: async (reader, ids) => byId(ids, await readSpending(reader, ids)),
    lock: async (tx, ids) => byId(ids, await readSpending(tx, ids)),
    write: async (tx, paid) => {
      const last = new Map<bigint, SpendingRow>();
      for (const { payment, row } of paid) {
        assert(row instanceof Member, 'a member who paid is one of ours');
        if (actionOf(payment.kind) === 'PAY') last.set(row.row.id, row.row);
      }
      for (const row of last.values()) await saveSpending(tx, row);
    },
  };
}

/** The same by the link of the member who pays. */
export async function approvalsNeeded(
  reader: Reader,
  { id }: m.Link,
  amount: bigint,
): Promise<number> {
  const [row] = await readSpending(reader, [id]);
  return row === undefined ? 0 : approvalsOf(row, amount);
}

/** The link by which a customer acts on this account; null where it is not shared. */
export type MemberLink = (customerId: m.CustomerId, id: m.AccountId) => Promise<m.Link | null>;

const rememberedMax = 50_000;

/** Whether an account is shared never changes, and is cached; who its members are is not. */
export function memberLinks(pool: Pool): MemberLink {
  const known = boundedMap<m.AccountId, boolean>(rememberedMax);
  const ask = gatheredByKey(pool.limits, async (ids: readonly m.AccountId[]) =>
    sharedAmong(pool, ids),
  );
  const isShared = async (id: m.AccountId): Promise<boolean> => {
    const remembered = known.get(id);
    if (remembered !== undefined) return remembered;
    const answer = (await ask(id)) !== null;
    known.set(id, answer);
    return answer;
  };
  return async (customerId, id) => {
    if (!(await isShared(id))) return null;
    // No member has the id 0: booking refuses it.
    return { kind: memberLinkKind, id: (await findMembership(pool, id, customerId)) ?? 0n };
  };
}

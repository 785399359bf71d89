/** Acts of staff that move money: booked with their checks, limits, audit row and notices. */
import type { Tx } from '../../db/transaction.ts';
import type { Ledger, LedgerRequest } from '../ledger/index.ts';
import type { TellingTools } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import { assertNoInsider } from './acts.ts';
import { tellParties } from './notices/moved-notice.ts';
import { insertStaffAct, movedLately, type NewStaffAct } from './store/staff-acts.ts';

type Booked = Readonly<Record<'before' | 'after' | 'reference', string>>;

/** The callbacks run in the transaction of the booking. */
export interface MoneyAct<Admitted> {
  readonly session: m.Session;
  readonly auditId: bigint;
  /** The customers whose money moves. */
  readonly parties: readonly m.CustomerId[];
  /** Runs first; admits the maker with the parties. */
  readonly admit: (tx: Tx) => Promise<Admitted>;
  /** Runs before the booking, after all other checks. */
  readonly check?: (tx: Tx) => Promise<void>;
  /** Writes the audit row; `booked` are its details about the booking. */
  readonly note: (tx: Tx, admitted: Admitted, booked: Booked, receipt: m.Receipt) => Promise<void>;
}

export interface StaffMoney {
  readonly currency: m.Currency;
  quote(request: LedgerRequest): Promise<m.Quote>;
  /** Throws STAFF_SELF, STAFF_CYCLE, STAFF_LIMIT_REACHED and what `Ledger.bookWith` throws. */
  book<Admitted>(request: LedgerRequest, act: MoneyAct<Admitted>): Promise<m.Receipt>;
  /**
   * Counts an act for its maker, whose role is locked, once its amount is decided. Throws
   * STAFF_LIMIT_REACHED.
   */
  count(tx: Tx, act: NewStaffAct): Promise<void>;
}

export function createStaffMoney(given: {
  readonly ledger: Ledger;
  readonly currency: m.Currency;
  readonly notices: TellingTools;
  /** Minor units that one member of staff may move within 24 hours; null: no limit. */
  readonly staffLimitPerDay: bigint | null;
  readonly asksProof: boolean;
}): StaffMoney {
  const { ledger, currency, notices, staffLimitPerDay: limit, asksProof } = given;
  const count: StaffMoney['count'] = async (tx, act) => {
    const { actor, amount } = act;
    const moved = limit === null ? 0n : await movedLately(tx, actor);
    if (limit !== null && moved + amount > limit) {
      throw new BankError('STAFF_LIMIT_REACHED', {
        limit: { units: limit, currency },
        left: { units: moved < limit ? limit - moved : 0n, currency },
      });
    }
    await insertStaffAct(tx, act);
  };
  return {
    currency,
    count,
    quote: async (request) => ({
      ...(await ledger.quote(request)),
      firstPayment: false,
      needsProof: asksProof,
    }),
    book: async <Admitted>(request: LedgerRequest, act: MoneyAct<Admitted>) => {
      const { session, auditId, parties } = act;
      let admitted: Admitted;
      return ledger.bookWith(request, {
        before: async (tx) => {
          admitted = await act.admit(tx);
          await assertNoInsider(tx, session, parties);
          await act.check?.(tx);
        },
        after: async (tx, receipt) => {
          const { amount, balanceBefore, balanceAfter, reference } = receipt;
          await count(tx, { auditId, actor: session.customerId, parties, amount });
          const booked = { before: `${balanceBefore}`, after: `${balanceAfter}`, reference };
          await act.note(tx, admitted, booked, receipt);
          await tellParties(tx, notices, { auditId, parties });
        },
      });
    },
  };
}

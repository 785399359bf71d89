/** A due as the ledger pays it: decided under its row's lock, by the database's time. */
import { databaseNow } from '../../../db/time.ts';
import { assert } from '../../../lib/assert.ts';
import type { LinkedPayment, LinkedRow, LinkedRows } from '../../ledger/index.ts';
import type * as m from '../../model/index.ts';
import { refusedWith } from '../../model/index.ts';
import { type DueRow, insertDuePayments, lockDues, readDues, saveDues } from './store/dues.ts';

/** Of the link of a payment. */
export const dueLinkKind = 'REQUEST_DUE';

const unknown: LinkedRow = { paid: () => ({ refusal: refusedWith('REQUEST_UNKNOWN') }) };

class Due implements LinkedRow {
  readonly row: DueRow;
  readonly #currency: m.Currency;

  constructor(row: DueRow, currency: m.Currency) {
    this.row = row;
    this.#currency = currency;
  }

  paid({ kind, customerId, target, amount }: LinkedPayment) {
    const { row } = this;
    if (kind !== 'TRANSFER' || customerId !== row.payer || target !== row.accountId) {
      return { refusal: refusedWith('REQUEST_UNKNOWN') };
    }
    const { state } = row;
    if (state !== 'OPEN' && state !== 'PART_PAID') {
      return { refusal: refusedWith('REQUEST_ENDED', { state }) };
    }
    const left = row.amount - row.paid;
    if (amount > left) {
      const units = { units: left, currency: this.#currency };
      return { refusal: refusedWith('REQUEST_EXCEEDED', { left: units }) };
    }
    const paid = row.paid + amount;
    const next = paid === row.amount ? 'PAID' : 'PART_PAID';
    return { row: new Due({ ...row, paid, state: next }, this.#currency) };
  }
}

export function payableDues(currency: m.Currency): LinkedRows {
  const byId = (ids: readonly bigint[], dues: readonly DueRow[]): Map<bigint, LinkedRow> => {
    const found = new Map(dues.map((row) => [row.id as bigint, new Due(row, currency)]));
    return new Map(ids.map((id) => [id, found.get(id) ?? unknown]));
  };
  return {
    read: async (reader, ids) => byId(ids, await readDues(reader, ids)),
    lock: async (tx, ids) => {
      const dues = await lockDues(tx, ids);
      // Marked now, so that a clock that is set back opens none of them again.
      const over = dues.filter(({ isUnmarked }) => isUnmarked);
      if (over.length > 0) await saveDues(tx, over, await databaseNow(tx));
      return byId(ids, dues);
    },
    write: async (tx, payments, at) => {
      const last = new Map<bigint, DueRow>();
      const rows = payments.map(({ payment, row }) => {
        assert(row instanceof Due, 'a paid due is one of ours');
        last.set(row.row.id, row.row);
        return { transactionId: payment.requestId, dueId: row.row.id, amount: payment.amount };
      });
      await insertDuePayments(tx, rows);
      await saveDues(tx, [...last.values()], at);
    },
  };
}

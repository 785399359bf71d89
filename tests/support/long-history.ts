/** Accounts and long histories, written straight into the tables. */
import type * as m from '../../src/bank/model/index.ts';
import type { Pool } from '../../src/db/pool.ts';
import type { Scalar } from '../../src/db/text/scalars.ts';

export interface MadeEntry {
  readonly kind: string;
  /** Credits above zero, debits below. */
  readonly amount: bigint;
  readonly party: m.AccountId;
  readonly memo: string | null;
}

const insertCustomers = `
  INSERT INTO customers (id, discord_user_id, registered_at)
  VALUES :rows`;
const insertAccounts = `
  INSERT INTO accounts
    (id, kind, customer_id, account_number, holder_name, currency, status, balance, counted_day,
     opened_at)
  VALUES :rows`;
const insertTransactions = `
  INSERT INTO transactions
    (id, kind, customer_id, initiator_id, fingerprint, source_account_id, source_seq,
     target_account_id, target_seq, amount, booked_at)
  VALUES :rows`;
const insertEntries = `
  INSERT INTO entries
    (account_id, seq, transaction_id, kind, amount, balance_after, counterparty_account_id, memo,
     booked_at)
  VALUES :rows`;
const updateLastSeq = `
  UPDATE accounts
  SET last_seq = ?
  WHERE id = ?`;

/** Puts the columns of a row together. */
const rowOf = (...parts: readonly (readonly Scalar[])[]): Scalar[] => parts.flat();

const day = '2025-01-01';
const rowsAtOnce = 1_000;
/** Entries are booked so far apart. */
export const apartMs = 10 * 60_000;
export const bookedAt = (seq: number) => new Date(Date.parse(day) + seq * apartMs);

/** One account of one customer each; `1000000000 + id` is its number. */
export async function insertHolders(
  pool: Pool,
  holders: readonly { readonly id: number; readonly name: string }[],
): Promise<void> {
  await pool.writeRows(
    insertCustomers,
    holders.map(({ id }) => [id, `${100_000_000_000_000_000n + BigInt(id)}`, day]),
  );
  await pool.writeRows(
    insertAccounts,
    holders.map(({ id, name }) =>
      rowOf([id, 'CUSTOMER', id, `${1_000_000_000 + id}`, name], ['GEM', 'OPEN', 0, day, day]),
    ),
  );
}

/** After the first `after` entries, which must be there. */
export async function insertEntriesOf(
  pool: Pool,
  accountId: m.AccountId,
  made: readonly MadeEntry[],
  after = 0,
): Promise<void> {
  const idOf = (seq: number) => accountId * 1_000_000_000n + BigInt(seq);
  for (let from = 0; from < made.length; from += rowsAtOnce) {
    const part = made.slice(from, from + rowsAtOnce).map((entry, index) => ({
      ...entry,
      seq: after + from + index + 1,
    }));
    await pool.writeRows(
      insertTransactions,
      part.map(({ seq, kind, amount, party }) =>
        rowOf(
          [idOf(seq), kind, accountId, accountId, Buffer.alloc(32, 7)],
          [accountId, seq, party, seq, amount < 0n ? -amount : amount, bookedAt(seq)],
        ),
      ),
    );
    await pool.writeRows(
      insertEntries,
      part.map(({ seq, kind, amount, party, memo }) => [
        accountId,
        seq,
        idOf(seq),
        kind,
        amount,
        0,
        party,
        memo,
        bookedAt(seq),
      ]),
    );
  }
  await pool.write(updateLastSeq, [after + made.length, accountId]);
}

/** The textbook transaction through a typed query builder. */
import { Kysely, MysqlDialect, sql } from 'kysely';
import { connectionsFor, someFingerprint, type Contender } from './contender.ts';
import { driverPool } from './driver.ts';

interface Tables {
  accounts: {
    id: bigint | string;
    status: string;
    balance: bigint | string;
    held: bigint | string;
    last_seq: bigint | string;
    paid_out_that_day: bigint | string;
    counted_day: string;
  };
  transactions: {
    id: bigint;
    kind: string;
    customer_id: bigint;
    initiator_id: bigint;
    fingerprint: Buffer;
    source_account_id: bigint;
    source_seq: bigint;
    target_account_id: bigint;
    target_seq: bigint;
    amount: bigint;
    booked_at: string;
  };
  entries: {
    account_id: bigint;
    seq: bigint;
    transaction_id: bigint;
    kind: string;
    amount: bigint;
    balance_after: bigint;
    counterparty_account_id: bigint;
    memo: string;
    booked_at: string;
  };
  outbox: {
    id: bigint;
    customer_id: bigint;
    kind: string;
    subject_id: bigint;
    subject_seq: bigint;
    due_at: string;
  };
}

const now = sql<string>`NOW(6)`;

export const kysely: Contender = {
  name: 'Kysely',
  open: async ({ address, nextId, callers }) => {
    const pool = driverPool(address, connectionsFor(callers));
    const database = new Kysely<Tables>({ dialect: new MysqlDialect({ pool }) });
    return {
      transfer: async ({ from, to, amount, memo }) =>
        database.transaction().execute(async (tx) => {
          const accounts = await tx
            .selectFrom('accounts')
            .select(['id', 'status', 'balance', 'held', 'last_seq'])
            .where('id', 'in', [from.accountId, to.accountId])
            .orderBy('id')
            .forUpdate()
            .execute();
          const source = accounts.find(({ id }) => BigInt(id) === from.accountId);
          const target = accounts.find(({ id }) => BigInt(id) === to.accountId);
          if (source?.status !== 'OPEN' || target === undefined) throw new Error('refused');
          const balance = BigInt(source.balance);
          if (balance - BigInt(source.held) < amount) throw new Error('funds');
          const id = nextId();
          const sourceSeq = BigInt(source.last_seq) + 1n;
          const targetSeq = BigInt(target.last_seq) + 1n;
          await tx
            .insertInto('transactions')
            .values({
              id,
              kind: 'TRANSFER',
              customer_id: from.session.customerId,
              initiator_id: from.session.id,
              fingerprint: someFingerprint,
              source_account_id: from.accountId,
              source_seq: sourceSeq,
              target_account_id: to.accountId,
              target_seq: targetSeq,
              amount,
              booked_at: now,
            })
            .execute();
          const shared = { transaction_id: id, kind: 'TRANSFER', memo, booked_at: now };
          await tx
            .insertInto('entries')
            .values([
              {
                ...shared,
                account_id: from.accountId,
                seq: sourceSeq,
                amount: -amount,
                balance_after: balance - amount,
                counterparty_account_id: to.accountId,
              },
              {
                ...shared,
                account_id: to.accountId,
                seq: targetSeq,
                amount,
                balance_after: BigInt(target.balance) + amount,
                counterparty_account_id: from.accountId,
              },
            ])
            .execute();
          await tx
            .insertInto('outbox')
            .values({
              id: nextId(),
              customer_id: to.session.customerId,
              kind: 'MONEY_RECEIVED',
              subject_id: to.accountId,
              subject_seq: targetSeq,
              due_at: now,
            })
            .execute();
          await tx
            .updateTable('accounts')
            .set({
              balance: balance - amount,
              last_seq: sourceSeq,
              paid_out_that_day: sql`IF(counted_day = CURRENT_DATE, paid_out_that_day, 0)
                + ${amount}`,
              counted_day: sql<string>`CURRENT_DATE`,
            })
            .where('id', '=', from.accountId)
            .execute();
          await tx
            .updateTable('accounts')
            .set({ balance: BigInt(target.balance) + amount, last_seq: targetSeq })
            .where('id', '=', to.accountId)
            .execute();
        }),
      close: async () => database.destroy(),
    };
  },
};

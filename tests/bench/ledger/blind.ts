/**
 * The limit of every design that writes these rows: nothing is read, checked or locked; balances
 * are computed and statements bound before the clock starts; batches of many rows, in key order, on
 * as many connections as the server can use, which share no account.
 */
import mysql from 'mysql2';
import { performance } from 'node:perf_hooks';
import type { DatabaseAddress } from '../../../src/lib/database-address.ts';
import type { IdSource } from '../../../src/lib/ids.ts';
import { startBalance, type Customer } from '../support/population.ts';
import { someFingerprint } from './contender.ts';
import { driverOptions } from './driver.ts';

export interface BlindSetting {
  readonly address: DatabaseAddress;
  readonly nextId: IdSource;
  readonly customers: readonly Customer[];
  /** Receives every transfer, if given. */
  readonly hotPayee: Customer | null;
  readonly transfersPerBatch: number;
  readonly connections: number;
  /** How many transfers to prepare; the run ends with them. */
  readonly transfers: number;
}

type Value = string | bigint | Buffer;
/** Whole statements as text: the cheapest form for client and server together. */
type Batch = readonly string[];

const insertTransactions = `INSERT INTO transactions
  (id, kind, customer_id, initiator_id, fingerprint, source_account_id, source_seq,
   target_account_id, target_seq, amount, booked_at) VALUES `;
const insertEntries = `INSERT INTO entries
  (account_id, seq, transaction_id, kind, amount, balance_after, counterparty_account_id, memo,
   booked_at) VALUES `;
const insertMessages = `INSERT INTO outbox
  (id, customer_id, kind, subject_id, subject_seq, due_at) VALUES `;

const literal = (value: Value): string =>
  typeof value === 'bigint'
    ? `${value}`
    : typeof value === 'string'
      ? mysql.escape(value)
      : `x'${value.toString('hex')}'`;

const insert = (sql: string, rows: readonly (readonly Value[])[]): string =>
  sql + rows.map((row) => `(${row.map(literal).join(',')})`).join(',');

interface Running {
  balance: bigint;
  seq: bigint;
  paidOut: bigint;
}

const ascending = (one: bigint, other: bigint) => (one < other ? -1 : one > other ? 1 : 0);

/** Of seven ways to set many rows to given values, this was the cheapest for the server. */
function updateAccounts(changed: ReadonlyMap<bigint, Running>): string {
  const rows = [...changed]
    .sort(([one], [other]) => ascending(one, other))
    .map(([id, { balance, seq, paidOut }]) => `[${id},${balance},${seq},${paidOut}]`);
  return `UPDATE accounts AS a JOIN JSON_TABLE('[${rows.join(',')}]', '$[*]' COLUMNS (
      id BIGINT PATH '$[0]', balance BIGINT PATH '$[1]', last_seq BIGINT PATH '$[2]',
      paid_out BIGINT PATH '$[3]')) AS v
    ON v.id = a.id
    SET a.balance = v.balance, a.last_seq = v.last_seq, a.paid_out_that_day = v.paid_out`;
}

type Pair = readonly [from: Customer, to: Customer];

/** Keeps all balances, and makes the statements that book these transfers. */
export function blindBatches(nextId: IdSource) {
  const accounts = new Map<bigint, Running>();
  const accountOf = (id: bigint): Running => {
    const known = accounts.get(id) ?? { balance: startBalance, seq: 0n, paidOut: 0n };
    accounts.set(id, known);
    return known;
  };
  return (pairs: readonly Pair[]): Batch => {
    const bookedAt = new Date().toISOString().slice(0, 23).replace('T', ' ');
    const transactions: Value[][] = [];
    const entries: Value[][] = [];
    const messages: Value[][] = [];
    const changed = new Map<bigint, Running>();
    for (const [from, to] of pairs) {
      const [source, target] = [accountOf(from.accountId), accountOf(to.accountId)];
      const [id, amount] = [nextId(), 100n];
      source.balance -= amount;
      source.paidOut += amount;
      source.seq += 1n;
      target.balance += amount;
      target.seq += 1n;
      const { customerId, id: session } = from.session;
      const sides = [from.accountId, source.seq, to.accountId, target.seq];
      const head = [id, 'TRANSFER', customerId, session, someFingerprint];
      transactions.push([...head, ...sides, amount, bookedAt]);
      const side = (own: Customer, other: Customer, { seq, balance }: Running, change: bigint) => {
        const key = [own.accountId, seq, id, 'TRANSFER', change, balance];
        entries.push([...key, other.accountId, 'Pizza night', bookedAt]);
      };
      side(from, to, source, -amount);
      side(to, from, target, amount);
      const subject = [to.session.customerId, 'MONEY_RECEIVED', to.accountId, target.seq];
      messages.push([nextId(), ...subject, bookedAt]);
      changed.set(from.accountId, source).set(to.accountId, target);
    }
    entries.sort(
      ([account, seq], [otherAccount, otherSeq]) =>
        ascending(account as bigint, otherAccount as bigint) ||
        ascending(seq as bigint, otherSeq as bigint),
    );
    return [
      insert(insertTransactions, transactions),
      insert(insertEntries, entries),
      insert(insertMessages, messages),
      updateAccounts(changed),
    ];
  };
}

/** Payers and payees of the next batch, among the customers of one connection. */
function pairMaker({ hotPayee, transfersPerBatch }: BlindSetting, customers: readonly Customer[]) {
  const pick = () => customers[Math.floor(Math.random() * customers.length)]!;
  const pair = (): Pair => {
    const from = pick();
    let to = hotPayee ?? pick();
    while (to === from) to = pick();
    return [from, to];
  };
  return () => Array.from({ length: transfersPerBatch }, pair);
}

export async function connectBlind(
  address: DatabaseAddress,
  options: { readonly multipleStatements?: boolean } = {},
) {
  const connection = mysql.createConnection({ ...driverOptions(address), ...options }).promise();
  await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  return connection;
}

/**
 * Makes all batches, then returns the run: transfers per second over all of them, without a few
 * batches at the start.
 */
export async function prepareBlind(
  setting: BlindSetting,
): Promise<() => Promise<{ readonly perSecond: number; readonly count: number }>> {
  const { address, nextId, customers, connections } = setting;
  const { transfersPerBatch, transfers } = setting;
  const share = Math.floor(customers.length / connections);
  const warmBatches = 3;
  const batchesEach = Math.ceil(transfers / transfersPerBatch / connections) + warmBatches;
  const workers = await Promise.all(
    Array.from({ length: connections }, async (_, worker) => {
      const make = blindBatches(nextId);
      const pairs = pairMaker(setting, customers.slice(worker * share, (worker + 1) * share));
      const batches = Array.from({ length: batchesEach }, () => make(pairs()));
      return { batches, connection: await connectBlind(address) };
    }),
  );
  const write = async (from: number, to: number) =>
    Promise.all(
      workers.map(async ({ batches, connection }) => {
        for (const batch of batches.slice(from, to)) {
          await connection.query('START TRANSACTION');
          for (const statement of batch) await connection.query(statement);
          await connection.query('COMMIT');
        }
      }),
    );
  await write(0, warmBatches);
  return async () => {
    const begun = performance.now();
    await write(warmBatches, batchesEach);
    const spentMs = performance.now() - begun;
    await Promise.all(workers.map(async ({ connection }) => connection.end()));
    const count = (batchesEach - warmBatches) * connections * transfersPerBatch;
    return { perSecond: (count * 1_000) / spentMs, count };
  };
}

/** Changed, removed, swapped and inserted rows of books and audit are detected. */
import { randomInt } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signingKey } from '../../src/bank/keys/index.ts';
import { announceCheckpoint } from '../../src/bank/messages/index.ts';
import { proofOf } from '../../src/bank/audit/log/service.ts';
import { verifyLog } from '../../src/bank/audit/log/verify.ts';
import { type Log, startLog } from '../../src/bank/audit/log/worker.ts';
import type { BankEvent, RequestId } from '../../src/bank/index.ts';
import { bigintOf, bytesOf, textOf } from '../../src/db/rows.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { firstIdAt, idSource } from '../../src/lib/ids.ts';
import {
  checkpointText,
  decodeLeaf,
  leafHash,
  logSigner,
  readCheckpoint,
  readNote,
  rootByPath,
  signNote,
} from '../../src/records/index.ts';
import { exactly, pay } from '../support/bank.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, anna, ben, database } = withBank({
  balances: { anna: 100_000n, ben: 0n },
  leavesBooksUnchecked: true,
  // The tests run the rounds.
  settings: { logEveryMs: 3_600_000 },
});
const key = signingKey(Buffer.alloc(32, 5));
const nextId = idSource({ clock: systemClock, processNumber: 1_001n });
let events: BankEvent[];
/** Milliseconds by which this bank's clock is ahead of the clock that made its rows. */
let aheadMs = 0;

const clock = { now: () => systemClock.now() + aheadMs };
const openLog = (): Log =>
  startLog({
    pool: database.pool,
    clock,
    announce: async (tx, checkpoint) => announceCheckpoint(tx, nextId(), checkpoint),
    extensions: async () => [],
    report: (event) => events.push(event),
    key,
    settledId: () => firstIdAt(systemClock.now() - 60_000),
    everyMs: 3_600_000,
  });
let log: Log;
/** Whether this test has copies of the tables that harm is done to. */
let isKept = false;

beforeEach(() => {
  [events, aheadMs, isKept] = [[], 0, false];
  log = openLog();
});
afterEach(async () => log.close());

const payBen = async (amount: bigint, memo: string | null = null) =>
  pay(bank, anna, ben, amount, memo);
const payMany = async (count: number) =>
  Promise.all(Array.from({ length: count }, async (_, index) => payBen(BigInt(index + 1))));
const logged = async (): Promise<number> => log.round();
async function published(): Promise<string[]> {
  const rows = await database.pool.rows('SELECT note FROM checkpoints ORDER BY number');
  return rows.map((row) => textOf(row, 'note'));
}
const findings = async (checkpoints: readonly string[] = []) =>
  (await verifyLog(database.pool, { key, checkpoints, nowMs: clock.now() })).findings;
const codes = async (checkpoints: readonly string[] = []) =>
  (await findings(checkpoints)).map(({ code }) => code);
const inTwoDays = () => (aheadMs = 3 * 24 * 3_600_000);

test('logs every transaction and audit row once, with several workers', async () => {
  await payMany(30);
  const other = openLog();
  await Promise.all([log.round(), other.round(), log.round()]);
  await logged();
  await other.close();
  const [row] = await database.pool.rows(
    `SELECT (SELECT size FROM log_state) AS leaves,
      1 + (SELECT COUNT(*) FROM transactions) + (SELECT COUNT(*) FROM audit) AS subjects`,
  );
  expect(bigintOf(row!, 'leaves')).toBe(bigintOf(row!, 'subjects'));
  expect(await findings(await published())).toEqual([]);
  inTwoDays();
  expect(await findings()).toEqual([]);
});

test('more rows than one page are logged in one round', async () => {
  const audit = Array.from({ length: 2_300 }, (_, index) => [
    nextId(),
    '2026-01-01',
    'X',
    '1',
    `{"n":"${index}"}`,
  ]);
  await database.pool.writeRows(
    `INSERT INTO audit (id, occurred_at, action, actor_discord_user_id, details) VALUES :rows`,
    audit,
  );
  expect(await logged()).toBeGreaterThan(2_300);
  expect(await logged()).toBe(0);
  expect(await findings(await published())).toEqual([]);
});

test('a request that waited for approval is logged late, under its older id', async () => {
  const old = (firstIdAt(systemClock.now() - 600_000) + 5n) as RequestId;
  await payMany(3);
  await logged();
  await bank.payments.deposit(anna.session, { requestId: old, wish: exactly(7n), memo: null });
  await database.pool.write(`UPDATE log_state SET late_scanned_at = NOW(6) - INTERVAL 2 HOUR`);
  const next = openLog();
  expect(await next.round()).toBe(1);
  await next.close();
  inTwoDays();
  expect(await findings(await published())).toEqual([]);
});

test('a row inserted with an old id is not logged, and is found', async () => {
  await payMany(3);
  const { requestId } = await payBen(9n);
  await logged();
  const columns = `kind, customer_id, initiator_id, fingerprint, source_account_id, source_seq,
    target_account_id, target_seq, amount`;
  const forged = firstIdAt(systemClock.now() - 600_000) + 7n;
  await database.pool.write(
    `INSERT INTO transactions (id, ${columns}, booked_at)
     SELECT ?, ${columns}, '2025-01-01' FROM transactions WHERE id = ?`,
    [forged, requestId],
  );
  const next = openLog();
  expect(await next.round()).toBe(0);
  await next.close();
  inTwoDays();
  expect(await findings()).toContainEqual({
    code: 'ROW_UNLOGGED',
    kind: 'TRANSACTION',
    id: forged,
  });
});

test('signs a checkpoint after new leaves, and tells the staff log once an hour', async () => {
  await payMany(2);
  await logged();
  await logged();
  expect(await published()).toHaveLength(1);
  await payMany(1);
  await logged();
  const notes = await published();
  expect(notes).toHaveLength(2);
  const { size } = readCheckpoint(readNote(notes[0]!).text);
  const messages = await bank.staffLog.claim(5);
  expect(messages).toHaveLength(1);
  expect(messages[0]!.notice).toMatchObject({ kind: 'CHECKPOINT', size });
});

test('a payment is proved by its leaf, the path and the checkpoint', async () => {
  await payMany(20);
  const { requestId } = await payBen(77n, 'rent');
  await logged();
  const proved = await proofOf(database.pool, 'TRANSACTION', requestId);
  if (proved.kind !== 'proof') throw new Error(proved.kind);
  const { leaf, index, path, checkpoint } = proved.proof;
  expect(decodeLeaf(leaf)).toMatchObject({ id: requestId, postings: [{ amount: 77n }] });
  const { size, root } = readCheckpoint(readNote(checkpoint).text);
  expect(await rootByPath(leafHash(leaf), { index, size, path })).toEqual(root);
  expect(proved.text.length).toBeLessThan(2_048);
  expect(Buffer.from(leaf).includes('rent')).toBe(false);
  const none = await proofOf(database.pool, 'TRANSACTION', 5n);
  expect(none.kind).toBe('unknown');
});

describe('compared with published checkpoints', () => {
  test('a removed tail is noticed, even if the log was written again', async () => {
    await payMany(10);
    await logged();
    const notes = await published();
    const [last] = await database.pool.rows('SELECT MAX(leaf) AS n FROM log_rows');
    const cut = bigintOf(last!, 'n');
    await database.pool.write('DELETE FROM log_rows WHERE leaf >= ?', [cut]);
    expect(await codes(notes)).toContain('LEAVES_MISSING');
    // The intruder makes a smaller log out of the same rows, and checkpoints of it.
    for (const table of ['log_rows', 'log_tiles', 'log_state', 'checkpoints']) {
      await database.pool.write(`DELETE FROM ${table}`);
    }
    await database.pool.write('DELETE FROM transactions ORDER BY id DESC LIMIT 2');
    await logged();
    expect(await findings()).toEqual([]);
    expect(await codes(notes)).not.toEqual([]);
  });

  test('a restored backup is found by a holder of a newer checkpoint', async () => {
    await payMany(3);
    await logged();
    const old = await published();
    const undo = await harmed(async () => {
      await payMany(2);
      await logged();
    });
    const newer = await published();
    await undo();
    expect(await findings(old)).toEqual([]);
    expect(await codes(newer)).toContain('CHECKPOINT_MISSING');
  });

  test('a change of any character of a checkpoint stored outside is found', async () => {
    await logged();
    const [note] = await published();
    for (let at = 0; at < note!.length; at += 1) {
      const other = note![at] === 'b' ? 'c' : 'b';
      const changed = `${note!.slice(0, at)}${other}${note!.slice(at + 1)}`;
      expect(await codes([changed]), `at ${at}`).toEqual(['CHECKPOINT_UNREADABLE']);
    }
  });

  test('a checkpoint with another signature, origin or root is not accepted', async () => {
    await logged();
    const [note] = await published();
    const head = readCheckpoint(readNote(note!).text);
    const stranger = logSigner(head.origin, signingKey(Buffer.alloc(32, 6)));
    expect(await codes([signNote(readNote(note!).text, stranger)])).toEqual([
      'CHECKPOINT_UNREADABLE',
    ]);
    const own = logSigner(head.origin, key);
    const fork = checkpointText({ ...head, root: Buffer.alloc(32) });
    expect(await codes([signNote(fork, own)])).toEqual(['CHECKPOINT_DIFFERS']);
    const other = checkpointText({ ...head, origin: 'other' });
    expect(await codes([signNote(other, logSigner('other', key))])).toEqual([
      'CHECKPOINT_UNREADABLE',
    ]);
  });
});

type Harm = (subject: { readonly id: bigint; readonly other: bigint }) => Promise<void>;

/** A change by an intruder with access only to the database. */
const harms: Readonly<Record<string, Harm>> = {
  'an amount changed': async ({ id }) => {
    await database.pool.write('UPDATE transactions SET amount = amount + 1 WHERE id = ?', [id]);
  },
  'an entry changed': async ({ id }) => {
    await database.pool.write(
      `UPDATE entries SET memo = 'changed' WHERE transaction_id = ? LIMIT 1`,
      [id],
    );
  },
  'a transaction deleted': async ({ id }) => {
    await database.pool.write('DELETE FROM transactions WHERE id = ?', [id]);
  },
  'two swapped': async ({ id, other }) => {
    await database.pool.write('UPDATE transactions SET id = 1 WHERE id = ?', [id]);
    await database.pool.write('UPDATE transactions SET id = ? WHERE id = ?', [id, other]);
    await database.pool.write('UPDATE transactions SET id = ? WHERE id = 1', [other]);
  },
  'one inserted': async ({ id }) => {
    const columns = `kind, customer_id, initiator_id, fingerprint, source_account_id, source_seq,
      target_account_id, target_seq, amount, booked_at`;
    await database.pool.write(
      `INSERT INTO transactions (id, ${columns})
       SELECT id - 1000003, ${columns} FROM transactions WHERE id = ?`,
      [id],
    );
  },
  'an audit row changed': async () => {
    await database.pool.write(`UPDATE audit SET details = '{}', action = 'X' ORDER BY id LIMIT 1`);
  },
  'a row of the log taken out': async ({ id }) => {
    await database.pool.write('DELETE FROM log_rows WHERE subject_id = ?', [id]);
  },
  'two rows of the log swapped': async ({ id, other }) => {
    await database.pool.write('UPDATE log_rows SET subject_id = 1 WHERE subject_id = ?', [id]);
    await database.pool.write('UPDATE log_rows SET subject_id = ? WHERE subject_id = ?', [
      id,
      other,
    ]);
    await database.pool.write('UPDATE log_rows SET subject_id = ? WHERE subject_id = 1', [other]);
  },
  'a salt changed': async ({ id }) => {
    await database.pool.write('UPDATE log_rows SET salt = REVERSE(salt) WHERE subject_id = ?', [
      id,
    ]);
  },
  'the edge changed': async () => {
    const [row] = await database.pool.rows('SELECT edge FROM log_state');
    const edge = Buffer.from(bytesOf(row!, 'edge'));
    edge[randomInt(edge.length)]! ^= 1;
    await database.pool.write('UPDATE log_state SET edge = ?', [edge]);
  },
  'a tile changed': async () => {
    await database.pool.write('UPDATE log_tiles SET hashes = REVERSE(hashes) LIMIT 1');
  },
  'a checkpoint changed': async () => {
    await database.pool.write(`UPDATE checkpoints SET note = REPLACE(note, 'a', 'b')`);
  },
};

test('all of 100 changes in random places are found', async () => {
  // One tile becomes full.
  await payMany(260);
  await logged();
  const rows = await database.pool.rows('SELECT id FROM transactions ORDER BY id');
  const ids = rows.map((row) => bigintOf(row, 'id'));
  inTwoDays();
  expect(await findings()).toEqual([]);
  const missed: string[] = [];
  for (let number = 0; number < 100; number += 1) {
    const [name, harm] = Object.entries(harms)[number % Object.keys(harms).length]!;
    const at = randomInt(ids.length);
    const other = (at + 1 + randomInt(ids.length - 1)) % ids.length;
    const undo = await harmed(async () => harm({ id: ids[at]!, other: ids[other]! }));
    if ((await findings()).length === 0) missed.push(`${name} at ${at}`);
    await undo();
  }
  expect(missed).toEqual([]);
  expect(await findings()).toEqual([]);
});

test('a change of any hash of the edge is found', async () => {
  await payMany(90);
  await logged();
  const [row] = await database.pool.rows('SELECT edge FROM log_state');
  const edge = Buffer.from(bytesOf(row!, 'edge'));
  const hashes = edge.length / 32;
  const missed: number[] = [];
  for (let hash = 0; hash < hashes; hash += 1) {
    const changed = Buffer.from(edge);
    changed[hash * 32 + randomInt(32)]! ^= 1;
    await database.pool.write('UPDATE log_state SET edge = ?', [changed]);
    if ((await findings()).length === 0) missed.push(hash);
  }
  expect(missed).toEqual([]);
});

const tables = ['transactions', 'entries', 'audit', 'log_rows', 'log_tiles', 'log_state'];
tables.push('checkpoints');

/** Does harm, and returns a function that undoes it. */
async function harmed(work: () => Promise<void>): Promise<() => Promise<void>> {
  for (const table of isKept ? [] : tables) {
    await database.pool.write(`DROP TABLE IF EXISTS kept_${table}`);
    await database.pool.write(`CREATE TABLE kept_${table} LIKE ${table}`);
    await database.pool.write(`INSERT INTO kept_${table} SELECT * FROM ${table}`);
  }
  isKept = true;
  await work();
  return async () => {
    for (const table of tables) {
      await database.pool.write(`DELETE FROM ${table}`);
      await database.pool.write(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
    }
  };
}

test('a failed round is reported, and the next one goes on', async () => {
  await payBen(5n);
  let isBroken = true;
  const broken = startLog({
    pool: database.pool,
    clock,
    announce: async () => {
      if (isBroken) throw new Error('No message can be written');
    },
    extensions: async () => [],
    report: (event) => events.push(event),
    key,
    settledId: () => firstIdAt(systemClock.now() - 60_000),
    everyMs: 5,
  });
  const failed = () => events.filter(({ name }) => name === 'backgroundFailed');
  await expect.poll(() => failed().length).toBeGreaterThan(0);
  expect(failed()[0]).toMatchObject({ work: 'log', times: 1 });
  isBroken = false;
  await expect.poll(async () => (await published()).length).toBe(1);
  await broken.close();
  expect(await findings(await published())).toEqual([]);
});

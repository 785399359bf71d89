/** The log, receipts and statements while a crowd pays, and attacks on what the log publishes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { signingKey } from '../../../src/bank/keys/index.ts';
import { startLog } from '../../../src/bank/audit/log/worker.ts';
import { verifyLog } from '../../../src/bank/audit/log/verify.ts';
import { type AccountId, type AccountNumber, utc } from '../../../src/bank/index.ts';
import { statementOf } from '../../../src/bank/records/statements.ts';
import type { Pool } from '../../../src/db/pool.ts';
import { bigintOf, instantOf, textOf } from '../../../src/db/rows.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { firstIdAt } from '../../../src/lib/ids.ts';
import type { Arena } from '../arena/arena.ts';
import { cosignaturesMissed, forksMissed } from '../log/attacks.ts';
import { compareLeaves } from '../log/leaves.ts';
import type { Customer } from '../crowd/customer.ts';
import { atLeast, exactly, type Figure, type Stage, underTorture, withServer } from './stage.ts';

const facts = { currency: { code: 'GEM', scale: 2 }, isoCurrency: 'XXX' };
const countMissing = `
  SELECT (SELECT COUNT(*) FROM transactions) + (SELECT COUNT(*) FROM audit)
    - (SELECT COUNT(*) FROM log_rows WHERE kind <> 'START') AS missing`;
const selectAccounts = `
  SELECT id, account_number, holder_name, opened_at
  FROM accounts
  WHERE kind = 'CUSTOMER'`;
/**
 * Each harm by a person with access to the database alone, and of another transaction: a leaf that
 * is wrong already shows no second fault.
 */
const harms = [
  'UPDATE transactions SET amount = amount + 1 ORDER BY id LIMIT 1',
  `UPDATE entries SET memo = 'forged'
   WHERE transaction_id NOT IN (
     SELECT MIN(id) FROM transactions UNION ALL SELECT MAX(id) FROM transactions)
   ORDER BY account_id DESC, seq DESC LIMIT 1`,
  'DELETE FROM log_rows ORDER BY leaf DESC LIMIT 1',
] as const;

interface Checked {
  checked: number;
  wrong: number;
}

/** A party gets the receipt of a booked payment; its code is genuine, and a changed one unknown. */
async function checkReceipt({ banks }: Arena, customer: Customer, found: Checked): Promise<void> {
  const booked = customer.acknowledged.at(-1);
  const bank = banks[found.checked % banks.length];
  if (booked === undefined || bank === undefined) return;
  const { session } = customer;
  const { code } = await bank.call('receipts', 'of', session, booked.key);
  const viewer = { discordUserId: session.discordUserId, place: session.place, session };
  const genuine = await bank.call('receipts', 'verify', code, viewer);
  const other = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
  const forged = await bank.call('receipts', 'verify', other, viewer);
  found.checked += 1;
  if (genuine.state === 'UNKNOWN' || forged.state !== 'UNKNOWN') found.wrong += 1;
}

/** A session may end meanwhile: then another customer is asked. */
async function checkReceipts(arena: Arena, wanted: number): Promise<Checked> {
  const found: Checked = { checked: 0, wrong: 0 };
  const until = performance.now() + 60_000;
  for (let turn = 0; found.checked < wanted && performance.now() < until; turn += 1) {
    const customer = arena.customers[turn % arena.customers.length]!;
    await checkReceipt(arena, customer, found).catch(async () => sleep(20));
  }
  return found;
}

async function logAll(pool: Pool): Promise<void> {
  const log = startLog({
    pool,
    clock: systemClock,
    report: () => {},
    key: signingKey(Buffer.alloc(32, 5)),
    settledId: () => firstIdAt(systemClock.now()),
    announce: async () => {},
    extensions: async () => [],
    everyMs: 3_600_000,
  });
  while ((await log.round()) > 0);
  await log.close();
}

const faultsIn = async (pool: Pool): Promise<number> =>
  (await verifyLog(pool, { key: null, checkpoints: [], nowMs: systemClock.now() })).findings.length;

/** Statements check that each entry continues the balance before it. */
async function wrongStatements(pool: Pool): Promise<number> {
  const year = new Date().getUTCFullYear();
  const period = { from: `${year - 1}-01-01`, to: `${year + 1}-12-31`, zone: utc };
  let wrong = 0;
  for (const row of await pool.rows(selectAccounts)) {
    const account = {
      id: bigintOf(row, 'id') as AccountId,
      accountNumber: textOf(row, 'account_number') as AccountNumber,
      holderName: textOf(row, 'holder_name'),
      openedAt: instantOf(row, 'opened_at'),
    };
    try {
      const { lines } = await statementOf(pool, account, { period, facts, sign: async () => null });
      for await (const _ of lines());
    } catch {
      wrong += 1;
    }
  }
  return wrong;
}

async function harmsMissed(pool: Pool): Promise<number> {
  let missed = 0;
  let before = await faultsIn(pool);
  for (const harm of harms) {
    await pool.write(harm);
    const after = await faultsIn(pool);
    if (after <= before) missed += 1;
    before = after;
  }
  return missed;
}

async function logFigures(pool: Pool): Promise<Figure[]> {
  await logAll(pool);
  const [row = {}] = await pool.rows(countMissing);
  const { compared, different } = await compareLeaves(pool);
  return [
    exactly('rows without a leaf', Number(bigintOf(row, 'missing')), 0),
    exactly('faults found in the log', await faultsIn(pool), 0),
    atLeast('leaves made again from the document', compared, 100),
    exactly('leaves that differ', different, 0),
    exactly('statements that do not add up', await wrongStatements(pool), 0),
    exactly('changes by an operator missed', await harmsMissed(pool), 0),
  ];
}

export const log: Stage = {
  name: 'log',
  about: 'receipts, statements and the log beside payments; forged histories and signatures',
  run: async (context) =>
    withServer('log', async (server) => {
      const wishes = { name: 'log', processes: 2, customers: 20, hot: 2, clients: 12 };
      const wanted = context.isShort ? 40 : 1_000;
      const attacked = { forks: 0, cosignatures: 0 };
      const result = await underTorture(context, server, wishes, async ({ arena }) => {
        attacked.forks = await forksMissed(arena.random.fork('forks'));
        attacked.cosignatures = await cosignaturesMissed();
        const { checked, wrong } = await checkReceipts(arena, wanted);
        return [
          atLeast('receipts checked', checked, wanted),
          exactly('receipts with a wrong answer', wrong, 0),
          exactly('forged histories missed, of 100', attacked.forks, 0),
          exactly('changed cosignatures accepted', attacked.cosignatures, 0),
        ];
      });
      const pool = server.pool('torture_log');
      try {
        return { ...result, figures: [...result.figures, ...(await logFigures(pool))] };
      } finally {
        await pool.close();
      }
    }),
};

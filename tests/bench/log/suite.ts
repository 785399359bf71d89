/** What the log costs: proofs, checkpoints, appending and verification, beside ledger and chain. */
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { beginning, hashOf } from '../../../src/bank/audit/chain-hash.ts';
import { verifyChain } from '../../../src/bank/audit/chain-verify.ts';
import { verifyLog } from '../../../src/bank/audit/log/verify.ts';
import { startLog } from '../../../src/bank/audit/log/worker.ts';
import { subjectsOf } from '../../../src/bank/audit/store/chain.ts';
import type { Pool } from '../../../src/db/pool.ts';
import { bigintOf } from '../../../src/db/rows.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { Edge, leafHash, logSigner, signNote } from '../../../src/records/index.ts';
import { longLedger } from '../history/generate.ts';
import type { Suite, SuiteContext } from '../support/context.ts';
import { watchCpu } from '../support/cpu.ts';
import { median } from '../support/measure.ts';
import { atMost } from '../support/report.ts';
import { measurePayments, type PaymentsMeasured } from './payments.ts';
import { keys, logTools } from './tools.ts';
import { measureProof } from './tree.ts';

const hour = 3_600_000;
/** A checkpoint is made in each round that adds leaves. */
const roundMs = 30_000;

interface Cost {
  readonly ms: number;
  /** Processor time of this process and of the database server. */
  readonly hereMs: number;
  readonly serverMs: number;
}

async function cost<Value>(
  serverPid: number,
  work: () => Promise<Value>,
): Promise<Cost & { readonly value: Value }> {
  const stop = watchCpu(serverPid);
  const begun = performance.now();
  const value = await work();
  const ms = performance.now() - begun;
  const { hereMs, serverMs } = stop();
  return { ms, hereMs, serverMs, value };
}

/** The chain of earlier versions over all transactions, as they wrote it. */
async function writeChain(pool: Pool): Promise<void> {
  let [after, link] = [0n, 0n];
  let hash: Buffer = beginning;
  for (;;) {
    const rows = await pool.rows(
      'SELECT id FROM transactions WHERE id > ? ORDER BY id LIMIT 1000',
      [after],
    );
    if (rows.length === 0) return;
    const ids = rows.map((row) => bigintOf(row, 'id'));
    const subjects = await subjectsOf(pool, 'TRANSACTION', ids);
    const links = ids.map((id) => {
      hash = hashOf(hash, { kind: 'TRANSACTION', content: subjects.get(id)!.content });
      link += 1n;
      return [link, 'TRANSACTION', id, hash];
    });
    await pool.writeRows('INSERT INTO chain (link, kind, subject_id, hash) VALUES :rows', links);
    after = ids.at(-1)!;
  }
}

async function empty(pool: Pool): Promise<void> {
  for (const table of ['chain', 'log_rows', 'log_tiles', 'log_state', 'checkpoints']) {
    await pool.write(`DELETE FROM ${table}`);
  }
}

async function logAll(pool: Pool): Promise<void> {
  const log = startLog({ ...logTools(pool), everyMs: hour });
  while ((await log.round()) > 0);
  await log.close();
}

/** Root and signature of one checkpoint, in ms. */
function checkpointMs(): number {
  const edge = new Edge();
  for (let leaf = 0; leaf < 66_000; leaf += 1) edge.append(leafHash(Buffer.from(`${leaf}`)));
  const signer = logSigner('passbook/0011223344556677', keys.log);
  const times = Array.from({ length: 200 }, () => {
    const begun = performance.now();
    signNote(
      `passbook/0011223344556677\n66000\n${Buffer.from(edge.root()).toString('base64')}\n`,
      signer,
    );
    return performance.now() - begun;
  });
  return median(times);
}

async function compared({ pool, pid }: Place, rounds: number) {
  const costs = { chain: [] as Cost[], log: [] as Cost[] };
  for (let round = 0; round < rounds; round += 1) {
    const chain = await cost(pid, async () => verifyChain(pool, { key: keys.chain, heads: [] }));
    const known = { key: keys.log, checkpoints: [], nowMs: systemClock.now() };
    const log = await cost(pid, async () => verifyLog(pool, known));
    const findings = [...chain.value.findings, ...log.value.findings];
    if (findings.length > 0) throw new Error(findings.map(({ code }) => code).join());
    costs.chain.push(chain);
    costs.log.push(log);
  }
  return { chain: middle(costs.chain), log: middle(costs.log) };
}

const middle = (costs: readonly Cost[]): Cost => ({
  ms: median(costs.map(({ ms }) => ms)),
  hereMs: median(costs.map(({ hereMs }) => hereMs)),
  serverMs: median(costs.map(({ serverMs }) => serverMs)),
});

interface Place {
  readonly pool: Pool;
  readonly pid: number;
}

async function appended({ pool, pid }: Place) {
  const chain = await cost(pid, async () => writeChain(pool));
  // The log is measured as a new bank has it, without the links of a chain.
  await pool.write('CREATE TABLE kept_chain AS SELECT * FROM chain');
  await pool.write('DELETE FROM chain');
  const log = await cost(pid, async () => logAll(pool));
  await pool.write('INSERT INTO chain SELECT * FROM kept_chain');
  return { chain, log };
}

const perTransaction = ({ hereMs, serverMs }: Cost, transactions: number) => ({
  here: (hereMs / transactions) * 1_000,
  server: (serverMs / transactions) * 1_000,
});

function costTable(transactions: number, costs: Readonly<Record<string, Cost>>) {
  const rows = Object.entries(costs).map(([what, one]) => {
    const { here, server } = perTransaction(one, transactions);
    return [what, one.ms / 1_000, here, server, here + server];
  });
  return {
    title: `${transactions} transactions with two entries each`,
    columns: ['what', 'seconds', 'process µs', 'server µs', 'both µs'],
    rows,
  };
}

function paymentsTable({ paused, logged }: PaymentsMeasured) {
  const row = (what: string, one: PaymentsMeasured['paused']) => [
    what,
    one.perSecond,
    one.p50Ms,
    one.p99Ms,
    one.hereMicros + one.serverMicros,
  ];
  return {
    title:
      'Payments of 1,000 callers, as many as two cores can book; the log is complete at the end',
    columns: ['way', 'per second', 'p50 ms', 'p99 ms', 'µs of processor'],
    rows: [row('log paused', paused), row('log written', logged)],
  };
}

/** The share of all cores that the log takes at so many payments a second. */
const usualPerSecond = 100;
function shareOfMachine({ paused, logged }: PaymentsMeasured): number {
  const micros = (one: PaymentsMeasured['paused']) => one.hereMicros + one.serverMicros;
  const more = micros(logged) - micros(paused);
  return (more * usualPerSecond) / (cpus().length * 1_000_000);
}

async function run(context: SuiteContext) {
  const leaves = context.quick ? 300_000 : 10_000_000;
  context.progress(`A tree of ${leaves} leaves…`);
  const proof = await measureProof(leaves);
  const signMs = checkpointMs();
  context.progress('Payments with and without the log…');
  const payments = await measurePayments(context);
  const transactions = context.quick ? 50_000 : 500_000;
  const { pool } = await longLedger(context.server, transactions, context.progress);
  const place = { pool, pid: context.server.pid };
  try {
    await pool.write('DROP TABLE IF EXISTS kept_chain');
    await empty(pool);
    context.progress('The chain of earlier versions, and the log…');
    const written = await appended(place);
    const verified = await compared(place, context.quick ? 1 : 3);
    const columns = ['what', 'value'];
    const rows = [
      [`proof in ${leaves} leaves, bytes`, proof.bytes],
      ['checking it, ms (median)', proof.checkMs],
      ['checking it, ms (slowest of 60)', proof.checkMsMax],
      ['synthetic leaves hashed per second', proof.leavesPerSecond],
      ['a checkpoint: root and signature, ms', signMs],
    ];
    const costs = costTable(transactions, {
      'writing the chain': written.chain,
      'writing the log': written.log,
      'verifying the chain': verified.chain,
      'verifying the log': verified.log,
    });
    const targets = [
      atMost('proof', 2_048, proof.bytes, ' bytes'),
      atMost('checking a proof', 50, proof.checkMs, ' ms'),
      atMost('checkpoints, share of the time', 2, (signMs / roundMs) * 100, ' %'),
      atMost('the log at 100 payments/s, share of cores', 2, shareOfMachine(payments) * 100, ' %'),
      atMost('verifying the log, times the chain', 1, verified.log.ms / verified.chain.ms),
    ];
    const title = 'The log (synthetic leaves in the tree; real rows in the ledger)';
    const tables = [{ title, columns, rows }, paymentsTable(payments), costs];
    return { tables, targets, values: { proof, payments, verified, written } };
  } finally {
    await pool.write('DROP TABLE IF EXISTS kept_chain').catch(() => undefined);
    await empty(pool);
    await pool.close();
  }
}

export const logSuite: Suite = { name: 'log', run };

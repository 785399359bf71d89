/** Galera: the writer killed, paused and cut off, and the whole cluster killed and restarted. */
import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureSchema, migrate } from '../../../src/db/migrate.ts';
import { createPool, type Pool } from '../../../src/db/pool.ts';
import type { Arena } from '../arena/arena.ts';
import { readBooks } from '../checker/read-books.ts';
import { startCluster, type GaleraCluster, type GaleraNode } from '../server/galera.ts';
import { connectionsTo } from '../support/connections.ts';
import { migrationsFolder, tortureFolder } from '../support/folders.ts';
import {
  atLeast,
  atMost,
  exactly,
  figure,
  population,
  seconds,
  tortured,
  type Figure,
  type Stage,
  type StageContext,
  type StageResult,
} from './stage.ts';

const schema = 'torture_galera';
const recoveryS = 10;
const giveUpMs = 60_000;

async function clientsOf(node: GaleraNode): Promise<number> {
  if (!node.isRunning) return 0;
  const pool = node.pool(null);
  try {
    const connections = await connectionsTo(pool, schema);
    return connections.filter(({ user }) => user === 'passbook').length;
  } catch {
    return 0;
  } finally {
    await pool.close();
  }
}

/** The node with most of the banks' connections. */
async function writerOf({ nodes }: GaleraCluster): Promise<GaleraNode> {
  const counts = await Promise.all(
    nodes.map(async (node) => ({ node, count: await clientsOf(node) })),
  );
  return counts.toSorted((one, other) => other.count - one.count)[0]!.node;
}

async function allSynced({ nodes }: GaleraCluster): Promise<boolean> {
  const deadline = performance.now() + giveUpMs;
  while (performance.now() < deadline) {
    const states = await Promise.all(
      nodes.map(async (node) => [
        await node.status('wsrep_local_state_comment'),
        await node.status('wsrep_cluster_size'),
      ]),
    );
    if (states.every(([state, size]) => state === 'Synced' && size === '3')) return true;
    await sleep(100);
  }
  return false;
}

interface Wait {
  readonly fault: string;
  readonly ms: number;
}

async function suffer(
  arena: Arena,
  cluster: GaleraCluster,
  fault: string,
  work: (writer: GaleraNode) => Promise<() => Promise<void>>,
): Promise<Wait> {
  const writer = await writerOf(cluster);
  arena.history.note(`${fault}: ${writer.name}`);
  const heal = await work(writer);
  const ms = await arena.nextSuccess(giveUpMs);
  await heal();
  arena.history.note(`${fault}: healed`);
  if (!(await allSynced(cluster))) throw new Error(`The cluster does not heal after: ${fault}`);
  await sleep(500);
  return { fault, ms };
}

/** How long a new process with the broken node first in its list cannot work. */
async function newcomerMs(cluster: GaleraCluster, broken: GaleraNode): Promise<number> {
  const sound = cluster.nodes.filter((node) => node !== broken);
  const others = sound.map(({ port }) => ({ host: '127.0.0.1', port }));
  const pool = createPool({ ...cluster.address(schema), port: broken.port, others });
  const begun = performance.now();
  try {
    while (performance.now() - begun < giveUpMs) {
      const rows = await pool.rows('SELECT id FROM accounts LIMIT 1').catch(() => null);
      if (rows !== null) return performance.now() - begun;
      await sleep(20);
    }
    return Infinity;
  } finally {
    await pool.close();
  }
}

async function allFaults(
  context: StageContext,
  arena: Arena,
  cluster: GaleraCluster,
): Promise<{ waits: Wait[]; newcomers: number[] }> {
  const kills = context.isShort ? 1 : 4;
  const waits: Wait[] = [];
  const newcomers: number[] = [];
  for (let number = 0; number < kills; number += 1) {
    await sleep(1_500);
    waits.push(
      await suffer(arena, cluster, 'writer killed', async (writer) => {
        await writer.kill();
        return async () => writer.start();
      }),
    );
  }
  if (!context.isShort) {
    waits.push(
      await suffer(arena, cluster, 'writer paused', async (writer) => {
        writer.pause();
        return async () => {
          newcomers.push(await newcomerMs(cluster, writer));
          writer.resume();
        };
      }),
    );
  }
  waits.push(
    await suffer(arena, cluster, 'writer cut off', async (writer) => {
      await writer.isolate(true);
      return async () => {
        newcomers.push(await newcomerMs(cluster, writer));
        await writer.isolate(false);
      };
    }),
  );
  return { waits, newcomers };
}

/** All nodes are killed at once; the wait counts from when the cluster is back. */
async function everythingDies(arena: Arena, cluster: GaleraCluster): Promise<Wait> {
  arena.history.note('all nodes killed');
  await Promise.all(cluster.nodes.map(async (node) => node.kill()));
  await sleep(500);
  await cluster.bootstrap();
  arena.history.note('the cluster was begun again');
  const ms = await arena.nextSuccess(giveUpMs);
  await sleep(500);
  return { fault: 'all nodes killed', ms };
}

/** Until the node has applied what the others committed before. */
const waitForWrites = async (pool: Pool): Promise<void> =>
  pool.use(async (session) => {
    await session.write('SET SESSION wsrep_sync_wait = 1', [], giveUpMs);
    await session.rows('SELECT 1 FROM accounts LIMIT 1', [], giveUpMs);
  });

/** The parts of the books that are not the same on every node; `none` if all are the same. */
async function differentBooks(cluster: GaleraCluster): Promise<string> {
  const prints = new Map<string, Set<string>>();
  for (const node of cluster.nodes) {
    const pool = node.pool(schema);
    await waitForWrites(pool);
    // The times of the reading are no part of the books.
    const { overdueBefore: _, readAt: __, ...books } = await readBooks(pool);
    await pool.close();
    for (const [part, rows] of Object.entries(books)) {
      const text = JSON.stringify(rows, (_key, value: unknown) => {
        if (value instanceof Map) return [...value];
        return typeof value === 'bigint' ? `${value}` : value;
      });
      const print = createHash('sha256').update(text).digest('hex');
      prints.set(part, (prints.get(part) ?? new Set()).add(print));
    }
  }
  const different = [...prints].filter(([, found]) => found.size > 1).map(([part]) => part);
  return different.join(', ') || 'none';
}

async function onCluster(context: StageContext, cluster: GaleraCluster): Promise<StageResult> {
  const address = cluster.address(schema);
  await ensureSchema(address);
  const direct = createPool(address, { limits: { connections: 2, statementMs: 300_000 } });
  await migrate(direct, { folder: migrationsFolder, schema });
  const wishes = {
    name: 'galera',
    processes: 2,
    clients: 24,
    ...population(context),
    callMs: 45_000,
  };
  const result = await tortured(context, { ...wishes, address, direct }, async ({ arena }) => {
    const { waits, newcomers } = await allFaults(context, arena, cluster);
    waits.push(await everythingDies(arena, cluster));
    const slowest = waits.toSorted((one, other) => other.ms - one.ms)[0]!;
    const killed = waits.filter(({ fault }) => fault === 'writer killed').length;
    return [
      atLeast('writer kills', killed, context.isShort ? 1 : 3),
      figure('full bootstraps', 1),
      atMost('slowest first success, seconds', seconds(slowest.ms), recoveryS),
      figure('after', slowest.fault),
      atMost(
        'a process that starts meanwhile, seconds',
        seconds(Math.max(...newcomers)),
        recoveryS,
      ),
    ];
  });
  const different = await differentBooks(cluster);
  const same: Figure = exactly('books that differ among the nodes', different, 'none');
  await direct.close();
  return { ...result, figures: [...result.figures, same] };
}

export const galera: Stage = {
  name: 'galera',
  about: 'three nodes: writer killed, paused, cut off; all killed and begun again',
  run: async (context) => {
    const folder = join(tortureFolder, 'servers/galera');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    let cluster: GaleraCluster;
    try {
      cluster = await startCluster(folder, []);
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n')[0] : 'unknown';
      return { figures: [], verdict: null, skipped: `no cluster can be had here: ${why}` };
    }
    try {
      return await onCluster(context, cluster);
    } finally {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

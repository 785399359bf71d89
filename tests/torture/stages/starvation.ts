/** Shortage of connections, disk, or the password hashing queue. */
import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool, type Pool } from '../../../src/db/pool.ts';
import type { Arena } from '../arena/arena.ts';
import { logIn, pay } from '../crowd/acts.ts';
import { createTortureServer, databaseProgram, type TortureServer } from '../server/server.ts';
import { tortureFolder } from '../support/folders.ts';
import {
  atLeast,
  atMost,
  figure,
  population,
  seconds,
  slowestSuccess,
  underTorture,
  withServer,
  type Stage,
  type StageContext,
  type StageResult,
} from './stage.ts';

/** Takes every connection; no other can connect until they are released. */
async function takeAllConnections(server: TortureServer): Promise<Pool> {
  const pool = createPool(server.address('mysql'), { limits: { connections: 60, waiting: 500 } });
  const holds = Array.from({ length: 60 }, async () =>
    pool.rows('SELECT SLEEP(30)').catch(() => []),
  );
  await Promise.race([Promise.all(holds), sleep(1_000)]);
  return pool;
}

export const connections: Stage = {
  name: 'no connections',
  about: 'somebody else takes every connection the database has',
  run: async (context) => {
    // MySQL does not have the second, and allows one extra administrator.
    const options = ['--max-connections=40', '--loose-extra-max-connections=5'];
    return withServer('connections', async (server) => starveConnections(context, server), options);
  },
};

async function starveConnections(
  context: StageContext,
  server: TortureServer,
): Promise<StageResult> {
  const rounds = context.isShort ? 1 : 5;
  const wishes = { name: 'no connections', processes: 2, clients: 24, ...population(context) };
  return underTorture(context, server, wishes, async ({ arena }) => {
    const waits: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await sleep(500);
      arena.history.note('all connections are taken');
      const taken = await takeAllConnections(server);
      // The banks' open connections must end too.
      for (const bank of arena.banks) await bank.kill();
      const starts = arena.banks.map(async (bank) => bank.start());
      await sleep(context.isShort ? 1_000 : 4_000);
      await taken.close();
      arena.history.note('connections are free again');
      waits.push(await arena.nextSuccess(30_000));
      await Promise.all(starts);
    }
    return [figure('rounds', rounds), slowestSuccess(context, waits)];
  });
}

const floodLogins = (context: StageContext): number => (context.isShort ? 12 : 64);

/** Payments of other people while the queue of password hashes is full. */
async function paymentsBeside(arena: Arena, isOver: () => boolean): Promise<number[]> {
  const times: number[] = [];
  const customer = arena.customers[0]!;
  while (!isOver()) {
    const begun = performance.now();
    const { account: own, session } = customer;
    const payment = { kind: 'DEPOSIT', own, payee: null, wish: '1', memo: null } as const;
    await pay(arena.tools, customer, { key: arena.nextKey(), session, payment });
    times.push(performance.now() - begun);
    await sleep(10);
  }
  return times.toSorted((one, other) => one - other);
}

export const passwords: Stage = {
  name: 'password flood',
  about: '64 logins at once at full cost; what the others wait meanwhile',
  run: async (context) =>
    withServer('passwords', async (server) => {
      const wishes = {
        name: 'password flood',
        processes: 1,
        customers: floodLogins(context) + 1,
        hot: 0,
        clients: 0,
        bank: { bcryptCost: 4 },
        // Only logins may wait for the queue of hashes.
        callMs: 190_000,
      };
      return underTorture(context, server, wishes, async ({ arena }) => {
        const bank = arena.banks[0]!;
        // The high cost applies at the first login, which hashes the cheap password again.
        await bank.stop();
        const dear = await arena.startBank({ bcryptCost: 12 });
        const tools = { ...arena.tools, bank: () => dear };
        let isOver = false;
        const beside = paymentsBeside({ ...arena, tools }, () => isOver);
        const begun = performance.now();
        const answers = await Promise.all(
          arena.customers.slice(1).map(async (customer) => logIn(tools, customer)),
        );
        const floodMs = performance.now() - begun;
        isOver = true;
        const times = await beside;
        const p99 = times[Math.floor(times.length * 0.99)] ?? Infinity;
        const served = answers.filter(({ outcome }) => outcome === 'ok').length;
        await bank.start();
        return [
          atLeast('logins served', served, 1),
          figure('seconds of flood', seconds(floodMs)),
          figure('payments meanwhile', times.length),
          atMost('p99 of a payment meanwhile, ms', Math.round(p99), 1_000),
        ];
      });
    }),
};

/** Room for an empty server and little more. */
const diskMegabytes = { mariadb: 140, mysql: 300 } as const;

export const fullDisk: Stage = {
  name: 'full disk',
  about: "the database's disk (a small one in memory) is filled to the last byte, twice",
  run: async (context) => {
    if (process.getuid?.() !== 0) {
      return { figures: [], verdict: null, skipped: 'mounting a small tmpfs needs root' };
    }
    const folder = join(tortureFolder, 'servers/full-disk');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const { family } = await databaseProgram();
    try {
      const size = `size=${diskMegabytes[family]}m`;
      execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]);
    } catch {
      return { figures: [], verdict: null, skipped: 'this system lets nobody mount a tmpfs' };
    }
    try {
      return await onSmallDisk(context, folder);
    } finally {
      execFileSync('umount', ['-l', folder]);
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Writes until the disk is full. */
async function fill(file: string): Promise<void> {
  const block = Buffer.alloc(1 << 20);
  for (;;) {
    try {
      await writeFile(file, block, { flag: 'a' });
    } catch {
      return;
    }
  }
}

async function onSmallDisk(context: StageContext, folder: string): Promise<StageResult> {
  // Each family has one of the two names.
  const log = ['--loose-innodb-log-file-size=16M', '--loose-innodb-redo-log-capacity=16M'];
  const options = [...log, '--innodb-buffer-pool-size=64M'];
  const server = await createTortureServer({ folder: join(folder, 'server'), options });
  await server.start();
  try {
    const rounds = context.isShort ? 1 : 2;
    const wishes = { name: 'full disk', processes: 2, clients: 24, ...population(context) };
    return await underTorture(context, server, wishes, async ({ arena }) => {
      const waits: number[] = [];
      let restarts = 0;
      for (let round = 0; round < rounds; round += 1) {
        await sleep(1_000);
        arena.history.note('the disk is full');
        await fill(join(folder, 'ballast'));
        await sleep(context.isShort ? 3_000 : 10_000);
        await rm(join(folder, 'ballast'), { force: true });
        if (!server.isRunning) {
          restarts += 1;
          await server.start();
        }
        arena.history.note('the disk has room again');
        waits.push(await arena.nextSuccess(30_000));
      }
      return [
        figure('times full', rounds),
        figure('restarts of the database', restarts),
        slowestSuccess(context, waits),
      ];
    });
  } finally {
    await server.stop();
  }
}

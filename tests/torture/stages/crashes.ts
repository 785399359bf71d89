/**
 * `kill -9` of the database, of the bank's processes, of both, and `KILL` of single connections.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Arena } from '../arena/arena.ts';
import type { TortureServer } from '../server/server.ts';
import { connectionsTo } from '../support/connections.ts';
import type { Random } from '../support/random.ts';
import {
  atLeast,
  figure,
  population,
  slowestSuccess,
  underTorture,
  withServer,
  type Stage,
  type StageContext,
} from './stage.ts';

const giveUpMs = 30_000;

/** Kills the database and restarts it; returns how long the customers then waited. */
async function killDatabase(arena: Arena, server: TortureServer, random: Random): Promise<number> {
  arena.history.note('database killed');
  await server.kill();
  await sleep(random.between(0, 300));
  await server.start();
  arena.history.note('database is back');
  return arena.nextSuccess(giveUpMs);
}

async function killBank(arena: Arena, random: Random): Promise<void> {
  const bank = random.pick(arena.banks);
  arena.history.note('bank process killed');
  await bank.kill();
  await sleep(random.between(0, 200));
  await bank.start();
  arena.history.note('bank process is back');
}

function pauseOf(context: StageContext, random: Random, full: readonly [number, number]): number {
  return context.isShort ? random.between(200, 500) : random.between(...full);
}

const count = (context: StageContext, short: number, full: number): number =>
  context.isShort ? short : Math.ceil(full * context.factor);

export const databaseKills: Stage = {
  name: 'database kills',
  about: 'kill -9 of the database every 1 to 5 s, under 24 clients',
  run: async (context) =>
    withServer('database-kills', async (server) => {
      const kills = count(context, 3, 62);
      const wishes = { name: 'database kills', processes: 2, clients: 24, ...population(context) };
      return underTorture(context, server, wishes, async ({ arena }) => {
        const random = arena.random.fork('faults');
        const waits: number[] = [];
        for (let done = 0; done < kills; done += 1) {
          await sleep(pauseOf(context, random, [1_000, 5_000]));
          waits.push(await killDatabase(arena, server, random));
        }
        await sleep(300);
        return [atLeast('database kills', waits.length, kills), slowestSuccess(context, waits)];
      });
    }),
};

export const bankKills: Stage = {
  name: 'bank kills',
  about: 'kill -9 of a bank process every 2 to 5 s; the other one serves on',
  run: async (context) =>
    withServer('bank-kills', async (server) => {
      const kills = count(context, 3, 31);
      const wishes = { name: 'bank kills', processes: 2, clients: 24, ...population(context) };
      return underTorture(context, server, wishes, async ({ arena }) => {
        const random = arena.random.fork('faults');
        for (let done = 0; done < kills; done += 1) {
          await sleep(pauseOf(context, random, [2_000, 5_000]));
          await killBank(arena, random);
        }
        return [
          atLeast('bank kills', kills, kills),
          slowestSuccess(context, [await arena.nextSuccess(giveUpMs)]),
        ];
      });
    }),
};

export const bothKills: Stage = {
  name: 'both kills',
  about: 'database and bank processes killed independently of each other',
  run: async (context) =>
    withServer('both-kills', async (server) => {
      const kills = count(context, 2, 12);
      const wishes = { name: 'both kills', processes: 2, clients: 24, ...population(context) };
      return underTorture(context, server, wishes, async ({ arena }) => {
        const [random, other] = [arena.random.fork('database'), arena.random.fork('banks')];
        const waits: number[] = [];
        const ofDatabase = async () => {
          for (let done = 0; done < kills; done += 1) {
            await sleep(pauseOf(context, random, [1_000, 4_000]));
            waits.push(await killDatabase(arena, server, random));
          }
        };
        const ofBanks = async () => {
          for (let done = 0; done < kills; done += 1) {
            await sleep(pauseOf(context, other, [1_000, 4_000]));
            await killBank(arena, other);
          }
        };
        await Promise.all([ofDatabase(), ofBanks()]);
        await sleep(300);
        return [
          figure('database kills', kills),
          figure('bank kills', kills),
          slowestSuccess(context, waits),
        ];
      });
    }),
};

export const connectionKills: Stage = {
  name: 'connection kills',
  about: 'KILL <id> of connections in the middle of their work',
  run: async (context) =>
    withServer('connection-kills', async (server) => {
      const kills = count(context, 20, 200);
      const wishes = {
        name: 'connection kills',
        processes: 2,
        clients: 24,
        ...population(context),
      };
      return underTorture(context, server, wishes, async ({ arena }) => {
        const random = arena.random.fork('faults');
        const pool = server.pool(null);
        let done = 0;
        while (done < kills) {
          await sleep(random.between(20, context.isShort ? 60 : 150));
          const victims = await connectionsTo(pool, 'torture_connection_kills');
          if (victims.length === 0) continue;
          const { id } = random.pick(victims);
          // One that ended meanwhile does not count.
          done += await pool.write(`KILL ${id}`).then(
            () => 1,
            () => 0,
          );
        }
        await pool.close();
        arena.history.note(`${done} connections killed`);
        return [
          atLeast('connections killed', done, kills),
          slowestSuccess(context, [await arena.nextSuccess(giveUpMs)]),
        ];
      });
    }),
};

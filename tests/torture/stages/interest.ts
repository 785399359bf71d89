/** Interest of earlier months, credited while what credits it is killed. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  allCredited,
  creditCount,
  lookForInterest,
  moreCredits,
  saveInEarlierMonths,
} from '../arena/earlier-months.ts';
import type { Arena } from '../arena/arena.ts';
import type { TortureServer } from '../server/server.ts';
import type { Pool } from '../../../src/db/pool.ts';
import { randomOf, type Random } from '../support/random.ts';
import { atLeast, exactly, figure, underTorture, withServer, type Stage } from './stage.ts';

const schema = 'torture_interest';

type Faults = Parameters<typeof underTorture>[3];

interface Ground {
  readonly arena: Arena;
  readonly server: TortureServer;
  readonly pool: Pool;
  readonly random: Random;
}

async function restart({ arena, server, random }: Ground, what: 'banks' | 'database') {
  arena.history.note(`${what} killed while interest is credited`);
  if (what === 'database') {
    await server.kill();
    await server.start();
    return;
  }
  await Promise.all(arena.banks.map(async (bank) => bank.kill()));
  await sleep(random.between(0, 100));
  await Promise.all(arena.banks.map(async (bank) => bank.start()));
}

/** Kills in the middle of the crediting; false where nothing was credited in time. */
async function killOnce(ground: Ground, what: 'banks' | 'database'): Promise<boolean> {
  const { pool, random } = ground;
  const before = await creditCount(pool);
  await lookForInterest(pool);
  if (!(await moreCredits(pool, before, 30_000))) return false;
  await sleep(random.between(0, 40));
  await restart(ground, what);
  return true;
}

export const interest: Stage = {
  name: 'interest',
  about: 'the interest of earlier months is credited while bank processes and database are killed',
  run: async (context) =>
    withServer('interest', async (server) => {
      const [bankKills, databaseKills] = context.isShort ? [1, 1] : [10, 5];
      const population = context.isShort
        ? { processes: 1, customers: 24, hot: 2, clients: 2 }
        : { processes: 2, customers: 240, hot: 3, clients: 12 };
      const chance = randomOf(`${context.seed}/savings`);
      const wishes = {
        name: 'interest',
        ...population,
        prepare: async (prepared: Parameters<typeof saveInEarlierMonths>[0]) =>
          saveInEarlierMonths(prepared, chance),
      };
      const faults: Faults = async ({ arena }) => {
        const random = arena.random.fork('faults');
        const pool = server.pool(schema);
        const ground: Ground = { arena, server, pool, random };
        // A process that has looked before there was a rate does not look again in this month.
        await restart(ground, 'banks');
        let hits = 0;
        for (let done = 0; done < bankKills + databaseKills; done += 1) {
          const what = done % 3 === 1 && done < databaseKills * 3 ? 'database' : 'banks';
          if (await killOnce(ground, what)) hits += 1;
        }
        const rests = await allCredited(pool, 60_000);
        const credits = await creditCount(pool);
        await pool.close();
        return [
          atLeast('kills while interest was credited', hits, bankKills + databaseKills),
          exactly('the job has looked at all accounts', rests ? 'yes' : 'no', 'yes'),
          figure('months credited', credits),
        ];
      };
      return underTorture(context, server, wishes, faults, { pauseMs: [40, 160] });
    }),
};

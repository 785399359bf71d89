/** SIGSTOP: a database or bank process that is running but does not answer. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  atLeast,
  population,
  slowestSuccess,
  underTorture,
  withServer,
  type Stage,
} from './stage.ts';

export const pauses: Stage = {
  name: 'pauses',
  about: 'SIGSTOP of the database for 1 to 8 s, ten times; of a bank process in between',
  run: async (context) =>
    withServer('pauses', async (server) => {
      const rounds = context.isShort ? 1 : Math.ceil(10 * context.factor);
      const wishes = { name: 'pauses', processes: 2, clients: 24, ...population(context) };
      return underTorture(context, server, wishes, async ({ arena }) => {
        const random = arena.random.fork('faults');
        const waits: number[] = [];
        for (let round = 0; round < rounds; round += 1) {
          await sleep(500);
          // The first pauses are short; the last ones exceed a statement's deadline in pairs.
          const longMs = context.isShort
            ? 1_500
            : 1_000 + Math.round((7_000 * round) / (rounds - 1));
          arena.history.note(`database stops for ${longMs} ms`);
          server.pause();
          await sleep(longMs);
          server.resume();
          arena.history.note('database goes on');
          waits.push(await arena.nextSuccess(30_000));
          const bank = random.pick(arena.banks);
          bank.signal('SIGSTOP');
          await sleep(context.isShort ? 200 : random.between(200, 2_000));
          bank.signal('SIGCONT');
        }
        return [atLeast('pauses', waits.length, rounds), slowestSuccess(context, waits)];
      });
    }),
};

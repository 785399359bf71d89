/** The bank's clock jumps three days ahead and an hour back, also while the database is away. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  atMost,
  figure,
  population,
  seconds,
  underTorture,
  withServer,
  type Stage,
} from './stage.ts';

const hourMs = 3_600_000;
const jumps = [72 * hourMs, 0, -hourMs, 0, 72 * hourMs, -hourMs, 0];

export const clocks: Stage = {
  name: 'clock jumps',
  about: 'the bank’s clock jumps +3 days and −1 hour; once while the database is dead',
  run: async (context) =>
    withServer('clocks', async (server) => {
      const awayMs = context.isShort ? 2_000 : 30_000;
      // A person waits at most this long, for any clock.
      const callMs = 22_000;
      const wishes = { name: 'clock jumps', processes: 2, clients: 24, ...population(context) };
      return underTorture(context, server, { ...wishes, callMs }, async ({ arena }) => {
        const setAll = (offsetMs: number) => {
          arena.history.note(`the clock is set ${offsetMs} ms off`);
          for (const bank of arena.banks) bank.setClock(offsetMs);
        };
        for (const offsetMs of jumps) {
          setAll(offsetMs);
          await sleep(context.isShort ? 150 : 1_500);
        }
        arena.history.note('database killed');
        await server.kill();
        await sleep(300);
        setAll(-hourMs);
        await sleep(awayMs);
        await server.start();
        arena.history.note('database is back');
        const wait = await arena.nextSuccess(30_000);
        setAll(0);
        await sleep(500);
        return [
          figure('jumps', jumps.length + 2),
          atMost('first success, seconds', seconds(wait), 5),
        ];
      });
    }),
};

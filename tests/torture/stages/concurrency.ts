/** Load without faults: many clients, few accounts, two bank processes on one database. */
import { setTimeout as sleep } from 'node:timers/promises';
import { integerOf } from '../../../src/db/rows.ts';
import { specialActs } from '../crowd/tally.ts';
import { atLeast, exactly, underTorture, withServer, type Stage } from './stage.ts';

/** The process numbers within the ids of sessions; see src/lib/ids.ts. */
const selectProcessNumbers = `
  SELECT COUNT(DISTINCT id >> 12 & 1023) AS numbers
  FROM sessions`;

const selectExpired = `
  SELECT COUNT(*) AS expired
  FROM shared_approvals
  WHERE state = 'EXPIRED'`;

export const concurrency: Stage = {
  name: 'concurrency',
  about: '32 clients on 50 accounts and 3 hot ones, two bank processes, no faults',
  run: async (context) =>
    withServer('concurrency', async (server) => {
      const wanted = context.isShort ? 1_500 : 30_000;
      const wishes = { name: 'concurrency', processes: 2, customers: 53, hot: 3, clients: 32 };
      return underTorture(context, server, wishes, async ({ arena }) => {
        const limitMs = context.isShort ? 120_000 : 600_000;
        const begun = performance.now();
        const missing = () => specialActs.filter((act) => !arena.tally.special.has(act));
        const isDone = () => arena.history.asked >= wanted && missing().length === 0;
        while (!isDone() && performance.now() - begun < limitMs) await sleep(50);
        const pool = server.pool('torture_concurrency');
        const [row] = await pool.rows(selectProcessNumbers);
        const [expired] = await pool.rows(selectExpired);
        await pool.close();
        return [
          atLeast('process numbers in ids', integerOf(row!, 'numbers'), wishes.processes),
          atLeast('operations wanted', arena.history.asked, wanted),
          atLeast('approvals expired', integerOf(expired!, 'expired'), 1),
          exactly('special acts that never succeeded', missing().join(', ') || 'none', 'none'),
        ];
      });
    }),
};

/** A proxy loses COMMIT requests and answers: no payment may be doubled or lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import { randomPlan, peaceful, startTortureProxy, type TortureProxy } from '../proxy/proxy.ts';
import { atLeast, figure, population, underTorture, withServer, type Stage } from './stage.ts';

const weights = {
  'drop request': 5,
  'cut request': 2,
  'late request': 3,
  'drop answer': 7,
  'cut answer': 3,
  'delay request': 1,
  'delay answer': 1,
} as const;

/** Many logins, so that COMMITs with an audit row are among the lost ones. */
const crowdWishes = { weights: { newSession: 12 } };

const requestsLost = ({ counts }: TortureProxy): number =>
  counts['drop request'] + counts['cut request'] + counts['late request'];
const answersLost = ({ counts }: TortureProxy): number =>
  counts['drop answer'] + counts['cut answer'];

export const lostAnswers: Stage = {
  name: 'lost answers',
  about: 'a proxy drops, cuts and delays COMMITs and their answers, and cuts other statements',
  run: async (context) =>
    withServer('lost-answers', async (server) => {
      const wanted = context.isShort ? 60 : Math.ceil(3_050 * context.factor);
      const limitMs = context.isShort ? 60_000 : 420_000 * context.factor;
      const proxy = await startTortureProxy(server.address('torture_lost_answers'));
      const wishes = { name: 'lost answers', processes: 2, clients: 24, ...population(context) };
      try {
        return await underTorture(
          context,
          server,
          { ...wishes, address: proxy.address },
          async ({ arena }) => {
            const random = arena.random.fork('faults');
            proxy.setPlan(
              randomPlan(random, { share: 0.5, weights, cutElsewhere: 0.002, pauseMs: [5, 120] }),
            );
            arena.history.note('the proxy begins to lose COMMITs');
            const begun = performance.now();
            while (Math.min(requestsLost(proxy), answersLost(proxy)) < wanted) {
              if (performance.now() - begun > limitMs) break;
              await sleep(50);
            }
            proxy.setPlan(peaceful);
            return [
              atLeast('requests dropped', requestsLost(proxy), wanted),
              atLeast('acknowledgements dropped', answersLost(proxy), wanted),
              figure('other statements cut', proxy.counts['cut elsewhere']),
              figure('COMMITs in all', proxy.counts.commits),
            ];
          },
          crowdWishes,
        );
      } finally {
        await proxy.close();
      }
    }),
};

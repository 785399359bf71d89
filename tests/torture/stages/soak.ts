/** `npm run soak`: a long run at a person's pace, with the database killed repeatedly. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Arena } from '../arena/arena.ts';
import {
  atMost,
  figure,
  slowestSuccess,
  underTorture,
  withServer,
  type Figure,
  type Stage,
} from './stage.ts';

const hourMs = 3_600_000;
const killEveryMs = [2_000, 7_000] as const;
const sampleEveryMs = 10_000;
/** First, caches fill and code is compiled. */
const warmUpShare = 0.25;
const slopeMax = 1;
const megabyte = 1024 * 1024;

interface Sample {
  readonly atMs: number;
  readonly megabytes: number;
}

/** Megabytes an hour, by least squares. */
function slopeOf(samples: readonly Sample[]): number {
  const count = samples.length;
  const meanAt = samples.reduce((sum, { atMs }) => sum + atMs, 0) / count;
  const mean = samples.reduce((sum, { megabytes }) => sum + megabytes, 0) / count;
  let [above, below] = [0, 0];
  for (const { atMs, megabytes } of samples) {
    above += (atMs - meanAt) * (megabytes - mean);
    below += (atMs - meanAt) ** 2;
  }
  return below === 0 ? 0 : (above / below) * hourMs;
}

async function memoryOf({ banks }: Arena): Promise<number> {
  const sizes = await Promise.all(banks.map(async (bank) => bank.memory()));
  return Math.max(...sizes) / megabyte;
}

function memoryFigures(samples: readonly Sample[], lastsMs: number): Figure[] {
  const warm = samples.filter(({ atMs }) => atMs > lastsMs * warmUpShare);
  if (warm.length < 3) return [];
  const slope = Math.round(slopeOf(warm) * 10) / 10;
  const name = 'memory, megabytes an hour after the warm-up';
  return [
    figure('memory at the end, megabytes', Math.round(warm.at(-1)!.megabytes)),
    // In a short soak a slope cannot be told from noise.
    lastsMs >= hourMs ? atMost(name, slope, slopeMax) : figure(name, slope),
  ];
}

export const soakOf = (hours: number): Stage => ({
  name: 'soak',
  about: `64 clients for ${hours} h, the database killed every 2 to 7 s`,
  run: async (context) =>
    withServer('soak', async (server) => {
      const lastsMs = hours * hourMs;
      const wishes = { name: 'soak', processes: 2, customers: 53, hot: 3, clients: 64 };
      const samples: Sample[] = [];
      const faults = async ({ arena }: { readonly arena: Arena }) => {
        const random = arena.random.fork('faults');
        const begun = performance.now();
        const elapsed = () => performance.now() - begun;
        let sampledAt = -sampleEveryMs;
        const waits: number[] = [];
        while (elapsed() < lastsMs) {
          await sleep(random.between(...killEveryMs));
          await server.kill();
          await server.start();
          waits.push(await arena.nextSuccess(30_000));
          if (elapsed() - sampledAt < sampleEveryMs) continue;
          sampledAt = elapsed();
          samples.push({ atMs: sampledAt, megabytes: await memoryOf(arena) });
        }
        return [
          figure('database kills', waits.length),
          slowestSuccess(context, waits),
          ...memoryFigures(samples, lastsMs),
        ];
      };
      return underTorture(context, server, wishes, faults, { pauseMs: [300, 1_500] });
    }),
});

/** How much of a bot's time the sandbox takes: logins, answers per second, starts, and growth. */
import type { Suite, SuiteContext } from '../support/context.ts';
import { median, type Measured } from '../support/measure.ts';
import { atLeast, atMost } from '../support/report.ts';
import { freshStartMs, loginMs, withStage, type HostOptions } from './processes.ts';
import type { Kept } from './tasks.ts';

const callers = 64;
const growthSteps = 5;

interface Throughput extends Measured {
  /** Processor milliseconds of one interaction. */
  readonly sandboxMs: number;
  readonly botMs: number;
}

const cases = [
  { name: 'checks off', checks: false, isKept: false },
  { name: 'checks on', checks: true, isKept: false },
  { name: 'checks on, kept on disk', checks: true, isKept: true },
] as const;

async function throughput(options: HostOptions, measureMs: number): Promise<Throughput> {
  const warmMs = 2_000;
  return withStage(options, async ({ perform, cpuMs }) => {
    const before = cpuMs();
    const measured = await perform({ kind: 'load', callers, warmMs, measureMs });
    const after = cpuMs();
    const count = (measured.count * (warmMs + measureMs)) / measureMs;
    return {
      ...measured,
      sandboxMs: (after.sandbox - before.sandbox) / count,
      botMs: (after.bot - before.bot) / count,
    };
  });
}

async function growth({ quick, progress }: SuiteContext): Promise<Kept[]> {
  const count = quick ? 2_000 : 20_000;
  return withStage({ checks: true, isKept: true }, async ({ perform }) => {
    const found: Kept[] = [];
    for (let step = 1; step <= growthSteps; step += 1) {
      const kept = await perform({ kind: 'grow', count, callers });
      found.push(kept);
      progress(`${step * count} interactions: heap ${kept.heapMb.toFixed(1)} MB`);
    }
    return found;
  });
}

async function logins(rounds: number): Promise<number[]> {
  return withStage({ checks: true, isKept: false }, async (stage) => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await loginMs(stage));
    return times;
  });
}

async function run(context: SuiteContext) {
  const { quick, rounds, progress } = context;
  const loginTimes = await logins(3 * rounds);
  const starts: number[] = [];
  for (let round = 0; round < 3 * rounds; round += 1) starts.push(await freshStartMs());
  const found = cases.map((one) => ({ ...one, results: [] as Throughput[] }));
  for (let round = 1; round <= rounds; round += 1) {
    for (const one of found) {
      const result = await throughput(one, quick ? 2_000 : 8_000);
      one.results.push(result);
      progress(`round ${round}, ${one.name}: ${result.perSecond.toFixed(0)}/s`);
    }
  }
  const kept = await growth(context);
  const each = (quick ? 2_000 : 20_000) / 1_000;
  const perSecond = (index: number) => median(found[index]!.results.map((one) => one.perSecond));
  // The first step fills the bounded stores: 500 messages per channel, 20,000 interactions.
  const grown = (pick: (one: Kept) => number) => pick(kept.at(-1)!) / pick(kept[1]!);
  return {
    tables: [
      {
        title: 'Sandbox: waiting, ms',
        columns: ['for', 'median', 'longest'],
        rows: [
          [
            'login to ready, discord.js in a new process',
            median(loginTimes),
            Math.max(...loginTimes),
          ],
          ['page and API of a new sandbox process', median(starts), Math.max(...starts)],
        ],
      },
      {
        title: `Sandbox: defer and edit by discord.js, ${callers} people at a time`,
        columns: [
          'sandbox',
          'per second',
          'best round',
          'p50 ms',
          'p99 ms',
          'sandbox CPU ms',
          'bot CPU ms',
        ],
        rows: found.map(({ name, results }) => {
          const of = (pick: (one: Throughput) => number) => median(results.map(pick));
          return [
            name,
            of((one) => one.perSecond),
            Math.max(...results.map((one) => one.perSecond)),
            of((one) => one.p50Ms),
            of((one) => one.p99Ms),
            of((one) => one.sandboxMs),
            of((one) => one.botMs),
          ];
        }),
      },
      {
        title: 'Sandbox: memory after so many interactions, kept on disk, MB',
        columns: ['', ...kept.map((_, step) => `${(step + 1) * each},000`)],
        rows: [
          ['heap after collection', ...kept.map(({ heapMb }) => heapMb)],
          ['resident', ...kept.map(({ residentMb }) => residentMb)],
        ],
      },
    ],
    targets: [
      atMost('sandbox: login to ready', 60, median(loginTimes), ' ms'),
      atLeast('sandbox: defer and edit per second, checks off', 5_000, perSecond(0)),
      atLeast('sandbox: defer and edit per second, checks on', 3_000, perSecond(1)),
      atMost('sandbox: page and API of a new process', 300, median(starts), ' ms'),
      atMost(
        'sandbox: heap after the last step / after the second',
        1.1,
        grown((one) => one.heapMb),
      ),
      atMost(
        'sandbox: resident after the last step / after the second',
        1.1,
        grown((one) => one.residentMb),
      ),
    ],
    values: { loginTimes, starts, throughput: found, kept },
  };
}

export const sandboxSuite: Suite = { name: 'sandbox', run };

/** Five hundred people log in at the same moment: the waiting time of all others. */
import { withStage } from '../chat/stage.ts';
import { password } from '../chat/people.ts';
import type { LoadResult, LoginsResult } from '../chat/tasks.ts';
import type { Suite, SuiteContext } from '../support/context.ts';
import { median, quantile } from '../support/measure.ts';
import { atMost } from '../support/report.ts';

const others = 100;
const perSecond = 50;

interface Round {
  readonly before: LoadResult;
  readonly during: LoadResult;
  readonly logins: LoginsResult;
}

async function measure(context: SuiteContext, count: number): Promise<Round> {
  const rounds: Round[] = [];
  await withStage(context, 'ours', count + others, async ({ host, accounts }) => {
    const measureMs = context.quick ? 4_000 : 15_000;
    const loop = { kind: 'open', perSecond, measureMs } as const;
    const load = { what: 'balance', firstPerson: count, loop } as const;
    const before = await host.load(load);
    // All forms are open before the first is submitted; the load begins with the submits.
    const storm = host.logins(count, accounts.slice(0, count), password);
    await host.loginsBegun();
    const during = await host.load(load);
    rounds.push({ before, during, logins: await storm });
  });
  return rounds[0]!;
}

async function run(context: SuiteContext) {
  const count = context.quick ? 50 : 500;
  const rounds: Round[] = [];
  // One round lasts minutes, so there are three.
  for (let round = 1; round <= Math.min(3, context.rounds); round += 1) {
    const result = await measure(context, count);
    rounds.push(result);
    const { before, during, logins } = result;
    context.progress(
      `round ${round}: others' p99 ${before.p99Ms.toFixed(0)} ms before and ` +
        `${during.p99Ms.toFixed(0)} ms during ${logins.latenciesMs.length} logins; ` +
        `refused ${JSON.stringify(logins.refused)}, failed ${during.failed}`,
    );
  }
  const of = (pick: (round: Round) => number) => median(rounds.map(pick));
  const rowOf = (name: string, pick: (round: Round) => LoadResult) => [
    name,
    of((round) => pick(round).p50Ms),
    of((round) => pick(round).p99Ms),
    of((round) => pick(round).maxMs),
    of((round) => pick(round).failed),
  ];
  const share = (wanted: number) => of(({ logins }) => quantile(logins.latenciesMs, wanted));
  return {
    tables: [
      {
        title: `Others' /balance at ${perSecond}/s while ${count} people log in at once`,
        columns: ['when', 'p50 ms', 'p99 ms', 'longest ms', 'failed'],
        rows: [
          rowOf('before', ({ before }) => before),
          rowOf('during the logins', ({ during }) => during),
        ],
      },
      {
        title: 'Those who log in',
        columns: ['logged in', 'refused', 'p50 ms', 'last ms'],
        rows: [
          [
            of(({ logins }) => logins.latenciesMs.length),
            of(({ logins }) => logins.refused.reduce((sum, [, many]) => sum + many, 0)),
            share(0.5),
            share(1),
          ],
        ],
      },
    ],
    targets: [
      atMost(
        `others' p99 during ${count} logins`,
        1_000,
        of(({ during }) => during.p99Ms),
        ' ms',
      ),
    ],
    values: rounds,
  };
}

export const loginsSuite: Suite = { name: 'logins', run };

/** Twice as many presses of *Confirm* as the machine can serve: who is answered, when and how. */
import { withStage, type Stage } from '../chat/stage.ts';
import type { LoadResult } from '../chat/tasks.ts';
import type { Suite, SuiteContext } from '../support/context.ts';
import { median } from '../support/measure.ts';
import { atLeast, atMost } from '../support/report.ts';

const people = 500;
const callers = 64;
const warmMs = 1_000;
const times = 2;

interface Round {
  readonly capacity: LoadResult;
  readonly over: LoadResult;
}

async function measure({ host, accounts }: Stage, measureMs: number): Promise<Round> {
  // No machine measured so far served more in a second.
  await host.cards(Math.ceil((2_000 * (warmMs + measureMs)) / 1_000), accounts);
  const closed = { kind: 'closed', callers, warmMs, measureMs } as const;
  const capacity = await host.load({ what: 'confirm', loop: closed });
  await host.forget();
  const perSecond = Math.round(times * capacity.perSecond);
  await host.cards(Math.ceil((perSecond * measureMs) / 1_000), accounts);
  const open = { kind: 'open', perSecond, measureMs } as const;
  return { capacity, over: await host.load({ what: 'confirm', loop: open }) };
}

async function run(context: SuiteContext) {
  const measureMs = context.quick ? 5_000 : 15_000;
  const rounds: Round[] = [];
  for (let round = 1; round <= context.rounds; round += 1) {
    await withStage(context, 'ours', people, async (stage) => {
      const result = await measure(stage, measureMs);
      rounds.push(result);
      const { capacity, over } = result;
      context.progress(
        `round ${round}: served ${capacity.perSecond.toFixed(0)}/s at capacity; of ${over.asked} ` +
          `asked at ${times} times that, ${over.count} served, ${over.busy} told busy, first ` +
          `answer p99 ${over.first.p99Ms.toFixed(0)} ms, longest ${over.first.maxMs.toFixed(0)}, ` +
          `none ${over.first.missed}; receipts p99 ${over.p99Ms.toFixed(0)} ms; ` +
          JSON.stringify(over.errors),
      );
    });
  }
  const of = (pick: (round: Round) => number) => median(rounds.map(pick));
  const rowOf = (name: string, pick: (round: Round) => LoadResult) => [
    name,
    of((round) => pick(round).perSecond),
    of((round) => pick(round).p50Ms),
    of((round) => pick(round).p99Ms),
    of((round) => pick(round).first.p50Ms),
    of((round) => pick(round).first.p99Ms),
    of((round) => pick(round).first.maxMs),
    of((round) => pick(round).first.missed),
    of((round) => pick(round).busy),
    of((round) => pick(round).failed - pick(round).busy),
  ];
  return {
    tables: [
      {
        title: `Presses of Confirm, at capacity and at ${times} times that`,
        columns: [
          'load',
          'served/s',
          'receipt p50 ms',
          'p99 ms',
          'first answer p50 ms',
          'p99 ms',
          'longest ms',
          'no first answer',
          'told busy',
          'failed otherwise',
        ],
        rows: [
          rowOf(`${callers} callers`, ({ capacity }) => capacity),
          rowOf(`${times} times as many`, ({ over }) => over),
        ],
      },
    ],
    targets: [
      atMost(
        'longest first answer',
        1_000,
        of(({ over }) => over.first.maxMs),
        ' ms',
      ),
      atMost(
        'without a first answer',
        0,
        of(({ over }) => over.first.missed),
      ),
      atMost(
        'receipts p99',
        5_000,
        of(({ over }) => over.p99Ms),
        ' ms',
      ),
      atLeast(
        'served at twice the capacity / at capacity',
        0.9,
        of(({ capacity, over }) => over.perSecond / capacity.perSecond),
      ),
    ],
    values: rounds,
  };
}

export const overloadSuite: Suite = { name: 'overload', run };

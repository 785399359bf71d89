/** Twice as many presses of *Confirm* as the bank can serve: who is answered, when and how. */
import { performance } from 'node:perf_hooks';
import { noticesSent, withStage, type Stage } from '../chat/stage.ts';
import type { LoadResult } from '../chat/tasks.ts';
import type { Suite, SuiteContext } from '../support/context.ts';
import { onOwnCores } from '../support/cores.ts';
import { processCpuMs } from '../support/cpu.ts';
import { median } from '../support/measure.ts';
import { startNeighbour } from '../support/processes.ts';
import { atLeast, atMost } from '../support/report.ts';

const people = 500;
const callers = 128;
const warmMs = 4_000;
const times = 2;

interface Part extends LoadResult {
  /** The share of one core, 0 to 1. */
  readonly botShare: number;
  readonly databaseShare: number;
  readonly sandboxShare: number;
}

interface Round {
  readonly capacity: Part;
  readonly over: Part;
}

/**
 * The bank and its database share one core with a program that is always busy; the stand-in and the
 * people have another. So the stand-in can ask for twice as much as the bank can do.
 */
async function crowded(
  { context, host, bot }: Stage,
  work: () => Promise<LoadResult>,
): Promise<Part> {
  const neighbour = await startNeighbour();
  const release = onOwnCores([bot.pid, context.server.pid, neighbour.pid], [host.pid]);
  if (release === null) context.progress('All processes share all cores');
  const begun = performance.now();
  const pids = [bot.pid, context.server.pid, host.pid];
  const before = pids.map(processCpuMs);
  const result = await work();
  const spentMs = performance.now() - begun;
  const shares = pids.map((pid, index) => (processCpuMs(pid) - before[index]!) / spentMs);
  const [botShare = 0, databaseShare = 0, sandboxShare = 0] = shares;
  release?.();
  await neighbour.close();
  return { ...result, botShare, databaseShare, sandboxShare };
}

async function measure(stage: Stage, measureMs: number): Promise<Round> {
  const { host, accounts } = stage;
  // No machine measured so far served more in a second.
  await host.cards(Math.ceil((800 * (warmMs + measureMs)) / 1_000), accounts);
  const closed = { kind: 'closed', callers, warmMs, measureMs } as const;
  const capacity = await crowded(stage, async () => host.load({ what: 'confirm', loop: closed }));
  await host.forget();
  await noticesSent(stage.pool);
  const perSecond = Math.round(times * capacity.perSecond);
  await host.cards(Math.ceil((perSecond * (warmMs + measureMs)) / 1_000), accounts);
  const open = { kind: 'open', perSecond, warmMs, measureMs } as const;
  return {
    capacity,
    over: await crowded(stage, async () => host.load({ what: 'confirm', loop: open })),
  };
}

async function run(context: SuiteContext) {
  const measureMs = context.quick ? 5_000 : 10_000;
  const rounds: Round[] = [];
  for (let round = 1; round <= context.rounds; round += 1) {
    await withStage(context, 'ours', people, async (stage) => {
      const result = await measure(stage, measureMs);
      rounds.push(result);
      const { capacity, over } = result;
      context.progress(
        `round ${round}: served ${capacity.perSecond.toFixed(0)}/s at capacity, ` +
          `${over.perSecond.toFixed(0)} at ${times} times that; of ${over.asked} asked then, ` +
          `${over.count} served, ${over.busy} told busy, first ` +
          `answer p99 ${over.first.p99Ms.toFixed(0)} ms, longest ${over.first.maxMs.toFixed(0)}, ` +
          `none ${over.first.missed}; receipts p99 ${over.p99Ms.toFixed(0)} ms; ` +
          JSON.stringify(over.errors),
      );
    });
  }
  const of = (pick: (round: Round) => number) => median(rounds.map(pick));
  const rowOf = (name: string, pick: (round: Round) => Part) => [
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
    of((round) => pick(round).botShare),
    of((round) => pick(round).databaseShare),
    of((round) => pick(round).sandboxShare),
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
          'bot, cores',
          'database',
          'sandbox',
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

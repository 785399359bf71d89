/** Waiting time and cost in the chat: the bank's bot compared with one that only answers. */
import type { Pool } from '../../../src/db/pool.ts';
import type { Suite, SuiteContext } from '../support/context.ts';
import { residentMb, watchCpu, processCpuMs, type CpuUse } from '../support/cpu.ts';
import { median } from '../support/measure.ts';
import { atLeast, type Table } from '../support/report.ts';
import { noticesSent, withStage, type BotKind, type Stage } from './stage.ts';
import type { Load, LoadResult } from './tasks.ts';

const people = 500;
const loads = ['confirm', 'balance', 'history'] as const;
const rates = [100, 500, 1_000] as const;
const callers = 64;
/** Presses that each bot answers before a closed loop is measured: new code is compiled late. */
const warmUps = { quick: 1_000, full: 4_000 } as const;

interface Case {
  readonly bot: BotKind;
  readonly what: Load['what'];
  /** Requests per second; null for a closed loop. */
  readonly rate: number | null;
}

interface ChatMeasured extends LoadResult {
  readonly cpu: CpuUse;
  /** Processor milliseconds of one interaction, in the bot, the database and the sandbox. */
  readonly botMs: number;
  readonly databaseMs: number;
  readonly hostMs: number;
  readonly botMb: number;
  /** Statements per interaction. */
  readonly statements: number;
}

/** Returns how many the bot answered in a second. */
async function warmUp(
  { context, host, accounts, pool }: Stage,
  what: Load['what'],
): Promise<number> {
  const count = context.quick ? warmUps.quick : warmUps.full;
  if (what === 'confirm') await host.cards(count, accounts);
  const begun = performance.now();
  await host.repeat({ what, count, callers });
  const perSecond = (count * 1_000) / (performance.now() - begun);
  await host.forget();
  await noticesSent(pool);
  return perSecond;
}

async function measure(stage: Stage, { what, rate }: Omit<Case, 'bot'>): Promise<ChatMeasured> {
  const { context, host, bot, accounts } = stage;
  const measureMs = context.quick ? 2_000 : 5_000;
  const warmMs = 500;
  const loop =
    rate === null
      ? ({ kind: 'closed', callers, warmMs, measureMs } as const)
      : ({ kind: 'open', perSecond: rate, measureMs } as const);
  // Enough also if the bot is three times as fast while it is measured.
  const most = rate ?? 3 * (await warmUp(stage, what));
  if (what === 'confirm') {
    await host.cards(Math.ceil((most * (measureMs + warmMs)) / 1_000), accounts);
  }
  const askedBefore = await statementsAsked(stage.pool);
  const stop = watchCpu(context.server.pid, [bot.pid, host.pid]);
  const [botBefore, hostBefore] = [processCpuMs(bot.pid), processCpuMs(host.pid)];
  const result = await host.load({ what, loop });
  const cpu = stop();
  const answered = rate === null ? (result.count * (measureMs + warmMs)) / measureMs : result.count;
  const botMb = residentMb(bot.pid);
  const each = (ms: number) => ms / Math.max(1, answered);
  const statements = (await statementsAsked(stage.pool)) - askedBefore;
  const measured = {
    ...result,
    statements: each(statements),
    cpu,
    botMs: each(processCpuMs(bot.pid) - botBefore),
    hostMs: each(processCpuMs(host.pid) - hostBefore),
    databaseMs: each(cpu.serverMs),
    botMb,
  };
  await host.forget();
  await noticesSent(stage.pool);
  return measured;
}

async function statementsAsked(pool: Pool): Promise<number> {
  const [row = {}] = await pool.rows("SHOW GLOBAL STATUS LIKE 'Questions'");
  return Number(row['Value']);
}

type Found = ReadonlyMap<Case, readonly ChatMeasured[]>;

const told = ({ bot, what, rate }: Case, result: ChatMeasured): string =>
  `${bot}, ${what}, ${rate === null ? `${callers} callers` : `${rate}/s`}: ` +
  `${result.perSecond.toFixed(0)}/s, p50 ${result.p50Ms.toFixed(1)} ms, ` +
  `p99 ${result.p99Ms.toFixed(0)} ms, bot ${result.botMs.toFixed(2)} ms, ` +
  `failed ${result.failed} ${JSON.stringify(result.errors)}`;

function tableOf(what: Load['what'], found: Found): Table {
  const rows = [...found].filter(([one]) => one.what === what);
  return {
    title: `Chat: ${what}`,
    columns: [
      'bot and load',
      'answered/s',
      'p50 ms',
      'p99 ms',
      'failed',
      'bot CPU ms',
      'database CPU ms',
      'sandbox CPU ms',
      'bot MB',
      'statements',
    ],
    rows: rows.map(([{ bot, rate }, results]) => {
      const of = (pick: (result: ChatMeasured) => number) => median(results.map(pick));
      return [
        `${bot}, ${rate === null ? `${callers} callers` : `${rate}/s asked`}`,
        of(({ perSecond }) => perSecond),
        of(({ p50Ms }) => p50Ms),
        of(({ p99Ms }) => p99Ms),
        of(({ failed }) => failed),
        of(({ botMs }) => botMs),
        of(({ databaseMs }) => databaseMs),
        of(({ hostMs }) => hostMs),
        of(({ botMb }) => botMb),
        of(({ statements }) => statements),
      ];
    }),
  };
}

async function run(context: SuiteContext) {
  const { quick, rounds, progress, filters } = context;
  const used = quick ? rates.slice(0, 2) : rates;
  const cases = (['ours', 'echo'] as const)
    .flatMap((bot) =>
      loads.flatMap((what) => [null, ...used].map((rate): Case => ({ bot, what, rate }))),
    )
    .filter(
      ({ bot, what, rate }) =>
        (filters.callers === undefined || rate === null) &&
        (filters.way === undefined || filters.way === bot) &&
        (filters.pattern === undefined || filters.pattern === what),
    );
  const wantedKinds = (['ours', 'echo'] as const).filter(
    (bot) => filters.way === undefined || filters.way === bot,
  );
  const found = new Map<Case, ChatMeasured[]>(cases.map((one) => [one, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const kind of wantedKinds) {
      await withStage(context, kind, people, async (stage) => {
        for (const one of cases.filter(({ bot }) => bot === kind)) {
          const result = await measure(stage, one);
          found.get(one)?.push(result);
          progress(`round ${round}: ${told(one, result)}`);
        }
      });
    }
  }
  const closed = (bot: BotKind) =>
    median(
      [...found]
        .filter(([one]) => one.bot === bot && one.what === 'confirm' && one.rate === null)
        .flatMap(([, results]) => results.map(({ perSecond }) => perSecond)),
    );
  return {
    tables: loads.map((what) => tableOf(what, found)),
    targets: Object.values(filters).some((filter) => filter !== undefined)
      ? []
      : [
          atLeast(
            'chat confirm → receipt, closed loop: ours / echo',
            0.6,
            closed('ours') / closed('echo'),
          ),
        ],
    values: [...found].map(([one, results]) => ({ ...one, results })),
  };
}

export const chatSuite: Suite = { name: 'chat', run };

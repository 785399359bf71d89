/** Common parts of every stage: options, figures, and their evaluation. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { brokenInvariants } from '../checker/check.ts';
import type { Arena, ArenaOptions, Verdict } from '../arena/arena.ts';
import { openArena } from '../arena/arena.ts';
import type { Crowd } from '../crowd/crowd.ts';
import { createTortureServer, type TortureServer } from '../server/server.ts';
import { tortureFolder } from '../support/folders.ts';

export interface StageContext {
  readonly seed: string;
  /** Short stages show that everything works; full ones reach the required figures. */
  readonly isShort: boolean;
  /** For soaks: multiplies the work of a full stage. */
  readonly factor: number;
  readonly log: (line: string) => void;
}

export interface Figure {
  readonly name: string;
  readonly value: number | string;
  /** The required value; none for information only. */
  readonly wanted?: { readonly text: string; readonly isMet: boolean };
}

export interface StageResult {
  readonly figures: readonly Figure[];
  /** The reason why the stage cannot run here. */
  readonly skipped?: string;
  /** The checker's report; null if nothing was checked. */
  readonly verdict: string | null;
}

export interface Stage {
  readonly name: string;
  readonly about: string;
  readonly run: (context: StageContext) => Promise<StageResult>;
}

/** Customers of a crowd; the first ones are used more often. */
export const population = ({ isShort }: Pick<StageContext, 'isShort'>) => ({
  customers: isShort ? 30 : 53,
  hot: 3,
});

export const figure = (name: string, value: number | string): Figure => ({ name, value });
export const atLeast = (name: string, value: number, least: number): Figure => ({
  name,
  value,
  wanted: { text: `≥ ${least}`, isMet: value >= least },
});
export const atMost = (name: string, value: number, most: number): Figure => ({
  name,
  value,
  wanted: { text: `≤ ${most}`, isMet: value <= most },
});
export const exactly = (name: string, value: number | string, wanted: number | string): Figure => ({
  name,
  value,
  wanted: { text: `${wanted}`, isMet: value === wanted },
});

/** Milliseconds as seconds with two decimals. */
export const seconds = (ms: number): number => Math.round(ms / 10) / 100;

/** How long customers wait after a fault; the short form runs beside all other tests. */
export const slowestSuccess = (
  { isShort }: Pick<StageContext, 'isShort'>,
  waits: readonly number[],
): Figure =>
  atMost('slowest first success, seconds', seconds(Math.max(0, ...waits)), isShort ? 15 : 5);

export const isRed = (result: StageResult): boolean =>
  result.figures.some(({ wanted }) => wanted?.isMet === false);

/** A server of the stage's own, removed when the work is done. */
export async function withServer<Value>(
  name: string,
  work: (server: TortureServer) => Promise<Value>,
  options: readonly string[] = [],
): Promise<Value> {
  const folder = join(tortureFolder, 'servers', name);
  await rm(folder, { recursive: true, force: true });
  const server = await createTortureServer({ folder, options });
  await server.start();
  try {
    return await work(server);
  } finally {
    await server.stop();
    await server.remove();
  }
}

export interface ArenaWork {
  readonly arena: Arena;
  readonly crowd: Crowd;
}

export type ArenaWishes = Omit<ArenaOptions, 'direct' | 'address' | 'seed'> &
  Partial<Pick<ArenaOptions, 'address'>>;

/** Figures of every crowd. */
export function verdictFigures(arena: Arena, verdict: Verdict, leftUnknown: number): Figure[] {
  const { tally, history } = arena;
  const broken = brokenInvariants(verdict.findings);
  return [
    figure('operations', history.asked),
    figure('transactions', verdict.transactions),
    figure('acknowledged', tally.ok),
    figure('declined', tally.declined),
    figure('busy', tally.busy),
    figure('unknown at first', tally.unknown),
    exactly('unknown for ever', leftUnknown, 0),
    exactly('answers too late', tally.overdue, 0),
    exactly('defects', verdict.defects.length, 0),
    exactly('alarms of the online check', verdict.halts, 0),
    exactly('bookings refused by the database', verdict.refused, 0),
    figure('kinds of special acts', tally.special.size),
    exactly('invariants broken', broken.join(' ') || 'none', 'none'),
  ];
}

const resolveMs = 30_000;

type Faults = (work: ArenaWork) => Promise<readonly Figure[]>;
type CrowdWishes = Parameters<Arena['startCrowd']>[0];

/**
 * A crowd works while `faults` happen; then faults end, unknown outcomes are resolved and checked.
 */
export async function tortured(
  context: StageContext,
  wishes: Omit<ArenaOptions, 'seed'>,
  faults: Faults,
  crowdWishes: CrowdWishes = {},
): Promise<StageResult> {
  const arena = await openArena({ ...wishes, seed: context.seed });
  const begun = performance.now();
  try {
    const crowd = arena.startCrowd(crowdWishes);
    let figures: readonly Figure[];
    try {
      figures = await faults({ arena, crowd });
    } finally {
      await crowd.stop();
    }
    const lasted = performance.now() - begun;
    arena.history.note('the faults have healed; asking about everything unknown');
    const healed = performance.now();
    const left = await crowd.resolve(resolveMs);
    const resolving = performance.now() - healed;
    const verdict = await arena.verdict();
    for (const defect of verdict.defects.slice(0, 2)) context.log(`Defect: ${defect}`);
    return {
      figures: [
        ...figures,
        figure('seconds', seconds(lasted)),
        figure('operations per second', Math.round((arena.history.asked / lasted) * 1000)),
        figure('seconds until all was known', seconds(resolving)),
        ...verdictFigures(arena, verdict, left),
      ],
      verdict: verdict.text,
    };
  } finally {
    await arena.close();
  }
}

/** The same on a new schema of one server. */
export async function underTorture(
  context: StageContext,
  server: TortureServer,
  wishes: ArenaWishes,
  faults: Faults,
  crowdWishes: CrowdWishes = {},
): Promise<StageResult> {
  const schema = `torture_${wishes.name.replaceAll(/\W+/g, '_')}`;
  const address = await server.freshSchema(schema);
  const direct = server.pool(schema);
  try {
    return await tortured(context, { address, ...wishes, direct }, faults, crowdWishes);
  } finally {
    await direct.close();
  }
}

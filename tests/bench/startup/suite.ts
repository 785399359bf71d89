/** Duration of a start, and memory of the bot, at first and after a long day. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { noticesSent, withStage, type BotKind } from '../chat/stage.ts';
import type { Suite, SuiteContext } from '../support/context.ts';
import { residentMb } from '../support/cpu.ts';
import { median } from '../support/measure.ts';
import { startAll } from '../support/processes.ts';
import { atMost } from '../support/report.ts';
import { benchFolder } from '../support/server.ts';

const people = 500;

/** A person's day: mostly reading, sometimes paying. */
const mix = [
  { what: 'balance', share: 0.7 },
  { what: 'history', share: 0.15 },
  { what: 'confirm', share: 0.15 },
] as const;

interface Memory {
  readonly readyMs: number;
  readonly readyMb: number;
  readonly afterMb: number;
  readonly peakMb: number;
  readonly interactions: number;
}

async function memoryOf(context: SuiteContext, kind: BotKind): Promise<Memory> {
  const total = context.quick ? 3_000 : 100_000;
  const parts = context.quick ? 3 : 20;
  const found: Memory[] = [];
  await withStage(context, kind, people, async ({ host, bot, accounts, pool }) => {
    await sleep(2_000);
    const readyMb = residentMb(bot.pid);
    let [done, peakMb] = [0, readyMb];
    for (let part = 0; part < parts; part += 1) {
      for (const { what, share } of mix) {
        const count = Math.round((total / parts) * share);
        // A card takes one more interaction before the press that is counted here.
        if (what === 'confirm') await host.cards(count, accounts);
        await host.repeat({ what, count, callers: 32 });
        await host.forget();
        done += what === 'confirm' ? 2 * count : count;
        peakMb = Math.max(peakMb, residentMb(bot.pid));
      }
      context.progress(`${kind}: ${done} interactions, ${residentMb(bot.pid).toFixed(0)} MB`);
    }
    await noticesSent(pool);
    await sleep(2_000);
    const afterMb = residentMb(bot.pid);
    found.push({ readyMs: bot.readyMs, readyMb, afterMb, peakMb, interactions: done });
  });
  return found[0]!;
}

/** With its own database and sandbox, in an empty folder and in one that was used before. */
async function startTimes(rounds: number) {
  const first: number[] = [];
  const again: number[] = [];
  const againMb: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const folder = mkdtempSync(join(benchFolder, 'start-'));
    const one = await startAll(folder);
    first.push(one.readyMs);
    await one.close();
    const other = await startAll(folder);
    again.push(other.readyMs);
    await sleep(1_000);
    againMb.push(residentMb(other.pid));
    await other.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return { first: median(first), again: median(again), againMb: median(againMb) };
}

async function run(context: SuiteContext) {
  const starts = await startTimes(Math.min(3, context.rounds));
  context.progress(`starts: ${starts.first.toFixed(0)} ms, again ${starts.again.toFixed(0)} ms`);
  const ours = await memoryOf(context, 'ours');
  const echo = await memoryOf(context, 'echo');
  const row = (name: string, memory: Memory) => [
    name,
    memory.readyMs,
    memory.readyMb,
    memory.afterMb,
    memory.peakMb,
    String(memory.interactions),
  ];
  return {
    tables: [
      {
        title: 'From the start of the process to serving, and memory after it',
        columns: ['start', 'ms', 'MB'],
        rows: [
          ['sandbox, private database and bot, first time', starts.first, '–'],
          ['the same again', starts.again, starts.againMb],
          ['bot alone, database and Discord are there', ours.readyMs, ours.readyMb],
        ],
      },
      {
        title: 'Memory of the bot process, resident MB',
        columns: ['bot', 'start ms', 'ready', 'after', 'peak', 'interactions'],
        rows: [row('Passbook', ours), row('echo bot', echo)],
      },
    ],
    targets: [
      atMost('memory at ready', 120, ours.readyMb, ' MB'),
      atMost(`memory after ${ours.interactions} interactions`, 180, ours.afterMb, ' MB'),
    ],
    values: { starts, ours, echo },
  };
}

export const startupSuite: Suite = { name: 'startup', run };

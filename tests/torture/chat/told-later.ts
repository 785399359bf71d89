/** Checks that every payer with an unknown outcome gets a message with the outcome. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '../../../src/db/pool.ts';
import { textOf as columnOf } from '../../../src/db/rows.ts';
import { textOf, type Player } from '../../../src/sandbox/driver.ts';
import type { ChatHistory } from './history.ts';

const selectBooked = `
  SELECT DISTINCT memo
  FROM entries
  WHERE memo LIKE 'press %'`;

/** Payments answered with "we do not know yet" and without a correct message afterwards. */
async function untoldNow(
  pool: Pool,
  { payments }: ChatHistory,
  players: readonly Player[],
  closed: Player,
): Promise<string[]> {
  const booked = new Set((await pool.rows(selectBooked)).map((row) => columnOf(row, 'memo')));
  const untold: string[] = [];
  for (const [memo, { told, person }] of payments) {
    if (!told.includes('unknown') || told.includes('sent') || person === closed.id) continue;
    const player = players.find(({ id }) => id === person);
    const texts = ((await player?.dms()) ?? []).map(textOf);
    const receipt = new RegExp(String.raw`Sent [^]*\b${memo}\b`);
    const truth = booked.has(memo) ? receipt : /Nothing moved|not completed/;
    if (!texts.some((text) => truth.test(text))) untold.push(memo);
  }
  return untold;
}

/** Waits for the messages; returns the payments without one. */
export async function untoldAfter(
  pool: Pool,
  history: ChatHistory,
  options: {
    readonly players: readonly Player[];
    /** Accepts no direct messages. */
    readonly closed: Player;
    readonly withinMs: number;
  },
): Promise<{ readonly untold: readonly string[]; readonly ms: number }> {
  const { players, closed, withinMs } = options;
  const begun = performance.now();
  for (;;) {
    const untold = await untoldNow(pool, history, players, closed);
    const ms = performance.now() - begun;
    if (untold.length === 0 || ms > withinMs) return { untold, ms };
    await sleep(250);
  }
}

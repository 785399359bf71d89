/**
 * Notices under crashes: some people accept no direct messages, are in their quiet hours, or want no
 * sound. Afterwards each payment has one notice on each side, and nobody has read one too often.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '../../../src/db/pool.ts';
import { integerOf, textOf as columnOf } from '../../../src/db/rows.ts';
import { textOf, type Driver, type Player } from '../../../src/sandbox/driver.ts';

/** Entries of the crowd's payments with the number of their notices, where it is not one. */
const selectWrong = `
  SELECT e.memo, e.amount > 0 AS is_in, COUNT(o.id) AS notices
  FROM entries AS e
  LEFT JOIN outbox AS o ON o.subject_id = e.account_id AND o.subject_seq = e.seq
    AND o.kind = IF(e.amount > 0, 'MONEY_RECEIVED', 'MONEY_SENT')
    AND o.channel IN ('BOTH', 'DM', 'HELD', 'INBOX')
  WHERE e.memo LIKE 'press %'
  GROUP BY e.account_id, e.seq, e.memo, e.amount
  HAVING COUNT(o.id) <> 1
  LIMIT 10`;
const countWaiting = `
  SELECT COUNT(*) AS waiting
  FROM outbox
  WHERE channel IN ('BOTH', 'DM')`;
const countOutcomes = `
  SELECT COALESCE(o.outcome, o.channel) AS outcome, COUNT(*) AS notices
  FROM outbox AS o
  WHERE o.kind IN ('MONEY_RECEIVED', 'MONEY_SENT')
  GROUP BY COALESCE(o.outcome, o.channel)`;

interface Choosers {
  readonly closed: Player;
  readonly quiet: Player;
  readonly silent: Player;
}

export const choosersIn = (players: readonly Player[]): Choosers => ({
  closed: players[1]!,
  quiet: players[2]!,
  silent: players[3]!,
});

const clock = (hoursFromNow: number): string =>
  `${(new Date().getUTCHours() + 24 + hoursFromNow) % 24}:00`;

/** Call it before the crowd's people pay under faults. */
export async function chooseNotices(driver: Driver, players: readonly Player[]): Promise<void> {
  const { closed, quiet, silent } = choosersIn(players);
  await driver.arm({ kind: 'close-dms', person: closed.id });
  const hours = `${clock(-3)}-${clock(9)}`;
  await quiet.run('/notices', { quiet_hours: hours, time_zone: 'UTC' });
  await silent.run('/notices', { about: 'received', how: 'QUIET' });
}

const receivedIn = (text: string): string[] =>
  text.includes('You received') ? (text.match(/\bpress \d+\b/g) ?? []) : [];

/** Payments that one person was told of too often, or twice without a mark. */
async function repeatedTo(player: Player): Promise<string[]> {
  const seen = new Map<string, number>();
  const wrong: string[] = [];
  for (const text of (await player.dms()).map(textOf)) {
    for (const memo of receivedIn(text)) {
      const times = (seen.get(memo) ?? 0) + 1;
      seen.set(memo, times);
      const isMarked = text.includes('You may have received this message before');
      if (times > 2 || (times === 2 && !isMarked)) wrong.push(`${memo} ×${times}`);
    }
  }
  return wrong;
}

export interface NoticesVerdict {
  readonly wrong: readonly string[];
  readonly repeated: readonly string[];
  /** Notices by what became of them. */
  readonly outcomes: string;
  /** Of people who do not want to be told now. */
  readonly unwanted: readonly string[];
}

export async function judgeNotices(
  pool: Pool,
  players: readonly Player[],
  { closed, quiet }: Choosers,
  { withinMs }: { readonly withinMs: number },
): Promise<NoticesVerdict> {
  const begun = performance.now();
  while (performance.now() - begun < withinMs) {
    const [row] = await pool.rows(countWaiting);
    if (integerOf(row!, 'waiting') === 0) break;
    await sleep(250);
  }
  const wrong = (await pool.rows(selectWrong)).map(
    (row) => `${columnOf(row, 'memo')} has ${integerOf(row, 'notices')} notices`,
  );
  const repeated: string[] = [];
  for (const player of players) repeated.push(...(await repeatedTo(player)));
  const outcomes = (await pool.rows(countOutcomes))
    .map((row) => `${columnOf(row, 'outcome')} ${integerOf(row, 'notices')}`)
    .join(', ');
  const unwanted: string[] = [];
  for (const player of [closed, quiet]) {
    unwanted.push(...(await player.dms()).map(textOf).flatMap(receivedIn));
  }
  return { wrong, repeated, outcomes, unwanted };
}

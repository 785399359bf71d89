/** The fees of the bank as its customers know them from the announcements. */
import type { FeeTerms } from '../history/model.ts';

/** The time in the form of the books: YYYY-MM-DD HH:MM:SS.fff in UTC. */
export const timeText = (epochMs: number): string =>
  new Date(epochMs).toISOString().replace('T', ' ').slice(0, 23);

/** What holds for the kind of movement at this time; null: nothing is charged. */
export function termsAt(table: readonly FeeTerms[], kind: string, time: string): FeeTerms | null {
  const held = table.filter(({ movement, from }) => movement === kind && from <= time);
  return held.toSorted((one, other) => (one.from < other.from ? -1 : 1)).at(-1) ?? null;
}

export function feeUnder({ flat, perMille, least, most }: FeeTerms, amount: bigint): bigint {
  const thousandths = BigInt(flat) * 1000n + amount * BigInt(perMille);
  const fee = (thousandths - (thousandths % 1000n)) / 1000n;
  const raised = fee > BigInt(least) ? fee : BigInt(least);
  return most === null || raised < BigInt(most) ? raised : BigInt(most);
}

/**
 * Requests and answers of people, in a file outside the database, and the check against the books.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Pool } from '../../../src/db/pool.ts';
import { bigintOf, textOf } from '../../../src/db/rows.ts';

export type Told = 'sent' | 'nothing moved' | 'unknown' | 'no answer';

interface Asked {
  readonly memo: string;
  readonly cents: number;
  readonly person: string;
}

export interface ChatHistory {
  asked(payment: Asked): void;
  told(answer: { memo: string; told: Told; messageId: string }): void;
  note(text: string): void;
  /** Payments, with every answer to each. */
  readonly payments: ReadonlyMap<string, Asked & { readonly told: readonly Told[] }>;
  close(): void;
}

export function chatHistory(path: string): ChatHistory {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  const write = (line: object) =>
    writeSync(file, `${JSON.stringify({ at: Math.round(performance.now()), ...line })}\n`);
  const payments = new Map<string, Asked & { told: Told[] }>();
  return {
    payments,
    asked: (payment) => {
      write({ asked: payment });
      payments.set(payment.memo, { ...payment, told: [] });
    },
    told: (answer) => {
      write({ told: answer });
      payments.get(answer.memo)?.told.push(answer.told);
    },
    note: (text) => void write({ note: text }),
    close: () => closeSync(file),
  };
}

const selectBooked = `
  SELECT memo, amount
  FROM entries
  WHERE memo LIKE 'press %'`;

export interface ChatVerdict {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly ghosts: readonly string[];
}

/** Lost: reported as sent, but not booked. Ghost: reported as not moved, but booked. */
export async function judgeChat(pool: Pool, { payments }: ChatHistory): Promise<ChatVerdict> {
  const booked = new Map<string, bigint[]>();
  for (const row of await pool.rows(selectBooked)) {
    const memo = textOf(row, 'memo');
    booked.set(memo, [...(booked.get(memo) ?? []), bigintOf(row, 'amount')]);
  }
  const verdict = { lost: [] as string[], doubled: [] as string[], ghosts: [] as string[] };
  for (const [memo, { cents, told }] of payments) {
    const sums = booked.get(memo) ?? [];
    const isOnce = sums.length === 2 && sums.every((sum) => sum * sum === BigInt(cents) ** 2n);
    if (sums.length > 2) verdict.doubled.push(memo);
    else if (told.includes('sent') && !isOnce) verdict.lost.push(memo);
    // A second press of one card is told that nothing more moved.
    else if (told.every((one) => one === 'nothing moved') && told.length > 0 && sums.length > 0) {
      verdict.ghosts.push(memo);
    }
  }
  for (const memo of booked.keys()) if (!payments.has(memo)) verdict.ghosts.push(memo);
  return verdict;
}

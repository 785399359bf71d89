/** Reads the whole books in one snapshot and says what is wrong; changes nothing. */
import type { Pool } from '../../db/pool.ts';
import { withSnapshot } from '../../db/snapshot.ts';
import { hourMs } from '../../lib/durations.ts';
import { askBooks, booksQuestions, countBooks } from './store/verifier-full.ts';

export interface Violation {
  readonly invariant: string;
  /** In words, for the operator: never shown to customers. */
  readonly sentence: string;
  /** The first rows that are wrong. */
  readonly rows: readonly string[];
}

export interface BooksReport {
  readonly violations: readonly Violation[];
  readonly accounts: string;
  readonly transactions: string;
  readonly entries: string;
}

const rowsShown = 5;
/** One statement may read every entry there is. */
const statementMs = hourMs;

export async function verifyBooks(pool: Pool): Promise<BooksReport> {
  return withSnapshot(
    pool,
    async (reader) => {
      const violations: Violation[] = [];
      for (const question of booksQuestions) {
        const rows = await askBooks(reader, question, rowsShown);
        if (rows.length === 0) continue;
        violations.push({ invariant: question.invariant, sentence: question.broken, rows });
      }
      return { violations, ...(await countBooks(reader)) };
    },
    statementMs,
  );
}

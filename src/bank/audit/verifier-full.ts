/** Verifies all of the books in one snapshot; reads only. */
import type { Pool } from '../../db/pool.ts';
import { withSnapshot } from '../../db/snapshot.ts';
import { hourMs } from '../../lib/durations.ts';
import type { BooksFinding } from '../model/index.ts';
import { askBooks, booksQuestions, countBooks } from './store/verifier-full.ts';

export interface BooksReport {
  /** The first few of each kind; empty when the books are correct. */
  readonly findings: readonly BooksFinding[];
  readonly accounts: string;
  readonly transactions: string;
  readonly entries: string;
}

const findingsPerQuestionMax = 5;
/** One statement may read every entry there is. */
const statementMs = hourMs;

export async function verifyBooks(pool: Pool): Promise<BooksReport> {
  return withSnapshot(
    pool,
    async (reader) => {
      const findings: BooksFinding[] = [];
      for (const question of booksQuestions) {
        findings.push(...(await askBooks(reader, question, findingsPerQuestionMax)));
      }
      return { findings, ...(await countBooks(reader)) };
    },
    statementMs,
  );
}

/** Transactions with all their postings and entries. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, type Row } from '../../../db/rows.ts';
import type { Entry, Posting } from '../../../records/index.ts';
import type { AccountNumberOf, AccountNumbers } from './account-numbers.ts';
import {
  type BriefRow,
  fullColumns,
  fullEntries,
  furtherPosting,
  headOfTransaction,
  joinEntries,
  plainEntries,
  postingOf,
  type TransactionHead,
} from './log-columns.ts';

export interface Subject {
  readonly id: bigint;
  /** The time stored in the row, in microseconds since 1970. */
  readonly at: bigint;
}
export interface TransactionSubject extends Subject {
  readonly kind: 'TRANSACTION';
  readonly head: TransactionHead;
  readonly postings: readonly Posting[];
  /** In the order of the postings, source before target; null where one is missing. */
  readonly entries: readonly Entry[] | null;
}
/** Where rows are read, and the numbers of accounts that were read before. */
export interface SubjectReader {
  readonly reader: Reader;
  readonly accounts: AccountNumbers;
}

const selectFull = `
  SELECT t.id, ${fullColumns}
  FROM transactions AS t ${joinEntries('t')}
  WHERE t.id IN (:list)`;

interface Further {
  readonly postings: Posting[];
  /** Null where one is missing. */
  entries: Entry[] | null;
}

export async function listed(reader: Reader, text: string, ids: readonly bigint[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  const { sql, values } = withList(text, ids);
  return reader.rows(sql, values);
}

function byTransaction(rows: readonly Row[], numberOf: AccountNumberOf): Map<bigint, Further> {
  const all = new Map<bigint, Further>();
  for (const row of rows) {
    const id = bigintOf(row, 'transaction_id');
    const posting = furtherPosting(row, numberOf);
    const entries = fullEntries(row, posting);
    const known = all.get(id);
    if (known === undefined) all.set(id, { postings: [posting], entries });
    else {
      known.postings.push(posting);
      known.entries = known.entries && entries && [...known.entries, ...entries];
    }
  }
  return all;
}

function accountsIn(briefs: readonly BriefRow[], furtherRows: readonly Row[]): Set<bigint> {
  const ids = new Set<bigint>();
  for (const { sourceId, targetId } of briefs) ids.add(sourceId).add(targetId);
  for (const row of furtherRows) {
    ids.add(bigintOf(row, 'source_account_id')).add(bigintOf(row, 'target_account_id'));
  }
  return ids;
}

/**
 * Makes the subjects of rows with `briefColumns`, and of their further postings. Each is made when
 * it is used, so that thousands of them are not in memory together.
 */
export async function transactionsOf(
  { reader, accounts }: SubjectReader,
  briefs: readonly BriefRow[],
  furtherRows: readonly Row[],
): Promise<(brief: BriefRow) => TransactionSubject> {
  const numberOf = await accounts.load(reader, accountsIn(briefs, furtherRows));
  const further = byTransaction(furtherRows, numberOf);
  const unlike = briefs.filter(({ isPlain }) => !isPlain).map(({ id }) => id);
  const fullRows = await listed(reader, selectFull, unlike);
  const full = new Map(fullRows.map((row) => [bigintOf(row, 'id'), row]));
  const entriesOf = (brief: BriefRow, head: TransactionHead, posting: Posting): Entry[] | null => {
    if (brief.isPlain) return plainEntries(brief, head, posting);
    const fullRow = full.get(brief.id);
    return fullRow === undefined ? null : fullEntries(fullRow, posting);
  };
  return (brief) => {
    const [head, posting] = [headOfTransaction(brief), postingOf(brief, numberOf)];
    const { id, bookedAt: at } = head;
    const first = entriesOf(brief, head, posting);
    const more = further.get(id);
    if (more === undefined) {
      return { kind: 'TRANSACTION', id, at, head, postings: [posting], entries: first };
    }
    const entries = first && more.entries && [...first, ...more.entries];
    return { kind: 'TRANSACTION', id, at, head, postings: [posting, ...more.postings], entries };
  };
}

/** The proof of a statement's file: balances and entries in the log, signed by the bank. */
import type { Reader } from '../../db/pool.ts';
import { statementText } from '../../records/index.ts';
import { type OwnEntry, provenEntries, type SignText } from '../audit/index.ts';
import type * as m from '../model/index.ts';
import { readStatementRows, type StatementRange } from './store/statement.ts';

/** Up to so many entries are all in the proof; of more only the first and the last. */
const provedMax = 300;

type Limits = Pick<StatementRange, 'first' | 'last'>;

/** Without entries in the period, the last one before it, if there is one. */
async function entriesOf(
  reader: Reader,
  id: m.AccountId,
  { first, last }: Limits,
): Promise<OwnEntry[]> {
  if (last === 0n) return [];
  const from = last < first ? last : first;
  const isEach = last - from < BigInt(provedMax);
  const limit = isEach ? provedMax : 1;
  const rows = await readStatementRows(reader, id, { from, last, limit });
  return isEach
    ? rows
    : [...rows, ...(await readStatementRows(reader, id, { from: last, last, limit }))];
}

export interface ProvedStatement {
  readonly head: m.StatementHead;
  readonly range: StatementRange;
  readonly id: m.AccountId;
}

/** `file`: SHA-256 of the file. Null while no checkpoint covers the last entry. */
export async function statementProof(
  reader: Reader,
  { head, range, id }: ProvedStatement,
  { file, sign }: { readonly file: Uint8Array; readonly sign: SignText },
): Promise<string | null> {
  const proven = await provenEntries(reader, id, await entriesOf(reader, id, range));
  if (proven === null) return null;
  const { accountNumber, period, opening, closing } = head;
  const { first, last } = range;
  const known = { accountNumber, ...period, opening, closing, first, last };
  return sign(statementText({ ...known, file, ...proven }));
}

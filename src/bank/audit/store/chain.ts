/**
 * The links of the chain that earlier versions wrote, and the rows they cover as text that is the
 * same on every driver.
 */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, bytesOf, type Row, textOf } from '../../../db/rows.ts';
import type { ChainKind } from '../../model/index.ts';

export const chainKinds: readonly ChainKind[] = ['TRANSACTION', 'AUDIT'];
export interface Subject {
  readonly id: bigint;
  /** Every column, in order. */
  readonly content: string;
}
export interface Link {
  readonly link: bigint;
  readonly kind: ChainKind;
  readonly subjectId: bigint;
  readonly hash: Buffer;
}
const selectOne = `
  SELECT link, kind, subject_id, hash
  FROM chain
  WHERE link = ?`;
const selectPage = `
  SELECT link, kind, subject_id, hash
  FROM chain
  WHERE link > ?
  ORDER BY link
  LIMIT ?`;
const entryFields = `s.transaction_id AS s_transaction, s.kind AS s_kind, s.amount AS s_amount,
    s.balance_after AS s_after, s.counterparty_account_id AS s_other, s.memo AS s_memo,
    s.booked_at AS s_at, g.transaction_id AS g_transaction, g.kind AS g_kind, g.amount AS g_amount,
    g.balance_after AS g_after, g.counterparty_account_id AS g_other, g.memo AS g_memo,
    g.booked_at AS g_at`;
const transactionFields = `t.id, t.kind, t.customer_id, t.initiator_id, HEX(t.fingerprint) AS fingerprint,
    t.source_account_id, t.source_seq, t.target_account_id, t.target_seq, t.amount, t.booked_at,
    t.reverses_id, ${entryFields}, t.initiator_kind`;
const transactionTables = `transactions AS t
  LEFT JOIN entries AS s ON s.account_id = t.source_account_id AND s.seq = t.source_seq
  LEFT JOIN entries AS g ON g.account_id = t.target_account_id AND g.seq = t.target_seq`;
const auditFields = `t.id, t.occurred_at, t.action, t.actor_discord_user_id, t.target_customer_id,
    t.session_id, t.details, t.actor_role, t.reason`;
const sources = {
  TRANSACTION: { columns: transactionFields, tables: transactionTables },
  AUDIT: { columns: auditFields, tables: 'audit AS t' },
} as const;

const linkOf = (row: Row): Link => ({
  link: bigintOf(row, 'link'),
  kind: textOf(row, 'kind') as ChainKind,
  subjectId: bigintOf(row, 'subject_id'),
  hash: bytesOf(row, 'hash'),
});

/** The driver returns integers as text or as numbers; both become the same text. */
function plain(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return `${value}`;
  throw new TypeError('A chained column is text or a number');
}
const plainOf = (row: Row): (string | null)[] => Object.values(row).map(plain);

/**
 * What a session asked for, of one posting, is the columns of its row and its two entries: so it
 * was before there were other initiators, and so it stays, since the hash of every link is made
 * again from it. Anything else is added behind.
 */
function contentOf(row: Row, further: readonly Row[]): string {
  const { initiator_kind: initiator = null, ...columns } = row;
  const isPlain = initiator === null || initiator === 'SESSION';
  const more = isPlain && further.length === 0 ? [] : [initiator, ...further.map(plainOf)];
  return JSON.stringify([...plainOf(columns), ...more]);
}

const selectFurther = `
  SELECT p.transaction_id, p.number, p.kind, p.source_account_id, p.source_seq,
    p.target_account_id, p.target_seq, p.amount, ${entryFields}
  FROM postings AS p
  LEFT JOIN entries AS s ON s.account_id = p.source_account_id AND s.seq = p.source_seq
  LEFT JOIN entries AS g ON g.account_id = p.target_account_id AND g.seq = p.target_seq
  WHERE p.transaction_id IN (:list)
  ORDER BY p.transaction_id, p.number`;

async function subjectsIn(
  reader: Reader,
  kind: ChainKind,
  rows: readonly Row[],
): Promise<Subject[]> {
  const further = new Map<bigint, Row[]>();
  if (kind === 'TRANSACTION' && rows.length > 0) {
    const { sql, values } = withList(
      selectFurther,
      rows.map((row) => bigintOf(row, 'id')),
    );
    for (const row of await reader.rows(sql, values)) {
      const id = bigintOf(row, 'transaction_id');
      further.set(id, [...(further.get(id) ?? []), row]);
    }
  }
  return rows.map((row) => {
    const id = bigintOf(row, 'id');
    const content = contentOf(row, further.get(id) ?? []);
    return { id, content };
  });
}

export async function findLink(reader: Pick<Reader, 'rows'>, link: bigint): Promise<Link | null> {
  const [row] = await reader.rows(selectOne, [link]);
  return row === undefined ? null : linkOf(row);
}

export async function linksAfter(reader: Reader, link: bigint, limit: number): Promise<Link[]> {
  return (await reader.rows(selectPage, [link, limit])).map(linkOf);
}

export async function subjectsOf(
  reader: Reader,
  kind: ChainKind,
  ids: readonly bigint[],
): Promise<Map<bigint, Subject>> {
  if (ids.length === 0) return new Map();
  const { columns: allColumns, tables: fromTables } = sources[kind];
  const { sql, values } = withList(
    `
  SELECT ${allColumns}
  FROM ${fromTables}
  WHERE t.id IN (:list)`,
    ids,
  );
  const found = await subjectsIn(reader, kind, await reader.rows(sql, values));
  return new Map(found.map((one) => [one.id, one]));
}

/** Claims due messages for a sender, for the time of a lease. */
import { withList } from '../../../db/placeholders.ts';
import type { Pool, Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bytesOrNull,
  integerOf,
  type Row,
  textOf,
  textOrNull,
} from '../../../db/rows.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { type Channel, isPayment, knownKindsClause, type NewMessage, subjectIn } from './outbox.ts';

export interface ClaimedMessage extends NewMessage {
  readonly recipient: m.DiscordUserId;
  readonly attempts: number;
  /** Of the recipient, for messages to customers. */
  readonly language: m.LanguageChoice;
  /** Null in direct messages. */
  readonly sealed: Buffer | null;
}

/** Messages to one customer that are sent together, oldest first. */
export type Run = readonly [ClaimedMessage, ...ClaimedMessage[]];

const messageColumns = `o.id, o.customer_id, o.kind, o.subject_id, o.subject_seq, o.sealed,
    o.attempts, COALESCE(o.recipient, c.discord_user_id, '0') AS recipient, l.choice, l.locale`;
const messageTables = `
  FROM outbox AS o
  LEFT JOIN customers AS c ON c.id = o.customer_id
  LEFT JOIN languages AS l ON l.discord_user_id = COALESCE(o.recipient, c.discord_user_id)`;
// Messages to one customer are sent in order on each channel: only the oldest may be claimed, with
// those that directly follow it. Kinds of a newer version are left to that version.
const selectDue = `
  SELECT ${messageColumns} ${messageTables}
  WHERE o.channel = ? AND o.due_at <= NOW(6) AND o.kind IN ${knownKindsClause}
    AND NOT EXISTS (
      SELECT 1 FROM outbox AS earlier
      WHERE earlier.customer_id = o.customer_id AND earlier.channel = o.channel
        AND earlier.id < o.id AND earlier.kind IN ${knownKindsClause})
  ORDER BY o.id
  LIMIT ?`;
const selectBehind = `
  SELECT ${messageColumns} ${messageTables}
  WHERE o.channel = ? AND o.customer_id IN (:list) AND o.kind IN ${knownKindsClause}
  ORDER BY o.id
  LIMIT 1000`;
const selectUnknown = `
  SELECT DISTINCT kind
  FROM outbox
  WHERE channel = ? AND kind NOT IN ${knownKindsClause}
  LIMIT 20`;
const lockDue = `
  SELECT id
  FROM outbox
  WHERE id IN (:list) AND due_at <= NOW(6)
  ORDER BY id
  FOR UPDATE SKIP LOCKED`;
const leaseDue = `
  UPDATE outbox
  SET attempts = attempts + 1, due_at = NOW(6) + INTERVAL ? MICROSECOND
  WHERE id IN (:list)`;

const messageOf = (row: Row): ClaimedMessage => ({
  id: bigintOf(row, 'id'),
  customerId: bigintOf(row, 'customer_id') as m.CustomerId,
  subject: subjectIn(row),
  recipient: textOf(row, 'recipient') as m.DiscordUserId,
  attempts: integerOf(row, 'attempts') + 1,
  language: { choice: textOrNull(row, 'choice'), locale: textOrNull(row, 'locale') },
  sealed: bytesOrNull(row, 'sealed'),
});

/** Kinds of waiting messages that this version does not know. */
export async function unknownKinds(reader: Reader, channel: Channel): Promise<string[]> {
  return (await reader.rows(selectUnknown, [channel])).map((row) => textOf(row, 'kind'));
}

/** The items before the first one that does not fit. */
function prefix<One>(list: readonly One[], fits: (one: One) => boolean): readonly One[] {
  const end = list.findIndex((one) => !fits(one));
  return end === -1 ? list : list.slice(0, end);
}

/** Adds to each payment those of the same direction that directly follow, up to `runMax`. */
async function runsFrom(
  reader: Reader,
  heads: readonly ClaimedMessage[],
  { channel, runMax }: { readonly channel: Channel; readonly runMax: number },
): Promise<Run[]> {
  const joining = heads.filter(({ subject }) => runMax > 1 && isPayment(subject));
  if (joining.length === 0) return heads.map((head) => [head]);
  const { sql, values } = withList(
    selectBehind,
    joining.map(({ customerId }) => customerId),
  );
  const all = (await reader.rows(sql, [channel, ...values])).map(messageOf);
  return heads.map((head): Run => {
    const behind = all.filter(({ id, customerId }) => {
      return customerId === head.customerId && id > head.id;
    });
    const same = prefix(behind, ({ subject: { kind }, recipient }) => {
      return kind === head.subject.kind && recipient === head.recipient;
    });
    return joining.includes(head) ? [head, ...same.slice(0, runMax - 1)] : [head];
  });
}

async function lockedOf(tx: Tx, runs: readonly Run[]): Promise<ReadonlySet<bigint>> {
  const ids = runs.flat().map(({ id }) => id);
  const { sql, values } = withList(lockDue, ids);
  return new Set((await tx.rows(sql, values)).map((row) => bigintOf(row, 'id')));
}

/**
 * Leases due messages for `leaseMs` and counts the attempt; those not settled by then are due again
 * in any process. At most `limit` customers, and up to `runMax` payments for each.
 */
export async function claimRuns(
  pool: Pool,
  options: {
    readonly channel: Channel;
    readonly limit: number;
    readonly runMax: number;
    readonly leaseMs: number;
  },
): Promise<Run[]> {
  const due = (await pool.rows(selectDue, [options.channel, options.limit])).map(messageOf);
  if (due.length === 0) return [];
  const wanted = await runsFrom(pool, due, options);
  return withTransaction(pool, async (tx) => {
    const locked = await lockedOf(tx, wanted);
    const runs = wanted.flatMap((run): Run[] => {
      // A message that is not due or is leased elsewhere holds back those that follow it.
      const [head, ...behind] = prefix(run, ({ id }) => locked.has(id));
      return head === undefined ? [] : [[head, ...behind]];
    });
    if (runs.length === 0) return [];
    const lease = withList(
      leaseDue,
      runs.flat().map(({ id }) => id),
    );
    await tx.write(lease.sql, [options.leaseMs * 1000, ...lease.values]);
    return runs;
  });
}
